<!-- The top of page 1: masthead, title block, title.                     -->

<!-- What stands between and beside the two rules, and at the foot of
     page 1.  Nothing of it is typed out: the words come from the language.

     symbol        the document's symbol
     body          the organ in large type: a key of bodies.xml
     distribution  who may have it
     date          the day it was submitted for processing
     original      the language it was written in
     only          the languages it is issued in, if not all: "en" prints
                   "English only" in the place of the original language
     job           the job number, with the station's prefix: V.07-83856;
                   a draft has none yet
     processed     the day or days printed behind the job number on page 1
                   (translation, reproduction), if known
     reissued      how often it was reissued for technical reasons: one or
                   two asterisks behind the symbol
     qr            yes prints a QR code that leads to the document, as the
                   Organization has done since about 2013

     Its content is a note on the symbol, if there is one:
       <note>Reissued for technical reasons on 30 July 2021.</note>       -->
<!ELEMENT masthead (note?)>
<!ATTLIST masthead
  symbol       %symbol.type;                     #REQUIRED
  body         %body.type;                       #REQUIRED
  distribution (general | limited | restricted)  #REQUIRED
  date         %date.type;                       #REQUIRED
  original     (ar | en | es | fr | ru | zh)     #REQUIRED
  only         NMTOKENS                          #IMPLIED
  job          CDATA                             #IMPLIED
  processed    NMTOKENS                          #IMPLIED
  reissued     (once | twice)                    #IMPLIED
  qr           (yes | no)                        "no">

<!-- The meeting that the document is for: under the masthead, at the left.
     The bodies that meet and the session stand in the order of the lines.

     start, end  its first and last day; a document that belongs to a
                 session, but to no meeting of its own, leaves them out
     place       where it is held: a key of places.xml
     virtual     yes prints "(to be held virtually)"                      -->
<!ELEMENT meeting ((subsidiary | session)*, part*)>
<!ATTLIST meeting
  start   %date.type;  #IMPLIED
  end     %date.type;  #IMPLIED
  place   %place.type; #IMPLIED
  virtual (yes | no)   "no">

<!-- A body under the organ of the masthead.  Give its key in bodies.xml and
     leave the element empty, <subsidiary body="ctoc-cop-wg.2"/>, so that its
     name is always the official one; or, for a body that is not listed
     there, write its name as text.  A joint session has two.             -->
<!ELEMENT subsidiary (#PCDATA | note | noteref)*>
<!ATTLIST subsidiary
  body %body.type; #IMPLIED>

<!-- The session: <session number="24"/> prints "Twenty-fourth session".
     kind  resumed prints "Resumed twenty-fourth session"
     A name that cannot be made this way is written as text.              -->
<!ELEMENT session (#PCDATA | note | noteref)*>
<!ATTLIST session
  number NMTOKEN                                      #IMPLIED
  kind   (regular | resumed | special | reconvened)   "regular">

<!-- A session in two parts: one element for each, and start and end of the
     whole in <meeting>.                                                  -->
<!ELEMENT part EMPTY>
<!ATTLIST part
  start   %date.type;  #REQUIRED
  end     %date.type;  #REQUIRED
  place   %place.type; #IMPLIED
  virtual (yes | no)   "no">

<!-- The item under which the document is issued: "Item 2 of the provisional
     agenda".
     agenda  of which agenda
     items   its number: 2; with sub-item, 3.b; sub-items, 8.a-c; several
             items, "137 138"

     Its content is the title, or titles, of the item, after a note on the
     line: <note><symbol>CTOC/COP/WG.2/2007/1</symbol>.</note>            -->
<!ELEMENT under (note?, title*)>
<!ATTLIST under
  agenda (provisional | adopted | preliminary) #REQUIRED
  items  NMTOKENS                              #REQUIRED>

<!-- A title: of the document, of an item, of an annex.  No number, no
     letter and no full stop: these are made.                             -->
<!ELEMENT title %text;>

<!-- A line under the title.
     kind   secretariat-note prints "Note by the Secretariat"; otherwise
            the line is the element's text
     level  its size: 0 is 14 points, 1 is 12, 2 is 10                    -->
<!ELEMENT subtitle %text;>
<!ATTLIST subtitle
  kind  (text | secretariat-note) "text"
  level (0 | 1 | 2)               "1">

<!-- When and where, in a sentence under the title: "To be held on
     Wednesday, 30 July 2014, at 10 a.m."                                 -->
<!ELEMENT convening %text;>

<!-- A list of contents, made from the headings.
     columns  what stands at the right: page numbers, numbers of paragraphs,
              or both                                                     -->
<!ELEMENT contents EMPTY>
<!ATTLIST contents
  columns (page | paragraphs | both) "page">
