<?xml version="1.0" encoding="UTF-8"?>
<!-- Headings of every kind: how high they rank, how deep they lie, and what is
     written for them.

     The rank says how a heading looks, by the levels of the Organization's
     Editorial Manual: 1 "I.", 2 "A.", 3 "1.", 4 "(a)", 5 "(i)", 6 "a.".  Main
     sections without numbers take a lower rank: 2 in an agenda, 3 in a paper.
     Headings of items have ranks of their own: item-1, item-2, item-3, and
     item-word for "Item 1.".

     The level says how deep a heading lies in this document: 1, 2, 3 ... without
     gaps, as bookmarks and structure need it.                               -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:t="urn:unagenda:template"
  xmlns:tp="urn:unagenda:template:private"
  xmlns:m="urn:unagenda:mode"
  xmlns:v="urn:unagenda:variable"
  exclude-result-prefixes="t tp m v">

  <xsl:variable name="v:main-rank">
    <xsl:choose>
      <xsl:when test="$v:sections-numbered">1</xsl:when>
      <xsl:when test="$v:document[self::paper]">3</xsl:when>
      <xsl:otherwise>2</xsl:otherwise>
    </xsl:choose>
  </xsl:variable>

  <!-- m:rank                                                                -->
  <xsl:template match="section" mode="m:rank">
    <xsl:call-template name="t:rank">
      <xsl:with-param name="rank"
        select="$v:main-rank + count(ancestor::section)"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="section[ancestor::annotation]" mode="m:rank">
    <xsl:variable name="items" select="count(ancestor::item)"/>
    <xsl:call-template name="t:rank">
      <xsl:with-param name="rank" select="3 + $items
        + number($items = 0) + count(ancestor::section)"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template name="t:rank">
    <xsl:param name="rank"/>
    <xsl:choose>
      <xsl:when test="$rank > 6">6</xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="$rank"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="item" mode="m:rank">
    <xsl:value-of select="concat('item-', count(ancestor::item) + 1)"/>
  </xsl:template>
  <xsl:template match="items/item | group/item" mode="m:rank">
    <xsl:variable name="style">
      <xsl:apply-templates select="." mode="m:heading-style"/>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="$style = 'item'">item-word</xsl:when>
      <xsl:otherwise>item-1</xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <!-- How the heading of an item is labelled: plain, item or none.          -->
  <xsl:template match="item" mode="m:heading-style">
    <xsl:value-of select="ancestor::items/@label
      | $v:station/@items[not(current()/ancestor::items/@label)]"/>
  </xsl:template>
  <xsl:template match="event" mode="m:rank">item-1</xsl:template>
  <xsl:template match="group" mode="m:rank">2</xsl:template>
  <!-- The heading over documents ranks below that of their item or section. -->
  <xsl:template match="documentation" mode="m:rank">
    <xsl:choose>
      <xsl:when test="ancestor::annotation/ancestor::section
                      | ancestor::section">4</xsl:when>
      <xsl:otherwise>documents</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- m:level: one deeper than what holds it; no section lies deeper than the
       sixth level (UNA-0606), and over documents none is made below it      -->
  <xsl:template mode="m:level" match="documentation">
    <xsl:variable name="level">
      <xsl:call-template name="tp:level"/>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="$level > 6">6</xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="$level"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template mode="m:level" name="tp:level" match="item | group | event
    | section | annex | appendix">
    <xsl:value-of select="1 + count(ancestor::items) + count(ancestor::annex)
      + count(ancestor::appendix) + count(ancestor::group)
      + count(ancestor::item) + count(ancestor::event)
      + count(ancestor::section)"/>
  </xsl:template>

  <!-- Bookmark and heading.
       title  the node whose text it is
       word   the key of the word that stands there without a title
       rank, level, destination; label as plain text                         -->
  <xsl:template name="t:heading">
    <xsl:param name="title" select="/.."/>
    <xsl:param name="word"/>
    <xsl:param name="rank"/>
    <xsl:param name="level"/>
    <xsl:param name="destination"/>
    <xsl:param name="label"/>
    <xsl:if test="string($destination)">
      <xsl:call-template name="t:outline">
        <xsl:with-param name="level" select="$level"/>
        <xsl:with-param name="destination" select="$destination"/>
        <xsl:with-param name="title">
          <xsl:value-of select="concat($label, ' ')"/>
          <xsl:apply-templates select="$title" mode="m:string"/>
          <xsl:if test="not($title)">
            <xsl:call-template name="t:word">
              <xsl:with-param name="key" select="$word"/>
            </xsl:call-template>
          </xsl:if>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:if>
    <xsl:call-template name="t:at"/>
    <xsl:value-of select="concat('\unaHeading{', $rank, '}{', $level, '}{',
      $destination, '}{')"/>
    <xsl:call-template name="t:text">
      <xsl:with-param name="string" select="string($label)"/>
    </xsl:call-template>
    <xsl:text>}{</xsl:text>
    <xsl:call-template name="t:title-or-word">
      <xsl:with-param name="title" select="$title"/>
      <xsl:with-param name="word" select="$word"/>
    </xsl:call-template>
    <xsl:text>}&#10;</xsl:text>
  </xsl:template>

  <!-- A title as TeX, or the word that stands there without one.            -->
  <xsl:template name="t:title-or-word">
    <xsl:param name="title"/>
    <xsl:param name="word"/>
    <xsl:param name="notes" select="true()"/>
    <xsl:apply-templates select="$title" mode="m:title">
      <xsl:with-param name="notes" select="$notes"/>
    </xsl:apply-templates>
    <xsl:if test="not($title)">
      <xsl:call-template name="t:word-text">
        <xsl:with-param name="key" select="$word"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- An entry of the bookmarks; title as plain text.                       -->
  <xsl:template name="t:outline">
    <xsl:param name="level"/>
    <xsl:param name="destination"/>
    <xsl:param name="title"/>
    <xsl:value-of select="concat(
      '\unaOutline{', $level, '}{', $destination, '}{')"/>
    <xsl:call-template name="t:plain">
      <xsl:with-param name="string" select="string($title)"/>
    </xsl:call-template>
    <xsl:text>}&#10;</xsl:text>
  </xsl:template>

</xsl:stylesheet>
