<!-- The organization of work: which item is taken up when.               -->

<!-- Days in their order.  Column heads, weekdays, numbers and titles of
     the items, and "(continued)" where an item is taken up again, are made.
     Columns for the number of a meeting, its room, and who introduces an
     item appear where the draft names any.

     layout  days: the date beside its sittings; headed: over them.  If not
             given, as the station has it
     track   meetings held at the same time, a column each                -->
<!ELEMENT timetable (track*, day+)>
<!ATTLIST timetable
  layout (days | headed) #IMPLIED>

<!-- One of several rows of meetings held at the same time: "Plenary",
     "Committee of the Whole".                                            -->
<!ELEMENT track (title)>
<!ATTLIST track
  id ID #REQUIRED>

<!-- A day, or several: from date until until.                            -->
<!ELEMENT day (sitting | break)+>
<!ATTLIST day
  date  %date.type; #REQUIRED
  until %date.type; #IMPLIED>

<!-- One meeting.
     start, end  its hours
     half        or only whether in the morning or the afternoon
     number      the number of the meeting
     room        where
     track       which of the meetings held at the same time              -->
<!ELEMENT sitting (take+)>
<!ATTLIST sitting
  start  %time.type; #IMPLIED
  end    %time.type; #IMPLIED
  half   (am | pm)   #IMPLIED
  number NMTOKEN     #IMPLIED
  room   CDATA       #IMPLIED
  track  IDREF       #IMPLIED>

<!-- A pause: "Lunch break", or the words in it.                          -->
<!ELEMENT break (#PCDATA | note | noteref)*>
<!ATTLIST break
  start %time.type; #REQUIRED
  end   %time.type; #REQUIRED>

<!-- An item is taken up.
     item     the id of the item or event
     through  the last of several sub-items: "2 (a)-(c)"
     Text in it stands behind the item's title; without an item, it is the
     whole entry.                                                         -->
<!ELEMENT take (#PCDATA | symbol | date | time | q | note | noteref | by)*>
<!ATTLIST take
  item    IDREF #IMPLIED
  through IDREF #IMPLIED>

<!-- Who introduces it.                                                   -->
<!ELEMENT by (#PCDATA | note | noteref)*>
