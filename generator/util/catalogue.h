#ifndef UTIL_CATALOGUE_H
#define UTIL_CATALOGUE_H

/*
 * Every message that unagenda can give: its name here, its number for the
 * reader ([UNA-0110]), its level, and a title that `unagenda explain UNA-0110`
 * prints.  A number, once given, keeps its meaning for ever; its hundreds are
 * its topic (catalogue_topic).
 */
#define CATALOGUE(X) \
X(PROGRAM,      1, MACHINE, "a program cannot be run") \
X(COMMAND,      2, USAGE,   "there is no such command") \
X(OPTION,       3, USAGE,   "there is no such option") \
X(OPTION_VALUE, 4, USAGE,   "an option lacks its value, or has a wrong one") \
X(NO_FILE,      6, USAGE,   "no file is named") \
X(SAME_OUTPUT,  7, USAGE,   "two documents would become the same file") \
X(SAME_FILE,    8, USAGE,   "a file is named twice") \
X(NOT_THERE,    9, USAGE,   "what is named is no file, or is not there") \
X(CANNOT_READ, 10, MACHINE, "a file cannot be read") \
X(CANNOT_WRITE,11, MACHINE, "a file cannot be written") \
X(DATA,        12, MACHINE, "a file of the installation is missing or bad") \
X(KILLED,      13, MACHINE, "a program was ended from outside") \
X(TIME_LIMIT,  14, MACHINE, "a program took too long") \
X(MEMORY,      15, MACHINE, "there is no memory left") \
X(PACKAGE,     16, MACHINE, "a package is missing") \
X(LACKS_OPTION,17, USAGE,   "an option that is needed is not given") \
X(COMPANION,   18, USAGE,   "a document cannot have such a companion") \
X(ONE_FILE,    19, USAGE,   "one file is named where several are compared") \
X(SETTING,     20, USAGE,   "a line of unagenda.conf is not of its form") \
X(ENGINE,      21, ADVICE,  "a warm engine has failed") \
X(SHARES,      22, WARNING, "a report lacks shares of its batch") \
X(GONE,        23, WARNING, "a file is of a draft that is gone") \
X(BUSY,        25, MACHINE, "another batch is at work in the folder") \
X(SET_ASIDE,   26, ADVICE,  "a file of an earlier draft was set aside") \
X(REPORT,      27, USAGE,   "a file is no report of a batch") \
X(EXISTS,      28, USAGE,   "another file of that name is there already") \
X(KEY,         29, USAGE,   "a key, passphrase or certificate cannot be used") \
\
X(EMPTY,      101, ERROR, "the file is empty") \
X(TOO_LARGE,  102, ERROR, "the file is too large") \
X(ENCODING,   103, ERROR, "the file is not in UTF-8") \
X(GZIP,       104, ERROR, "the compressed file is damaged") \
X(SYNTAX,     110, ERROR, "the file is not well-formed XML") \
X(TAGS,       111, ERROR, "an end tag does not fit its start tag") \
X(UNCLOSED,   112, ERROR, "an element is not closed") \
X(ENTITY,     113, ERROR, "an entity is not known, or a bare & in text") \
X(DECLARES,   114, ERROR, "a document declares entities or elements") \
X(ROOT,       115, ERROR, "the file is no kind of document known here") \
X(NAMESPACE,  116, ERROR, "an element declares a namespace") \
X(LIMIT,      117, ERROR, "too deep, too long, or too many attributes") \
X(INSTRUCTION,120, ADVICE, "an instruction to another program") \
X(ALLOWANCE,  121, ERROR, "an instruction is not of the right form") \
X(UNUSED,     122, ADVICE, "an instruction silences nothing") \
\
X(ELEMENT,    201, ERROR, "there is no such element") \
X(MISPLACED,  202, ERROR, "an element stands where it must not") \
X(LACKING,    203, ERROR, "an element is missing") \
X(TEXT,       204, ERROR, "text stands where only elements may") \
X(ATTRIBUTE,  205, ERROR, "an element has no such attribute") \
X(NO_ATTRIBUTE, 206, ERROR, "an attribute is missing") \
X(CHOICE,     207, ERROR, "a value is none of those to choose from") \
X(VALUE,      208, ERROR, "a value is not of the right form") \
\
X(SAME_ID,    301, ERROR, "two elements have the same id") \
X(NO_ID,      302, ERROR, "a reference leads nowhere") \
X(NO_ITEM,    303, ERROR, "the timetable names what is no item") \
X(TITLE_CHAIN,304, ERROR, "a title holds a title that holds a title") \
X(REFERENCE,  305, ERROR, "a reference leads to what cannot be referred to") \
X(NOTE_MARK,  306, ERROR, "the mark of a note leads to no note") \
X(RANGE,      307, ERROR, "a range of items does not end at a later one") \
X(TYPED_ITEM, 308, ADVICE, "the number of an item is typed") \
X(NO_ANNEX,   309, WARNING, "a text names a part that is not there") \
X(NOTE_IN_NOTE, 310, ERROR, "a note stands in a note") \
\
X(SYMBOL,     401, ERROR, "a document symbol is not of the right form") \
X(SYMBOL_TWICE, 403, ERROR, "a document is listed twice") \
X(SERIES,     404, ERROR, "a symbol is not of the series of its body") \
X(KIND,       405, ERROR, "a symbol is not of the kind of its document") \
X(ADDENDA,    406, ERROR, "addenda are not of the right form") \
X(SYMBOL_YEAR, 407, WARNING, "a symbol is of another year than its document") \
X(DISTRIBUTION, 408, WARNING, "a series has another distribution") \
X(NOT_LISTED, 409, ADVICE, "a document of the meeting is listed nowhere") \
X(ITSELF,     410, ADVICE, "a document lists itself") \
X(NOT_CITED,  411, OFF, "a document is listed and not cited") \
X(TYPED_SYMBOL, 412, ADVICE, "a document symbol is typed as text") \
\
X(DATE,       501, ERROR, "a date or time is not of the right form") \
X(NO_DAY,     502, ERROR, "there is no such day or time") \
X(MEETING,    503, ERROR, "a span of days ends before it begins") \
X(LATE,       504, ERROR, "the document is dated after its meeting") \
X(OUTSIDE,    505, ERROR, "a day lies outside the meeting") \
X(DAY_ORDER,  506, ERROR, "days are not in order") \
X(SITTING,    507, ERROR, "a sitting ends before it begins") \
X(OVERLAP,    508, ERROR, "sittings overlap or are not in order") \
X(TAKEN_TWICE,509, ERROR, "an item is taken up twice in one sitting") \
X(NOT_TAKEN,  510, WARNING, "an item is not in the timetable") \
X(TAKEN_BOTH, 511, WARNING, "an item and its sub-item share a sitting") \
X(HALF_SPAN,  512, ERROR, "a start is given without its end, or the reverse") \
X(HALF_DAY,   513, ERROR, "hours and half a day are both given") \
X(TRACK,      514, ERROR, "a sitting does not say which track it is of") \
X(NOT_NAMED,  515, ERROR, "a sitting takes up nothing") \
X(WEEKDAY,    516, WARNING, "a weekday is not that of its date") \
X(HOURS,      517, WARNING, "a meeting is held at unusual hours") \
X(LUNCH,      518, ADVICE, "a meeting runs across lunch") \
X(OPENING,    519, WARNING, "the opening is not in the timetable") \
X(TYPED_DATE, 520, WARNING, "a date is typed in figures") \
\
X(ALONE,      601, WARNING, "a sub-item or a section stands alone") \
X(CONTINUED,  602, ERROR, "\"(continued)\" is typed") \
X(LABEL,      603, ERROR, "a number or letter is typed") \
X(STOP,       604, ERROR, "punctuation is typed after a title") \
X(BLANK,      605, ERROR, "an element is empty") \
X(DEEP,       606, ERROR, "items, lists or sections are nested too deep") \
X(NUMBER,     607, ERROR, "the number of an item does not follow the others") \
X(ROW,        608, ERROR, "a row does not fit the columns of its table") \
X(SPAN,       609, ERROR, "a cell covers more than its table has") \
X(CORRECTION, 610, ERROR, "a correction lacks what it announces") \
X(ADOPTION,   611, ADVICE, "the agenda or report is adopted out of place") \
X(SAME_TITLE, 612, WARNING, "two items have the same title") \
X(TYPED_LABEL, 613, WARNING, "a number or letter is typed before a text") \
X(NO_ADOPTION, 614, ADVICE, "no item adopts the agenda, or the report") \
\
X(BODY,       701, ERROR, "a body is not known") \
X(PLACE,      702, ERROR, "a place is not known") \
X(JOB,        703, ERROR, "a job number is not of the right form") \
X(JOB_YEAR,   704, WARNING, "a job number is of another year") \
X(DECISION,   705, ERROR, "the number of a decision is not of its form") \
X(SUBSIDIARY, 706, ERROR, "a subsidiary body is named twice or not at all") \
X(QUOTES,     707, ADVICE, "a straight quotation mark or apostrophe") \
X(NO_NAME,    708, ERROR, "a body or a place has no name in the language") \
X(ONLY,       709, ERROR, "the languages of issue are not right") \
X(SESSION,    710, ERROR, "a session is named twice or not at all") \
X(UNDER,      711, ERROR, "an item above the title is not of the right form") \
X(ADDRESS,    712, ERROR, "an address on the web is not of the right form") \
X(WHERE,      713, ERROR, "a meeting does not say where it is held") \
X(NO_JOB,     714, ADVICE, "a document has no job number yet") \
X(STATION,    715, ERROR, "a duty station is not known") \
X(REPEATED,   716, WARNING, "a word stands twice") \
X(PLACEHOLDER, 717, WARNING, "a placeholder is left in the text") \
X(DASH,       718, ADVICE, "hyphens stand for a dash") \
X(FOREIGN_QUOTES, 719, ADVICE, "a quotation mark of another language") \
X(SPELLING,   720, ADVICE, "a spelling that the Organization does not use") \
X(SPACE,      721, ADVICE, "a space that is printed stands wrong") \
X(LENGTH,     722, ADVICE, "a document is longer than it may be") \
X(NAME,       723, ADVICE, "the name of a body is not written as it is") \
X(DOUBLE_SPACE, 724, ADVICE, "several spaces stand in the place of one") \
X(LONE_QUOTE, 725, WARNING, "a quotation mark lacks its other half") \
X(PER_CENT,   726, ADVICE, "a percentage is written with a sign") \
X(TAG,        727, ERROR, "a language is not named as it must be") \
\
X(STYLESHEET, 801, ERROR, "the stylesheet cannot express something") \
X(STYLESHEET_BROKEN, 802, MACHINE, "the stylesheet itself is at fault") \
X(NO_TEMPLATE,803, MACHINE, "the stylesheet does not know an element") \
\
X(TEX,        901, MACHINE, "TeX stopped at an error") \
X(GLYPH,      902, ERROR, "a character is in no font") \
X(OVERFULL,   903, WARNING, "a line is too wide") \
X(TOO_HIGH,   904, WARNING, "a page or box is too high") \
X(STRUCTURE,  905, MACHINE, "the class is used in a wrong order") \
X(METADATA,   906, MACHINE, "the metadata of the PDF are wrong") \
\
X(SAME_LANGUAGE, 1001, ERROR, "two files are in one language") \
X(VERSION_KIND, 1002, ERROR, "language versions are of different kinds") \
X(VERSION_VALUE, 1003, ERROR, "a value differs between language versions") \
X(VERSION_COUNT, 1004, ERROR, "language versions have unequal numbers of it") \
X(VERSION_ORDER, 1005, ERROR, "language versions have it in another order") \
X(VERSION_PLACE, 1006, ERROR, "language versions have it in another part") \
X(VERSION_CITED, 1007, ERROR, "a text cites what another version does not") \
X(VERSION_NUMBER, 1008, ERROR, "figures differ between language versions") \
X(VERSION_TEXT, 1009, ERROR, "a text is in one language version only") \
X(VERSION_JOB, 1010, ERROR, "two language versions have one job number") \
\
X(PDF_DAMAGED, 1101, ERROR, "a PDF cannot be read, or not without repair") \
X(PDF_LIMIT,  1102, ERROR, "a PDF is beyond a limit") \
X(PDF_LOOP,   1103, ERROR, "a tree of the PDF leads back to itself") \
X(PDF_VERSION,1104, ERROR, "the PDF is of another version than 1.7") \
X(PDF_ENTRY,  1105, ERROR, "the PDF lacks what every one must have") \
X(LANGUAGE,   1106, ERROR, "a language is not said, or is none") \
X(CLAIM,      1107, ERROR, "the PDF does not claim to be of a standard") \
X(CONTENT,    1108, ERROR, "what a page shows cannot be read") \
X(COLOUR,     1109, ERROR, "a colour is not of the PDF's colour space") \
X(FONT_FILE,  1110, ERROR, "a font is not embedded") \
X(FONT_UNICODE, 1111, ERROR, "a font does not tell its characters") \
X(TEXT_UNICODE, 1112, ERROR, "text on a page cannot be read") \
X(NOTDEF,     1113, ERROR, "a character on a page is not in its font") \
X(GRAPHICS,   1114, ERROR, "what a page shows depends on the reader") \
X(ACTION,     1115, ERROR, "the PDF does something by itself") \
X(NO_TAGS,    1120, ERROR, "the PDF is not tagged") \
X(PAGE_TAGS,  1121, ERROR, "a page is not tagged") \
X(UNMARKED,   1122, ERROR, "what is shown is neither tagged nor artefact") \
X(MARKS,      1123, ERROR, "marked content is not begun and ended in turn") \
X(MARK_NESTED,1124, ERROR, "a piece of content lies in another") \
X(MARK_ID,    1125, ERROR, "two pieces of content have one number") \
X(MARK_OWNER, 1126, ERROR, "a piece of content is not of one element") \
X(PARENT_TREE,1127, ERROR, "content does not lead back to its element") \
X(TAB_ORDER,  1128, ERROR, "links are not reached in the order of the tags") \
X(ELEMENT_TYPE, 1130, ERROR, "an element is of an unknown type") \
X(ELEMENT_EMPTY, 1131, ERROR, "an element is empty") \
X(CONTAINMENT,1132, ERROR, "an element lies where it must not") \
X(HEADING_GAP,1133, ERROR, "a level of headings is passed over") \
X(FIGURE_ALT, 1134, ERROR, "a figure has no text") \
X(FIGURE_BOX, 1135, ERROR, "a figure does not say where it is") \
X(NOTE_ID,    1136, ERROR, "an identifier is missing, or there twice") \
X(TH_SCOPE,   1137, ERROR, "a header cell does not say what it heads") \
X(TABLE_GRID, 1138, ERROR, "the rows of a table are not equally long") \
X(ANNOTATION, 1140, ERROR, "a link is hidden or wordless, or is no link") \
X(ANNOTATION_ELEMENT, 1141, ERROR, "an annotation is not in its element") \
X(DESTINATION,1142, ERROR, "a link leads nowhere") \
X(OUTLINE,    1143, ERROR, "the outline is missing or lacks a title") \
X(XMP,        1150, ERROR, "the metadata lack something") \
X(METADATA_DIFFER, 1151, ERROR, "the metadata disagree with each other") \
X(SYMBOL_SHOWN, 1152, ERROR, "a page does not show the symbol") \
X(TITLE_SHOWN,1153, ERROR, "the page shows another title") \
X(NO_SOURCE,  1160, ERROR, "the source or manifest is not in the PDF") \
X(ATTACHMENT, 1161, ERROR, "an entry of a file inside is not right") \
X(CHECKSUM,   1162, ERROR, "a file inside is not what it says it is") \
X(SOURCE_DIFFERS, 1163, ERROR, "the source inside is of another document") \
X(SOURCE_DIGEST, 1164, ERROR, "the source inside was changed") \
\
X(UNFIT,      1170, MACHINE, "a PDF that was made has faults") \
X(DRAFT,      1171, ERROR, "a draft cannot be verified") \
X(OTHER_PROGRAM, 1172, ERROR, "another program made the PDF") \
X(OTHER_FILE, 1173, ERROR, "another file had a part in the PDF") \
X(NOT_IDENTICAL, 1174, ERROR, "the PDF is not what its source makes") \
X(NO_REBUILD, 1175, ERROR, "the source inside makes no PDF") \
X(SIGNATURE,  1180, ERROR, "a signature is not that of the PDF") \
X(UNTRUSTED,  1181, ERROR, "no authority vouches for who signed") \
X(UNSIGNED,   1182, ERROR, "a PDF is not signed")

/* From harmless to grave; the last three are printed as "error". */
enum level {
	LEVEL_OFF,	/* not given, unless unagenda.conf sets it */
	LEVEL_ADVICE,
	LEVEL_WARNING,
	LEVEL_ERROR,	/* the document is at fault */
	LEVEL_USAGE,	/* the command line is */
	LEVEL_MACHINE	/* the machine is */
};

#define CATALOGUE_ENUM(name, number, level, title) MSG_##name = number,
enum message_id { CATALOGUE(CATALOGUE_ENUM) MSG_END };
#undef CATALOGUE_ENUM

/* NULL when no message has the number. */
const char *catalogue_title(unsigned number);

/* Of a number that no message has: LEVEL_ERROR. */
enum level catalogue_level(unsigned number);

/* The number in "UNA-0714"; 0 when no message has that id. */
unsigned catalogue_number(const char *id);

/* What messages of its hundreds are about; NULL when there are none. */
const char *catalogue_topic(unsigned number);

/* "off", "advice", "warning" or "error"; a string constant. */
const char *level_word(enum level);

#endif
