<!-- The organization of work: which item is taken up when.               -->

<!-- Days in their order.  Column heads, weekdays, numbers and titles of
     the items, and "(continued)" where an item is taken up again, are
     made.                                                                -->
<!ELEMENT timetable (day+)>

<!ELEMENT day (sitting+)>
<!ATTLIST day
  date %date.type; #REQUIRED>

<!-- One meeting in the morning or the afternoon.                         -->
<!ELEMENT sitting (take+)>
<!ATTLIST sitting
  start %time.type; #REQUIRED
  end   %time.type; #REQUIRED>

<!-- An item is taken up: the id of the item.                             -->
<!ELEMENT take EMPTY>
<!ATTLIST take
  item IDREF #REQUIRED>
