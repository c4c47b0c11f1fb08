<?xml version="1.0" encoding="UTF-8"?>
<!-- The document as a whole: its parts in the order of the pages.           -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:t="urn:unagenda:template"
  xmlns:m="urn:unagenda:mode"
  xmlns:v="urn:unagenda:variable"
  exclude-result-prefixes="t m v">

  <xsl:template match="/agenda">
    <xsl:value-of select="concat('\documentclass[language=', @xml:lang,
      ',station=', @station, ']{unagenda}&#10;')"/>
    <xsl:apply-templates select="." mode="m:metadata"/>
    <xsl:apply-templates select="masthead"/>
    <xsl:text>\begin{document}&#10;</xsl:text>
    <xsl:text>\unaMasthead&#10;</xsl:text>
    <xsl:apply-templates select="meeting"/>
    <xsl:apply-templates select="title" mode="m:document-title"/>
    <xsl:apply-templates select="items" mode="m:list"/>
    <xsl:apply-templates select="items" mode="m:annotations"/>
    <xsl:apply-templates select="annex"/>
    <xsl:text>\unaEnd&#10;</xsl:text>
    <xsl:text>\end{document}&#10;</xsl:text>
  </xsl:template>

  <!-- What the PDF says of itself.                                          -->
  <xsl:template match="agenda" mode="m:metadata">
    <xsl:call-template name="t:metadata">
      <xsl:with-param name="key" select="'title'"/>
      <xsl:with-param name="value">
        <xsl:apply-templates select="title" mode="m:string"/>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="t:metadata">
      <xsl:with-param name="key" select="'symbol'"/>
      <xsl:with-param name="value" select="masthead/@symbol"/>
    </xsl:call-template>
    <xsl:call-template name="t:metadata">
      <xsl:with-param name="key" select="'language'"/>
      <xsl:with-param name="value" select="@xml:lang"/>
    </xsl:call-template>
    <xsl:call-template name="t:metadata">
      <xsl:with-param name="key" select="'date'"/>
      <xsl:with-param name="value" select="masthead/@date"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template name="t:metadata">
    <xsl:param name="key"/>
    <xsl:param name="value"/>
    <xsl:value-of select="concat('\unaMetadata{', $key, '}{')"/>
    <xsl:call-template name="t:plain">
      <xsl:with-param name="string" select="string($value)"/>
    </xsl:call-template>
    <xsl:text>}&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="title" mode="m:document-title">
    <xsl:call-template name="t:at"/>
    <xsl:text>\unaTitle{</xsl:text>
    <xsl:apply-templates mode="m:text"/>
    <xsl:text>}&#10;</xsl:text>
  </xsl:template>

  <!-- An entry of the bookmarks.
       level, destination; title as plain text                               -->
  <xsl:template name="t:outline">
    <xsl:param name="level"/>
    <xsl:param name="destination"/>
    <xsl:param name="title"/>
    <xsl:value-of select="concat(
      '\unaOutline{', $level, '}{', $destination, '}{')"/>
    <xsl:call-template name="t:plain">
      <xsl:with-param name="string" select="string($title)"/>
    </xsl:call-template>
    <xsl:text>}&#10;</xsl:text>
  </xsl:template>

  <!-- A main part: its bookmark and its heading.
       key  of its word in the locale                                        -->
  <xsl:template name="t:section">
    <xsl:param name="key"/>
    <xsl:variable name="title">
      <xsl:call-template name="t:word">
        <xsl:with-param name="key" select="$key"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:call-template name="t:outline">
      <xsl:with-param name="level" select="1"/>
      <xsl:with-param name="destination" select="$key"/>
      <xsl:with-param name="title" select="$title"/>
    </xsl:call-template>
    <xsl:value-of select="concat('\unaSection{', $key, '}{')"/>
    <xsl:call-template name="t:text">
      <xsl:with-param name="string" select="string($title)"/>
    </xsl:call-template>
    <xsl:text>}&#10;</xsl:text>
  </xsl:template>

</xsl:stylesheet>
