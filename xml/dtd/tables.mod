<!-- Tables.                                                              -->

<!-- A table.  Its notes are lettered and stand under it.
     numbered  yes prints "Table 1" over its title; the numbers run through
               the document and its annexes
     size      small sets it in 8.5 points
     width     page lets it use the full width between the margins
     set       twice sets a long, narrow table in two columns side by side  -->
<!ELEMENT table (title?, column+, head?, row+)>
<!ATTLIST table
  id       ID               #IMPLIED
  numbered (yes | no)       "no"
  size     (normal | small) "normal"
  width    (text | page)    "text"
  set      (once | twice)   "once">

<!-- One for each column.
     width  its share of the table: a column of width 2 is twice as wide as
            one of width 1                                                -->
<!ELEMENT column EMPTY>
<!ATTLIST column
  width NMTOKEN                 "1"
  align (left | center | right) "left">

<!-- The rows that come again on a new page: column heads.                -->
<!ELEMENT head (row+)>
<!ELEMENT row (cell+)>

<!-- A cell.
     columns, rows  how many it covers
     align          if otherwise than its column
     strong         yes for a row that heads those under it               -->
<!ELEMENT cell %text;>
<!ATTLIST cell
  columns NMTOKEN                 "1"
  rows    NMTOKEN                 "1"
  align   (left | center | right) #IMPLIED
  strong  (yes | no)              "no">
