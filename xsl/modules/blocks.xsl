<?xml version="1.0" encoding="UTF-8"?>
<!-- Sections, paragraphs and lists, and what is set off from them.          -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:t="urn:unagenda:template"
  xmlns:m="urn:unagenda:mode"
  exclude-result-prefixes="t m">

  <xsl:template match="section">
    <!-- A timetable that is no annex starts on a page of its own, too.      -->
    <xsl:if test="*[2][self::timetable]">\unaStartPage&#10;</xsl:if>
    <xsl:call-template name="t:heading">
      <xsl:with-param name="title" select="title"/>
      <xsl:with-param name="rank">
        <xsl:apply-templates select="." mode="m:rank"/>
      </xsl:with-param>
      <xsl:with-param name="level">
        <xsl:apply-templates select="." mode="m:level"/>
      </xsl:with-param>
      <xsl:with-param name="destination">
        <xsl:apply-templates select="." mode="m:destination"/>
      </xsl:with-param>
      <xsl:with-param name="label">
        <xsl:apply-templates select="." mode="m:label"/>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:apply-templates select="*[not(self::title)]"/>
  </xsl:template>

  <xsl:template match="p">
    <xsl:variable name="number">
      <xsl:apply-templates select="." mode="m:paragraph-number"/>
    </xsl:variable>
    <xsl:call-template name="t:at"/>
    <xsl:text>\begin{unaParagraph}{</xsl:text>
    <xsl:if test="string($number)">
      <xsl:call-template name="t:text">
        <xsl:with-param name="string">
          <xsl:call-template name="t:form">
            <xsl:with-param name="key" select="'paragraph'"/>
            <xsl:with-param name="number" select="string($number)"/>
          </xsl:call-template>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:if>
    <xsl:text>}&#10;</xsl:text>
    <xsl:if test="@id">
      <xsl:text>\unaTarget{</xsl:text>
      <xsl:apply-templates select="." mode="m:destination"/>
      <xsl:text>}{}</xsl:text>
    </xsl:if>
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

  <xsl:template match="quote">
    <xsl:text>\begin{unaQuotation}&#10;</xsl:text>
    <xsl:apply-templates select="*"/>
    <xsl:text>\end{unaQuotation}&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="box">
    <xsl:call-template name="t:at"/>
    <xsl:text>\begin{unaBox}{</xsl:text>
    <xsl:apply-templates select="title" mode="m:title"/>
    <xsl:text>}&#10;</xsl:text>
    <xsl:apply-templates select="*[not(self::title)]"/>
    <xsl:text>\end{unaBox}&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="signature">
    <xsl:call-template name="t:at"/>
    <xsl:text>\unaSignature{</xsl:text>
    <xsl:apply-templates select="name/node()" mode="m:text"/>
    <xsl:text>}{</xsl:text>
    <xsl:apply-templates select="office/node()" mode="m:text"/>
    <xsl:text>}&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="correction">
    <xsl:call-template name="t:at"/>
    <xsl:text>\unaCorrection{</xsl:text>
    <xsl:apply-templates select="place/node()" mode="m:text"/>
    <xsl:text>}{</xsl:text>
    <xsl:apply-templates select="instruction/node()" mode="m:text"/>
    <xsl:text>}&#10;</xsl:text>
    <xsl:apply-templates select="*[not(self::place | self::instruction)]"/>
  </xsl:template>

</xsl:stylesheet>
