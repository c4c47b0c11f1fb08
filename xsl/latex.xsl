<?xml version="1.0" encoding="UTF-8"?>
<!-- From a draft to LaTeX.

     Everything that needs deciding is decided here: numbers, letters, dates,
     titles of items, "(continued)", links.  What is written are commands of the
     class unagenda, which say what a thing is; how it looks is the class's
     affair.

     modules/  one for each family of elements, in step with latex/*.sty
     lib/      escaping, words of the language, dates and times, labels, places
     locale/   the words and forms of each language

     Names: t: templates and m: modes that any module may use; tp: and mp: those
     private to their module; v: variables.  una: functions of the program
     itself (una:position, una:qr).                                          -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:output method="text" encoding="UTF-8"/>

  <!-- Whether it is an advance unedited version: set by the program.        -->
  <xsl:param name="draft" select="false()"/>

  <xsl:include href="lib/messages.xsl"/>
  <xsl:include href="lib/escape.xsl"/>
  <xsl:include href="lib/words.xsl"/>
  <xsl:include href="lib/dates.xsl"/>
  <xsl:include href="lib/labels.xsl"/>
  <xsl:include href="lib/headings.xsl"/>

  <xsl:include href="modules/document.xsl"/>
  <xsl:include href="modules/masthead.xsl"/>
  <xsl:include href="modules/titles.xsl"/>
  <xsl:include href="modules/contents.xsl"/>
  <xsl:include href="modules/items.xsl"/>
  <xsl:include href="modules/documents.xsl"/>
  <xsl:include href="modules/blocks.xsl"/>
  <xsl:include href="modules/tables.xsl"/>
  <xsl:include href="modules/inline.xsl"/>
  <xsl:include href="modules/notes.xsl"/>
  <xsl:include href="modules/annex.xsl"/>
  <xsl:include href="modules/timetable.xsl"/>

</xsl:stylesheet>
