<?xml version="1.0" encoding="UTF-8"?>
<!-- Paragraphs and lists.                                                   -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:t="urn:unagenda:template"
  xmlns:m="urn:unagenda:mode"
  exclude-result-prefixes="t m">

  <xsl:template match="p">
    <xsl:call-template name="t:at"/>
    <xsl:text>\begin{unaParagraph}&#10;</xsl:text>
    <xsl:apply-templates mode="m:text"/>
    <xsl:text>&#10;\end{unaParagraph}&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="list">
    <xsl:text>\begin{unaList}&#10;</xsl:text>
    <xsl:apply-templates select="li"/>
    <xsl:text>\end{unaList}&#10;</xsl:text>
  </xsl:template>

  <!-- The first paragraph has the letter, the others stand under it.        -->
  <xsl:template match="li">
    <xsl:call-template name="t:at"/>
    <xsl:value-of
      select="concat('\unaListEntry{', count(ancestor::list), '}{')"/>
    <xsl:apply-templates select="." mode="m:text-label"/>
    <xsl:text>}{</xsl:text>
    <xsl:for-each select="p">
      <xsl:if test="position() > 1">\unaNextParagraph{}</xsl:if>
      <xsl:apply-templates mode="m:text"/>
    </xsl:for-each>
    <xsl:text>}&#10;</xsl:text>
    <xsl:apply-templates select="list"/>
  </xsl:template>

</xsl:stylesheet>
