#ifndef ENGINE_WARM_H
#define ENGINE_WARM_H

#include <stdint.h>

struct engine_job;
struct lualatex;
struct site;
struct warm_report;

/* One warm engine: a LuaLaTeX that forks for each job. */
struct warm;

/*
 * Where the library is that makes an engine of LuaLaTeX.  The caller frees;
 * NULL if it is not there.
 */
char *warm_find_library(const struct site *);

/* Starts an engine.  NULL and errno when it cannot. */
struct warm *warm_start(const struct lualatex *, const char *library,
	const char *language, const char *station);

/* Kills the engine and its children, if they still run. */
void warm_end(struct warm *);

/* Becomes readable when there is something for warm_receive. */
int warm_descriptor(const struct warm *);

/* Sends a job, whose report will have that id.  -1 when the engine is gone, or
 * has so much to read that it takes no more for now. */
int warm_send(struct warm *, int64_t id, const struct engine_job *);

/* Takes what the engine has to say.  Returns 1 if *report has it, 0 if there is
 * nothing for now, -1 if the engine is gone. */
int warm_receive(struct warm *, struct warm_report *);

/* Whether the library works with the LuaLaTeX that is there. */
int warm_try(const struct lualatex *, const char *library);

#endif
