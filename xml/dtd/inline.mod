<!-- What may stand within a line.  Each of these is an element, and not
     just typed, so that the program can check it, link it or put it into
     the form of the language.                                            -->

<!-- A document that the text cites: <symbol>CTOC/COP/2005/8</symbol>     -->
<!ELEMENT symbol (#PCDATA)>

<!-- The number of a decision or resolution: decision
     <decision>2/6</decision>.  The word before it is typed, as languages
     inflect it.
     symbol  its symbol, if the number is to be a link: A/RES/57/301      -->
<!ELEMENT decision (#PCDATA)>
<!ATTLIST decision
  symbol %symbol.type; #IMPLIED>

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

<!-- A reference to an item, an annex, an appendix, a section, a numbered table
     or a numbered paragraph of this document.
     to       its id
     through  the last of several sub-items: "8 (a)-(c)"
     show     number prints "1 (a)" or "II", title prints its title       -->
<!ELEMENT ref EMPTY>
<!ATTLIST ref
  to      IDREF            #REQUIRED
  through IDREF            #IMPLIED
  show    (number | title) "number">

<!-- An address on the web; it may be broken at the end of a line.        -->
<!ELEMENT url (#PCDATA)>

<!-- Words in quotation marks.  The marks are those of the language.      -->
<!ELEMENT q %text;>

<!-- The title of a book or journal: in italics.                          -->
<!ELEMENT work %text;>

<!-- Words at the start of a paragraph that say what it is about, in
     italics: <lead>Action:</lead>                                        -->
<!ELEMENT lead %text;>

<!-- Words of another language than the document's.  Nothing of it is seen;
     who has the document read aloud hears them in their own language.
     xml:lang  which: "fr", "la", "pt-BR"                                 -->
<!ELEMENT foreign %text;>
<!ATTLIST foreign
  xml:lang NMTOKEN #REQUIRED>

<!-- A note.  Its mark is made: an asterisk in the title block, a letter in
     tables and annexes, a number elsewhere.  No note stands in a note.
     id    if the same note is marked at another place as well
     mark  if the mark must be of another kind                            -->
<!ELEMENT note %text;>
<!ATTLIST note
  id   ID                           #IMPLIED
  mark (asterisk | letter | number) #IMPLIED>

<!-- The mark of a note that stands at another place.                     -->
<!ELEMENT noteref EMPTY>
<!ATTLIST noteref
  to IDREF #REQUIRED>
