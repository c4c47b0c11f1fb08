<?xml version="1.0" encoding="UTF-8"?>
<!-- Messages of the stylesheets, and the places that they and TeX's name.   -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:t="urn:unagenda:template"
  xmlns:m="urn:unagenda:mode"
  xmlns:una="urn:unagenda"
  exclude-result-prefixes="t m una">

  <!-- Stops the build with a message at the place of a node.
       id    its number in the program's catalogue
       text  what is wrong, for a drafter
       node  where; the current node if not given                            -->
  <xsl:template name="t:fail">
    <xsl:param name="id"/>
    <xsl:param name="text"/>
    <xsl:param name="node" select="."/>
    <xsl:message terminate="yes">
      <xsl:value-of
        select="concat($id, ' ', una:position($node), ' ', $text)"/>
    </xsl:message>
  </xsl:template>

  <!-- Tells TeX where the following comes from.                             -->
  <xsl:template name="t:at">
    <xsl:text>\unaAt{</xsl:text>
    <xsl:value-of select="una:position(.)"/>
    <xsl:text>}&#10;</xsl:text>
  </xsl:template>

  <!-- Nothing is dropped in silence.  The DTD has admitted the element, so a
       template is missing: a fault of the stylesheets, not of the draft.    -->
  <xsl:template match="*">
    <xsl:call-template name="t:unknown"/>
  </xsl:template>
  <xsl:template match="*" mode="m:text">
    <xsl:call-template name="t:unknown"/>
  </xsl:template>
  <xsl:template name="t:unknown">
    <xsl:call-template name="t:fail">
      <xsl:with-param name="id" select="'UNA-0803'"/>
      <xsl:with-param name="text" select="concat(
        'no template for &lt;', name(), '> in &lt;', name(..), '>')"/>
    </xsl:call-template>
  </xsl:template>

</xsl:stylesheet>
