<?xml version="1.0" encoding="UTF-8"?>
<!-- Numbers and letters of items, sections, paragraphs, list entries, tables,
     annexes and appendices, and the names of the places that links lead to.                -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:t="urn:unagenda:template"
  xmlns:tp="urn:unagenda:template:private"
  xmlns:m="urn:unagenda:mode"
  xmlns:mp="urn:unagenda:mode:private"
  xmlns:v="urn:unagenda:variable"
  exclude-result-prefixes="t tp m mp v">

  <!-- Whether main sections, and paragraphs, are numbered.                  -->
  <xsl:variable name="v:sections-numbered" select="
    ($v:document/@sections | $v:station/@sections[not($v:document/@sections)])
    = 'numbered'"/>
  <xsl:variable name="v:paragraphs-numbered" select="
    $v:document/@paragraphs = 'numbered'
    or $v:document[self::paper][not(@paragraphs)]"/>

  <!-- m:label: as it stands before the thing itself: "1.", "(a)", "(i)".    -->
  <xsl:template match="item" mode="m:label">
    <xsl:call-template name="t:form">
      <xsl:with-param name="key"
        select="concat('item-', count(ancestor::item) + 1)"/>
      <xsl:with-param name="number">
        <xsl:apply-templates select="." mode="mp:position"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="group" mode="m:label">
    <xsl:call-template name="t:form">
      <xsl:with-param name="key" select="'group'"/>
      <xsl:with-param name="number"
        select="count(preceding-sibling::group) + 1"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="li" mode="m:label">
    <xsl:variable name="number" select="count(preceding-sibling::li) + 1"/>
    <xsl:choose>
      <xsl:when test="../@label = 'bullet'">&#x2022;</xsl:when>
      <xsl:when test="../@label = 'dash'">&#x2013;</xsl:when>
      <xsl:when test="../@label = 'none'"/>
      <xsl:when test="../@label = 'number'">
        <xsl:call-template name="t:form">
          <xsl:with-param name="key" select="'list-number'"/>
          <xsl:with-param name="number" select="$number"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="t:form">
          <xsl:with-param name="key" select="concat('list-',
            count(ancestor::list[@label = 'letter' or not(@label)]))"/>
          <xsl:with-param name="number" select="$number"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="annex" mode="m:label">
    <xsl:call-template name="tp:annex-label">
      <xsl:with-param name="alone" select="'annex'"/>
      <xsl:with-param name="several" select="'annex-several'"/>
      <xsl:with-param name="all" select="../annex"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="appendix" mode="m:label">
    <xsl:call-template name="tp:annex-label">
      <xsl:with-param name="alone" select="'appendix'"/>
      <xsl:with-param name="several" select="'appendix-several'"/>
      <xsl:with-param name="all" select="../appendix"/>
    </xsl:call-template>
  </xsl:template>
  <!-- The word of the only one; the form of one of several.                 -->
  <xsl:template name="tp:annex-label">
    <xsl:param name="alone"/>
    <xsl:param name="several"/>
    <xsl:param name="all"/>
    <xsl:choose>
      <xsl:when test="count($all) > 1">
        <xsl:call-template name="t:form">
          <xsl:with-param name="key" select="$several"/>
          <xsl:with-param name="number">
            <xsl:apply-templates select="." mode="mp:position"/>
          </xsl:with-param>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="t:word">
          <xsl:with-param name="key" select="$alone"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="annex" mode="mp:position">
    <xsl:value-of select="count(preceding-sibling::annex) + 1"/>
  </xsl:template>
  <xsl:template match="appendix" mode="mp:position">
    <xsl:value-of select="count(preceding-sibling::appendix) + 1"/>
  </xsl:template>

  <xsl:template match="table" mode="m:label"/>
  <xsl:template match="table[@numbered = 'yes']" mode="m:label">
    <xsl:call-template name="t:form">
      <xsl:with-param name="key" select="'table'"/>
      <xsl:with-param name="number">
        <xsl:apply-templates select="." mode="m:number"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- The number of an item: as the draft has it, or one more than that of the
       item before, through all groups; of a sub-item, in its item.          -->
  <xsl:template match="item[@number]" mode="mp:position">
    <xsl:value-of select="@number"/>
  </xsl:template>
  <xsl:template match="item[not(@number)][preceding-sibling::item[@number]]"
    mode="mp:position">
    <xsl:variable name="named" select="preceding-sibling::item[@number][1]"/>
    <xsl:value-of select="$named/@number + count(preceding-sibling::item)
      - count($named/preceding-sibling::item)"/>
  </xsl:template>
  <xsl:template match="item" mode="mp:position">
    <xsl:value-of select="count(preceding-sibling::item)
      + count(parent::group/preceding-sibling::group/item)
      + count(parent::group/preceding-sibling::item)
      + count(preceding-sibling::group/item) + 1"/>
  </xsl:template>

  <!-- A section's label follows from its rank; see headings.xsl.  Sections of
       an annotation are lettered as sub-items are; others have labels only
       where main sections have.                                             -->
  <xsl:template match="section" mode="m:label">
    <xsl:if test="not(@label = 'none')
                  and ($v:sections-numbered or ancestor::annotation)">
      <xsl:variable name="rank">
        <xsl:apply-templates select="." mode="m:rank"/>
      </xsl:variable>
      <xsl:call-template name="t:form">
        <xsl:with-param name="key" select="concat('section-', $rank)"/>
        <xsl:with-param name="number"
          select="count(preceding-sibling::section[not(@label = 'none')])
                  + count(preceding-sibling::items[@show != 'annotations'])
                  + count(preceding-sibling::items[@show != 'list']) + 1"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>
  <!-- The two parts that the items make: second says which one.             -->
  <xsl:template name="t:part-label">
    <xsl:param name="second" select="false()"/>
    <xsl:if test="$v:sections-numbered">
      <xsl:call-template name="t:form">
        <xsl:with-param name="key" select="'section-1'"/>
        <xsl:with-param name="number" select="1
          + count(preceding-sibling::section[not(@label = 'none')])
          + number($second and @show = 'both')"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- A numbered paragraph: its number, through the document, the annex or the
       appendix.                                                             -->
  <xsl:template match="p" mode="m:paragraph-number"/>
  <xsl:template mode="m:paragraph-number" match="annotation/p | section/p
    | paper/p">
    <xsl:choose>
      <xsl:when test="ancestor::annex">
        <xsl:call-template name="tp:number-in-annex"/>
      </xsl:when>
      <xsl:when test="$v:paragraphs-numbered">
        <xsl:number level="any"
          count="p[parent::annotation or parent::section or parent::paper]
                  [not(ancestor::annex)]"/>
      </xsl:when>
    </xsl:choose>
  </xsl:template>
  <xsl:template mode="m:paragraph-number" match="annex/p | appendix/p"
    name="tp:number-in-annex">
    <xsl:if test="ancestor::annex/@paragraphs = 'numbered'">
      <xsl:number level="any" from="annex | appendix"
        count="annex/p | appendix/p | annex//section/p"/>
    </xsl:if>
  </xsl:template>

  <!-- m:text-label: the same as TeX.                                        -->
  <xsl:template match="*" mode="m:text-label">
    <xsl:call-template name="t:text">
      <xsl:with-param name="string">
        <xsl:apply-templates select="." mode="m:label"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- m:number: as a reference has it: "1", "1 (a)", "1 (a) (i)"; "II"; 24. -->
  <xsl:template match="item" mode="m:number">
    <xsl:apply-templates select="." mode="mp:position"/>
  </xsl:template>
  <xsl:template match="item/item" mode="m:number">
    <xsl:call-template name="t:form">
      <xsl:with-param name="key" select="'sub-item'"/>
      <xsl:with-param name="text">
        <xsl:apply-templates select=".." mode="m:number"/>
      </xsl:with-param>
      <xsl:with-param name="more">
        <xsl:apply-templates select="." mode="m:label"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="annex | appendix" mode="m:number">
    <xsl:call-template name="t:form">
      <xsl:with-param name="key" select="'annex-number'"/>
      <xsl:with-param name="number">
        <xsl:apply-templates select="." mode="mp:position"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="p" mode="m:number">
    <xsl:apply-templates select="." mode="m:paragraph-number"/>
  </xsl:template>
  <!-- Without the full stop, or the dash, that a heading has.               -->
  <xsl:template match="section | group" mode="m:number">
    <xsl:variable name="label">
      <xsl:apply-templates select="." mode="m:label"/>
    </xsl:variable>
    <xsl:value-of select="translate($label, '.-&#xA0;', '')"/>
  </xsl:template>
  <xsl:template match="table[@numbered = 'yes']" mode="m:number">
    <xsl:number level="any" count="table[@numbered = 'yes']"/>
  </xsl:template>
  <xsl:template match="event | track" mode="m:number"/>

  <!-- Several sub-items of one item: "8 (a)-(c)".                           -->
  <xsl:template name="t:number-through">
    <xsl:param name="first"/>
    <xsl:param name="last"/>
    <xsl:choose>
      <xsl:when test="$last">
        <xsl:call-template name="t:form">
          <xsl:with-param name="key" select="'span'"/>
          <xsl:with-param name="text">
            <xsl:apply-templates select="$first" mode="m:number"/>
          </xsl:with-param>
          <xsl:with-param name="more">
            <xsl:apply-templates select="$last[parent::item]" mode="m:label"/>
            <xsl:apply-templates select="$last[not(parent::item)]"
              mode="m:number"/>
          </xsl:with-param>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates select="$first" mode="m:number"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- m:destination: what links call it.                                    -->
  <xsl:template match="*" mode="m:destination">
    <xsl:choose>
      <xsl:when test="@id">
        <xsl:value-of select="concat(name(), '.', @id)"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="concat(name(), '-')"/>
        <xsl:number level="any"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Slots of the forms of labels.                                         -->
  <xsl:template match="number" mode="m:form">
    <xsl:param name="number"/>
    <xsl:value-of select="$number"/>
  </xsl:template>
  <!-- The number of a paragraph in Arabic, in the numerals of the station and
       the time; and the space, or none, before the dash after a number.     -->
  <xsl:template match="numeral" mode="m:form">
    <xsl:param name="number"/>
    <xsl:choose>
      <xsl:when test="$v:year &lt;= $v:station/@arabic-indic-until">
        <xsl:value-of
          select="translate($number, '0123456789', '٠١٢٣٤٥٦٧٨٩')"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="$number"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="gap" mode="m:form">
    <xsl:if test="$v:station/@arabic-dash = 'open'">&#xA0;</xsl:if>
  </xsl:template>
  <!-- A letter of the language's own alphabet, or a Latin one.              -->
  <xsl:template match="letter" mode="m:form">
    <xsl:param name="number"/>
    <xsl:choose>
      <xsl:when test="$v:locale/series[@key = 'letter']">
        <xsl:call-template name="t:in-words">
          <xsl:with-param name="number" select="$number"/>
          <xsl:with-param name="series" select="'letter'"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:number value="$number" format="a"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="upper-letter" mode="m:form">
    <xsl:param name="number"/>
    <xsl:number value="$number" format="A"/>
  </xsl:template>
  <xsl:template match="roman" mode="m:form">
    <xsl:param name="number"/>
    <xsl:number value="$number" format="i"/>
  </xsl:template>
  <xsl:template match="upper-roman" mode="m:form">
    <xsl:param name="number"/>
    <xsl:number value="$number" format="I"/>
  </xsl:template>

</xsl:stylesheet>
