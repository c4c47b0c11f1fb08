<!-- The agenda itself.                                                   -->

<!-- All items in their order.  The order is the numbering.               -->
<!ELEMENT items (item+)>

<!-- One item, or, inside an item, a sub-item (and once more inside that).

     id             a name of your choice, used to refer to it: in the
                    timetable, in <ref>, in the PDF's bookmarks
     title          as in the list "Provisional agenda"
     heading        only if the heading over the annotation must read
                    otherwise than the title
     annotation     the paragraphs about it
     documentation  the documents before the meeting under it
     item           its sub-items: 1 (a), 1 (b)                           -->
<!ELEMENT item (title, heading?, annotation?, documentation?, item*)>
<!ATTLIST item
  id ID #REQUIRED>

<!-- A shorter or different heading over the annotation.                  -->
<!ELEMENT heading %text;>

<!ELEMENT annotation (%block;)+>

<!-- The documents of an item, under the heading "Documentation".         -->
<!ELEMENT documentation (document+)>

<!-- One document: its title as text; its symbol follows it in brackets.
     symbol  its symbol, checked like every symbol                        -->
<!ELEMENT document %text;>
<!ATTLIST document
  symbol %symbol.type; #REQUIRED>
