<?xml version="1.0" encoding="UTF-8"?>
<!-- From the meeting to the title: what stands between masthead and text.   -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:str="http://exslt.org/strings"
  xmlns:t="urn:unagenda:template"
  xmlns:tp="urn:unagenda:template:private"
  xmlns:m="urn:unagenda:mode"
  xmlns:mp="urn:unagenda:mode:private"
  xmlns:v="urn:unagenda:variable"
  exclude-result-prefixes="str t tp m mp v">

  <xsl:template match="meeting">
    <xsl:apply-templates select="subsidiary | session"/>
    <xsl:if test="@start">
      <xsl:call-template name="t:at"/>
      <xsl:text>\unaMeetingLine{</xsl:text>
      <xsl:call-template name="t:text">
        <xsl:with-param name="string">
          <xsl:apply-templates select="self::*[not(part)] | part"
            mode="mp:place-and-dates"/>
        </xsl:with-param>
      </xsl:call-template>
      <xsl:text>}&#10;</xsl:text>
    </xsl:if>
  </xsl:template>

  <!-- A body or a session: its rank counts the bodies, as some stations set
       the first in larger type.                                             -->
  <xsl:template match="subsidiary">
    <xsl:call-template name="t:at"/>
    <xsl:value-of select="concat('\unaMeetingBody{',
      1 + number(count(preceding-sibling::subsidiary) > 0), '}{')"/>
    <xsl:if test="@body">
      <xsl:call-template name="t:text">
        <xsl:with-param name="string">
          <xsl:call-template name="t:body">
            <xsl:with-param name="key" select="@body"/>
          </xsl:call-template>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:if>
    <xsl:apply-templates mode="m:text"/>
    <xsl:text>}&#10;</xsl:text>
  </xsl:template>
  <xsl:template match="session">
    <xsl:call-template name="t:at"/>
    <xsl:text>\unaMeetingSession{</xsl:text>
    <xsl:if test="@number">
      <xsl:call-template name="t:text">
        <xsl:with-param name="string">
          <xsl:call-template name="t:form">
            <xsl:with-param name="key" select="concat('session-', @kind)"/>
            <xsl:with-param name="number" select="@number"/>
          </xsl:call-template>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:if>
    <xsl:apply-templates mode="m:text"/>
    <xsl:text>}&#10;</xsl:text>
  </xsl:template>

  <!-- "Vienna, 3-5 October 2007"; "6-17 July 2020 (to be held virtually)"; the
       parts of a session are joined.                                        -->
  <xsl:template match="meeting | part" mode="mp:place-and-dates">
    <xsl:variable name="dates">
      <xsl:call-template name="t:dates">
        <xsl:with-param name="start" select="@start"/>
        <xsl:with-param name="end" select="@end"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:if test="preceding-sibling::part">
      <xsl:call-template name="t:form">
        <xsl:with-param name="key" select="'joint-last'"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:choose>
      <xsl:when test="@place">
        <xsl:apply-templates mode="mp:meeting-line"
          select="$v:locale/form[@key = 'meeting-line']/node()">
          <xsl:with-param name="place" select="@place"/>
          <xsl:with-param name="dates" select="$dates"/>
        </xsl:apply-templates>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="$dates"/>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:if test="@virtual = 'yes'">
      <xsl:call-template name="t:form">
        <xsl:with-param name="key" select="'virtual'"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>
  <xsl:template match="place" mode="mp:meeting-line">
    <xsl:param name="place"/>
    <xsl:call-template name="t:place">
      <xsl:with-param name="key" select="$place"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="dates" mode="mp:meeting-line">
    <xsl:param name="dates"/>
    <xsl:value-of select="$dates"/>
  </xsl:template>

  <!-- The item under which the document is issued, and its titles.          -->
  <xsl:template match="under">
    <xsl:variable name="items" select="str:tokenize(@items)"/>
    <xsl:call-template name="t:at"/>
    <xsl:text>\unaUnder{</xsl:text>
    <xsl:call-template name="t:text">
      <xsl:with-param name="string">
        <xsl:call-template name="t:form">
          <xsl:with-param name="key">
            <xsl:value-of select="concat('under-', @agenda, '-')"/>
            <xsl:call-template name="t:how-many">
              <xsl:with-param name="count" select="count($items)"/>
            </xsl:call-template>
          </xsl:with-param>
          <xsl:with-param name="text">
            <xsl:for-each select="$items">
              <xsl:call-template name="t:between">
                <xsl:with-param name="position" select="position()"/>
                <xsl:with-param name="last" select="last()"/>
              </xsl:call-template>
              <xsl:call-template name="tp:item-number">
                <xsl:with-param name="item" select="string(.)"/>
                <xsl:with-param name="previous"
                  select="string(preceding-sibling::token[1])"/>
              </xsl:call-template>
            </xsl:for-each>
          </xsl:with-param>
        </xsl:call-template>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:apply-templates select="note" mode="m:text"/>
    <xsl:text>}&#10;</xsl:text>
    <xsl:for-each select="title">
      <xsl:text>\unaUnderTitle{</xsl:text>
      <xsl:apply-templates mode="m:text"/>
      <xsl:text>}&#10;</xsl:text>
    </xsl:for-each>
  </xsl:template>

  <!-- 3.b becomes "3 (b)", 8.a-c "8 (a)-(c)", 1.a.ii "1 (a) (ii)"; letters of
       the draft are Latin, those printed are the language's.
       number  what has been made so far
       rest    what is left, from level on                                   -->
  <xsl:template name="tp:item-number">
    <xsl:param name="item"/>
    <xsl:param name="previous"/>
    <xsl:variable name="number"
      select="substring-before(concat($item, '.'), '.')"/>
    <xsl:variable name="letters" select="substring-after($item, '.')"/>
    <xsl:choose>
      <!-- 5.a 5.b: "5 (a) and (b)"                                          -->
      <xsl:when test="starts-with($previous, concat($number, '.'))
        and $letters != '' and not(contains($letters, '.'))">
        <xsl:call-template name="tp:item-letters">
          <xsl:with-param name="letters" select="$letters"/>
          <xsl:with-param name="level" select="2"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="tp:sub-items">
          <xsl:with-param name="number" select="$number"/>
          <xsl:with-param name="rest" select="$letters"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template name="tp:sub-items">
    <xsl:param name="number"/>
    <xsl:param name="rest"/>
    <xsl:param name="level" select="2"/>
    <xsl:choose>
      <xsl:when test="$rest = ''">
        <xsl:value-of select="$number"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="tp:sub-items">
          <xsl:with-param name="number">
            <xsl:call-template name="t:form">
              <xsl:with-param name="key" select="'sub-item'"/>
              <xsl:with-param name="text" select="$number"/>
              <xsl:with-param name="more">
                <xsl:call-template name="tp:item-letters">
                  <xsl:with-param name="letters"
                    select="substring-before(concat($rest, '.'), '.')"/>
                  <xsl:with-param name="level" select="$level"/>
                </xsl:call-template>
              </xsl:with-param>
            </xsl:call-template>
          </xsl:with-param>
          <xsl:with-param name="rest" select="substring-after($rest, '.')"/>
          <xsl:with-param name="level" select="$level + 1"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <!-- a or a-c.                                                             -->
  <xsl:template name="tp:item-letters">
    <xsl:param name="letters"/>
    <xsl:param name="level"/>
    <xsl:variable name="last" select="substring-after($letters, '-')"/>
    <xsl:choose>
      <xsl:when test="$last = ''">
        <xsl:call-template name="tp:item-letter">
          <xsl:with-param name="level" select="$level"/>
          <xsl:with-param name="letter" select="$letters"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="t:form">
          <xsl:with-param name="key" select="'span'"/>
          <xsl:with-param name="text">
            <xsl:call-template name="tp:item-letter">
              <xsl:with-param name="level" select="$level"/>
              <xsl:with-param name="letter"
                select="substring-before($letters, '-')"/>
            </xsl:call-template>
          </xsl:with-param>
          <xsl:with-param name="more">
            <xsl:call-template name="tp:item-letter">
              <xsl:with-param name="level" select="$level"/>
              <xsl:with-param name="letter" select="$last"/>
            </xsl:call-template>
          </xsl:with-param>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template name="tp:item-letter">
    <xsl:param name="level"/>
    <xsl:param name="letter"/>
    <xsl:call-template name="t:form">
      <xsl:with-param name="key" select="concat('item-', $level)"/>
      <xsl:with-param name="number">
        <xsl:choose>
          <xsl:when test="$level = 2">
            <xsl:value-of select="string-length(substring-before(
              'abcdefghijklmnopqrstuvwxyz', $letter)) + 1"/>
          </xsl:when>
          <xsl:otherwise>
            <xsl:value-of select="string-length(substring-before(
              '|i   |ii  |iii |iv  |v   |vi  |vii |viii|ix  |x   ',
              concat('|', substring(concat($letter, '   '), 1, 4)))) div 5
              + 1"/>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- The title of the document, and what stands under it.                  -->
  <xsl:template match="title" mode="m:document-title">
    <xsl:call-template name="t:at"/>
    <xsl:text>\unaTitle{</xsl:text>
    <xsl:apply-templates mode="m:text"/>
    <xsl:text>}&#10;</xsl:text>
  </xsl:template>
  <xsl:template match="subtitle">
    <xsl:call-template name="t:at"/>
    <xsl:value-of select="concat('\unaSubtitle{', @level, '}{')"/>
    <xsl:if test="@kind != 'text'">
      <xsl:call-template name="t:word-text">
        <xsl:with-param name="key" select="@kind"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:apply-templates mode="m:text"/>
    <xsl:text>}&#10;</xsl:text>
  </xsl:template>
  <!-- What kind of companion this is.                                       -->
  <xsl:template match="*" mode="m:kind"/>
  <xsl:template match="*[@kind = 'addendum']" mode="m:kind">
    <xsl:call-template name="tp:kind">
      <xsl:with-param name="key" select="'addendum'"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="corrigendum" mode="m:kind">
    <xsl:call-template name="tp:kind">
      <xsl:with-param name="key" select="'corrigendum'"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template name="tp:kind">
    <xsl:param name="key"/>
    <xsl:text>\unaSubtitle{2}{</xsl:text>
    <xsl:call-template name="t:word-text">
      <xsl:with-param name="key" select="$key"/>
    </xsl:call-template>
    <xsl:text>}&#10;</xsl:text>
  </xsl:template>
  <xsl:template match="convening">
    <xsl:call-template name="t:at"/>
    <xsl:text>\unaConvening{</xsl:text>
    <xsl:apply-templates mode="m:text"/>
    <xsl:text>}&#10;</xsl:text>
  </xsl:template>

</xsl:stylesheet>
