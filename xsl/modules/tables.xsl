<?xml version="1.0" encoding="UTF-8"?>
<!-- Tables.                                                                 -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:t="urn:unagenda:template"
  xmlns:tp="urn:unagenda:template:private"
  xmlns:m="urn:unagenda:mode"
  xmlns:mp="urn:unagenda:mode:private"
  exclude-result-prefixes="t tp m mp">

  <xsl:template match="table">
    <xsl:call-template name="t:at"/>
    <xsl:if test="title or @numbered = 'yes'">
      <xsl:text>\unaTableTitle{</xsl:text>
      <xsl:if test="@id">
        <xsl:apply-templates select="." mode="m:destination"/>
      </xsl:if>
      <xsl:text>}{</xsl:text>
      <xsl:apply-templates select="." mode="m:text-label"/>
      <xsl:text>}{</xsl:text>
      <xsl:apply-templates select="title" mode="m:title"/>
      <xsl:text>}&#10;</xsl:text>
    </xsl:if>
    <xsl:text>\begin{unaTable}{</xsl:text>
    <xsl:apply-templates select="." mode="mp:style"/>
    <xsl:text>}{</xsl:text>
    <xsl:for-each select="column">
      <xsl:if test="position() > 1">,</xsl:if>
      <xsl:value-of select="concat(@width, ':', substring(@align, 1, 1))"/>
    </xsl:for-each>
    <xsl:text>}&#10;</xsl:text>
    <xsl:if test="head">
      <xsl:text>\unaTableHead&#10;</xsl:text>
      <xsl:apply-templates select="head/row"/>
    </xsl:if>
    <xsl:text>\unaTableBody&#10;</xsl:text>
    <xsl:apply-templates select="row"/>
    <xsl:text>\end{unaTable}&#10;</xsl:text>
    <xsl:call-template name="t:table-notes"/>
  </xsl:template>
  <xsl:template match="table" mode="mp:style">
    <xsl:choose>
      <xsl:when test="@size = 'small'">small</xsl:when>
      <xsl:otherwise>text</xsl:otherwise>
    </xsl:choose>
    <xsl:choose>
      <xsl:when test="@set = 'twice'">-twice</xsl:when>
      <xsl:when test="@width = 'page'">-page</xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="row">
    <xsl:call-template name="t:at"/>
    <xsl:text>\begin{unaRow}&#10;</xsl:text>
    <xsl:apply-templates select="cell"/>
    <xsl:text>\end{unaRow}&#10;</xsl:text>
  </xsl:template>
  <xsl:template match="cell">
    <xsl:value-of select="concat('\unaCell{', @columns, '}{', @rows, '}{',
      substring(@align, 1, 1))"/>
    <xsl:if test="@strong = 'yes'">bg</xsl:if>
    <xsl:text>}{</xsl:text>
    <xsl:apply-templates mode="m:text"/>
    <xsl:text>}&#10;</xsl:text>
  </xsl:template>

  <!-- A column head that is a word of the locale.                           -->
  <xsl:template name="t:head-cell">
    <xsl:param name="key"/>
    <xsl:param name="options"/>
    <xsl:value-of select="concat('\unaCell{1}{1}{', $options, '}{')"/>
    <xsl:call-template name="t:word-text">
      <xsl:with-param name="key" select="$key"/>
    </xsl:call-template>
    <xsl:text>}&#10;</xsl:text>
  </xsl:template>

  <!-- The notes of a table stand under it.                                  -->
  <xsl:template name="t:table-notes">
    <xsl:for-each select=".//note">
      <xsl:text>\unaTableNote</xsl:text>
      <xsl:apply-templates select="." mode="m:named-mark"/>
      <xsl:text>{</xsl:text>
      <xsl:apply-templates mode="m:text"/>
      <xsl:text>}&#10;</xsl:text>
    </xsl:for-each>
    <xsl:if test=".//note and following-sibling::*">
      <xsl:text>\unaTableNotesEnd&#10;</xsl:text>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
