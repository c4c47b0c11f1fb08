"""Where things stand on a page of Vienna: the figures that the PDF tests hold
it to.  They come from official documents and templates, not from the class.

Sources:
  NY   the official PDF of A/INF/76/1 (Letter, 612 x 792), measured on it
  TPL  the Word template of A/80/6 (Sect. 16), its styles
  EM   Editorial Manual, headings
  K    not confirmed by a document of Vienna

Points (bp) from the left and the upper edge; at the foot from the lower edge
(up), which carries NY's figures over to A4.  Baselines for y.
"""

TOLERANCE = 1.0                     # pt, for all places
WIDTH, HEIGHT = 595.28, 841.89      # A4 (K)
LEFT, RIGHT = 60.0, 535.28          # margins of 60 (TPL: 1200 tw)
BODY_LEFT, BODY_RIGHT = 123.35, 471.93   # indents of 63.35 (TPL: 1267 tw)
STEP = 23.75                        # between the tabs (TPL)
NUMBER_RIGHT = 111.1                # numbers of headings end here (TPL)

# No line of text starts above or ends below these: TPL, margins of 72 and
# 57.6; 86.4 below the text of page 1.
TEXT_TOP, TEXT_BOTTOM, TEXT_BOTTOM_FIRST = 72.0, 841.89 - 57.6, 841.89 - 86.4


def up(y_on_letter):
    """A place at the foot of Letter, on A4."""
    return HEIGHT - (792 - y_on_letter)


# What: how its line begins, x of its left or right end, baseline, size, face.
FIRST_PAGE = [
    # masthead (NY)
    ("United Nations", "United Nations", "left", 123.4, 57.8, 14, "Regular"),
    ("symbol", "CTOC/COP/WG.2/2007/1", "right", RIGHT, 56.5, 20, "Regular"),
    ("organ", "Conference of the Parties to the", "left", 123.4, 86.4, 20,
     "Bold"),
    ("distribution", "Distr.: General", "left", 397.0, 86.7, 10, "Regular"),
    ("date", "30 May 2007", "left", 397.0, 98.4, 10, "Regular"),
    ("language", "Original: English", "left", 397.0, 122.4, 10, "Regular"),
    # title block (NY; the title is two lines below the last one of it)
    ("body that meets", "Open-ended Interim Working Group", "left", LEFT,
     222.3, 10, "Bold"),
    ("place and days", "Vienna, 3-5 October 2007", "left", LEFT, 246.3, 10,
     "Regular"),
    ("title", "Annotated provisional agenda", "left", 123.4, 278.7, 14,
     "Bold"),
    # foot (NY)
    ("job number", "V.07-83856 (E)", "left", 65.4, up(747.6), 10, "Regular"),
]
SYMBOL_HEAD, SYMBOL_TAIL = 20, 10   # sizes before and from the first slash (NY)

# Leading of what wraps: role, size, face, distance (TPL).
LEADING = [("text", 10, "Regular", 12.0), ("heading", 10, "Bold", 12.0),
           ("organ", 20, "Bold", 19.5), ("title", 14, "Bold", 15.0)]
PARAGRAPH_GAP = 6.0                 # after a paragraph (TPL)
HEADING_PITCH = 18.24               # from a heading to its text (NY)

# Black rules: left, upper edge, width, thickness.
THIN_RULE = (LEFT, 64.8, RIGHT - LEFT, 0.48)       # NY: 0.5 pt, y 65.0
THICK_RULE = (LEFT, 208.94, RIGHT - LEFT, 1.44)    # NY: 1.5 pt, y 209.7
HEAD_RULE = (LEFT, 64.8, RIGHT - LEFT, 0.24)       # NY: 0.25 pt, y 64.9
RULE_TOLERANCE = 0.05                              # of a thickness

EMBLEM = (64.7, 71.3, 56.1, 47.0)   # left, top, width, height (NY)
EMBLEM_TOLERANCE = 2.0              # the wreath leaves its box a little air

# Bars at the foot: left, lower edge, height about; NY prints 9 characters of
# the job number of New York within 100.8.
BARCODE_LEFT, BARCODE_BOTTOM, BARCODE_WIDTH = 65.4, up(762.2), 100.8

# With a QR code, as NY has it: sizes from NY, places from its right and lower
# edges, as the text is right of the middle.
QR = (495 - 612 + WIDTH, up(709), 54.7)       # left, top, size
RECYCLE_RIGHT = 490 - 612 + WIDTH             # the mark ends here
RECYCLE_BOTTOM = up(756)

# Later pages.
HEAD_BASELINE, HEAD_SIZE = 59.0, 8.5          # bold: left even, right odd (NY)
FOLIO_BASELINE, FOLIO_SIZE = up(755.3), 8.5   # bold, at the outer side (NY)
FOOT_JOB_BASELINE, FOOT_JOB_SIZE = up(753.8), 7   # at the inner side (NY)
FIRST_BASELINE = 85.0                         # of the text (NY: 75.4 and 9.6)

# Timetable: table at the body indent; rules 0.5, 1.5, 1.5; heads 7 italic.
TABLE_RULES = (0.48, 1.44, 1.44)              # NY
TABLE_HEAD_SIZE = 7                           # TPL 7_P
TABLE_HEAD_BELOW_RULE = 10.9                  # NY: 483.1 below 472.15
TABLE_HEAD_TO_RULE = 5.6                      # NY: 488.71 below 483.1
TABLE_FIRST_BELOW_RULE = 16.0                 # NY: 506.1 below 490.15
TABLE_LAST_TO_RULE = 8.4                      # NY: 117.26 below 108.9
TABLE_ROW_PITCH = 20.04                       # NY: from line to line of rows

END_RULE = (72.0, 0.25, 26.0)                 # width, thickness, below (NY)
NOTE_SIZE, NOTE_LEADING = 8.5, 10.5           # TPL
