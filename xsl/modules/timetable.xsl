<?xml version="1.0" encoding="UTF-8"?>
<!-- The organization of work.                                               -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:t="urn:unagenda:template"
  xmlns:tp="urn:unagenda:template:private"
  xmlns:m="urn:unagenda:mode"
  exclude-result-prefixes="t tp m">

  <xsl:template match="timetable">
    <xsl:call-template name="t:at"/>
    <xsl:text>\begin{unaTimetable}</xsl:text>
    <xsl:call-template name="tp:head">
      <xsl:with-param name="key" select="'column-date'"/>
    </xsl:call-template>
    <xsl:call-template name="tp:head">
      <xsl:with-param name="key" select="'column-time'"/>
    </xsl:call-template>
    <xsl:call-template name="tp:head">
      <xsl:with-param name="key" select="'column-item'"/>
    </xsl:call-template>
    <xsl:call-template name="tp:head">
      <xsl:with-param name="key" select="'column-title'"/>
    </xsl:call-template>
    <xsl:text>&#10;</xsl:text>
    <xsl:apply-templates select="day/sitting"/>
    <xsl:text>\end{unaTimetable}&#10;</xsl:text>
  </xsl:template>
  <xsl:template name="tp:head">
    <xsl:param name="key"/>
    <xsl:call-template name="tp:argument">
      <xsl:with-param name="string">
        <xsl:call-template name="t:word">
          <xsl:with-param name="key" select="$key"/>
        </xsl:call-template>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- A plain string as an argument of a command.                           -->
  <xsl:template name="tp:argument">
    <xsl:param name="string"/>
    <xsl:text>{</xsl:text>
    <xsl:call-template name="t:text">
      <xsl:with-param name="string" select="string($string)"/>
    </xsl:call-template>
    <xsl:text>}</xsl:text>
  </xsl:template>

  <xsl:template match="sitting">
    <xsl:call-template name="t:at"/>
    <xsl:text>\begin{unaSitting}</xsl:text>
    <xsl:call-template name="tp:argument">
      <xsl:with-param name="string">
        <xsl:call-template name="t:date">
          <xsl:with-param name="date" select="../@date"/>
          <xsl:with-param name="form" select="'date-cell'"/>
        </xsl:call-template>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="tp:argument">
      <xsl:with-param name="string">
        <xsl:call-template name="t:times">
          <xsl:with-param name="start" select="@start"/>
          <xsl:with-param name="end" select="@end"/>
        </xsl:call-template>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:text>&#10;</xsl:text>
    <xsl:apply-templates select="take"/>
    <xsl:text>\end{unaSitting}&#10;</xsl:text>
  </xsl:template>

  <!-- The item's number and title; "(continued)" if this timetable has taken
       it up before.                                                         -->
  <xsl:template match="take">
    <xsl:variable name="item" select="id(@item)"/>
    <xsl:text>\unaTake{</xsl:text>
    <xsl:apply-templates select="$item" mode="m:destination"/>
    <xsl:text>}</xsl:text>
    <xsl:call-template name="tp:argument">
      <xsl:with-param name="string">
        <xsl:apply-templates select="$item" mode="m:number"/>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:text>{</xsl:text>
    <xsl:apply-templates select="$item/title" mode="m:title"/>
    <xsl:if test="count((ancestor::timetable//take[@item = current()/@item])
                  [1] | .) > 1">
      <xsl:text> (\unaItalic{</xsl:text>
      <xsl:call-template name="t:word">
        <xsl:with-param name="key" select="'continued'"/>
      </xsl:call-template>
      <xsl:text>})</xsl:text>
    </xsl:if>
    <xsl:text>}&#10;</xsl:text>
  </xsl:template>

</xsl:stylesheet>
