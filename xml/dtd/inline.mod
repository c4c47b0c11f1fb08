<!-- What may stand within a line.  Each of these is an element, and not
     just typed, so that the program can check it, link it or put it into
     the form of the language.                                            -->

<!-- A document that the text cites: <symbol>CTOC/COP/2005/8</symbol>     -->
<!ELEMENT symbol (#PCDATA)>

<!-- The number of a decision or resolution: decision
     <decision>2/6</decision>.  The word before it is typed, as languages
     inflect it.                                                          -->
<!ELEMENT decision (#PCDATA)>

<!-- A date: <date value="2007-10-03" weekday="yes"/> prints
     "Wednesday, 3 October 2007".                                         -->
<!ELEMENT date EMPTY>
<!ATTLIST date
  value   %date.type; #REQUIRED
  weekday (yes | no)  "no">

<!-- A span of days: <dates start="2005-10-10" end="2005-10-21"/> prints
     "from 10 to 21 October 2005".                                        -->
<!ELEMENT dates EMPTY>
<!ATTLIST dates
  start %date.type; #REQUIRED
  end   %date.type; #REQUIRED>

<!-- A time of day: <time value="10:00"/> prints "10 a.m."                -->
<!ELEMENT time EMPTY>
<!ATTLIST time
  value %time.type; #REQUIRED>

<!-- A reference to an item or an annex of this document.
     to    its id
     show  number prints "1 (a)" or "II", title prints its title          -->
<!ELEMENT ref EMPTY>
<!ATTLIST ref
  to   IDREF            #REQUIRED
  show (number | title) "number">

<!-- Words in quotation marks.  The marks are those of the language.      -->
<!ELEMENT q %text;>

<!-- A footnote.  Its number is made.                                     -->
<!ELEMENT note %text;>
