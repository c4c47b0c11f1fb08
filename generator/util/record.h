#ifndef UTIL_RECORD_H
#define UTIL_RECORD_H

#include "util/catalogue.h"

struct json_t;
struct message;

/* JSON is in UTF-8, as documents are; of what is not, such as the name of a
 * file, each wrong byte becomes a question mark. */
struct json_t *record_text(const char *);

/*
 * A message for other programs: file, line, column and length, null of what
 * stands in no file or in no line of it; id, level, text, excerpt (null: none),
 * other (a second place, or null), and why it is silenced, if it is.
 */
struct json_t *record_of(const struct message *);

/* Of records that were read, and may have been written by others: */

/* A text in an object; "" if there is none. */
const char *record_string(const struct json_t *object, const char *key);

/* The level of a message; LEVEL_ERROR of one that nobody knows. */
enum level record_level(const struct json_t *message);
int record_is_silenced(const struct json_t *message);

#endif
