#include "unit.h"

/* It is part of what is loaded into LuaTeX, and not of the program: the C
 * library's own stays what it is here. */
#define fread own_fread
size_t own_fread(void *, size_t, size_t, FILE *);
#include "engine/preload/read.c"
#undef fread

enum { SIZE = HEAP_WHOLE_PAGES + 100, ROOM = HEAP_WHOLE_PAGES + 4096 };

static char *block;	/* of whole pages */
static int is_block;

int
heap_has(const void *p)
{
	return is_block && p == block;
}

static char bytes[SIZE];

/* A file of these bytes, and a block for it in which other ones are. */
static FILE *
prepare(void)
{
	char path[] = "/tmp/unagenda-read-XXXXXX";
	FILE *file;

	for (size_t i = 0; i < SIZE; i++)
		bytes[i] = (char)(i % 251);
	write_temporary(path, bytes, SIZE);
	file = fopen(path, "rb");
	assert_non_null(file);
	unlink(path);
	block = mmap(NULL, ROOM, PROT_READ | PROT_WRITE,
	    MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	assert_true(block != MAP_FAILED);
	memset(block, '~', ROOM);
	is_block = 1;
	return file;
}

static void
done(FILE *file)
{
	fclose(file);
	munmap(block, ROOM);
}

/* Of a mapped file the rest of the last page is empty. */
static int
is_mapped(void)
{
	return block[SIZE] == 0;
}

static void
maps_a_whole_file(void **state)
{
	FILE *file = prepare();

	(void)state;
	assert_int_equal(own_fread(block, SIZE, 1, file), 1);
	assert_memory_equal(block, bytes, SIZE);
	assert_true(is_mapped());
	assert_int_equal(fgetc(file), EOF);
	/* the block is the engine's, and the file stays as it is */
	block[0] = 'x';
	rewind(file);
	assert_int_equal(fgetc(file), bytes[0]);
	done(file);
}

static void
reads_all_else(void **state)
{
	FILE *file = prepare();

	(void)state;
	/* a part */
	assert_int_equal(own_fread(block, 1, SIZE - 1, file), SIZE - 1);
	assert_memory_equal(block, bytes, SIZE - 1);
	assert_int_equal(block[SIZE - 1], '~');
	/* the rest; and more than there is */
	assert_int_equal(own_fread(block, 1, SIZE, file), 1);
	assert_int_equal(block[0], bytes[SIZE - 1]);
	rewind(file);
	assert_int_equal(own_fread(block, SIZE + 1, 1, file), 0);
	/* into other memory */
	rewind(file);
	is_block = 0;
	memset(block, '~', ROOM);
	assert_int_equal(own_fread(block, SIZE, 1, file), 1);
	assert_memory_equal(block, bytes, SIZE);
	assert_false(is_mapped());
	done(file);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(maps_a_whole_file),
		cmocka_unit_test(reads_all_else),
	};

	return RUN(tests);
}
