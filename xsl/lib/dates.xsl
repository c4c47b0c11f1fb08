<?xml version="1.0" encoding="UTF-8"?>
<!-- Dates and times: ISO 8601 in the draft, the house's forms on the page.
     All results are plain text.                                             -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:date="http://exslt.org/dates-and-times"
  xmlns:t="urn:unagenda:template"
  xmlns:tp="urn:unagenda:template:private"
  xmlns:m="urn:unagenda:mode"
  xmlns:v="urn:unagenda:variable"
  exclude-result-prefixes="date t tp m v">

  <!-- One day.
       form    date, date-weekday (within a line) or date-cell (in a table)
       locale  whose form, if not the document's                             -->
  <xsl:template name="t:date">
    <xsl:param name="date"/>
    <xsl:param name="form" select="'date'"/>
    <xsl:param name="locale" select="$v:locale"/>
    <xsl:call-template name="t:form">
      <xsl:with-param name="key" select="$form"/>
      <xsl:with-param name="start" select="$date"/>
      <xsl:with-param name="locale" select="$locale"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Several days.
       form  dates (as in the meeting line) or dates-text (in a sentence); by
             what the two days share, the form is that of dates-month,
             dates-year or dates-years, or of dates-two-days in a row        -->
  <xsl:template name="t:dates">
    <xsl:param name="start"/>
    <xsl:param name="end"/>
    <xsl:param name="form" select="'dates'"/>
    <xsl:choose>
      <xsl:when test="$start = $end">
        <xsl:call-template name="t:date">
          <xsl:with-param name="date" select="$start"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="t:form">
          <xsl:with-param name="key">
            <xsl:value-of select="$form"/>
            <xsl:choose>
              <xsl:when test="substring($start, 1, 7) = substring($end, 1, 7)
                and substring($start, 9) + 1 = substring($end, 9)"
                >-two-days</xsl:when>
              <xsl:when test="substring($start, 1, 7)
                              = substring($end, 1, 7)">-month</xsl:when>
              <xsl:when test="substring($start, 1, 4)
                              = substring($end, 1, 4)">-year</xsl:when>
              <xsl:otherwise>-years</xsl:otherwise>
            </xsl:choose>
          </xsl:with-param>
          <xsl:with-param name="start" select="$start"/>
          <xsl:with-param name="end" select="$end"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A time of day.                                                        -->
  <xsl:template name="t:time">
    <xsl:param name="time"/>
    <xsl:call-template name="t:form">
      <xsl:with-param name="key">
        <xsl:choose>
          <xsl:when test="$v:station/@clock = '24'">time-24</xsl:when>
          <xsl:when test="$time = '12:00'">noon</xsl:when>
          <xsl:when test="$time = '00:00'">midnight</xsl:when>
          <xsl:otherwise>time</xsl:otherwise>
        </xsl:choose>
      </xsl:with-param>
      <xsl:with-param name="start" select="$time"/>
    </xsl:call-template>
  </xsl:template>

  <!-- From one time to another.  Languages that say a.m. and p.m. say it once
       where both times lie in the same half of the day.                     -->
  <xsl:template name="t:times">
    <xsl:param name="start"/>
    <xsl:param name="end"/>
    <xsl:variable name="same-half" select="$v:station/@clock = '12'
      and $start != '12:00' and $end != '12:00' and (substring($start, 1, 2) &lt; 12) = (substring($end, 1, 2) &lt; 12)"/>
    <xsl:call-template name="t:form">
      <xsl:with-param name="key">
        <xsl:text>times</xsl:text>
        <xsl:if test="$same-half">-same-half</xsl:if>
      </xsl:with-param>
      <xsl:with-param name="start" select="$start"/>
      <xsl:with-param name="end" select="$end"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Slots of dates.                                                       -->
  <xsl:template match="day" mode="m:form">
    <xsl:param name="start"/>
    <xsl:param name="locale"/>
    <xsl:call-template name="tp:day">
      <xsl:with-param name="date" select="$start"/>
      <xsl:with-param name="locale" select="$locale"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="end-day" mode="m:form">
    <xsl:param name="end"/>
    <xsl:param name="locale"/>
    <xsl:call-template name="tp:day">
      <xsl:with-param name="date" select="$end"/>
      <xsl:with-param name="locale" select="$locale"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template name="tp:day">
    <xsl:param name="date"/>
    <xsl:param name="locale"/>
    <xsl:variable name="day" select="number(substring($date, 9, 2))"/>
    <xsl:choose>
      <xsl:when test="$day = 1">
        <xsl:call-template name="t:word">
          <xsl:with-param name="key" select="'first-day'"/>
          <xsl:with-param name="locale" select="$locale"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="$day"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="month" mode="m:form">
    <xsl:param name="start"/>
    <xsl:param name="locale"/>
    <xsl:call-template name="t:word">
      <xsl:with-param name="key"
        select="concat('month-', substring($start, 6, 2))"/>
      <xsl:with-param name="locale" select="$locale"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="end-month" mode="m:form">
    <xsl:param name="end"/>
    <xsl:param name="locale"/>
    <xsl:call-template name="t:word">
      <xsl:with-param name="key"
        select="concat('month-', substring($end, 6, 2))"/>
      <xsl:with-param name="locale" select="$locale"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="year" mode="m:form">
    <xsl:param name="start"/>
    <xsl:value-of select="substring($start, 1, 4)"/>
  </xsl:template>
  <xsl:template match="end-year" mode="m:form">
    <xsl:param name="end"/>
    <xsl:value-of select="substring($end, 1, 4)"/>
  </xsl:template>
  <!-- The name of the day, and its form within a sentence.  EXSLT counts the
       days from Sunday, 1.                                                  -->
  <xsl:template match="weekday | weekday-text" mode="m:form">
    <xsl:param name="start"/>
    <xsl:call-template name="t:word">
      <xsl:with-param name="key"
        select="concat(name(), '-', date:day-in-week($start))"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Slots of times.  A language says full hours shorter than others.      -->
  <xsl:template match="clock" mode="m:form">
    <xsl:param name="start"/>
    <xsl:call-template name="tp:clock">
      <xsl:with-param name="time" select="$start"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="end-clock" mode="m:form">
    <xsl:param name="end"/>
    <xsl:call-template name="tp:clock">
      <xsl:with-param name="time" select="$end"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template name="tp:clock">
    <xsl:param name="time"/>
    <xsl:call-template name="t:form">
      <xsl:with-param name="key">
        <xsl:text>clock</xsl:text>
        <xsl:if test="substring($time, 4, 2) = '00'">-full-hour</xsl:if>
      </xsl:with-param>
      <xsl:with-param name="start" select="$time"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="hour" mode="m:form">
    <xsl:param name="start"/>
    <xsl:value-of select="number(substring($start, 1, 2))"/>
  </xsl:template>
  <xsl:template match="end-hour" mode="m:form">
    <xsl:param name="end"/>
    <xsl:value-of select="number(substring($end, 1, 2))"/>
  </xsl:template>
  <!-- In two digits.                                                        -->
  <xsl:template match="full-hour" mode="m:form">
    <xsl:param name="start"/>
    <xsl:value-of select="substring($start, 1, 2)"/>
  </xsl:template>
  <xsl:template match="end-full-hour" mode="m:form">
    <xsl:param name="end"/>
    <xsl:value-of select="substring($end, 1, 2)"/>
  </xsl:template>
  <!-- Of a clock of 12 hours.                                               -->
  <xsl:template match="hour-of-12" mode="m:form">
    <xsl:param name="start"/>
    <xsl:value-of select="(substring($start, 1, 2) + 11) mod 12 + 1"/>
  </xsl:template>
  <xsl:template match="minute" mode="m:form">
    <xsl:param name="start"/>
    <xsl:value-of select="substring($start, 4, 2)"/>
  </xsl:template>
  <xsl:template match="end-minute" mode="m:form">
    <xsl:param name="end"/>
    <xsl:value-of select="substring($end, 4, 2)"/>
  </xsl:template>
  <xsl:template match="half" mode="m:form">
    <xsl:param name="start"/>
    <xsl:call-template name="t:half-day">
      <xsl:with-param name="half">
        <xsl:choose>
          <xsl:when test="substring($start, 1, 2) &lt; 12">am</xsl:when>
          <xsl:when test="substring($start, 1, 2) = 12">noon-half</xsl:when>
          <xsl:otherwise>pm</xsl:otherwise>
        </xsl:choose>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>
  <!-- am or pm as the language says it.                                     -->
  <xsl:template name="t:half-day">
    <xsl:param name="half"/>
    <xsl:call-template name="t:word">
      <xsl:with-param name="key" select="string($half)"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="time" mode="m:form">
    <xsl:param name="start"/>
    <xsl:call-template name="t:time">
      <xsl:with-param name="time" select="$start"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="end-time" mode="m:form">
    <xsl:param name="end"/>
    <xsl:call-template name="t:time">
      <xsl:with-param name="time" select="$end"/>
    </xsl:call-template>
  </xsl:template>

</xsl:stylesheet>
