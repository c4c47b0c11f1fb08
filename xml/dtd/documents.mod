<!-- Documents before a meeting.                                          -->

<!-- The documents of an item or of a section.
     title   the heading; if not given, "Documentation" over a list and
             nothing over a table
     heading no leaves out the heading, where a paragraph introduces them
     layout  list: "Note by the Secretariat on … (A/CN.9/1)"; table: title,
             symbol and what is to be done with it; symbols: symbols alone.
             If not given, as the station has it                          -->
<!ELEMENT documentation (title?, document+)>
<!ATTLIST documentation
  heading (yes | no)              "yes"
  layout (list | table | symbols) #IMPLIED>

<!-- One document: its title as text.
     symbol   its symbol, checked like every symbol; printed behind the title
     addenda  all: "and addenda"; 1-3: "and Add.1-3"
     status   to-be-issued prints "to be issued"
     url      where it is, for a document that has no symbol
     action   what the meeting is to do with it: "For decision"
     also     other items that it belongs to: "also relates to item 3"    -->
<!ELEMENT document %text;>
<!ATTLIST document
  symbol  %symbol.type;          #IMPLIED
  addenda NMTOKEN                #IMPLIED
  status  (issued | to-be-issued) "issued"
  url     CDATA                  #IMPLIED
  action  (approval | consideration | decision | discussion | endorsement |
           information | noting) #IMPLIED
  also    IDREFS                 #IMPLIED>
