#ifndef PIPELINE_NOTATION_H
#define PIPELINE_NOTATION_H

/* The small languages within attributes and short elements. */

/* A whole number within bounds, without sign or leading zero; else 0. */
int notation_number(const char *, int least, int most);

/* The number of a decision or resolution: 2/6, S-33/1, 1993/2 A, 377 (V). */
int notation_is_decision(const char *);

/* An item with its sub-item or sub-items: 3, 3.b, 8.a-c, 1.a.ii. */
int notation_is_item(const char *);

/* Addenda of a document: all, 2, 1-3. */
int notation_is_addenda(const char *);

/* An address on the web that a reader can open: https://www.un.org/en/. */
int notation_is_address(const char *);

/* The tag of a language, and perhaps of its script or country: fr, pt-BR. */
int notation_is_language(const char *);

#endif
