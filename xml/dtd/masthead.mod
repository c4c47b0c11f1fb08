<!-- The top of page 1: masthead and title block.                         -->

<!-- What stands between and beside the two rules, and at the foot of
     page 1.  Nothing of it is typed out: the words come from the language.

     symbol        the document's symbol
     body          the organ in large type: a key of bodies.xml
     distribution  who may have it
     date          the day it was submitted for processing
     original      the language it was written in
     job           the job number, with the station's prefix: V.07-83856
     processed     the day or days printed behind the job number on page 1
                   (translation, reproduction), if known
     qr            yes prints a QR code that leads to the document, as the
                   Organization has done since about 2013                 -->
<!ELEMENT masthead EMPTY>
<!ATTLIST masthead
  symbol       %symbol.type;                     #REQUIRED
  body         %body.type;                       #REQUIRED
  distribution (general | limited | restricted)  #REQUIRED
  date         %date.type;                       #REQUIRED
  original     (ar | en | es | fr | ru | zh)     #REQUIRED
  job          NMTOKEN                           #REQUIRED
  processed    NMTOKENS                          #IMPLIED
  qr           (yes | no)                        "no">

<!-- The meeting that the agenda is for: under the masthead, at the left.
     start, end  its first and last day
     place       where it is held: a key of places.xml                    -->
<!ELEMENT meeting (subsidiary*)>
<!ATTLIST meeting
  start %date.type;  #REQUIRED
  end   %date.type;  #REQUIRED
  place %place.type; #REQUIRED>

<!-- The subsidiary body that meets, if the organ of the masthead does not
     meet itself.  Give its key in bodies.xml and leave the element empty,
     <subsidiary body="ctoc-cop-wg.2"/>, so that its name is always the
     official one; or, for a body that is not listed there, write its name
     as text.                                                             -->
<!ELEMENT subsidiary (#PCDATA)>
<!ATTLIST subsidiary
  body %body.type; #IMPLIED>

<!-- A title: of the document, of an item, of an annex.  No number, no
     letter and no full stop: these are made.                             -->
<!ELEMENT title %text;>
