#include "engine/lualatex.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "engine/format.h"
#include "engine/pool.h"
#include "engine/protocol.h"
#include "engine/sandbox.h"
#include "util/alloc.h"
#include "util/buf.h"
#include "util/diag.h"
#include "util/fs.h"
#include "util/site.h"

/* Of what kpsewhich answers: seconds, and bytes, which are few, as more than
 * this process may write itself cannot be had. */
enum { ASK_LIMIT = 30, LARGEST_ANSWER = 16384 };

/* What a TeX of the user's own needs to find itself. */
static const char *const passed[] = {
	"PATH", "HOME", "TEXMFHOME", "TEXMFVAR", "TEXMFCONFIG", "TEXMFCNF",
	"TEXMFLOCAL", "TEXMFDIST", NULL
};

/* The trees of the system come first: TeX finds what is in them in a list that
 * it has read, and would look for each of its own hundred files in every folder
 * of ours.  None of theirs bears a name of ours. */
#define SYSTEM_TREES \
	"{!!$TEXMFLOCAL,!!$TEXMFSYSVAR,!!$TEXMFMAIN,!!$TEXMFDIST}" \
	"/tex/{lualatex,latex,luatex,generic}//"

static void
add_environment(struct list *env, const struct site *site, long epoch)
{
	/* log lines must not be broken; memory comes in large pages where the
	 * machine has them: TeX and its fonts take 150 MB, and nearly half of a
	 * run was the kernel's work to give that page by page (C libraries that
	 * know nothing of it leave it) */
	static const char *const fixed[] = {
		"OSFONTDIR=/usr/share/fonts//", "openin_any=a",
		"openout_any=p", "shell_escape=f", "FORCE_SOURCE_DATE=1",
		"TZ=UTC", "LC_ALL=C.UTF-8", "max_print_line=10000",
		"error_line=254", "half_error_line=238",
		"GLIBC_TUNABLES=glibc.malloc.hugetlb=1", NULL
	};
	static const char *const inputs[] = { "TEXINPUTS", "LUAINPUTS" };
	const char *data = site->data;

	for (int i = 0; passed[i]; i++) {
		const char *value = site_variable(site, passed[i]);

		if (value)
			list_printf(env, "%s=%s", passed[i], value);
	}
	for (int i = 0; fixed[i]; i++)
		list_add(env, xstrdup(fixed[i]));
	for (int i = 0; i < 2; i++)
		list_printf(env, "%s=" SYSTEM_TREES ":%s/latex:%s/fonts:"
		    "%s/build/graphics:%s/graphics", inputs[i], data, data,
		    data, data);
	list_printf(env, "TEXMFCACHE=%s", site->cache);
	list_printf(env, "SOURCE_DATE_EPOCH=%ld", epoch);
}

static void
add_readable(struct list *paths, const struct site *site,
    const char *program)
{
	static const char *const system[] = {
		"/usr", "/etc", "/opt", "/lib", "/lib32", "/lib64", "/bin",
		"/var/lib/texmf", "/dev/urandom",
		/* whether there are large pages */
		"/sys/kernel/mm/transparent_hugepage", NULL
	};

	for (int i = 0; system[i]; i++)
		list_add(paths, xstrdup(system[i]));
	/* of what is passed, the first two are no folders of TeX */
	for (int i = 2; passed[i]; i++) {
		const char *value = site_variable(site, passed[i]);

		if (value)
			list_add(paths, xstrdup(value));
	}
	list_add(paths, xstrdup(site->data));
	/* a program of its own may lie beside its files */
	list_add(paths, xstrndup(program,
	    (size_t)(fs_base(program) - program)));
}

int
lualatex_find(struct lualatex *l, const struct site *site, struct diag *diag)
{
	*l = (struct lualatex){ .site = site };
	l->program = proc_find(site_variable(site, "PATH"), "lualatex");
	if (!l->program)
		return diag_global(diag, MSG_PROGRAM,
		    "cannot run lualatex: %s", strerror(ENOENT));
	if (fs_make_folders(site->cache) < 0) {
		diag_global(diag, MSG_CANNOT_WRITE, "cannot make '%s': %s",
		    site->cache, strerror(errno));
		lualatex_dispose(l);
		return -1;
	}
	add_readable(&l->readable, site, l->program);
	l->format = format_find(site, l->program);
	if (l->format)
		list_add(&l->readable, xstrdup(l->format));
	return 0;
}

void
lualatex_dispose(struct lualatex *l)
{
	free(l->program);
	free(l->format);
	list_dispose(&l->readable);
	l->program = l->format = NULL;
}

/* What a descriptor of ours holds. */
static void
read_all(struct buf *out, int fd)
{
	char bytes[4096];
	off_t at = 0;
	ssize_t n;

	while ((n = pread(fd, bytes, sizeof(bytes), at)) > 0) {
		buf_add(out, bytes, (size_t)n);
		at += n;
	}
}

