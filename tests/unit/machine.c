#include "unit.h"

#include <sched.h>

#include "util/machine.h"

/* What we are left with counts, not what there is. */
static void
test_processors(void **state)
{
	cpu_set_t all, one;
	int cpu = 0;

	(void)state;
	assert_int_equal(sched_getaffinity(0, sizeof(all), &all), 0);
	assert_int_equal(machine_processors(), CPU_COUNT(&all));
	while (!CPU_ISSET(cpu, &all))
		cpu++;
	CPU_ZERO(&one);
	CPU_SET(cpu, &one);
	assert_int_equal(sched_setaffinity(0, sizeof(one), &one), 0);
	assert_int_equal(machine_processors(), 1);
	sched_setaffinity(0, sizeof(all), &all);
}

/* More than a megabyte, and no more than the machine has. */
static void
test_memory(void **state)
{
	size_t all = (size_t)sysconf(_SC_PHYS_PAGES) *
	    (size_t)sysconf(_SC_PAGESIZE);

	(void)state;
	assert_true(machine_memory() > 1048576);
	assert_true(machine_memory() <= all);
}

int
main(void)
{
	const struct CMUnitTest machine[] = {
		cmocka_unit_test(test_processors),
		cmocka_unit_test(test_memory),
	};

	return RUN(machine);
}
