<?xml version="1.0" encoding="UTF-8"?>
<!-- The organization of work, in three layouts: the date beside its sittings,
     the date over them, and meetings held at the same time side by side.    -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:t="urn:unagenda:template"
  xmlns:tp="urn:unagenda:template:private"
  xmlns:m="urn:unagenda:mode"
  xmlns:mp="urn:unagenda:mode:private"
  xmlns:v="urn:unagenda:variable"
  exclude-result-prefixes="t tp m mp v">

  <xsl:template match="timetable">
    <xsl:variable name="layout" select="string(
      @layout | $v:station/@timetable[not(current()/@layout)])"/>
    <xsl:call-template name="t:at"/>
    <xsl:choose>
      <xsl:when test="track">
        <xsl:apply-templates select="." mode="mp:tracks"/>
      </xsl:when>
      <xsl:when test="$layout = 'headed'">
        <xsl:apply-templates select="." mode="mp:headed"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates select="." mode="mp:days"/>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:text>\end{unaTable}&#10;</xsl:text>
    <xsl:call-template name="t:table-notes"/>
  </xsl:template>

  <!-- === the date beside its sittings ==================================== -->

  <xsl:template match="timetable" mode="mp:days">
    <xsl:variable name="number" select="boolean(.//@number)"/>
    <xsl:variable name="room" select="boolean(.//@room)"/>
    <xsl:variable name="by" select="boolean(.//by)"/>
    <!-- With more than one column beyond the usual four, as wide as the page.-->
    <xsl:text>\begin{unaTable}{timetable</xsl:text>
    <xsl:if test="$number + $room + $by > 1"
      >-page</xsl:if>
    <xsl:text>}{date,time</xsl:text>
    <xsl:if test="$number">,number</xsl:if>
    <xsl:if test="$room">,room</xsl:if>
    <xsl:text>,item,1:l</xsl:text>
    <xsl:if test="$by">,by</xsl:if>
    <xsl:text>}&#10;\unaTableHead&#10;\begin{unaRow}&#10;</xsl:text>
    <xsl:call-template name="t:head-cell">
      <xsl:with-param name="key" select="'column-date'"/>
    </xsl:call-template>
    <xsl:call-template name="t:head-cell">
      <xsl:with-param name="key" select="'column-time'"/>
    </xsl:call-template>
    <xsl:if test="$number">
      <xsl:call-template name="t:head-cell">
        <xsl:with-param name="key" select="'column-number'"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="$room">
      <xsl:call-template name="t:head-cell">
        <xsl:with-param name="key" select="'column-room'"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:call-template name="t:head-cell">
      <xsl:with-param name="key" select="'column-item'"/>
    </xsl:call-template>
    <xsl:call-template name="t:head-cell">
      <xsl:with-param name="key" select="'column-title'"/>
    </xsl:call-template>
    <xsl:if test="$by">
      <xsl:call-template name="t:head-cell">
        <xsl:with-param name="key" select="'column-by'"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:text>\end{unaRow}&#10;\unaTableBody&#10;</xsl:text>
    <xsl:apply-templates select="day/sitting/take | day/break" mode="mp:days">
      <xsl:with-param name="number" select="$number"/>
      <xsl:with-param name="room" select="$room"/>
      <xsl:with-param name="by" select="$by"/>
    </xsl:apply-templates>
  </xsl:template>

  <!-- A row for each item taken up; date, time, number and room cover the rows
       of their day and their sitting.                                       -->
  <xsl:template match="take" mode="mp:days">
    <xsl:param name="number"/>
    <xsl:param name="room"/>
    <xsl:param name="by"/>
    <xsl:text>\begin{unaRow}&#10;</xsl:text>
    <xsl:call-template name="tp:date-cell"/>
    <xsl:if test="not(preceding-sibling::take)">
      <xsl:apply-templates select=".." mode="mp:cells">
        <xsl:with-param name="number" select="$number"/>
        <xsl:with-param name="room" select="$room"/>
      </xsl:apply-templates>
    </xsl:if>
    <xsl:text>\unaCell{1}{1}{}{</xsl:text>
    <xsl:call-template name="tp:number"/>
    <xsl:text>}&#10;\unaCell{1}{1}{}{</xsl:text>
    <xsl:call-template name="tp:title"/>
    <xsl:text>}&#10;</xsl:text>
    <xsl:if test="$by">
      <xsl:text>\unaCell{1}{1}{}{</xsl:text>
      <xsl:apply-templates select="by/node()" mode="m:text"/>
      <xsl:text>}&#10;</xsl:text>
    </xsl:if>
    <xsl:text>\end{unaRow}&#10;</xsl:text>
  </xsl:template>
  <xsl:template match="break" mode="mp:days">
    <xsl:param name="number"/>
    <xsl:param name="room"/>
    <xsl:param name="by"/>
    <xsl:text>\begin{unaRow}&#10;</xsl:text>
    <xsl:call-template name="tp:date-cell"/>
    <xsl:call-template name="tp:time-cell"/>
    <xsl:value-of
      select="concat('\unaCell{', 2 + $number + $room + $by, '}{1}{}{')"/>
    <xsl:call-template name="tp:break"/>
    <xsl:text>}&#10;\end{unaRow}&#10;</xsl:text>
  </xsl:template>

  <!-- Beside the first row of a day.                                        -->
  <xsl:template name="tp:date-cell">
    <xsl:variable name="day" select="ancestor::day"/>
    <xsl:variable name="rows" select="$day/sitting/take | $day/break"/>
    <xsl:if test="count(. | $rows[1]) = 1">
      <xsl:value-of select="concat('\unaCell{1}{', count($rows), '}{dh}{')"/>
      <xsl:apply-templates select="$day" mode="mp:date"/>
      <xsl:text>}&#10;</xsl:text>
    </xsl:if>
  </xsl:template>
  <xsl:template match="day" mode="mp:date">
    <xsl:param name="form" select="'date-cell'"/>
    <xsl:call-template name="t:text">
      <xsl:with-param name="string">
        <xsl:variable name="date">
          <xsl:call-template name="t:date">
            <xsl:with-param name="date" select="@date"/>
            <xsl:with-param name="form" select="$form"/>
          </xsl:call-template>
        </xsl:variable>
        <xsl:choose>
          <xsl:when test="@until">
            <xsl:call-template name="t:form">
              <xsl:with-param name="key" select="'span-of-days'"/>
              <xsl:with-param name="text" select="$date"/>
              <xsl:with-param name="more">
                <xsl:call-template name="t:date">
                  <xsl:with-param name="date" select="@until"/>
                  <xsl:with-param name="form" select="$form"/>
                </xsl:call-template>
              </xsl:with-param>
            </xsl:call-template>
          </xsl:when>
          <xsl:otherwise>
            <xsl:value-of select="$date"/>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- Beside the first row of a sitting.                                    -->
  <xsl:template match="sitting" mode="mp:cells">
    <xsl:param name="number"/>
    <xsl:param name="room"/>
    <xsl:call-template name="tp:time-cell"/>
    <xsl:if test="$number">
      <xsl:value-of select="concat('\unaCell{1}{', count(take), '}{}{')"/>
      <xsl:call-template name="t:text">
        <xsl:with-param name="string" select="string(@number)"/>
      </xsl:call-template>
      <xsl:text>}&#10;</xsl:text>
    </xsl:if>
    <xsl:if test="$room">
      <xsl:value-of select="concat('\unaCell{1}{', count(take), '}{}{')"/>
      <xsl:call-template name="t:text">
        <xsl:with-param name="string" select="string(@room)"/>
      </xsl:call-template>
      <xsl:text>}&#10;</xsl:text>
    </xsl:if>
  </xsl:template>
  <xsl:template name="tp:time-cell">
    <xsl:param name="rows" select="count(take | self::break)"/>
    <xsl:value-of select="concat('\unaCell{1}{', $rows, '}{}{')"/>
    <xsl:apply-templates select="." mode="mp:time"/>
    <xsl:text>}&#10;</xsl:text>
  </xsl:template>
  <xsl:template match="sitting | break" mode="mp:time">
    <xsl:call-template name="t:text">
      <xsl:with-param name="string">
        <xsl:choose>
          <xsl:when test="@half">
            <xsl:call-template name="t:half-day">
              <xsl:with-param name="half" select="@half"/>
            </xsl:call-template>
          </xsl:when>
          <xsl:when test="@end">
            <xsl:call-template name="t:times">
              <xsl:with-param name="start" select="@start"/>
              <xsl:with-param name="end" select="@end"/>
            </xsl:call-template>
          </xsl:when>
          <xsl:when test="@start">
            <xsl:call-template name="t:time">
              <xsl:with-param name="time" select="@start"/>
            </xsl:call-template>
          </xsl:when>
        </xsl:choose>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- === the date over them ============================================== -->

  <xsl:template match="timetable" mode="mp:headed">
    <xsl:variable name="room" select="boolean(.//@room)"/>
    <xsl:variable name="by" select="boolean(.//by)"/>
    <xsl:text>\begin{unaTable}{timetable}{time</xsl:text>
    <xsl:if test="$room">,room</xsl:if>
    <xsl:text>,1:l</xsl:text>
    <xsl:if test="$by">,by</xsl:if>
    <xsl:text>}&#10;\unaTableHead&#10;\begin{unaRow}&#10;</xsl:text>
    <xsl:call-template name="t:head-cell">
      <xsl:with-param name="key" select="'column-date-time'"/>
      <xsl:with-param name="options" select="'c'"/>
    </xsl:call-template>
    <xsl:if test="$room">
      <xsl:call-template name="t:head-cell">
        <xsl:with-param name="key" select="'column-room'"/>
        <xsl:with-param name="options" select="'c'"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:call-template name="t:head-cell">
      <xsl:with-param name="key" select="'column-agenda-item'"/>
      <xsl:with-param name="options" select="'c'"/>
    </xsl:call-template>
    <xsl:if test="$by">
      <xsl:call-template name="t:head-cell">
        <xsl:with-param name="key" select="'column-by'"/>
        <xsl:with-param name="options" select="'c'"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:text>\end{unaRow}&#10;</xsl:text>
    <!-- The first day stands above the rule of the head.                    -->
    <xsl:text>\unaTableTop&#10;</xsl:text>
    <xsl:apply-templates select="day[1]" mode="mp:day-row">
      <xsl:with-param name="columns" select="2 + $room + $by"/>
    </xsl:apply-templates>
    <xsl:text>\unaTableBody&#10;</xsl:text>
    <xsl:for-each select="day">
      <xsl:if test="position() > 1">
        <xsl:apply-templates select="." mode="mp:day-row">
          <xsl:with-param name="columns" select="2 + $room + $by"/>
        </xsl:apply-templates>
      </xsl:if>
      <xsl:apply-templates select="sitting/take | break" mode="mp:headed">
        <xsl:with-param name="room" select="$room"/>
        <xsl:with-param name="by" select="$by"/>
      </xsl:apply-templates>
    </xsl:for-each>
  </xsl:template>
  <xsl:template match="day" mode="mp:day-row">
    <xsl:param name="columns"/>
    <xsl:value-of select="concat('\begin{unaRow}&#10;\unaCell{', $columns,
      '}{1}{bcg}{')"/>
    <xsl:apply-templates select="." mode="mp:date">
      <xsl:with-param name="form" select="'date-short'"/>
    </xsl:apply-templates>
    <xsl:text>}&#10;\end{unaRow}&#10;</xsl:text>
  </xsl:template>
  <xsl:template match="take" mode="mp:headed">
    <xsl:param name="room"/>
    <xsl:param name="by"/>
    <xsl:text>\begin{unaRow}&#10;</xsl:text>
    <xsl:if test="not(preceding-sibling::take)">
      <xsl:apply-templates select=".." mode="mp:cells">
        <xsl:with-param name="room" select="$room"/>
      </xsl:apply-templates>
    </xsl:if>
    <xsl:text>\unaCell{1}{1}{}{</xsl:text>
    <xsl:call-template name="tp:taken"/>
    <xsl:text>}&#10;</xsl:text>
    <xsl:if test="$by">
      <xsl:text>\unaCell{1}{1}{}{</xsl:text>
      <xsl:apply-templates select="by/node()" mode="m:text"/>
      <xsl:text>}&#10;</xsl:text>
    </xsl:if>
    <xsl:text>\end{unaRow}&#10;</xsl:text>
  </xsl:template>
  <xsl:template match="break" mode="mp:headed">
    <xsl:param name="room"/>
    <xsl:param name="by"/>
    <xsl:text>\begin{unaRow}&#10;</xsl:text>
    <xsl:call-template name="tp:time-cell"/>
    <xsl:value-of
      select="concat('\unaCell{', 1 + $room + $by, '}{1}{b}{')"/>
    <xsl:call-template name="tp:break"/>
    <xsl:text>}&#10;\end{unaRow}&#10;</xsl:text>
  </xsl:template>

  <!-- === meetings held at the same time ================================== -->

  <xsl:template match="timetable" mode="mp:tracks">
    <xsl:text>\begin{unaTable}{timetable}{date,time</xsl:text>
    <xsl:for-each select="track">,1:l</xsl:for-each>
    <xsl:text>}&#10;\unaTableHead&#10;\begin{unaRow}&#10;</xsl:text>
    <xsl:call-template name="t:head-cell">
      <xsl:with-param name="key" select="'column-date'"/>
    </xsl:call-template>
    <xsl:call-template name="t:head-cell">
      <xsl:with-param name="key" select="'column-time'"/>
    </xsl:call-template>
    <xsl:for-each select="track">
      <xsl:text>\unaCell{1}{1}{}{</xsl:text>
      <xsl:apply-templates select="title" mode="m:title"/>
      <xsl:text>}&#10;</xsl:text>
    </xsl:for-each>
    <xsl:text>\end{unaRow}&#10;\unaTableBody&#10;</xsl:text>
    <xsl:apply-templates select="day" mode="mp:tracks"/>
  </xsl:template>

  <!-- A row for each time at which a sitting, on whatever track, starts.    -->
  <xsl:template match="day" mode="mp:tracks">
    <xsl:variable name="day" select="."/>
    <xsl:variable name="firsts">
      <xsl:for-each select="*">
        <xsl:if test="not(preceding-sibling::*[@start = current()/@start
                          or @half = current()/@half])">x</xsl:if>
      </xsl:for-each>
    </xsl:variable>
    <xsl:for-each select="*">
      <xsl:if test="not(preceding-sibling::*[@start = current()/@start
                        or @half = current()/@half])">
        <xsl:text>\begin{unaRow}&#10;</xsl:text>
        <xsl:if test="position() = 1">
          <xsl:value-of select="concat('\unaCell{1}{',
            string-length($firsts), '}{dh}{')"/>
          <xsl:apply-templates select="$day" mode="mp:date"/>
          <xsl:text>}&#10;</xsl:text>
        </xsl:if>
        <xsl:call-template name="tp:time-cell">
          <xsl:with-param name="rows" select="1"/>
        </xsl:call-template>
        <xsl:call-template name="tp:track-cells"/>
        <xsl:text>\end{unaRow}&#10;</xsl:text>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>
  <xsl:template name="tp:track-cells">
    <xsl:variable name="now" select="."/>
    <xsl:variable name="tracks" select="ancestor::timetable/track"/>
    <xsl:choose>
      <xsl:when test="self::break">
        <xsl:value-of
          select="concat('\unaCell{', count($tracks), '}{1}{}{')"/>
        <xsl:call-template name="tp:break"/>
        <xsl:text>}&#10;</xsl:text>
      </xsl:when>
      <xsl:otherwise>
        <xsl:for-each select="$tracks">
          <xsl:text>\unaCell{1}{1}{}{</xsl:text>
          <xsl:for-each select="$now/../sitting[@track = current()/@id]
            [@start = $now/@start or @half = $now/@half]/take">
            <xsl:if test="position() > 1">\unaLine{}</xsl:if>
            <xsl:call-template name="tp:taken"/>
          </xsl:for-each>
          <xsl:text>}&#10;</xsl:text>
        </xsl:for-each>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- === what is taken up ================================================ -->

  <!-- Number and title in one: "Item 1: Adoption of the agenda".            -->
  <xsl:template name="tp:taken">
    <xsl:if test="id(@item)[self::item]">
      <xsl:text>\unaBold{</xsl:text>
      <xsl:apply-templates mode="mp:item-entry"
        select="$v:locale/form[@key = 'item-entry']/node()">
        <xsl:with-param name="number">
          <xsl:call-template name="tp:number"/>
        </xsl:with-param>
      </xsl:apply-templates>
      <xsl:text>}</xsl:text>
      <xsl:call-template name="t:form-text">
        <xsl:with-param name="key" select="'colon'"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:call-template name="tp:title"/>
  </xsl:template>

  <!-- The words around it as TeX, as is the number, a link.                 -->
  <xsl:template match="text()" mode="mp:item-entry">
    <xsl:call-template name="t:text"/>
  </xsl:template>
  <xsl:template match="text" mode="mp:item-entry">
    <xsl:param name="number"/>
    <xsl:value-of select="$number"/>
  </xsl:template>

  <xsl:template name="tp:number">
    <xsl:variable name="item" select="id(@item)[self::item]"/>
    <xsl:if test="$item">
      <xsl:text>\unaLink{</xsl:text>
      <xsl:apply-templates select="$item" mode="m:destination"/>
      <xsl:text>}{</xsl:text>
      <xsl:call-template name="t:text">
        <xsl:with-param name="string">
          <xsl:call-template name="t:number-through">
            <xsl:with-param name="first" select="$item"/>
            <xsl:with-param name="last" select="id(@through)"/>
          </xsl:call-template>
        </xsl:with-param>
      </xsl:call-template>
      <xsl:text>}</xsl:text>
    </xsl:if>
  </xsl:template>

  <!-- What a timetable takes up, by timetable and item.                     -->
  <xsl:key name="takes" match="take[@item]"
    use="concat(generate-id(ancestor::timetable), ' ', @item)"/>

  <!-- The title; of several sub-items, that of their item.  "(continued)" if
       this timetable has taken it up before.  Then what the draft adds.
       Notes stand at the heading, or of an event that has none, where it is
       taken up first.                                                       -->
  <xsl:template name="tp:title">
    <xsl:variable name="item" select="id(@item)"/>
    <xsl:variable name="notes" select="$item[self::event]
      and not(key('annotated', generate-id($item)))
      and not(preceding::take[@item = current()/@item])"/>
    <xsl:choose>
      <xsl:when test="@through">
        <xsl:apply-templates select="$item/../title" mode="m:title">
          <xsl:with-param name="notes" select="false()"/>
        </xsl:apply-templates>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates select="$item/title" mode="m:title">
          <xsl:with-param name="notes" select="$notes"/>
        </xsl:apply-templates>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:if test="$item and count(key('takes', concat(generate-id(
                  ancestor::timetable), ' ', @item))[1] | .) > 1">
      <xsl:call-template name="t:form-text">
        <xsl:with-param name="key" select="'bracket-open'"/>
      </xsl:call-template>
      <xsl:text>\unaContinued{</xsl:text>
      <xsl:call-template name="t:word-text">
        <xsl:with-param name="key" select="'continued'"/>
      </xsl:call-template>
      <xsl:text>}</xsl:text>
      <xsl:call-template name="t:form-text">
        <xsl:with-param name="key" select="'bracket-close'"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="$item and text()[normalize-space()]">
      <xsl:text> </xsl:text>
    </xsl:if>
    <xsl:apply-templates select="node()[not(self::by)]" mode="m:text"/>
  </xsl:template>

  <xsl:template name="tp:break">
    <xsl:if test="not(normalize-space())">
      <xsl:call-template name="t:word-text">
        <xsl:with-param name="key" select="'break'"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:apply-templates mode="m:text"/>
  </xsl:template>

</xsl:stylesheet>
