<?xml version="1.0" encoding="UTF-8"?>
<!-- Annexes and their appendices.                                           -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:t="urn:unagenda:template"
  xmlns:tp="urn:unagenda:template:private"
  xmlns:m="urn:unagenda:mode"
  exclude-result-prefixes="t tp m">

  <xsl:template match="annex">
    <xsl:call-template name="tp:outline"/>
    <xsl:text>\begin{unaAnnex}{</xsl:text>
    <xsl:value-of select="@orientation"/>
    <xsl:text>}{</xsl:text>
    <xsl:call-template name="tp:label"/>
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

  <xsl:template match="appendix">
    <xsl:call-template name="tp:outline"/>
    <xsl:text>\begin{unaAppendix}{</xsl:text>
    <xsl:call-template name="tp:label"/>
    <xsl:text>}{</xsl:text>
    <xsl:apply-templates select="title/node()" mode="m:text"/>
    <xsl:text>}&#10;</xsl:text>
    <xsl:apply-templates select="*[not(self::title)]"/>
    <xsl:text>\end{unaAppendix}&#10;</xsl:text>
  </xsl:template>

  <!-- The bookmark of one, and where it stands in the draft.                -->
  <xsl:template name="tp:outline">
    <xsl:call-template name="t:outline">
      <xsl:with-param name="level">
        <xsl:apply-templates select="." mode="m:level"/>
      </xsl:with-param>
      <xsl:with-param name="destination">
        <xsl:apply-templates select="." mode="m:destination"/>
      </xsl:with-param>
      <xsl:with-param name="title">
        <xsl:apply-templates select="." mode="m:label"/>
        <xsl:text> &#x2013; </xsl:text>
        <xsl:apply-templates select="title" mode="m:string"/>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="t:at"/>
  </xsl:template>

  <!-- {destination}{label}, without the outer braces.                       -->
  <xsl:template name="tp:label">
    <xsl:apply-templates select="." mode="m:destination"/>
    <xsl:text>}{</xsl:text>
    <xsl:apply-templates select="." mode="m:text-label"/>
  </xsl:template>

</xsl:stylesheet>
