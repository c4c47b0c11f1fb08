#include "util/interrupt.h"

#include <signal.h>
#include <stddef.h>
#include <sys/signalfd.h>

static const int asked[] = { SIGINT, SIGTERM, SIGHUP };

/* The mask of signals is the process's, so this is, too. */
static struct {
	unsigned depth;
	int descriptor, signal;
	sigset_t held, before;
} state = { .descriptor = -1 };

static void
find_heeded(sigset_t *heeded)
{
	struct sigaction action;

	sigemptyset(heeded);
	for (size_t i = 0; i < sizeof(asked) / sizeof(*asked); i++)
		if (sigaction(asked[i], NULL, &action) == 0 &&
		    action.sa_handler != SIG_IGN)
			sigaddset(heeded, asked[i]);
}

/* Of those that are held, once some are. */
static void
open_descriptor(void)
{
	state.descriptor = signalfd(state.descriptor, &state.held,
	    SFD_CLOEXEC | SFD_NONBLOCK);
}

void
interrupt_hold(void)
{
	if (state.depth++)
		return;
	find_heeded(&state.held);
	open_descriptor();
	/* nobody could be woken */
	if (state.descriptor < 0)
		sigemptyset(&state.held);
	sigprocmask(SIG_BLOCK, &state.held, &state.before);
}

void
interrupt_release(void)
{
	interrupt_signal();
	if (--state.depth == 0)
		sigprocmask(SIG_SETMASK, &state.before, NULL);
}

int
interrupt_signal(void)
{
	sigset_t pending;

	if (state.signal || !state.depth || sigpending(&pending) < 0)
		return state.signal;
	for (size_t i = 0; i < sizeof(asked) / sizeof(*asked); i++)
		if (sigismember(&state.held, asked[i]) &&
		    sigismember(&pending, asked[i]))
			state.signal = asked[i];
	return state.signal;
}

int
interrupt_descriptor(void)
{
	if (state.descriptor < 0) {
		sigemptyset(&state.held);
		open_descriptor();
	}
	return state.descriptor;
}
