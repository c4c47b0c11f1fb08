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
  <!-- The words of the masthead's right column, which some languages leave in
       English.                                                              -->
  <xsl:variable name="v:masthead-locale" select="document(concat('../locale/',
    ($v:locale/@masthead | $v:locale[not(@masthead)]/@xml:lang), '.xml'))
    /locale"/>
  <xsl:variable name="v:right-to-left"
    select="$v:locale/@direction = 'right-to-left'"/>
  <xsl:variable name="v:bodies" select="document('../../xml/bodies.xml')/bodies"/>
  <xsl:variable name="v:year"
    select="number(substring(/*/masthead/@date, 1, 4))"/>
  <!-- What the station does as a rule: numbering, tables, clock.            -->
  <xsl:variable name="v:stations" select="document('../stations.xml')/stations"/>
  <xsl:variable name="v:listed"
    select="$v:stations/station[@key = $v:document/@station]"/>
  <xsl:variable name="v:station" select="
    $v:listed | $v:stations[not($v:listed)]/station[@key = 'new-york']"/>
  <xsl:variable name="v:places" select="document('../../xml/places.xml')/places"/>

  <!-- All words and forms of a locale, which is asked for one as the context. -->
  <xsl:key name="words" match="word" use="@key"/>
  <xsl:key name="forms" match="form" use="@key"/>

  <!-- A word by its key, as plain text.  What has changed in the course of the
       years, or is otherwise at one station, stands there several times: the last
       that holds for the document is its own.
       locale  whose word, if not the document's                             -->
  <xsl:template name="t:word">
    <xsl:param name="key"/>
    <xsl:param name="locale" select="$v:locale"/>
    <xsl:variable name="here" select="."/>
    <!-- a locale that is not there has no words, as the document has none  -->
    <xsl:for-each select="$locale | $here[not($locale)]">
      <xsl:call-template name="tp:found">
        <xsl:with-param name="name" select="
          key('words', $key)[not(@since > $v:year)]
            [not(@station) or @station = $v:document/@station][last()]"/>
        <xsl:with-param name="what" select="concat('word ', $key)"/>
        <xsl:with-param name="node" select="$here"/>
      </xsl:call-template>
    </xsl:for-each>
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

  <!-- The name of a body or a place by its key, as plain text.
       broken  with the places (U+200B) where lines of the masthead end, if it
               has any                                                       -->
  <xsl:template name="t:body">
    <xsl:param name="key"/>
    <xsl:param name="broken" select="false()"/>
    <xsl:variable name="name">
      <xsl:call-template name="tp:found">
        <xsl:with-param name="name" select="
          $v:bodies/body[@key = $key]/name[@xml:lang = $v:language]"/>
        <xsl:with-param name="what" select="concat('body ', $key)"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:value-of
      select="translate($name, substring('&#x200B;', 1 + $broken), '')"/>
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
    <xsl:param name="node" select="."/>
    <xsl:if test="not(normalize-space($name))">
      <xsl:call-template name="t:fail">
        <xsl:with-param name="id" select="'UNA-0802'"/>
        <xsl:with-param name="node" select="$node"/>
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
       text, more  pieces made before, for the slots <text/> and <more/>
       locale      whose form, if not the document's                         -->
  <xsl:template name="t:form">
    <xsl:param name="key"/>
    <xsl:param name="start"/>
    <xsl:param name="end"/>
    <xsl:param name="number"/>
    <xsl:param name="text"/>
    <xsl:param name="more"/>
    <xsl:param name="locale" select="$v:locale"/>
    <xsl:variable name="here" select="."/>
    <xsl:for-each select="$locale | $here[not($locale)]">
      <xsl:variable name="form"
        select="key('forms', $key)[not(@since > $v:year)]
          [not(@station) or @station = $v:document/@station][last()]"/>
      <xsl:if test="not($form)">
        <xsl:call-template name="tp:found">
          <xsl:with-param name="what" select="concat('form ', $key)"/>
          <xsl:with-param name="node" select="$here"/>
        </xsl:call-template>
      </xsl:if>
      <xsl:apply-templates select="$form/node()" mode="m:form">
        <xsl:with-param name="start" select="$start"/>
        <xsl:with-param name="end" select="$end"/>
        <xsl:with-param name="number" select="$number"/>
        <xsl:with-param name="text" select="$text"/>
        <xsl:with-param name="more" select="$more"/>
        <xsl:with-param name="locale" select="$locale"/>
      </xsl:apply-templates>
    </xsl:for-each>
  </xsl:template>
  <!-- A piece; of a sentence, with a capital.                               -->
  <xsl:template match="text" mode="m:form">
    <xsl:param name="text"/>
    <xsl:call-template name="t:with-capital">
      <xsl:with-param name="string" select="$text"/>
      <xsl:with-param name="capital" select="@case = 'sentence'"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template name="t:with-capital">
    <xsl:param name="string"/>
    <xsl:param name="capital"/>
    <xsl:choose>
      <xsl:when test="$capital">
        <xsl:value-of select="concat(translate(substring($string, 1, 1),
          $v:small, $v:capital), substring($string, 2))"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="$string"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="more" mode="m:form">
    <xsl:param name="more"/>
    <xsl:value-of select="$more"/>
  </xsl:template>
  <xsl:variable name="v:small" select="concat('abcdefghijklmnopqrstuvwxyz',
    'àâäáçéèêëíîïñóôöúùûüабвгдежзийклмнопрстуфхцчшщъыьэюя')"/>
  <xsl:variable name="v:capital" select="concat('ABCDEFGHIJKLMNOPQRSTUVWXYZ',
    'ÀÂÄÁÇÉÈÊËÍÎÏÑÓÔÖÚÙÛÜАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ')"/>

  <!-- A form as TeX: punctuation between pieces, and whole pieces.          -->
  <xsl:template name="t:form-text">
    <xsl:param name="key"/>
    <xsl:param name="number"/>
    <xsl:param name="text"/>
    <xsl:call-template name="t:text">
      <xsl:with-param name="string">
        <xsl:call-template name="t:form">
          <xsl:with-param name="key" select="$key"/>
          <xsl:with-param name="number" select="$number"/>
          <xsl:with-param name="text" select="$text"/>
        </xsl:call-template>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- A number in words, or in letters of another alphabet: the series of the
       language says which, in its order.  A body that counts its sessions in
       another way has a series of its own, before that of all others.       -->
  <xsl:template match="in-words" mode="m:form" name="t:in-words">
    <xsl:param name="number"/>
    <xsl:param name="series" select="@series"/>
    <xsl:param name="case" select="@case"/>
    <xsl:variable name="word"
      select="$v:locale/series[@key = $series][not(@body)
        or @body = $v:document/masthead/@body][1]/n[position() = $number]"/>
    <xsl:if test="not($word)">
      <xsl:call-template name="t:fail">
        <xsl:with-param name="id" select="'UNA-0802'"/>
        <xsl:with-param name="node"
          select="($v:document | $v:document/meeting)[last()]"/>
        <xsl:with-param name="text" select="concat('the language ',
          $v:language, ' has no ', $series, ' number ', $number,
          substring(': write the session as text',
            1, 100 * ($series = 'session')))"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:choose>
      <xsl:when test="$case = 'lower'">
        <xsl:value-of select="translate($word, $v:capital, $v:small)"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="$word"/>
      </xsl:otherwise>
    </xsl:choose>
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

  <!-- The dash of spans.                                                    -->
  <xsl:template match="dash" mode="m:form" name="t:dash">
    <xsl:call-template name="t:word">
      <xsl:with-param name="key" select="'dash'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Which form of a noun goes with a number of things.                    -->
  <xsl:template name="t:how-many">
    <xsl:param name="count"/>
    <xsl:choose>
      <xsl:when test="$count = 1">one</xsl:when>
      <xsl:when test="$count = 2">two</xsl:when>
      <xsl:otherwise>several</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Before a member of an enumeration: nothing, a comma, or "and", which in
       Spanish is another before an i, with which next starts.               -->
  <xsl:template name="t:between">
    <xsl:param name="position"/>
    <xsl:param name="last"/>
    <xsl:param name="next"/>
    <xsl:param name="locale" select="$v:locale"/>
    <xsl:if test="$position > 1">
      <xsl:call-template name="t:form">
        <xsl:with-param name="locale" select="$locale"/>
        <xsl:with-param name="key">
          <xsl:text>joint</xsl:text>
          <xsl:if test="$position = $last">-last</xsl:if>
          <xsl:if test="$position = $last and starts-with($next, 'i')
            and $locale/form[@key = 'joint-last-i']">-i</xsl:if>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
