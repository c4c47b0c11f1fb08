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
    <xsl:value-of select="concat('\begin{unaAnnex}{', @orientation, '}{',
      $destination, '}{')"/>
    <xsl:call-template name="t:text">
      <xsl:with-param name="string" select="string($label)"/>
    </xsl:call-template>
    <xsl:text>}{</xsl:text>
    <xsl:if test="@original">
      <xsl:call-template name="t:text">
        <xsl:with-param name="string">
          <xsl:call-template name="t:form">
            <xsl:with-param name="key" select="'annex-original'"/>
            <xsl:with-param name="text">
              <xsl:call-template name="t:word">
                <xsl:with-param name="key"
                  select="concat('original-', @original)"/>
              </xsl:call-template>
            </xsl:with-param>
          </xsl:call-template>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:if>
    <xsl:text>}{</xsl:text>
    <xsl:apply-templates select="title/node()" mode="m:text"/>
    <xsl:text>}&#10;</xsl:text>
    <xsl:apply-templates select="*[not(self::title)]"/>
    <xsl:text>\end{unaAnnex}&#10;</xsl:text>
  </xsl:template>

</xsl:stylesheet>
