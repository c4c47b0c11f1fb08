<!-- Names that several modules use.

     A DTD cannot check the inside of an attribute.  These names say what
     belongs there; unagenda's own rules check it.                        -->

<!-- A calendar date as in ISO 8601: 2007-10-03                           -->
<!ENTITY % date.type "CDATA">

<!-- A time of day, 24 hours: 10:00, 15:30                                -->
<!ENTITY % time.type "CDATA">

<!-- A document symbol: CTOC/COP/WG.2/2007/1                              -->
<!ENTITY % symbol.type "CDATA">

<!-- A key of bodies.xml or places.xml                                    -->
<!ENTITY % body.type  "NMTOKEN">
<!ENTITY % place.type "NMTOKEN">

<!-- What may stand within a line of running text; see inline.mod         -->
<!ENTITY % inline "symbol | decision | date | dates | time | ref | url | q |
                   work | lead | foreign | note | noteref">
<!ENTITY % text   "(#PCDATA | %inline;)*">

<!-- What may stand under a heading; see blocks.mod and tables.mod        -->
<!ENTITY % block  "p | list | quote | box | table | signature">

<!-- The same and, under a heading of its own, more of it.                -->
<!ENTITY % flow   "%block; | section | timetable | documentation">
