#ifndef ENGINE_PROTOCOL_H
#define ENGINE_PROTOCOL_H

#include <stdint.h>

/*
 * What the program and a warm engine say to each other, over a socket pair
 * that keeps messages apart (SOCK_SEQPACKET).  The library reports that it is
 * loaded, then that the engine is ready; then orders go one way and a report
 * comes for each the other way, in the order in which they end.  When the
 * program's end is closed, the engine ends its children and itself.
 */

/* The environment variable with the number of the engine's socket. */
#define WARM_SOCKET "UNAGENDA_WARM_SOCKET"

/* The file that TeX opens when it is ready: this call forks for each job, and
 * the child finds in it the lines NAME and EPOCH. */
#define WARM_FILE "unagenda-warm.job"

/* What the engine itself is called, and its log and its PDF after it; a child
 * has its job's name instead. */
#define WARM_NAME "unagenda-warm"

/*
 * A job.  Behind it come strings, each with its 0: the folder, the name, the
 * paths that may be read, an empty one, the paths that may be written, an empty
 * one; see struct sandbox.
 */
struct warm_order {
	int64_t id;
	int64_t epoch;
	uint64_t file_limit;	/* bytes that a file may have */
	uint64_t memory_limit;	/* bytes beyond what the engine has */
	uint32_t time_limit;	/* seconds */
};

enum { WARM_LARGEST_ORDER = 65536 };

/* Orders that an engine may have at once, so that it takes each when it comes:
 * its time runs from there. */
enum { WARM_MOST_ORDERS = 64 };

/* The status of a child that could not begin its job, or had not the memory for
 * it: nothing is said of the document. */
enum { WARM_GIVEN_UP = 125 };

enum { WARM_LOADED = -2, WARM_READY = -1 };	/* of no order */

struct warm_report {
	int64_t id;		/* of the order, or one of these */
	int32_t status;		/* as wait() has it */
	uint32_t timed_out;	/* its time was over */
	uint64_t cpu;		/* microseconds of processor */
};

#endif
