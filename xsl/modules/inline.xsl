<?xml version="1.0" encoding="UTF-8"?>
<!-- What stands within a line.

     m:string  as plain text: for bookmarks, and for what is the same in TeX
     m:text    as TeX                                                        -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:t="urn:unagenda:template"
  xmlns:tp="urn:unagenda:template:private"
  xmlns:m="urn:unagenda:mode"
  xmlns:v="urn:unagenda:variable"
  xmlns:una="urn:unagenda"
  exclude-result-prefixes="t tp m v una">

  <!-- A decision with a symbol is a link to it.                             -->
  <xsl:template match="decision[@symbol]" mode="m:text">
    <xsl:text>\unaUrl{https://docs.un.org/</xsl:text>
    <xsl:value-of select="concat($v:language, '/')"/>
    <xsl:call-template name="t:plain">
      <xsl:with-param name="string" select="translate(@symbol, ' ', '')"/>
    </xsl:call-template>
    <xsl:text>}{</xsl:text>
    <xsl:call-template name="t:text">
      <xsl:with-param name="string" select="normalize-space()"/>
    </xsl:call-template>
    <xsl:text>}</xsl:text>
  </xsl:template>
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
    <xsl:call-template name="tp:quote-text">
      <xsl:with-param name="side" select="'open'"/>
    </xsl:call-template>
    <xsl:apply-templates mode="m:text">
      <xsl:with-param name="notes" select="$notes"/>
    </xsl:apply-templates>
    <xsl:call-template name="tp:quote-text">
      <xsl:with-param name="side" select="'close'"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="q" mode="m:string">
    <xsl:call-template name="tp:quote">
      <xsl:with-param name="side" select="'open'"/>
    </xsl:call-template>
    <xsl:apply-templates mode="m:string"/>
    <xsl:call-template name="tp:quote">
      <xsl:with-param name="side" select="'close'"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template name="tp:quote-text">
    <xsl:param name="side"/>
    <xsl:call-template name="t:text">
      <xsl:with-param name="string">
        <xsl:call-template name="tp:quote">
          <xsl:with-param name="side" select="$side"/>
        </xsl:call-template>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>
  <xsl:template name="tp:quote">
    <xsl:param name="side"/>
    <xsl:call-template name="t:word">
      <xsl:with-param name="key">
        <xsl:if test="count(ancestor::q) mod 2 = 1">inner-</xsl:if>
        <xsl:value-of select="concat('quote-', $side)"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- Italics: titles of works, and words that say what a paragraph is about.-->
  <xsl:template match="work | lead" mode="m:text">
    <xsl:param name="notes" select="true()"/>
    <xsl:text>\unaItalic{</xsl:text>
    <xsl:apply-templates mode="m:text">
      <xsl:with-param name="notes" select="$notes"/>
    </xsl:apply-templates>
    <xsl:text>}</xsl:text>
  </xsl:template>
  <xsl:template match="foreign" mode="m:text">
    <xsl:param name="notes" select="true()"/>
    <xsl:value-of select="concat('\unaForeign{', @xml:lang, '}{')"/>
    <xsl:apply-templates mode="m:text">
      <xsl:with-param name="notes" select="$notes"/>
    </xsl:apply-templates>
    <xsl:text>}</xsl:text>
  </xsl:template>
  <xsl:template match="work | lead | foreign" mode="m:string">
    <xsl:apply-templates mode="m:string"/>
  </xsl:template>

  <!-- An address: printed whole, broken where it must be, and a link.       -->
  <xsl:template match="url" mode="m:text">
    <xsl:call-template name="t:url">
      <xsl:with-param name="url" select="."/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="url" mode="m:string">
    <xsl:value-of select="normalize-space()"/>
  </xsl:template>
  <xsl:template name="t:url">
    <xsl:param name="url"/>
    <xsl:variable name="address" select="normalize-space($url)"/>
    <xsl:text>\unaUrl{</xsl:text>
    <xsl:call-template name="t:plain">
      <xsl:with-param name="string" select="$address"/>
    </xsl:call-template>
    <xsl:text>}{</xsl:text>
    <xsl:variable name="text">
      <xsl:call-template name="t:latin-text">
        <xsl:with-param name="string" select="$address"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:value-of select="una:escaped($text, $v:escapes/address/c)"/>
    <xsl:text>}</xsl:text>
  </xsl:template>

  <!-- References show what they refer to, and lead there.                   -->
  <xsl:template match="ref" mode="m:text">
    <xsl:text>\unaLink{</xsl:text>
    <xsl:apply-templates select="id(@to)" mode="m:destination"/>
    <xsl:text>}{</xsl:text>
    <xsl:choose>
      <xsl:when test="@show = 'title'">
        <xsl:apply-templates select="id(@to)/title" mode="m:title">
          <xsl:with-param name="notes" select="false()"/>
        </xsl:apply-templates>
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
        <xsl:call-template name="t:number-through">
          <xsl:with-param name="first" select="id(@to)"/>
          <xsl:with-param name="last" select="id(@through)"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="title | heading | list-title | annotations-title"
    mode="m:string">
    <xsl:apply-templates mode="m:string"/>
  </xsl:template>
  <!-- As outside the list: see items.xsl.                                   -->
  <xsl:template match="item/item/title" mode="m:string">
    <xsl:variable name="title">
      <xsl:apply-templates mode="m:string"/>
    </xsl:variable>
    <xsl:call-template name="t:with-capital">
      <xsl:with-param name="string" select="normalize-space($title)"/>
      <xsl:with-param name="capital" select="$v:locale/@sub-items = 'small'"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="text()" mode="m:string">
    <xsl:value-of select="."/>
  </xsl:template>

</xsl:stylesheet>
