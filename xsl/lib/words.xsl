<?xml version="1.0" encoding="UTF-8"?>
<!-- Words and forms of the document's language: locale/, bodies, places.

     A word that is missing stops the build; there is no falling back on
     another language.                                                       -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:t="urn:unagenda:template"
  xmlns:tp="urn:unagenda:template:private"
  xmlns:m="urn:unagenda:mode"
  xmlns:v="urn:unagenda:variable"
  exclude-result-prefixes="t tp m v">

  <xsl:variable name="v:document" select="/*"/>
  <xsl:variable name="v:language" select="string(/*/@xml:lang)"/>
  <xsl:variable name="v:locale" select="document(
    concat('../locale/', $v:language, '.xml'))/locale"/>
  <xsl:variable name="v:bodies" select="document('../../xml/bodies.xml')/bodies"/>
  <xsl:variable name="v:year"
    select="number(substring(/*/masthead/@date, 1, 4))"/>
  <!-- What the station does as a rule: numbering, tables, clock.            -->
  <xsl:variable name="v:station" select="
    document('../stations.xml')/stations/station[@key = $v:document/@station]"/>
  <xsl:variable name="v:places" select="document('../../xml/places.xml')/places"/>

  <!-- A word by its key, as plain text.                                     -->
  <xsl:template name="t:word">
    <xsl:param name="key"/>
    <xsl:call-template name="tp:found">
      <xsl:with-param name="name" select="$v:locale/word[@key = $key]"/>
      <xsl:with-param name="what" select="concat('word ', $key)"/>
    </xsl:call-template>
  </xsl:template>

  <!-- The same as TeX.                                                      -->
  <xsl:template name="t:word-text">
    <xsl:param name="key"/>
    <xsl:call-template name="t:text">
      <xsl:with-param name="string">
        <xsl:call-template name="t:word">
          <xsl:with-param name="key" select="$key"/>
        </xsl:call-template>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- The name of a body or a place by its key, as plain text.              -->
  <xsl:template name="t:body">
    <xsl:param name="key"/>
    <xsl:call-template name="tp:found">
      <xsl:with-param name="name" select="
        $v:bodies/body[@key = $key]/name[@xml:lang = $v:language]"/>
      <xsl:with-param name="what" select="concat('body ', $key)"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template name="t:place">
    <xsl:param name="key"/>
    <xsl:call-template name="tp:found">
      <xsl:with-param name="name" select="
        $v:places/place[@key = $key]/name[@xml:lang = $v:language]"/>
      <xsl:with-param name="what" select="concat('place ', $key)"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="tp:found">
    <xsl:param name="name"/>
    <xsl:param name="what"/>
    <xsl:if test="not(normalize-space($name))">
      <xsl:call-template name="t:fail">
        <xsl:with-param name="id" select="'UNA-0802'"/>
        <xsl:with-param name="text" select="concat(
          'the ', $what, ' has no name in the language ', $v:language)"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:value-of select="normalize-space($name)"/>
  </xsl:template>

  <!-- A form by its key, its slots filled.  Slots are elements that stand in
       the form, <day/> <month/> <year/>; templates in mode m:form fill them
       from the parameters, which are:
       start, end  dates or times, as in the draft
       number      of an item, a list entry, an annex, a session
       text        a piece made before, for the slot <text/>                 -->
  <xsl:template name="t:form">
    <xsl:param name="key"/>
    <xsl:param name="start"/>
    <xsl:param name="end"/>
    <xsl:param name="number"/>
    <xsl:param name="text"/>
    <xsl:variable name="form" select="$v:locale/form[@key = $key]"/>
    <xsl:if test="not($form)">
      <xsl:call-template name="tp:found">
        <xsl:with-param name="what" select="concat('form ', $key)"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:apply-templates select="$form/node()" mode="m:form">
      <xsl:with-param name="start" select="$start"/>
      <xsl:with-param name="end" select="$end"/>
      <xsl:with-param name="number" select="$number"/>
      <xsl:with-param name="text" select="$text"/>
    </xsl:apply-templates>
  </xsl:template>
  <xsl:template match="text" mode="m:form">
    <xsl:param name="text"/>
    <xsl:value-of select="$text"/>
  </xsl:template>

  <!-- The dash between two things of more than a word: open in Geneva,
       "30 April - 1 May".                                                   -->
  <xsl:template match="long-dash" mode="m:form">
    <xsl:choose>
      <xsl:when test="$v:station/@dash = 'open'">&#xA0;&#x2013; </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="t:dash"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The dash of spans: a hyphen until about 2016, an en dash since.       -->
  <xsl:template match="dash" mode="m:form" name="t:dash">
    <xsl:choose>
      <xsl:when test="$v:year &lt; 2017"
        >-</xsl:when>
      <xsl:otherwise>&#x2013;</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

</xsl:stylesheet>
