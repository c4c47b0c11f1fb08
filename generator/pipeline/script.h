#ifndef PIPELINE_SCRIPT_H
#define PIPELINE_SCRIPT_H

struct buf;

/*
 * Text as the script of its language asks for it.  All text is UTF-8; what is
 * added goes to the end of the buffer.
 */

/*
 * Adds a text without the white space between two Chinese characters, where a
 * draft has broken its lines; Chinese knows no spaces between words.
 */
void script_join(struct buf *, const char *text);

/*
 * Adds a text in a script that runs from right to left.  Each run in it that
 * goes from left to right, as the Unicode Bidirectional Algorithm finds them in
 * a paragraph from right to left, is put between marks: U+2066 and U+2069 if it
 * has letters, U+202A and U+202C if it is numbers alone.  Brackets and their
 * like in what runs from right to left, which are printed mirrored, stand
 * between U+2067 and U+2069.  Marks of that kind that the text has itself are
 * left out.
 */
void script_mark_runs(struct buf *, const char *text);

#endif
