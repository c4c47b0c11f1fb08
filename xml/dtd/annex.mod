<!-- What follows the annotations, each part on a new page.               -->

<!-- An annex.  "Annex", and a number where there are several, are made.
     id     a name for references to it                                   -->
<!ELEMENT annex (title, (timetable | %block;)+)>
<!ATTLIST annex
  id ID #REQUIRED>
