<?xml version="1.0" encoding="UTF-8"?>
<!-- The items, twice: as the list "Provisional agenda", and as annotations.
     Both come from the same tree, so that they cannot disagree.             -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:t="urn:unagenda:template"
  xmlns:m="urn:unagenda:mode"
  xmlns:mp="urn:unagenda:mode:private"
  exclude-result-prefixes="t m mp">

  <!-- m:list: the list                                                      -->
  <xsl:template match="items" mode="m:list">
    <xsl:call-template name="t:section">
      <xsl:with-param name="key" select="'provisional-agenda'"/>
    </xsl:call-template>
    <xsl:text>\begin{unaAgenda}&#10;</xsl:text>
    <xsl:apply-templates select="item" mode="m:list"/>
    <xsl:text>\end{unaAgenda}&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="item" mode="m:list">
    <xsl:call-template name="t:at"/>
    <xsl:value-of
      select="concat('\unaAgendaItem{', count(ancestor::item) + 1, '}{')"/>
    <xsl:apply-templates select="." mode="m:text-label"/>
    <xsl:text>}{</xsl:text>
    <!-- An item without annotation has its place here.                      -->
    <xsl:choose>
      <xsl:when test="descendant::annotation | descendant::documentation"
        >\unaLink{</xsl:when>
      <xsl:otherwise>\unaTarget{</xsl:otherwise>
    </xsl:choose>
    <xsl:apply-templates select="." mode="m:destination"/>
    <xsl:text>}{</xsl:text>
    <xsl:apply-templates select="title/node()" mode="m:text"/>
    <xsl:apply-templates select="." mode="mp:end"/>
    <xsl:text>}}&#10;</xsl:text>
    <xsl:apply-templates select="item" mode="m:list"/>
  </xsl:template>

  <!-- What ends a title in the list.                                        -->
  <xsl:template match="item" mode="mp:end">
    <xsl:call-template name="t:word">
      <xsl:with-param name="key">
        <xsl:choose>
          <xsl:when test="item">item-end-opening</xsl:when>
          <xsl:when test="ancestor-or-self::item[parent::item]
                          [following-sibling::item]">item-end-more</xsl:when>
          <xsl:otherwise>item-end-last</xsl:otherwise>
        </xsl:choose>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- m:annotations: heading, text and documents of each item               -->
  <xsl:template match="items" mode="m:annotations">
    <xsl:if test="descendant::annotation | descendant::documentation">
      <xsl:call-template name="t:section">
        <xsl:with-param name="key" select="'annotations'"/>
      </xsl:call-template>
      <xsl:apply-templates select="item" mode="m:annotations"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="item" mode="m:annotations">
    <xsl:if test="descendant::annotation | descendant::documentation">
      <xsl:apply-templates select="." mode="mp:heading"/>
      <xsl:apply-templates select="annotation | documentation"/>
      <xsl:apply-templates select="item" mode="m:annotations"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="item" mode="mp:heading">
    <xsl:variable name="level" select="count(ancestor::item) + 1"/>
    <xsl:variable name="destination">
      <xsl:apply-templates select="." mode="m:destination"/>
    </xsl:variable>
    <xsl:variable name="heading"
      select="heading | title[not(../heading)]"/>
    <xsl:call-template name="t:outline">
      <xsl:with-param name="level" select="$level + 1"/>
      <xsl:with-param name="destination" select="$destination"/>
      <xsl:with-param name="title">
        <xsl:apply-templates select="." mode="m:label"/>
        <xsl:text> </xsl:text>
        <xsl:apply-templates select="$heading" mode="m:string"/>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="t:at"/>
    <xsl:value-of select="concat(
      '\unaItemHeading{', $level, '}{', $destination, '}{')"/>
    <xsl:apply-templates select="." mode="m:text-label"/>
    <xsl:text>}{</xsl:text>
    <xsl:apply-templates select="$heading" mode="m:title"/>
    <xsl:text>}&#10;</xsl:text>
  </xsl:template>

  <!-- m:title: a title outside the list, without its notes, which stand
       there; a heading stands in no list and keeps its own                  -->
  <xsl:template match="title" mode="m:title">
    <xsl:apply-templates mode="m:text">
      <xsl:with-param name="notes" select="false()"/>
    </xsl:apply-templates>
  </xsl:template>
  <xsl:template match="heading" mode="m:title">
    <xsl:apply-templates mode="m:text"/>
  </xsl:template>

  <xsl:template match="annotation">
    <xsl:apply-templates select="*"/>
  </xsl:template>

  <xsl:template match="documentation">
    <xsl:value-of select="concat(
      '\unaSubheading{', count(ancestor::item) + 1, '}{')"/>
    <xsl:call-template name="t:text">
      <xsl:with-param name="string">
        <xsl:call-template name="t:word">
          <xsl:with-param name="key" select="'documentation'"/>
        </xsl:call-template>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:text>}&#10;\begin{unaDocuments}&#10;</xsl:text>
    <xsl:apply-templates select="document"/>
    <xsl:text>\end{unaDocuments}&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="document">
    <xsl:call-template name="t:at"/>
    <xsl:text>\unaDocumentEntry{</xsl:text>
    <xsl:apply-templates mode="m:text"/>
    <xsl:text>}{</xsl:text>
    <xsl:call-template name="t:symbol">
      <xsl:with-param name="symbol" select="@symbol"/>
    </xsl:call-template>
    <xsl:text>}&#10;</xsl:text>
  </xsl:template>

</xsl:stylesheet>
