<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes and their marks: an asterisk in the title block, a letter in tables
     and annexes, a number elsewhere.                                        -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:str="http://exslt.org/strings"
  xmlns:t="urn:unagenda:template"
  xmlns:tp="urn:unagenda:template:private"
  xmlns:m="urn:unagenda:mode"
  xmlns:mp="urn:unagenda:mode:private"
  xmlns:v="urn:unagenda:variable"
  exclude-result-prefixes="str t tp m mp v">

  <xsl:variable name="v:notes" select="//note"/>
  <!-- The kinds by place, unless the note names another.                    -->
  <xsl:variable name="v:asterisk-notes" select="$v:notes[@mark = 'asterisk'
    or not(@mark) and (ancestor::masthead or ancestor::meeting
      or ancestor::under or ancestor::convening or ancestor::subtitle
      or parent::title/parent::agenda or parent::title/parent::paper
      or parent::title/parent::corrigendum)]"/>
  <xsl:variable name="v:letter-notes" select="$v:notes[@mark = 'letter'
    or not(@mark) and (ancestor::table or ancestor::timetable
      or ancestor::annex)]"/>

  <!-- m:mark: the mark alone, as TeX                                        -->
  <xsl:template match="note" mode="m:mark">
    <xsl:choose>
      <xsl:when test="count(. | $v:asterisk-notes) = count($v:asterisk-notes)">
        <xsl:call-template name="tp:asterisks"/>
      </xsl:when>
      <xsl:when test="count(. | $v:letter-notes) = count($v:letter-notes)">
        <xsl:call-template name="t:form-text">
          <xsl:with-param name="key" select="'note-letter'"/>
          <xsl:with-param name="number">
            <xsl:apply-templates select="." mode="mp:letter"/>
          </xsl:with-param>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="before" select="preceding::note | ancestor::note"/>
        <xsl:call-template name="t:form-text">
          <xsl:with-param name="key" select="'note-number'"/>
          <xsl:with-param name="number" select="1 + count($before)
            - count($before[count(. | $v:asterisk-notes)
                            = count($v:asterisk-notes)])
            - count($before[count(. | $v:letter-notes)
                            = count($v:letter-notes)])"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <!-- m:named-mark: {what links to the note call it}{its mark}              -->
  <xsl:template match="note" mode="m:named-mark">
    <xsl:text>{</xsl:text>
    <xsl:apply-templates select="." mode="m:destination"/>
    <xsl:text>}{</xsl:text>
    <xsl:apply-templates select="." mode="m:mark"/>
    <xsl:text>}</xsl:text>
  </xsl:template>

  <!-- One for the first, two for the second ...  A document reissued twice has
       two at once.                                                          -->
  <xsl:template name="tp:asterisks">
    <xsl:variable name="n" select="1 + count(preceding::note
      [count(. | $v:asterisk-notes) = count($v:asterisk-notes)])
      + number($v:document/masthead/@reissued = 'twice')"/>
    <xsl:value-of select="str:padding($n, '*')"/>
  </xsl:template>

  <!-- Letters run through one table, or through one annex or appendix: which it
       is.                                                                   -->
  <xsl:template match="note" mode="mp:letter">
    <xsl:number level="any" from="table | timetable | annex | appendix"/>
  </xsl:template>
  <xsl:template match="note[ancestor::annex][not(ancestor::table
    | ancestor::timetable)]" mode="mp:letter">
    <xsl:number level="any" from="annex | appendix"/>
  </xsl:template>

  <!-- In the text: the mark, and the note at the foot of the page, unless it
       stands under a table, or is the note on the symbol, which has its mark
       already.  Two at one place are parted by a comma.                     -->
  <xsl:template match="note" mode="m:text">
    <xsl:param name="notes" select="true()"/>
    <xsl:if test="$notes">
      <xsl:call-template name="tp:comma"/>
      <xsl:choose>
        <xsl:when test="ancestor::table | ancestor::timetable">
          <xsl:text>\unaMark</xsl:text>
          <xsl:apply-templates select="." mode="m:named-mark"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:choose>
            <xsl:when test="parent::masthead">\unaNoteAlone</xsl:when>
            <xsl:otherwise>\unaNote</xsl:otherwise>
          </xsl:choose>
          <xsl:apply-templates select="." mode="m:named-mark"/>
          <xsl:text>{</xsl:text>
          <xsl:apply-templates mode="m:text"/>
          <xsl:text>}</xsl:text>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:call-template name="tp:moved"/>
    </xsl:if>
  </xsl:template>
  <xsl:template match="noteref" mode="m:text">
    <xsl:param name="notes" select="true()"/>
    <xsl:if test="$notes">
      <xsl:call-template name="tp:comma"/>
      <xsl:text>\unaMark</xsl:text>
      <xsl:apply-templates select="id(@to)" mode="m:named-mark"/>
      <xsl:call-template name="tp:moved"/>
    </xsl:if>
  </xsl:template>

  <!-- Marks stand before punctuation in some languages, wherever the draft has
       them.  m:moved, of a mark: the character before it that goes behind it. -->
  <xsl:template match="node()" mode="m:moved"/>
  <xsl:template match="note | noteref" mode="m:moved">
    <xsl:variable name="text" select="normalize-space(
      preceding-sibling::node()[1]/self::text())"/>
    <xsl:variable name="last" select="substring($text, string-length($text))"/>
    <xsl:if test="$v:locale/@notes = 'before-punctuation'
                  and translate($last, '.,;:،؛', '') = ''">
      <xsl:value-of select="$last"/>
    </xsl:if>
  </xsl:template>
  <!-- After the last mark at a place: what goes behind the first.           -->
  <xsl:template name="tp:moved">
    <xsl:variable name="next" select="following-sibling::node()
      [not(self::text()[not(normalize-space())])][1]"/>
    <xsl:if test="not($next[self::note | self::noteref])">
      <xsl:call-template name="t:text">
        <xsl:with-param name="string">
          <xsl:apply-templates select="." mode="mp:behind"/>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>
  <xsl:template match="note | noteref" mode="mp:behind">
    <xsl:variable name="before" select="preceding-sibling::node()
      [not(self::text()[not(normalize-space())])][1]
      [self::note | self::noteref]"/>
    <xsl:apply-templates select="$before" mode="mp:behind"/>
    <xsl:if test="not($before)">
      <xsl:apply-templates select="." mode="m:moved"/>
    </xsl:if>
  </xsl:template>

  <xsl:template name="tp:comma">
    <xsl:variable name="before" select="preceding-sibling::node()
      [not(self::text()[not(normalize-space())])][1]"/>
    <xsl:if test="$before[self::note | self::noteref]">
      <xsl:text>\unaBetweenMarks{</xsl:text>
      <xsl:call-template name="t:form-text">
        <xsl:with-param name="key" select="'note-joint'"/>
      </xsl:call-template>
      <xsl:text>}</xsl:text>
    </xsl:if>
  </xsl:template>

  <!-- Notes are no part of a plain string.                                  -->
  <xsl:template match="note | noteref" mode="m:string"/>

</xsl:stylesheet>
