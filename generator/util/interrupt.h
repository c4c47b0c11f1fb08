#ifndef UTIL_INTERRUPT_H
#define UTIL_INTERRUPT_H

/*
 * What is asked of us from outside: SIGINT, SIGTERM, SIGHUP.  While there is
 * something half done, a folder for work or a child under way, they are held:
 * those who do the work look whether one has come, and stop; and when all is
 * cleaned up it is acted on, so that what has started us sees that we were
 * ended by it.  What this process ignores, as under nohup, is never held, as
 * it would wait for us all the same.
 */

/* From here on, until an interrupt_release for each of these. */
void interrupt_hold(void);

/* The outermost acts on what has come: usually it does not return then. */
void interrupt_release(void);

/*
 * The signal that has come while they were held; 0: none.  If it did not end us
 * when it was released, which the first process of a container survives, it is
 * told still: the program is to end.
 */
int interrupt_signal(void);

/* Becomes readable when one has come; nothing is to be read from it.  -1 if
 * there can be none: then nothing is held either. */
int interrupt_descriptor(void);

#endif
