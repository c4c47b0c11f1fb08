<?xml version="1.0" encoding="UTF-8"?>
<!-- Numbers and letters of items, list entries, notes and annexes, and the
     names of the places that links lead to.                                 -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:t="urn:unagenda:template"
  xmlns:m="urn:unagenda:mode"
  exclude-result-prefixes="t m">

  <!-- m:label: as it stands before the thing itself: "1.", "(a)", "(i)".    -->
  <xsl:template match="item" mode="m:label">
    <xsl:call-template name="t:form">
      <xsl:with-param name="key"
        select="concat('item-', count(ancestor::item) + 1)"/>
      <xsl:with-param name="number" select="count(preceding-sibling::item) + 1"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="li" mode="m:label">
    <xsl:call-template name="t:form">
      <xsl:with-param name="key"
        select="concat('list-', count(ancestor::list))"/>
      <xsl:with-param name="number" select="count(preceding-sibling::li) + 1"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="note" mode="m:label">
    <xsl:number level="any" count="note"/>
  </xsl:template>
  <xsl:template match="annex" mode="m:label">
    <xsl:call-template name="t:word">
      <xsl:with-param name="key" select="'annex'"/>
    </xsl:call-template>
    <xsl:if test="count(../annex) > 1">
      <xsl:text> </xsl:text>
      <xsl:number format="I"/>
    </xsl:if>
  </xsl:template>

  <!-- m:text-label: the same as TeX.                                        -->
  <xsl:template match="*" mode="m:text-label">
    <xsl:call-template name="t:text">
      <xsl:with-param name="string">
        <xsl:apply-templates select="." mode="m:label"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- m:number: as a reference has it: "1", "1 (a)", "1 (a) (i)"; "II".     -->
  <xsl:template match="item" mode="m:number">
    <xsl:value-of select="count(preceding-sibling::item) + 1"/>
  </xsl:template>
  <xsl:template match="item/item" mode="m:number">
    <xsl:apply-templates select=".." mode="m:number"/>
    <xsl:text>&#xA0;</xsl:text>
    <xsl:apply-templates select="." mode="m:label"/>
  </xsl:template>
  <xsl:template match="annex" mode="m:number">
    <xsl:if test="count(../annex) > 1">
      <xsl:number format="I"/>
    </xsl:if>
  </xsl:template>

  <!-- m:destination: what links call it.                                    -->
  <xsl:template match="item | annex" mode="m:destination">
    <xsl:value-of select="concat(name(), '.', @id)"/>
  </xsl:template>

  <!-- Slots of the forms of labels.                                         -->
  <xsl:template match="number" mode="m:form">
    <xsl:param name="number"/>
    <xsl:value-of select="$number"/>
  </xsl:template>
  <xsl:template match="letter" mode="m:form">
    <xsl:param name="number"/>
    <xsl:number value="$number" format="a"/>
  </xsl:template>
  <xsl:template match="roman" mode="m:form">
    <xsl:param name="number"/>
    <xsl:number value="$number" format="i"/>
  </xsl:template>

</xsl:stylesheet>
