#ifndef ENGINE_FORMAT_H
#define ENGINE_FORMAT_H

struct site;

/*
 * LaTeX's format as `make` has unpacked it, for the lualatex at that path, so
 * that no run need do it; see format.sh.  The caller frees; NULL if there is
 * none, or TeX is another since, or the user has trees of TeX's files of their
 * own, which may have another format.
 */
char *format_find(const struct site *, const char *program);

#endif
