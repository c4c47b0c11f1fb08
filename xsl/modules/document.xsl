<?xml version="1.0" encoding="UTF-8"?>
<!-- The document as a whole: its parts in the order of the pages.           -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:t="urn:unagenda:template"
  xmlns:tp="urn:unagenda:template:private"
  xmlns:m="urn:unagenda:mode"
  xmlns:mp="urn:unagenda:mode:private"
  exclude-result-prefixes="t tp m mp">

  <xsl:template match="/agenda | /paper | /corrigendum">
    <xsl:value-of select="concat('\documentclass[language=', @xml:lang,
      ',station=', @station, ']{unagenda}&#10;')"/>
    <xsl:call-template name="tp:metadata"/>
    <xsl:apply-templates select="masthead"/>
    <xsl:text>\begin{document}&#10;\unaMasthead&#10;</xsl:text>
    <xsl:apply-templates select="meeting | under"/>
    <xsl:apply-templates select="title" mode="m:document-title"/>
    <xsl:apply-templates select="subtitle"/>
    <xsl:apply-templates select="." mode="m:kind"/>
    <xsl:apply-templates select="convening | contents"/>
    <xsl:text>\unaText&#10;</xsl:text>
    <xsl:apply-templates select="." mode="mp:body"/>
    <xsl:apply-templates select="annex"/>
    <xsl:text>\unaEnd&#10;\end{document}&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="agenda" mode="mp:body">
    <xsl:apply-templates select="section | items"/>
  </xsl:template>
  <xsl:template match="paper" mode="mp:body">
    <xsl:apply-templates select="*[not(self::masthead | self::meeting
      | self::under | self::title | self::subtitle | self::convening
      | self::contents | self::annex)]"/>
  </xsl:template>
  <xsl:template match="corrigendum" mode="mp:body">
    <xsl:apply-templates select="correction"/>
  </xsl:template>

  <!-- What the PDF says of itself.                                          -->
  <xsl:template name="tp:metadata">
    <xsl:call-template name="tp:metadatum">
      <xsl:with-param name="key" select="'title'"/>
      <xsl:with-param name="value">
        <xsl:apply-templates select="title" mode="m:string"/>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="tp:metadatum">
      <xsl:with-param name="key" select="'symbol'"/>
      <xsl:with-param name="value" select="masthead/@symbol"/>
    </xsl:call-template>
    <xsl:call-template name="tp:metadatum">
      <xsl:with-param name="key" select="'language'"/>
      <xsl:with-param name="value" select="@xml:lang"/>
    </xsl:call-template>
    <xsl:call-template name="tp:metadatum">
      <xsl:with-param name="key" select="'original'"/>
      <xsl:with-param name="value" select="masthead/@original"/>
    </xsl:call-template>
    <xsl:call-template name="tp:metadatum">
      <xsl:with-param name="key" select="'date'"/>
      <xsl:with-param name="value" select="masthead/@date"/>
    </xsl:call-template>
    <xsl:call-template name="tp:metadatum">
      <xsl:with-param name="key" select="'distribution'"/>
      <xsl:with-param name="value" select="masthead/@distribution"/>
    </xsl:call-template>
    <xsl:if test="masthead/@job">
      <xsl:call-template name="tp:metadatum">
        <xsl:with-param name="key" select="'job'"/>
        <xsl:with-param name="value" select="masthead/@job"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:call-template name="tp:metadatum">
      <xsl:with-param name="key" select="'status'"/>
      <xsl:with-param name="value">
        <xsl:choose>
          <xsl:when test="$draft">draft</xsl:when>
          <xsl:otherwise>final</xsl:otherwise>
        </xsl:choose>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>
  <xsl:template name="tp:metadatum">
    <xsl:param name="key"/>
    <xsl:param name="value"/>
    <xsl:value-of select="concat('\unaMetadata{', $key, '}{')"/>
    <xsl:call-template name="t:plain">
      <xsl:with-param name="string" select="string($value)"/>
    </xsl:call-template>
    <xsl:text>}&#10;</xsl:text>
  </xsl:template>

</xsl:stylesheet>
