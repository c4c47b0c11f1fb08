<?xml version="1.0" encoding="UTF-8"?>
<!-- Makes the emblem out of the flag: the blue field goes, what was white
     becomes black, and the picture is cropped to what is left.

     The flag is drawn on a field of 1200 x 800 and then squeezed into one
     of 4 to 3; the squeezing goes too, so that the emblem has its own
     proportions.  The viewBox is its extent on the field of 1200 x 800;
     its proportion is that of the emblem in official documents, where it
     measures 56.1 x 47.0 pt.                                             -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:svg="http://www.w3.org/2000/svg"
  exclude-result-prefixes="svg">

  <xsl:param name="view-box"/>

  <xsl:template match="@*|node()">
    <xsl:copy><xsl:apply-templates select="@*|node()"/></xsl:copy>
  </xsl:template>

  <xsl:template match="/svg:svg">
    <xsl:copy>
      <xsl:apply-templates select="@*"/>
      <xsl:attribute name="viewBox">
        <xsl:value-of select="$view-box"/>
      </xsl:attribute>
      <xsl:apply-templates select="node()"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="@width[parent::svg:svg] | @height[parent::svg:svg]"/>
  <xsl:template match="@transform[. = 'scale(0.53333333,0.6)']"/>
  <xsl:template match="svg:rect[contains(@style, '#4b92db')]"/>
  <xsl:template match="@style[. = 'fill:#ffffff']">
    <xsl:attribute name="style">fill:#000000</xsl:attribute>
  </xsl:template>
  <xsl:template match="comment() | svg:metadata | svg:desc"/>
</xsl:stylesheet>
