<?xml version="1.0" encoding="UTF-8"?>
<!-- The one place where text becomes TeX.

     una:escaped looks at each character of the text once and never at what it
     has written, so the order of a table does not matter, and no text, however
     meant, becomes a command.                                               -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:t="urn:unagenda:template"
  xmlns:m="urn:unagenda:mode"
  xmlns:v="urn:unagenda:variable"
  xmlns:una="urn:unagenda"
  exclude-result-prefixes="t m v una">

  <xsl:variable name="v:escapes" select="document('escapes.xml')/escapes"/>
  <!-- Languages have some of their own.                                     -->
  <xsl:variable name="v:text-escapes" select="$v:escapes/text/c
    | $v:escapes/runs[$v:right-to-left]/c
    | $v:escapes/raised[$v:locale/@ordinals = 'raised']/c"/>

  <!-- For running text.                                                     -->
  <xsl:template name="t:text">
    <xsl:param name="string" select="string(.)"/>
    <xsl:value-of select="una:escaped(una:script($string, $v:language),
      $v:text-escapes)"/>
  </xsl:template>

  <!-- The same for what is one run from left to right in every language.    -->
  <xsl:template name="t:latin-text">
    <xsl:param name="string" select="string(.)"/>
    <xsl:variable name="text"
      select="una:escaped($string, $v:escapes/text/c)"/>
    <xsl:choose>
      <xsl:when test="$v:right-to-left">
        <xsl:value-of select="concat('\unaLatin{', $text, '}')"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="$text"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- For a plain string that only Lua reads: bookmarks, metadata.  It has no
       lines that might end.                                                 -->
  <xsl:template name="t:plain">
    <xsl:param name="string" select="string(.)"/>
    <xsl:value-of select="una:escaped(
      una:joined(translate(normalize-space($string), '&#x200B;&#x2060;', ''),
        $v:language),
      $v:escapes/plain/c)"/>
  </xsl:template>

  <!-- White space counts once; at the ends of an element's text, and before a
       note, it does not count at all.                                       -->
  <xsl:template match="text()" mode="m:text">
    <xsl:param name="notes" select="true()"/>
    <xsl:param name="capital" select="false()"/>
    <!-- Each step ends at the nearest sibling, so that a paragraph of thousands
         of pieces takes no longer than its length.                          -->
    <xsl:variable name="before" select="
      preceding-sibling::*[1] or preceding-sibling::text()[1]"/>
    <xsl:variable name="after" select="
      following-sibling::*[1] or following-sibling::text()[1]"/>
    <xsl:variable name="inner">
      <xsl:call-template name="t:with-capital">
        <xsl:with-param name="string" select="normalize-space(.)"/>
        <xsl:with-param name="capital"
          select="$capital and not(preceding-sibling::*)"/>
      </xsl:call-template>
    </xsl:variable>
    <!-- One space remains on a side where there was any: x holds the place. -->
    <xsl:variable name="padded" select="normalize-space(concat('x', ., 'x'))"/>
    <xsl:variable name="counts-after"
      select="$after and not(following-sibling::node()[1]/self::note)"/>
    <xsl:if test="$before and starts-with($padded, 'x ')
                  and ($inner != '' or $counts-after)">
      <xsl:text> </xsl:text>
    </xsl:if>
    <xsl:variable name="moved">
      <xsl:if test="$notes">
        <xsl:apply-templates select="following-sibling::node()[1]"
          mode="m:moved"/>
      </xsl:if>
    </xsl:variable>
    <xsl:call-template name="t:text">
      <xsl:with-param name="string" select="substring($inner, 1,
        string-length($inner) - string-length($moved))"/>
    </xsl:call-template>
    <xsl:if test="$inner != '' and $counts-after
                  and substring($padded, string-length($padded) - 1) = ' x'">
      <xsl:text> </xsl:text>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
