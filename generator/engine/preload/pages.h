#ifndef ENGINE_PRELOAD_PAGES_H
#define ENGINE_PRELOAD_PAGES_H

/*
 * The pages that a child writes: they are nearly the same in each, and the
 * kernel copies many at a call for far less than it takes to copy each when it
 * is first written.  So a child notes at its end which they were, in memory
 * that it shares with the engine, and those that come later ask for them at
 * once.
 */

/* In the engine, before there is a child. */
void pages_prepare(void);

/* In a child, before it is confined: it may be the one that notes. */
void pages_open(void);

/* In a child: gets what is noted. */
void pages_populate(void);

/* At the end of a child: notes them, if nothing is noted yet. */
void pages_note(void);

#endif
