<!-- Paragraphs and what stands between them.                             -->

<!ELEMENT p %text;>

<!-- A list within a text: (a), (b), (c).  The letters are made.          -->
<!ELEMENT list (li, li+)>

<!-- One entry: running text, then a list under it if need be.            -->
<!ELEMENT li (p+, list?)>
