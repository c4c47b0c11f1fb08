<!-- What follows the annotations, each part on a new page.               -->

<!-- An annex.  "Annex", and a number where there are several, are made.
     id           a name for references to it
     original     its own original language, if it is not the document's
     orientation  landscape turns its pages
     paragraphs   whether its paragraphs are numbered, from 1             -->
<!ELEMENT annex (title, (%flow;)+, appendix*)>
<!ATTLIST annex
  id          ID                            #REQUIRED
  original    (ar | en | es | fr | ru | zh) #IMPLIED
  orientation (portrait | landscape)        "portrait"
  paragraphs  (numbered | plain)            "plain">

<!-- An appendix: an annex to the annex.  "Appendix", and a number where its
     annex has several, are made.  Its pages lie, and its paragraphs are
     numbered, as those of the annex; its numbers and the letters of its notes
     start anew.
     id  a name for references to it                                      -->
<!ELEMENT appendix (title, (%flow;)+)>
<!ATTLIST appendix
  id ID #REQUIRED>
