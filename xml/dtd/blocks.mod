<!-- Paragraphs and what stands between them.                             -->

<!-- A part of the text under a heading; sections may stand in sections,
     down to headings of the sixth level, those around them counted.
     label  none leaves out the number or letter that sections of its level
            have: I., A., 1., (a), (i)                                    -->
<!ELEMENT section (title, (%flow;)*)>
<!ATTLIST section
  id    ID            #IMPLIED
  label (auto | none) "auto">

<!-- A paragraph.
     id  if another place refers to its number                            -->
<!ELEMENT p %text;>
<!ATTLIST p
  id ID #IMPLIED>

<!-- A list within a text.
     label  letter: (a), (b), and (i), (ii) in a list in it; number: 1., 2.;
            bullet; dash; none: for lists of States or participants       -->
<!ELEMENT list (li+)>
<!ATTLIST list
  label (letter | number | bullet | dash | none) "letter">

<!-- One entry: running text, then a list under it if need be.            -->
<!ELEMENT li (p+, list?)>

<!-- Words of another document, set off by their indent.                  -->
<!ELEMENT quote (p | list)+>

<!-- A box with a text of its own: "Summary".                             -->
<!ELEMENT box (title?, (p | list | table)+)>

<!-- The end of a letter or statement: a name, and under it what the person
     is.                                                                  -->
<!ELEMENT signature (name, office?)>
<!ELEMENT name %text;>
<!ELEMENT office %text;>

<!-- One correction: where (bold), what to do (italic), and the words or the
     table that it is about.                                              -->
<!ELEMENT correction (place, instruction, (%block;)*)>
<!ELEMENT place %text;>
<!ELEMENT instruction %text;>
