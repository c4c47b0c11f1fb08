<?xml version="1.0" encoding="UTF-8"?>
<!-- Masthead and foot of page 1.                                            -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:str="http://exslt.org/strings"
  xmlns:t="urn:unagenda:template"
  xmlns:tp="urn:unagenda:template:private"
  xmlns:m="urn:unagenda:mode"
  xmlns:v="urn:unagenda:variable"
  xmlns:una="urn:unagenda"
  exclude-result-prefixes="str t tp m v una">

  <xsl:template match="masthead">
    <xsl:call-template name="t:at"/>
    <xsl:call-template name="tp:field">
      <xsl:with-param name="name" select="'organisation'"/>
      <xsl:with-param name="word" select="'united-nations'"/>
    </xsl:call-template>
    <xsl:apply-templates select="@symbol"/>
    <xsl:apply-templates select="@body"/>
    <xsl:call-template name="tp:distribution"/>
    <xsl:choose>
      <xsl:when test="@job">
        <xsl:apply-templates select="@job"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:text>\unaField{job}{}&#10;\unaField{job-line}{}&#10;</xsl:text>
        <xsl:text>\unaField{barcode}{}&#10;</xsl:text>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:call-template name="tp:field">
      <xsl:with-param name="name" select="'recycle'"/>
      <xsl:with-param name="word" select="'recycle'"/>
    </xsl:call-template>
    <xsl:apply-templates select="@qr"/>
    <xsl:text>\unaField{total}{</xsl:text>
    <xsl:if test="$v:year >= $v:station/@total">yes</xsl:if>
    <xsl:text>}&#10;\unaField{symbol-note}{</xsl:text>
    <xsl:apply-templates select="note" mode="m:text"/>
    <xsl:text>}&#10;</xsl:text>
  </xsl:template>

  <!-- A field of the masthead: from a text, or from a word of the locale.   -->
  <xsl:template name="tp:field">
    <xsl:param name="name"/>
    <xsl:param name="word"/>
    <xsl:param name="text">
      <xsl:call-template name="t:word">
        <xsl:with-param name="key" select="$word"/>
      </xsl:call-template>
    </xsl:param>
    <xsl:value-of select="concat('\unaField{', $name, '}{')"/>
    <xsl:call-template name="t:text">
      <xsl:with-param name="string" select="string($text)"/>
    </xsl:call-template>
    <xsl:text>}&#10;</xsl:text>
  </xsl:template>

  <!-- The symbol in two sizes: the first component, large, and the rest.    -->
  <xsl:template match="masthead/@symbol">
    <xsl:variable name="head"
      select="substring-before(concat(., '/'), '/')"/>
    <xsl:variable name="stars">
      <xsl:if test="../@reissued">*</xsl:if>
      <xsl:if test="../@reissued = 'twice'">*</xsl:if>
    </xsl:variable>
    <xsl:call-template name="tp:field">
      <xsl:with-param name="name" select="'symbol'"/>
      <xsl:with-param name="text" select="concat(., $stars)"/>
    </xsl:call-template>
    <xsl:call-template name="tp:field">
      <xsl:with-param name="name" select="'symbol-head'"/>
      <xsl:with-param name="text" select="$head"/>
    </xsl:call-template>
    <xsl:call-template name="tp:field">
      <xsl:with-param name="name" select="'symbol-tail'"/>
      <xsl:with-param name="text" select="concat(substring-after(., $head), $stars)"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="masthead/@body">
    <xsl:call-template name="tp:field">
      <xsl:with-param name="name" select="'organ'"/>
      <xsl:with-param name="text">
        <xsl:call-template name="t:body">
          <xsl:with-param name="key" select="."/>
        </xsl:call-template>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- The right column: distribution, date, an empty line, the language, and
       for a translation the language of the original.                       -->
  <xsl:template name="tp:distribution">
    <xsl:text>\unaField{distribution}{</xsl:text>
    <xsl:call-template name="t:word-text">
      <xsl:with-param name="key"
        select="concat('distribution-', @distribution)"/>
    </xsl:call-template>
    <xsl:text>\unaLine{}</xsl:text>
    <xsl:call-template name="t:text">
      <xsl:with-param name="string">
        <xsl:call-template name="t:date">
          <xsl:with-param name="date" select="@date"/>
        </xsl:call-template>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:text>\unaLine{}\unaLine{}</xsl:text>
    <xsl:choose>
      <xsl:when test="@only">
        <xsl:call-template name="t:text">
          <xsl:with-param name="string">
            <xsl:call-template name="tp:only"/>
          </xsl:with-param>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:if test="@original != $v:language">
          <xsl:call-template name="t:word-text">
            <xsl:with-param name="key" select="'language'"/>
          </xsl:call-template>
          <xsl:text>\unaLine{}</xsl:text>
        </xsl:if>
        <xsl:call-template name="t:word-text">
          <xsl:with-param name="key" select="concat('original-', @original)"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:text>}&#10;</xsl:text>
  </xsl:template>
  <!-- "English, French and Spanish only".                                   -->
  <xsl:template name="tp:only">
    <xsl:call-template name="t:form">
      <xsl:with-param name="key" select="'only'"/>
      <xsl:with-param name="text">
        <xsl:for-each select="str:tokenize(@only)">
          <xsl:call-template name="t:between">
            <xsl:with-param name="position" select="position()"/>
            <xsl:with-param name="last" select="last()"/>
          </xsl:call-template>
          <xsl:call-template name="t:word">
            <xsl:with-param name="key" select="concat('language-', .)"/>
          </xsl:call-template>
        </xsl:for-each>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- The job number: alone on later pages, with language and days on page 1,
       and its digits in the bars.                                           -->
  <xsl:template match="masthead/@job">
    <xsl:call-template name="tp:field">
      <xsl:with-param name="name" select="'job'"/>
      <xsl:with-param name="text" select="."/>
    </xsl:call-template>
    <xsl:call-template name="tp:field">
      <xsl:with-param name="name" select="'job-line'"/>
      <xsl:with-param name="text">
        <xsl:value-of select="."/>
        <xsl:if test="$v:station/@job = 'open'">
          <xsl:text> </xsl:text>
        </xsl:if>
        <xsl:text>(</xsl:text>
        <xsl:call-template name="t:word">
          <xsl:with-param name="key" select="'job-language'"/>
        </xsl:call-template>
        <xsl:text>)</xsl:text>
        <xsl:if test="../@processed">
          <xsl:text>&#xA0;&#xA0;&#xA0;&#xA0;</xsl:text>
          <xsl:call-template name="tp:days">
            <xsl:with-param name="days"
              select="normalize-space(../@processed)"/>
          </xsl:call-template>
        </xsl:if>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="tp:field">
      <xsl:with-param name="name" select="'barcode'"/>
      <xsl:with-param name="text"
        select="translate(., translate(., '0123456789', ''), '')"/>
    </xsl:call-template>
  </xsl:template>

  <!-- 2007-06-15 2007-06-18 becomes 150607 180607.                          -->
  <xsl:template name="tp:days">
    <xsl:param name="days"/>
    <xsl:variable name="day" select="substring($days, 1, 10)"/>
    <xsl:variable name="rest" select="substring($days, 12)"/>
    <xsl:value-of select="concat(substring($day, 9, 2),
      substring($day, 6, 2), substring($day, 3, 2))"/>
    <xsl:if test="$rest">
      <xsl:text> </xsl:text>
      <xsl:call-template name="tp:days">
        <xsl:with-param name="days" select="$rest"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- The address under which the Organization serves the document.  The codes
       printed until 2024 lead to undocs.org, later ones to docs.un.org; spaces
       of the symbol are left out.                                           -->
  <xsl:template match="masthead/@qr">
    <xsl:text>\unaField{qr}{</xsl:text>
    <xsl:if test=". = 'yes'">
      <xsl:variable name="symbol" select="translate(../@symbol, ' ', '')"/>
      <xsl:choose>
        <xsl:when test="$v:year &lt; 2025">
          <xsl:value-of
            select="una:qr(concat('https://undocs.org/', $symbol))"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:value-of select="una:qr(concat(
            'https://docs.un.org/', $v:language, '/', $symbol))"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:if>
    <xsl:text>}&#10;</xsl:text>
  </xsl:template>

</xsl:stylesheet>
