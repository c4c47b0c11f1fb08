<?xml version="1.0" encoding="UTF-8"?>
<!-- Annexes.                                                                -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:t="urn:unagenda:template"
  xmlns:m="urn:unagenda:mode"
  exclude-result-prefixes="t m">

  <xsl:template match="annex">
    <xsl:variable name="destination">
      <xsl:apply-templates select="." mode="m:destination"/>
    </xsl:variable>
    <xsl:variable name="label">
      <xsl:apply-templates select="." mode="m:label"/>
    </xsl:variable>
    <xsl:call-template name="t:outline">
      <xsl:with-param name="level" select="1"/>
      <xsl:with-param name="destination" select="$destination"/>
      <xsl:with-param name="title">
        <xsl:value-of select="concat($label, ' &#x2013; ')"/>
        <xsl:apply-templates select="title" mode="m:string"/>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="t:at"/>
    <xsl:value-of select="concat('\unaAnnex{', $destination, '}{')"/>
    <xsl:call-template name="t:text">
      <xsl:with-param name="string" select="string($label)"/>
    </xsl:call-template>
    <xsl:text>}{</xsl:text>
    <xsl:apply-templates select="title/node()" mode="m:text"/>
    <xsl:text>}&#10;</xsl:text>
    <xsl:apply-templates select="*[not(self::title)]"/>
  </xsl:template>

</xsl:stylesheet>
