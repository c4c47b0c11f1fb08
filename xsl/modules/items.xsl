<?xml version="1.0" encoding="UTF-8"?>
<!-- The items, twice: as the list "Provisional agenda", and as annotations.
     Both come from the same tree, so that they cannot disagree.             -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:t="urn:unagenda:template"
  xmlns:tp="urn:unagenda:template:private"
  xmlns:m="urn:unagenda:mode"
  xmlns:mp="urn:unagenda:mode:private"
  xmlns:v="urn:unagenda:variable"
  exclude-result-prefixes="t tp m mp v">

  <!-- What has a place in the annotations, by generate-id(); other modules ask
       for it, too.  Where there is a list as well, what has nothing to say has
       its place only there.                                                 -->
  <xsl:key name="annotated" use="generate-id()" match="
    *[self::items or self::item or self::group or self::event]
     [ancestor-or-self::items/@show = 'annotations'
      or ancestor-or-self::items/@show = 'both'
         and (self::event or descendant::annotation
              or descendant::documentation)]"/>

  <xsl:template match="items">
    <xsl:if test="@show != 'annotations'">
      <xsl:if test="@heading = 'yes'">
        <xsl:call-template name="tp:part-heading">
          <xsl:with-param name="key" select="'provisional-agenda'"/>
          <xsl:with-param name="title" select="list-title"/>
        </xsl:call-template>
      </xsl:if>
      <xsl:apply-templates select="introduction/*"/>
      <xsl:apply-templates select="." mode="mp:list"/>
    </xsl:if>
    <xsl:if test="key('annotated', generate-id())">
      <xsl:call-template name="tp:part-heading">
        <xsl:with-param name="key" select="'annotations'"/>
        <xsl:with-param name="title" select="annotations-title"/>
        <xsl:with-param name="second" select="true()"/>
      </xsl:call-template>
      <xsl:apply-templates select="item | group | event"
        mode="mp:annotations"/>
    </xsl:if>
  </xsl:template>

  <!-- The heading of one of the two parts.                                  -->
  <xsl:template name="tp:part-heading">
    <xsl:param name="key"/>
    <xsl:param name="title"/>
    <xsl:param name="second" select="false()"/>
    <xsl:call-template name="t:heading">
      <xsl:with-param name="rank" select="$v:main-rank"/>
      <xsl:with-param name="level" select="1"/>
      <xsl:with-param name="destination" select="$key"/>
      <xsl:with-param name="label">
        <xsl:call-template name="t:part-label">
          <xsl:with-param name="second" select="$second"/>
        </xsl:call-template>
      </xsl:with-param>
      <xsl:with-param name="title" select="$title"/>
      <xsl:with-param name="word" select="$key"/>
    </xsl:call-template>
  </xsl:template>

  <!-- === the list ======================================================== -->

  <xsl:template match="items" mode="mp:list">
    <xsl:text>\begin{unaAgenda}&#10;</xsl:text>
    <xsl:apply-templates select="item | group" mode="mp:list"/>
    <xsl:text>\end{unaAgenda}&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="group" mode="mp:list">
    <xsl:call-template name="t:at"/>
    <xsl:text>\unaAgendaGroup{</xsl:text>
    <xsl:apply-templates select="." mode="m:text-label"/>
    <xsl:text>}{</xsl:text>
    <xsl:apply-templates select="title/node()" mode="m:text"/>
    <xsl:text>}&#10;</xsl:text>
    <xsl:apply-templates select="item" mode="mp:list"/>
  </xsl:template>

  <xsl:template match="item" mode="mp:list">
    <xsl:call-template name="t:at"/>
    <xsl:value-of
      select="concat('\unaAgendaItem{', count(ancestor::item) + 1, '}{')"/>
    <xsl:apply-templates select="." mode="m:text-label"/>
    <xsl:text>}{</xsl:text>
    <xsl:apply-templates select="." mode="mp:entry"/>
    <!-- A list alone has its documents here.                                -->
    <xsl:for-each select="documentation[ancestor::items/@show = 'list']
                          /document">
      <xsl:text>\unaLine{}</xsl:text>
      <xsl:apply-templates select="." mode="m:entry"/>
    </xsl:for-each>
    <xsl:text>}&#10;</xsl:text>
    <xsl:apply-templates select="item" mode="mp:list"/>
  </xsl:template>

  <!-- The title as the list has it: a link, or the place that links lead to if
       there is no annotation.                                               -->
  <xsl:template match="item" mode="mp:entry">
    <xsl:choose>
      <xsl:when test="key('annotated', generate-id())"
        >\unaLink{</xsl:when>
      <xsl:otherwise>\unaTarget{</xsl:otherwise>
    </xsl:choose>
    <xsl:apply-templates select="." mode="m:destination"/>
    <xsl:text>}{</xsl:text>
    <xsl:apply-templates select="title/node()" mode="m:text"/>
    <xsl:text>}</xsl:text>
    <xsl:apply-templates select="." mode="mp:end"/>
  </xsl:template>

  <!-- What ends a title in the list.                                        -->
  <xsl:template match="item" mode="mp:end">
    <xsl:call-template name="t:form-text">
      <xsl:with-param name="key">
        <xsl:choose>
          <xsl:when test="item">item-end-opening</xsl:when>
          <xsl:when test="ancestor-or-self::item[parent::item]
                          [following-sibling::item]">item-end-more</xsl:when>
          <xsl:otherwise>item-end-last</xsl:otherwise>
        </xsl:choose>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- === the list as a table ============================================= -->

  <xsl:template match="items[@layout = 'table']" mode="mp:list">
    <xsl:variable name="scheduled" select="boolean(.//schedule)"/>
    <xsl:text>\begin{unaTable}{small}{2:l</xsl:text>
    <xsl:if test="$scheduled">,1.2:l</xsl:if>
    <xsl:text>,2:l}&#10;\unaTableHead&#10;\begin{unaRow}&#10;</xsl:text>
    <xsl:call-template name="t:head-cell">
      <xsl:with-param name="key" select="'column-agenda-item'"/>
    </xsl:call-template>
    <xsl:if test="$scheduled">
      <xsl:call-template name="t:head-cell">
        <xsl:with-param name="key" select="'column-schedule'"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:call-template name="t:head-cell">
      <xsl:with-param name="key" select="'column-documents'"/>
    </xsl:call-template>
    <xsl:text>\end{unaRow}&#10;\unaTableBody&#10;</xsl:text>
    <xsl:apply-templates select="item | group" mode="mp:row">
      <xsl:with-param name="scheduled" select="$scheduled"/>
    </xsl:apply-templates>
    <xsl:text>\end{unaTable}&#10;</xsl:text>
  </xsl:template>

  <!-- With a row for each day: the days that items start on, in their order;
       those without one come first.                                         -->
  <xsl:template match="items[@layout = 'days']" mode="mp:list">
    <xsl:text>\begin{unaTable}{small}{1:l,1:l}&#10;</xsl:text>
    <xsl:text>\unaTableHead&#10;\begin{unaRow}&#10;</xsl:text>
    <xsl:call-template name="t:head-cell">
      <xsl:with-param name="key" select="'column-agenda-item'"/>
    </xsl:call-template>
    <xsl:call-template name="t:head-cell">
      <xsl:with-param name="key" select="'column-documents'"/>
    </xsl:call-template>
    <xsl:text>\end{unaRow}&#10;\unaTableBody&#10;</xsl:text>
    <xsl:variable name="items" select="item | group/item"/>
    <xsl:apply-templates select="$items[not(.//schedule)]" mode="mp:row">
      <xsl:with-param name="scheduled" select="false()"/>
    </xsl:apply-templates>
    <xsl:for-each select="$items//schedule">
      <xsl:sort select="@start"/>
      <xsl:if test="not(preceding::schedule[@start = current()/@start]
                        [ancestor::items])">
        <xsl:text>\begin{unaRow}&#10;\unaCell{2}{1}{bg}{</xsl:text>
        <xsl:call-template name="t:text">
          <xsl:with-param name="string">
            <xsl:call-template name="t:date">
              <xsl:with-param name="date" select="@start"/>
              <xsl:with-param name="form" select="'date-short'"/>
            </xsl:call-template>
          </xsl:with-param>
        </xsl:call-template>
        <xsl:text>}&#10;\end{unaRow}&#10;</xsl:text>
        <xsl:apply-templates mode="mp:row"
          select="$items[descendant::schedule[1]/@start = current()/@start]">
          <xsl:with-param name="scheduled" select="false()"/>
        </xsl:apply-templates>
      </xsl:if>
    </xsl:for-each>
    <xsl:text>\end{unaTable}&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="group" mode="mp:row">
    <xsl:param name="scheduled"/>
    <xsl:text>\begin{unaRow}&#10;</xsl:text>
    <xsl:value-of select="concat('\unaCell{', 2 + $scheduled, '}{1}{bg}{')"/>
    <xsl:apply-templates select="." mode="m:text-label"/>
    <xsl:text> </xsl:text>
    <xsl:apply-templates select="title/node()" mode="m:text"/>
    <xsl:text>}&#10;\end{unaRow}&#10;</xsl:text>
    <xsl:apply-templates select="item" mode="mp:row">
      <xsl:with-param name="scheduled" select="$scheduled"/>
    </xsl:apply-templates>
  </xsl:template>
  <xsl:template match="item" mode="mp:row">
    <xsl:param name="scheduled"/>
    <xsl:call-template name="t:at"/>
    <xsl:text>\begin{unaRow}&#10;\unaCell{1}{1}{}{</xsl:text>
    <xsl:apply-templates select="descendant-or-self::item" mode="mp:line"/>
    <xsl:text>}&#10;</xsl:text>
    <xsl:if test="$scheduled">
      <xsl:text>\unaCell{1}{1}{}{</xsl:text>
      <xsl:apply-templates select=".//schedule"/>
      <xsl:text>}&#10;</xsl:text>
    </xsl:if>
    <xsl:text>\unaCell{1}{1}{}{</xsl:text>
    <!-- What has a place in the annotations has its notes there.            -->
    <xsl:apply-templates select=".//document" mode="m:line">
      <xsl:with-param name="notes" select="not(key('annotated',
        generate-id()))"/>
    </xsl:apply-templates>
    <xsl:text>}&#10;\end{unaRow}&#10;</xsl:text>
  </xsl:template>
  <xsl:template match="item" mode="mp:line">
    <xsl:if test="position() > 1">\unaLine{}</xsl:if>
    <xsl:apply-templates select="." mode="m:text-label"/>
    <xsl:text>~</xsl:text>
    <xsl:apply-templates select="." mode="mp:entry"/>
  </xsl:template>

  <!-- "Monday, 8 July, 10-10.30 a.m."; "Monday, 8 July-Wednesday, 10 July,
       a.m."                                                                 -->
  <xsl:template match="schedule">
    <xsl:if test="position() > 1">\unaLine{}</xsl:if>
    <xsl:call-template name="t:text">
      <xsl:with-param name="string">
        <xsl:call-template name="t:date">
          <xsl:with-param name="date" select="@start"/>
          <xsl:with-param name="form" select="'date-short'"/>
        </xsl:call-template>
        <xsl:apply-templates select="@start-half" mode="mp:half"/>
        <xsl:if test="@from">
          <xsl:call-template name="t:form">
            <xsl:with-param name="key" select="'comma'"/>
          </xsl:call-template>
          <xsl:call-template name="t:times">
            <xsl:with-param name="start" select="@from"/>
            <xsl:with-param name="end" select="@to"/>
          </xsl:call-template>
        </xsl:if>
        <xsl:if test="@end">
          <xsl:call-template name="t:dash"/>
          <xsl:call-template name="t:date">
            <xsl:with-param name="date" select="@end"/>
            <xsl:with-param name="form" select="'date-short'"/>
          </xsl:call-template>
          <xsl:apply-templates select="@end-half" mode="mp:half"/>
        </xsl:if>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="@*" mode="mp:half">
    <xsl:call-template name="t:form">
      <xsl:with-param name="key" select="'comma'"/>
    </xsl:call-template>
    <xsl:call-template name="t:half-day">
      <xsl:with-param name="half" select="."/>
    </xsl:call-template>
  </xsl:template>

  <!-- === annotations ===================================================== -->

  <!-- Heading, text and documents of an item, a group or an event.          -->
  <xsl:template match="item | group | event" mode="mp:annotations">
    <xsl:if test="key('annotated', generate-id())">
      <xsl:call-template name="t:heading">
        <xsl:with-param name="title"
          select="heading | title[not(../heading)]"/>
        <xsl:with-param name="rank">
          <xsl:apply-templates select="." mode="m:rank"/>
        </xsl:with-param>
        <xsl:with-param name="level">
          <xsl:apply-templates select="." mode="m:level"/>
        </xsl:with-param>
        <xsl:with-param name="destination">
          <xsl:apply-templates select="." mode="m:destination"/>
        </xsl:with-param>
        <xsl:with-param name="label">
          <xsl:apply-templates select="." mode="mp:heading-label"/>
        </xsl:with-param>
      </xsl:call-template>
      <xsl:apply-templates select="annotation | documentation"/>
      <xsl:apply-templates select="item" mode="mp:annotations"/>
    </xsl:if>
  </xsl:template>

  <!-- "1." or "Item 1." or nothing.                                         -->
  <xsl:template match="*" mode="mp:heading-label">
    <xsl:apply-templates select="." mode="m:label"/>
  </xsl:template>
  <xsl:template match="event" mode="mp:heading-label"/>
  <xsl:template match="items/item | group/item" mode="mp:heading-label">
    <xsl:variable name="style">
      <xsl:apply-templates select="." mode="m:heading-style"/>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="$style = 'item'">
        <xsl:call-template name="t:form">
          <xsl:with-param name="key" select="'item-heading'"/>
          <xsl:with-param name="number">
            <xsl:apply-templates select="." mode="m:number"/>
          </xsl:with-param>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="$style = 'plain'">
        <xsl:apply-templates select="." mode="m:label"/>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="annotation">
    <xsl:apply-templates select="*"/>
  </xsl:template>

  <!-- m:title: a title outside the list; its notes, if it is to have them and
       they do not stand in the list                                         -->
  <xsl:template match="item/title | group/title" mode="m:title">
    <xsl:param name="notes" select="true()"/>
    <xsl:apply-templates mode="m:text">
      <xsl:with-param name="notes"
        select="$notes and ancestor::items/@show = 'annotations'"/>
      <xsl:with-param name="capital"
        select="parent::item and $v:locale/@sub-items = 'small'"/>
    </xsl:apply-templates>
  </xsl:template>
  <xsl:template match="title | heading | list-title | annotations-title"
    mode="m:title">
    <xsl:param name="notes" select="true()"/>
    <xsl:apply-templates mode="m:text">
      <xsl:with-param name="notes" select="$notes"/>
    </xsl:apply-templates>
  </xsl:template>

</xsl:stylesheet>
