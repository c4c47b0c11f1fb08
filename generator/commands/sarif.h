#ifndef COMMANDS_SARIF_H
#define COMMANDS_SARIF_H

struct json_t;

/*
 * The records of a report as a log in SARIF, version 2.1.0: the Static Analysis
 * Results Interchange Format of OASIS, which editors and forges read.  The
 * caller frees it.
 */
struct json_t *sarif_log(const struct json_t *records);

#endif
