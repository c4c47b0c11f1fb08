<?xml version="1.0" encoding="UTF-8"?>
<!-- The list of contents.  Page numbers are filled in when all pages are made;
     the class sees to that.                                                 -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:t="urn:unagenda:template"
  xmlns:tp="urn:unagenda:template:private"
  xmlns:m="urn:unagenda:mode"
  xmlns:mp="urn:unagenda:mode:private"
  exclude-result-prefixes="t tp m mp">

  <xsl:template match="contents">
    <xsl:text>\begin{unaContents}{</xsl:text>
    <xsl:call-template name="t:word-text">
      <xsl:with-param name="key" select="'contents'"/>
    </xsl:call-template>
    <xsl:text>}{</xsl:text>
    <xsl:if test="@columns != 'page'">
      <xsl:call-template name="t:word-text">
        <xsl:with-param name="key" select="'column-paragraphs'"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:text>}{</xsl:text>
    <xsl:if test="@columns != 'paragraphs'">
      <xsl:call-template name="t:word-text">
        <xsl:with-param name="key" select="'column-page'"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:text>}&#10;</xsl:text>
    <xsl:apply-templates select="../section | ../items | ../annex"
      mode="mp:contents">
      <xsl:with-param name="columns" select="string(@columns)"/>
    </xsl:apply-templates>
    <xsl:text>\end{unaContents}&#10;</xsl:text>
  </xsl:template>

  <!-- Sections, and annexes, and what is in them, to a depth of two.        -->
  <xsl:template match="section | annex | appendix" mode="mp:contents">
    <xsl:param name="columns"/>
    <xsl:call-template name="tp:entry">
      <xsl:with-param name="columns" select="$columns"/>
      <xsl:with-param name="title" select="title"/>
      <xsl:with-param name="paragraphs" select=".//p[
        count(ancestor::appendix) = count(current()/self::appendix)]"/>
    </xsl:call-template>
    <xsl:apply-templates mode="mp:contents"
      select="self::section[not(ancestor::section)]/section | appendix">
      <xsl:with-param name="columns" select="$columns"/>
    </xsl:apply-templates>
  </xsl:template>

  <!-- The two parts that the items make, and under the second the items.    -->
  <xsl:template match="items" mode="mp:contents">
    <xsl:param name="columns"/>
    <xsl:if test="@show != 'annotations'">
      <xsl:call-template name="tp:part">
        <xsl:with-param name="columns" select="$columns"/>
        <xsl:with-param name="key" select="'provisional-agenda'"/>
        <xsl:with-param name="title" select="list-title"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="key('annotated', generate-id())">
      <xsl:call-template name="tp:part">
        <xsl:with-param name="columns" select="$columns"/>
        <xsl:with-param name="key" select="'annotations'"/>
        <xsl:with-param name="title" select="annotations-title"/>
        <xsl:with-param name="second" select="true()"/>
        <xsl:with-param name="paragraphs" select=".//annotation//p"/>
      </xsl:call-template>
      <xsl:apply-templates select="item | group | event" mode="mp:contents">
        <xsl:with-param name="columns" select="$columns"/>
      </xsl:apply-templates>
    </xsl:if>
  </xsl:template>
  <xsl:template name="tp:part">
    <xsl:param name="columns"/>
    <xsl:param name="key"/>
    <xsl:param name="title"/>
    <xsl:param name="second" select="false()"/>
    <xsl:param name="paragraphs" select="/.."/>
    <xsl:call-template name="tp:entry">
      <xsl:with-param name="columns" select="$columns"/>
      <xsl:with-param name="level" select="1"/>
      <xsl:with-param name="destination" select="$key"/>
      <xsl:with-param name="title" select="$title"/>
      <xsl:with-param name="paragraphs" select="$paragraphs"/>
      <xsl:with-param name="label">
        <xsl:call-template name="t:part-label">
          <xsl:with-param name="second" select="$second"/>
        </xsl:call-template>
      </xsl:with-param>
      <xsl:with-param name="word" select="$key"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="item | group | event" mode="mp:contents">
    <xsl:param name="columns"/>
    <xsl:if test="key('annotated', generate-id())">
      <xsl:call-template name="tp:entry">
        <xsl:with-param name="columns" select="$columns"/>
        <xsl:with-param name="title" select="heading | title[not(../heading)]"/>
      </xsl:call-template>
      <xsl:apply-templates select="self::group/item" mode="mp:contents">
        <xsl:with-param name="columns" select="$columns"/>
      </xsl:apply-templates>
    </xsl:if>
  </xsl:template>

  <xsl:template name="tp:entry">
    <xsl:param name="columns"/>
    <xsl:param name="title"/>
    <xsl:param name="word"/>
    <xsl:param name="paragraphs" select=".//p"/>
    <xsl:param name="level">
      <xsl:apply-templates select="." mode="m:level"/>
    </xsl:param>
    <xsl:param name="destination">
      <xsl:apply-templates select="." mode="m:destination"/>
    </xsl:param>
    <xsl:param name="label">
      <xsl:if test="not(self::event)">
        <xsl:apply-templates select="." mode="m:label"/>
      </xsl:if>
    </xsl:param>
    <xsl:value-of select="concat(
      '\unaContentsEntry{', $level, '}{', $destination, '}{')"/>
    <xsl:call-template name="t:text">
      <xsl:with-param name="string" select="string($label)"/>
    </xsl:call-template>
    <xsl:text>}{</xsl:text>
    <xsl:call-template name="t:title-or-word">
      <xsl:with-param name="title" select="$title"/>
      <xsl:with-param name="word" select="$word"/>
      <xsl:with-param name="notes" select="false()"/>
    </xsl:call-template>
    <xsl:text>}{</xsl:text>
    <xsl:if test="$columns != 'page'">
      <xsl:call-template name="tp:paragraphs">
        <xsl:with-param name="paragraphs" select="$paragraphs"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:text>}&#10;</xsl:text>
  </xsl:template>

  <!-- The first and the last number of the paragraphs in it.                -->
  <xsl:template name="tp:paragraphs">
    <xsl:param name="paragraphs"/>
    <xsl:variable name="numbered" select="$paragraphs[parent::annotation
      or parent::section or parent::annex or parent::appendix]"/>
    <xsl:variable name="first">
      <xsl:apply-templates select="$numbered[1]" mode="m:paragraph-number"/>
    </xsl:variable>
    <xsl:variable name="last">
      <xsl:apply-templates select="$numbered[last()]"
        mode="m:paragraph-number"/>
    </xsl:variable>
    <xsl:call-template name="t:text">
      <xsl:with-param name="string">
        <xsl:value-of select="$first"/>
        <xsl:if test="$last != $first">
          <xsl:call-template name="t:dash"/>
          <xsl:value-of select="$last"/>
        </xsl:if>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

</xsl:stylesheet>
