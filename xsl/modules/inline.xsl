<?xml version="1.0" encoding="UTF-8"?>
<!-- What stands within a line.

     m:string  as plain text: for bookmarks, and for what is the same in TeX
     m:text    as TeX                                                        -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:t="urn:unagenda:template"
  xmlns:m="urn:unagenda:mode"
  exclude-result-prefixes="t m">

  <xsl:template match="date | dates | time | decision" mode="m:text">
    <xsl:call-template name="t:text">
      <xsl:with-param name="string">
        <xsl:apply-templates select="." mode="m:string"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="decision | symbol" mode="m:string">
    <xsl:value-of select="normalize-space()"/>
  </xsl:template>

  <xsl:template match="date" mode="m:string">
    <xsl:call-template name="t:date">
      <xsl:with-param name="date" select="@value"/>
      <xsl:with-param name="form">
        <xsl:text>date</xsl:text>
        <xsl:if test="@weekday = 'yes'">-weekday</xsl:if>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="dates" mode="m:string">
    <xsl:call-template name="t:dates">
      <xsl:with-param name="start" select="@start"/>
      <xsl:with-param name="end" select="@end"/>
      <xsl:with-param name="form" select="'dates-text'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- The full stop of "10 a.m." also ends the sentence.                    -->
  <xsl:template match="time" mode="m:string">
    <xsl:variable name="time">
      <xsl:call-template name="t:time">
        <xsl:with-param name="time" select="@value"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:variable name="length" select="string-length($time)"/>
    <xsl:choose>
      <xsl:when test="substring($time, $length) = '.' and
        starts-with(following-sibling::node()[1]/self::text(), '.')">
        <xsl:value-of select="substring($time, 1, $length - 1)"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="$time"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A symbol is set so that it does not break at the end of a line.       -->
  <xsl:template name="t:symbol">
    <xsl:param name="symbol" select="."/>
    <xsl:text>\unaSymbol{</xsl:text>
    <xsl:call-template name="t:text">
      <xsl:with-param name="string" select="normalize-space($symbol)"/>
    </xsl:call-template>
    <xsl:text>}</xsl:text>
  </xsl:template>
  <xsl:template match="symbol" mode="m:text">
    <xsl:call-template name="t:symbol"/>
  </xsl:template>

  <!-- Quotation marks of the language; others within quoted words.          -->
  <xsl:template match="q" mode="m:text">
    <xsl:param name="notes" select="true()"/>
    <xsl:call-template name="t:quote">
      <xsl:with-param name="side" select="'open'"/>
    </xsl:call-template>
    <xsl:apply-templates mode="m:text">
      <xsl:with-param name="notes" select="$notes"/>
    </xsl:apply-templates>
    <xsl:call-template name="t:quote">
      <xsl:with-param name="side" select="'close'"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="q" mode="m:string">
    <xsl:call-template name="t:quote">
      <xsl:with-param name="side" select="'open'"/>
    </xsl:call-template>
    <xsl:apply-templates mode="m:string"/>
    <xsl:call-template name="t:quote">
      <xsl:with-param name="side" select="'close'"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template name="t:quote">
    <xsl:param name="side"/>
    <xsl:call-template name="t:word">
      <xsl:with-param name="key">
        <xsl:if test="count(ancestor::q) mod 2 = 1">inner-</xsl:if>
        <xsl:value-of select="concat('quote-', $side)"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- References show what they refer to, and lead there.                   -->
  <xsl:template match="ref" mode="m:text">
    <xsl:text>\unaLink{</xsl:text>
    <xsl:apply-templates select="id(@to)" mode="m:destination"/>
    <xsl:text>}{</xsl:text>
    <xsl:choose>
      <xsl:when test="@show = 'title'">
        <xsl:apply-templates select="id(@to)/title" mode="m:title"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="t:text">
          <xsl:with-param name="string">
            <xsl:apply-templates select="." mode="m:string"/>
          </xsl:with-param>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:text>}</xsl:text>
  </xsl:template>
  <xsl:template match="ref" mode="m:string">
    <xsl:choose>
      <xsl:when test="@show = 'title'">
        <xsl:apply-templates select="id(@to)/title" mode="m:string"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates select="id(@to)" mode="m:number"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Notes are no part of a plain string, nor of a title that is repeated. -->
  <xsl:template match="note" mode="m:text">
    <xsl:param name="notes" select="true()"/>
    <xsl:if test="$notes">
      <xsl:text>\unaNote{</xsl:text>
      <xsl:apply-templates select="." mode="m:label"/>
      <xsl:text>}{</xsl:text>
      <xsl:apply-templates mode="m:text"/>
      <xsl:text>}</xsl:text>
    </xsl:if>
  </xsl:template>
  <xsl:template match="note" mode="m:string"/>

  <xsl:template match="title | heading" mode="m:string">
    <xsl:apply-templates mode="m:string"/>
  </xsl:template>
  <xsl:template match="text()" mode="m:string">
    <xsl:value-of select="."/>
  </xsl:template>

</xsl:stylesheet>
