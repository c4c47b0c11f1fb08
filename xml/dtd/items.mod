<!-- The agenda itself.                                                   -->

<!-- All items in their order.  The order is the numbering.

     show    both: the list "Provisional agenda", then the annotations; list
             or annotations: only that.  A list alone has the documents of
             each item under it
     heading no leaves out the heading of the list, where the title of the
             document says it already
     layout  of the list: list; or a table with the days proposed and the
             documents beside each item; or days, a table with a row for each
             day over the items proposed for it
     label   how annotations are headed: plain "1.", item "Item 1.", or
             none; if not given, as the station has it

     list-title, annotations-title  other headings for the two parts than
                                    "Provisional agenda" and "Annotations"
     introduction                   text before the list                  -->
<!ELEMENT items (list-title?, annotations-title?, introduction?,
                 (item | group | event)+)>
<!ATTLIST items
  heading (yes | no)              "yes"
  show   (both | list | annotations) "both"
  layout (list | table | days)       "list"
  label  (plain | item | none)       #IMPLIED>

<!ELEMENT list-title %text;>
<!ELEMENT annotations-title %text;>
<!ELEMENT introduction (%block;)+>

<!-- Items under a heading of their own, with a letter: A., B.  The numbers
     of the items run on.                                                 -->
<!ELEMENT group (title, item+)>
<!ATTLIST group
  id ID #IMPLIED>

<!-- A part of the meeting that is no item of the agenda: its opening, its
     closing.  It stands among the annotations, without a number, and can be
     taken up in the timetable.                                           -->
<!ELEMENT event (title, (annotation | documentation)*)>
<!ATTLIST event
  id ID #REQUIRED>

<!-- One item, or, inside an item, a sub-item (and once more inside that).

     number         its number, only if it is not the next one: in a list
                    that goes on from another, or leaves items out
     id             a name of your choice, used to refer to it: in the
                    timetable, in <ref>, in the PDF's bookmarks
     title          as in the list "Provisional agenda"
     heading        only if the heading over the annotation must read
                    otherwise than the title
     schedule       the days proposed for it, for a list as a table
     annotation     the paragraphs about it
     documentation  the documents before the meeting under it; before or
                    after the annotation, as they are to be printed
     item           its sub-items: 1 (a), 1 (b)                           -->
<!ELEMENT item (title, heading?, schedule*, (annotation | documentation)*,
                item*)>
<!ATTLIST item
  id     ID      #REQUIRED
  number NMTOKEN #IMPLIED>

<!-- A shorter or different heading over the annotation.                  -->
<!ELEMENT heading %text;>

<!-- Days proposed for an item.
     start, end            first and last day (end only if it is another)
     start-half, end-half  if only the morning (am) or afternoon (pm) of it
     from, to              or a time of day                               -->
<!ELEMENT schedule EMPTY>
<!ATTLIST schedule
  start      %date.type; #REQUIRED
  end        %date.type; #IMPLIED
  start-half (am | pm)   #IMPLIED
  end-half   (am | pm)   #IMPLIED
  from       %time.type; #IMPLIED
  to         %time.type; #IMPLIED>

<!-- What is said about an item.  A <section> in it is a heading without an
     item of its own, lettered (a), (b) as sub-items are.                 -->
<!ELEMENT annotation (%block; | section | documentation)+>