/* Has the program say that to a file in memory. */
static int
listen_to(struct buf *out, const char *program, const char *const *argv,
    const char *const *env)
{
	int fd = memfd_create("answer", MFD_CLOEXEC), value, ret = -1;
	struct buf output = BUF_INIT;
	struct proc proc = {
		.path = program, .argv = argv, .env = env, .folder = "/",
		.time_limit = ASK_LIMIT, .file_limit = LARGEST_ANSWER
	};

	if (fd < 0)
		return -1;
	buf_printf(&output, "/proc/self/fd/%d", fd);
	proc.output = output.data;
	if (proc_run(&proc, &value) == PROC_EXITED) {
		read_all(out, fd);
		ret = 0;
	}
	buf_dispose(&output);
	close(fd);
	return ret;
}

int
lualatex_ask(struct buf *out, const struct site *site,
    const char *const *arguments)
{
	struct list argv = { 0 }, env = { 0 };
	char *program = proc_find(site_variable(site, "PATH"), "kpsewhich");
	int ret = -1;

	/* it finds its files by where it is itself */
	list_printf(&argv, "%s", program ? program : "");
	list_add(&argv, xstrdup("--engine=luahbtex"));
	list_add(&argv, xstrdup("--progname=lualatex"));
	for (; *arguments; arguments++)
		list_add(&argv, xstrdup(*arguments));
	add_environment(&env, site, 0);
	if (program)
		ret = listen_to(out, program, list_strings(&argv),
		    list_strings(&env));
	list_dispose(&argv);
	list_dispose(&env);
	free(program);
	return ret;
}

void
lualatex_writable(struct list *paths, const struct lualatex *l,
    const char *folder)
{
	list_add(paths, xstrdup(folder));
	list_add(paths, xstrdup(l->site->cache));
	list_add(paths, xstrdup("/dev/null"));
}

static void
add_arguments(struct list *argv, const struct lualatex *l, const char *name)
{
	static const char *const fixed[] = {
		"lualatex", "--no-shell-escape", "--interaction=nonstopmode",
		"--halt-on-error", "--file-line-error", NULL
	};

	for (int i = 0; fixed[i]; i++)
		list_add(argv, xstrdup(fixed[i]));
	if (l->format)
		list_printf(argv, "--fmt=%s", l->format);
	list_printf(argv, "--lua=%s/latex/unagenda-start.lua", l->site->data);
	list_printf(argv, "--jobname=%s", name);
}

int
lualatex_start(struct proc_child *child, const struct lualatex *l,
    const struct engine_job *job)
{
	struct list argv = { 0 }, env = { 0 }, writable = { 0 };
	struct sandbox sandbox;
	struct proc proc = {
		.path = l->program, .folder = job->folder,
		.output = "lualatex.out", .file_limit = LUALATEX_LARGEST_FILE,
		.memory_limit = LUALATEX_LARGEST_START + LUALATEX_MOST_MEMORY,
		.enter = sandbox_enter, .payload = &sandbox
	};
	int reason;

	add_arguments(&argv, l, job->name);
	list_printf(&argv, "./%s.tex", job->name);
	add_environment(&env, l->site, job->epoch);
	lualatex_writable(&writable, l, job->folder);
	sandbox = (struct sandbox){ list_strings(&l->readable),
	    list_strings(&writable) };
	proc.argv = list_strings(&argv);
	proc.env = list_strings(&env);
	reason = proc_start(child, &proc);
	list_dispose(&argv);
	list_dispose(&env);
	list_dispose(&writable);
	return reason;
}

/* In the child: the socket stays open in the program. */
static int
keep_socket(const void *socket)
{
	return fcntl(*(const int *)socket, F_SETFD, 0);
}

/* Runs the program with the library; takes the arguments over. */
static int
start_preloaded(struct proc_child *child, const struct lualatex *l,
    struct list *argv, const char *library, int socket)
{
	struct list env = { 0 };
	struct proc proc = {
		.path = l->program, .folder = "/", .output = "/dev/null",
		.file_limit = LUALATEX_LARGEST_FILE, .enter = keep_socket,
		.payload = &socket
	};
	int reason;

	add_environment(&env, l->site, 0);
	list_printf(&env, "LD_PRELOAD=%s", library);
	/* what is found once in the engine need not be in each child */
	list_add(&env, xstrdup("LD_BIND_NOW=1"));
	list_printf(&env, WARM_SOCKET "=%d", socket);
	proc.argv = list_strings(argv);
	proc.env = list_strings(&env);
	reason = proc_start(child, &proc);
	list_dispose(argv);
	list_dispose(&env);
	return reason;
}

int
lualatex_start_warm(struct proc_child *child, const struct lualatex *l,
    const char *language, const char *station, const char *library,
    int socket)
{
	struct list argv = { 0 };

	add_arguments(&argv, l, WARM_NAME);
	if (*language)
		list_printf(&argv, "\\def\\unaLanguage{%s}"
		    "\\def\\unaStation{%s}\\input{unagenda-warm.tex}",
		    language, station);
	else
		list_add(&argv, xstrdup("\\input{unagenda-warm-single.tex}"));
	return start_preloaded(child, l, &argv, library, socket);
}

int
lualatex_start_idle(struct proc_child *child, const struct lualatex *l,
    const char *library, int socket)
{
	struct list argv = { 0 };

	list_add(&argv, xstrdup("lualatex"));
	list_add(&argv, xstrdup("--version"));
	return start_preloaded(child, l, &argv, library, socket);
}
