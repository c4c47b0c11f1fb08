#include "unit.h"

#include <poll.h>
#include <signal.h>
#include <sys/wait.h>

#include "util/interrupt.h"

/* How a child ends that does this, as wait() has it.  Whoever has started us
 * may have us ignore interrupts. */
static int
end_of(void (*act)(void))
{
	pid_t pid = fork();
	int status = 0;

	if (pid == 0) {
		signal(SIGINT, SIG_DFL);
		signal(SIGTERM, SIG_DFL);
		alarm(20);
		act();
		_exit(9);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	return status;
}

static int
is_readable(void)
{
	struct pollfd p = { interrupt_descriptor(), POLLIN, 0 };

	return poll(&p, 1, 0) == 1;
}

static void
nested(void)
{
	interrupt_hold();
	interrupt_hold();
	raise(SIGTERM);
	interrupt_release();
	if (interrupt_signal() != SIGTERM || !is_readable())
		_exit(1);
	raise(SIGTERM);		/* one who is impatient */
	interrupt_release();
}

static void
test_held(void **state)
{
	int status = end_of(nested);

	(void)state;
	assert_true(WIFSIGNALED(status));
	assert_int_equal(WTERMSIG(status), SIGTERM);
}

static void
ignored(void)
{
	signal(SIGHUP, SIG_IGN);
	interrupt_hold();
	raise(SIGHUP);
	if (interrupt_signal() || is_readable())
		_exit(1);
	interrupt_release();
	_exit(0);
}

static void
test_ignored(void **state)
{
	(void)state;
	assert_int_equal(end_of(ignored), 0);
}

/* Blocked by who started us; the first process of a container fares alike. */
static void
survived(void)
{
	sigset_t all;

	sigfillset(&all);
	sigprocmask(SIG_BLOCK, &all, NULL);
	interrupt_hold();
	raise(SIGINT);
	interrupt_release();
	_exit(interrupt_signal() == SIGINT ? 0 : 1);
}

static void
test_survived(void **state)
{
	(void)state;
	assert_int_equal(end_of(survived), 0);
}

/* What comes when nothing is held ends us at once. */
static void
not_held(void)
{
	interrupt_hold();
	interrupt_release();
	if (interrupt_signal() || is_readable())
		_exit(1);
	raise(SIGINT);
}

static void
test_not_held(void **state)
{
	int status = end_of(not_held);

	(void)state;
	assert_true(WIFSIGNALED(status));
	assert_int_equal(WTERMSIG(status), SIGINT);
}

int
main(void)
{
	const struct CMUnitTest interrupt[] = {
		cmocka_unit_test(test_held),
		cmocka_unit_test(test_ignored),
		cmocka_unit_test(test_survived),
		cmocka_unit_test(test_not_held),
	};

	return RUN(interrupt);
}
