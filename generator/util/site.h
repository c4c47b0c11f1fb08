#ifndef UTIL_SITE_H
#define UTIL_SITE_H

struct timings;

/* What main.c found out about the machine; no stage asks it for more. */
struct site {
	const char *data;		/* root of DTD, stylesheets, class */
	const char *cache;		/* folder of TeX's font cache */
	const char *tmp;		/* where work folders are made */
	char *const *environment;	/* "NAME=value", then NULL */
	struct timings *timings;	/* where stages note their time */
};

/* The value of an environment variable; NULL when unset or empty. */
const char *site_variable(const struct site *, const char *name);

#endif
