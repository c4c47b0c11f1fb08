<?xml version="1.0" encoding="UTF-8"?>
<!-- Documents before a meeting: as a list, as a table, or symbols alone.    -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:t="urn:unagenda:template"
  xmlns:tp="urn:unagenda:template:private"
  xmlns:m="urn:unagenda:mode"
  xmlns:mp="urn:unagenda:mode:private"
  xmlns:v="urn:unagenda:variable"
  exclude-result-prefixes="t tp m mp v">

  <xsl:template match="documentation">
    <xsl:variable name="layout" select="string(
      @layout | $v:station/@documentation[not(current()/@layout)])"/>
    <xsl:if test="@heading != 'no' and (title or $layout != 'table')">
      <xsl:call-template name="tp:heading"/>
    </xsl:if>
    <xsl:choose>
      <xsl:when test="$layout = 'table'">
        <xsl:apply-templates select="." mode="mp:table"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:text>\begin{unaDocuments}&#10;</xsl:text>
        <xsl:for-each select="document">
          <xsl:call-template name="t:at"/>
          <xsl:text>\unaDocumentEntry{</xsl:text>
          <xsl:apply-templates select="." mode="m:entry">
            <xsl:with-param name="title" select="$layout != 'symbols'"/>
          </xsl:apply-templates>
          <xsl:text>}&#10;</xsl:text>
        </xsl:for-each>
        <xsl:text>\end{unaDocuments}&#10;</xsl:text>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="tp:heading">
    <xsl:call-template name="t:heading">
      <xsl:with-param name="title" select="title"/>
      <xsl:with-param name="rank">
        <xsl:apply-templates select="." mode="m:rank"/>
      </xsl:with-param>
      <xsl:with-param name="level">
        <xsl:apply-templates select="." mode="m:level"/>
      </xsl:with-param>
      <xsl:with-param name="word" select="'documentation'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- "Title (symbol)"; "Title: symbol" would be another house.             -->
  <xsl:template match="document" mode="m:entry">
    <xsl:param name="title" select="true()"/>
    <xsl:param name="notes" select="true()"/>
    <xsl:variable name="bare" select="not($title and normalize-space())"/>
    <xsl:if test="not($bare)">
      <xsl:apply-templates mode="m:text">
        <xsl:with-param name="notes" select="$notes"/>
      </xsl:apply-templates>
    </xsl:if>
    <xsl:choose>
      <xsl:when test="$bare">
        <xsl:call-template name="tp:particulars"/>
      </xsl:when>
      <xsl:when test="@symbol | @url | @status[. != 'issued'] | @also">
        <xsl:call-template name="t:form-text">
          <xsl:with-param name="key" select="'bracket-open'"/>
        </xsl:call-template>
        <xsl:call-template name="tp:particulars"/>
        <xsl:call-template name="t:form-text">
          <xsl:with-param name="key" select="'bracket-close'"/>
        </xsl:call-template>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- In a cell of a table, one under the other.                            -->
  <xsl:template match="document" mode="m:line">
    <xsl:param name="notes" select="true()"/>
    <xsl:if test="position() > 1">\unaLine{}</xsl:if>
    <xsl:apply-templates select="." mode="m:entry">
      <xsl:with-param name="notes" select="$notes"/>
    </xsl:apply-templates>
  </xsl:template>

  <!-- Symbol, addenda, address, state, other items.                         -->
  <xsl:template name="tp:particulars">
    <xsl:call-template name="tp:symbol"/>
    <xsl:if test="@url">
      <xsl:if test="@symbol">
        <xsl:call-template name="t:form-text">
          <xsl:with-param name="key" select="'comma'"/>
        </xsl:call-template>
      </xsl:if>
      <xsl:call-template name="t:url">
        <xsl:with-param name="url" select="@url"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="@status = 'to-be-issued'">
      <xsl:if test="@symbol | @url">
        <xsl:call-template name="t:form-text">
          <xsl:with-param name="key" select="'comma'"/>
        </xsl:call-template>
      </xsl:if>
      <xsl:call-template name="t:word-text">
        <xsl:with-param name="key" select="'to-be-issued'"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="@also">
      <xsl:if test="@symbol | @url | @status[. != 'issued']">
        <xsl:call-template name="t:form-text">
          <xsl:with-param name="key" select="'semicolon'"/>
        </xsl:call-template>
      </xsl:if>
      <xsl:call-template name="tp:also"/>
    </xsl:if>
  </xsl:template>
  <xsl:template name="tp:symbol">
    <xsl:if test="@symbol">
      <xsl:call-template name="t:symbol">
        <xsl:with-param name="symbol" select="@symbol"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:choose>
      <xsl:when test="@addenda = 'all'">
        <xsl:call-template name="t:form-text">
          <xsl:with-param name="key" select="'all-addenda'"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="@addenda">
        <xsl:call-template name="t:form-text">
          <xsl:with-param name="key" select="'addenda'"/>
          <xsl:with-param name="text" select="@addenda"/>
        </xsl:call-template>
      </xsl:when>
    </xsl:choose>
  </xsl:template>
  <xsl:template name="tp:also">
    <xsl:variable name="items" select="id(@also)"/>
    <xsl:call-template name="t:text">
      <xsl:with-param name="string">
        <xsl:call-template name="t:form">
          <xsl:with-param name="key">
            <xsl:text>also-</xsl:text>
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
              <xsl:apply-templates select="." mode="m:number"/>
            </xsl:for-each>
          </xsl:with-param>
        </xsl:call-template>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- Title, symbol, and what is to be done with it.                        -->
  <xsl:template match="documentation" mode="mp:table">
    <xsl:variable name="actions" select="document/@action"/>
    <xsl:text>\begin{unaTable}{documents}{1:l,document-symbol</xsl:text>
    <xsl:if test="$actions">,document-action</xsl:if>
    <xsl:text>}&#10;\unaTableHead&#10;\begin{unaRow}&#10;</xsl:text>
    <xsl:call-template name="t:head-cell">
      <xsl:with-param name="key" select="'column-document-title'"/>
    </xsl:call-template>
    <xsl:call-template name="t:head-cell">
      <xsl:with-param name="key" select="'column-document-symbol'"/>
    </xsl:call-template>
    <xsl:if test="$actions">\unaCell{1}{1}{}{}&#10;</xsl:if>
    <xsl:text>\end{unaRow}&#10;\unaTableBody&#10;</xsl:text>
    <xsl:for-each select="document">
      <xsl:call-template name="t:at"/>
      <xsl:text>\begin{unaRow}&#10;\unaCell{1}{1}{}{</xsl:text>
      <xsl:apply-templates mode="m:text"/>
      <xsl:text>}&#10;\unaCell{1}{1}{}{</xsl:text>
      <xsl:call-template name="tp:particulars"/>
      <xsl:text>}&#10;</xsl:text>
      <xsl:if test="$actions">
        <xsl:text>\unaCell{1}{1}{}{</xsl:text>
        <xsl:if test="@action">
          <xsl:call-template name="t:word-text">
            <xsl:with-param name="key" select="concat('action-', @action)"/>
          </xsl:call-template>
        </xsl:if>
        <xsl:text>}&#10;</xsl:text>
      </xsl:if>
      <xsl:text>\end{unaRow}&#10;</xsl:text>
    </xsl:for-each>
    <xsl:text>\end{unaTable}&#10;</xsl:text>
  </xsl:template>

</xsl:stylesheet>
