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
    <xsl:if test="$draft">
      <xsl:call-template name="tp:field">
        <xsl:with-param name="name" select="'draft'"/>
        <xsl:with-param name="word" select="'draft'"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:text>\unaField{emblem}{</xsl:text>
    <xsl:call-template name="t:plain">
      <xsl:with-param name="string">
        <xsl:call-template name="t:word">
          <xsl:with-param name="key" select="'emblem'"/>
        </xsl:call-template>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:text>}&#10;</xsl:text>
    <xsl:apply-templates select="@qr"/>
    <xsl:text>\unaField{total}{</xsl:text>
    <xsl:if test="$v:year >= $v:station/@total">yes</xsl:if>
    <xsl:text>}&#10;\unaField{symbol-note}{</xsl:text>
    <xsl:apply-templates select="note" mode="m:text"/>
    <xsl:text>}&#10;</xsl:text>
  </xsl:template>

  <!-- A field of the masthead that is a word of the locale.                 -->
  <xsl:template name="tp:field">
    <xsl:param name="name"/>
    <xsl:param name="word"/>
    <xsl:value-of select="concat('\unaField{', $name, '}{')"/>
    <xsl:call-template name="t:word-text">
      <xsl:with-param name="key" select="$word"/>
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
    <xsl:call-template name="tp:latin-field">
      <xsl:with-param name="name" select="'symbol'"/>
      <xsl:with-param name="text" select="concat(., $stars)"/>
    </xsl:call-template>
    <xsl:call-template name="tp:latin-field">
      <xsl:with-param name="name" select="'symbol-head'"/>
      <xsl:with-param name="text" select="$head"/>
    </xsl:call-template>
    <xsl:call-template name="tp:latin-field">
      <xsl:with-param name="name" select="'symbol-tail'"/>
      <xsl:with-param name="text"
        select="concat(substring-after(., $head), $stars)"/>
    </xsl:call-template>
  </xsl:template>
  <!-- A field that is one run from left to right in every language.         -->
  <xsl:template name="tp:latin-field">
    <xsl:param name="name"/>
    <xsl:param name="text"/>
    <xsl:value-of select="concat('\unaField{', $name, '}{')"/>
    <xsl:call-template name="t:latin-text">
      <xsl:with-param name="string" select="string($text)"/>
    </xsl:call-template>
    <xsl:text>}&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="masthead/@body">
    <xsl:variable name="name">
      <xsl:call-template name="t:body">
        <xsl:with-param name="key" select="."/>
        <xsl:with-param name="broken" select="true()"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:text>\unaField{organ}{</xsl:text>
    <xsl:for-each select="str:tokenize($name, '&#x200B;')">
      <xsl:if test="position() > 1">\unaLine{}</xsl:if>
      <xsl:call-template name="t:text"/>
    </xsl:for-each>
    <xsl:text>}&#10;</xsl:text>
  </xsl:template>

  <!-- The right column: distribution, date, an empty line, the language, and
       for a translation the language of the original.                       -->
  <xsl:template name="tp:distribution">
    <xsl:text>\unaField{distribution}{</xsl:text>
    <xsl:if test="$v:locale/@masthead">
      <xsl:value-of
        select="concat('\unaForeign{', $v:locale/@masthead, '}{')"/>
    </xsl:if>
    <xsl:call-template name="tp:word">
      <xsl:with-param name="key"
        select="concat('distribution-', @distribution)"/>
    </xsl:call-template>
    <xsl:text>\unaLine{}</xsl:text>
    <xsl:call-template name="tp:text">
      <xsl:with-param name="string">
        <xsl:call-template name="t:date">
          <xsl:with-param name="date" select="@date"/>
          <xsl:with-param name="locale" select="$v:masthead-locale"/>
        </xsl:call-template>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:text>\unaLine{}\unaLine{}</xsl:text>
    <xsl:choose>
      <xsl:when test="@only">
        <xsl:call-template name="tp:text">
          <xsl:with-param name="string">
            <xsl:call-template name="tp:only"/>
          </xsl:with-param>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:if test="@original != $v:language">
          <xsl:call-template name="tp:text">
            <xsl:with-param name="string">
              <xsl:call-template name="t:form">
                <xsl:with-param name="key" select="'language-line'"/>
                <xsl:with-param name="locale" select="$v:masthead-locale"/>
                <xsl:with-param name="text">
                  <xsl:call-template name="t:word">
                    <xsl:with-param name="key"
                      select="concat('language-', $v:language)"/>
                    <xsl:with-param name="locale"
                      select="$v:masthead-locale"/>
                  </xsl:call-template>
                </xsl:with-param>
              </xsl:call-template>
            </xsl:with-param>
          </xsl:call-template>
          <xsl:text>\unaLine{}</xsl:text>
        </xsl:if>
        <xsl:call-template name="tp:word">
          <xsl:with-param name="key" select="concat('original-', @original)"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:if test="$v:locale/@masthead">}</xsl:if>
    <xsl:text>}&#10;</xsl:text>
  </xsl:template>
  <!-- A word of that column.                                                -->
  <xsl:template name="tp:word">
    <xsl:param name="key"/>
    <xsl:call-template name="tp:text">
      <xsl:with-param name="string">
        <xsl:call-template name="t:word">
          <xsl:with-param name="key" select="$key"/>
          <xsl:with-param name="locale" select="$v:masthead-locale"/>
        </xsl:call-template>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>
  <!-- A line of it, which in English is one run in any language.            -->
  <xsl:template name="tp:text">
    <xsl:param name="string"/>
    <xsl:choose>
      <xsl:when test="$v:locale/@masthead">
        <xsl:call-template name="t:latin-text">
          <xsl:with-param name="string" select="string($string)"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="t:text">
          <xsl:with-param name="string" select="string($string)"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <!-- "English, French and Spanish only".                                   -->
  <xsl:template name="tp:only">
    <xsl:call-template name="t:form">
      <xsl:with-param name="key" select="'only'"/>
      <xsl:with-param name="locale" select="$v:masthead-locale"/>
      <xsl:with-param name="text">
        <xsl:for-each select="str:tokenize(@only)">
          <xsl:variable name="language">
            <xsl:call-template name="t:word">
              <xsl:with-param name="key" select="concat('language-', .)"/>
              <xsl:with-param name="locale" select="$v:masthead-locale"/>
            </xsl:call-template>
          </xsl:variable>
          <xsl:call-template name="t:between">
            <xsl:with-param name="position" select="position()"/>
            <xsl:with-param name="last" select="last()"/>
            <xsl:with-param name="next" select="string($language)"/>
            <xsl:with-param name="locale" select="$v:masthead-locale"/>
          </xsl:call-template>
          <xsl:value-of select="$language"/>
        </xsl:for-each>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- The job number: alone on later pages, with language and days on page 1,
       and its digits in the bars.                                           -->
  <xsl:template match="masthead/@job">
    <xsl:call-template name="tp:latin-field">
      <xsl:with-param name="name" select="'job'"/>
      <xsl:with-param name="text" select="string(.)"/>
    </xsl:call-template>
    <xsl:call-template name="tp:latin-field">
      <xsl:with-param name="name" select="'job-line'"/>
      <xsl:with-param name="text">
        <xsl:call-template name="tp:job-line"/>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:value-of select="concat('\unaField{barcode}{',
      translate(., translate(., '0123456789', ''), ''), '}&#10;')"/>
  </xsl:template>

  <!-- "V.07-83856 (E)    150607 180607"; where the page is read from right to
       left, the same from its other end.                                    -->
  <xsl:template name="tp:job-line">
    <xsl:variable name="job">
      <xsl:value-of select="."/>
      <xsl:if test="$v:station/@job = 'open'">
        <xsl:text> </xsl:text>
      </xsl:if>
      <xsl:text>(</xsl:text>
      <xsl:call-template name="t:word">
        <xsl:with-param name="key" select="'job-language'"/>
      </xsl:call-template>
      <xsl:text>)</xsl:text>
    </xsl:variable>
    <xsl:variable name="days" select="str:tokenize(../@processed)"/>
    <xsl:variable name="gap" select="substring('&#xA0;&#xA0;&#xA0;&#xA0;',
      1, 4 * boolean($days))"/>
    <xsl:choose>
      <xsl:when test="$v:right-to-left">
        <xsl:for-each select="$days">
          <xsl:sort select="position()" data-type="number" order="descending"/>
          <xsl:call-template name="tp:processed-day"/>
        </xsl:for-each>
        <xsl:value-of select="concat($gap, $job)"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="concat($job, $gap)"/>
        <xsl:for-each select="$days">
          <xsl:call-template name="tp:processed-day"/>
        </xsl:for-each>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <!-- 2007-06-15 becomes 150607.                                            -->
  <xsl:template name="tp:processed-day">
    <xsl:if test="position() > 1">
      <xsl:text> </xsl:text>
    </xsl:if>
    <xsl:value-of select="concat(substring(., 9, 2),
      substring(., 6, 2), substring(., 3, 2))"/>
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
