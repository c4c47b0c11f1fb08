<!-- What follows the annotations, each part on a new page.               -->

<!-- An annex.  "Annex", and a number where there are several, are made.
     id           a name for references to it
     original     its own original language, if it is not the document's
     orientation  landscape turns its pages
     paragraphs   whether its paragraphs are numbered, from 1             -->
<!ELEMENT annex (title, (%flow;)+)>
<!ATTLIST annex
  id          ID                            #REQUIRED
  original    (ar | en | es | fr | ru | zh) #IMPLIED
  orientation (portrait | landscape)        "portrait"
  paragraphs  (numbered | plain)            "plain">
