# unagenda.  `make` builds, `make demo` makes a PDF, `make check` runs every
# test; README.md tells the rest.  GNU make.

VERSION = 0.1

PREFIX = /usr/local
DESTDIR =
CC = cc
CFLAGS = -O2 -g
LDFLAGS =

# Where what is made goes; what only TeX needs is the same for all builds.
B = build
G = build/graphics

# V=1 shows commands instead of what they make.
V =
Q = $(if $V,,@)
say = $(if $V,@:,@echo)

# Runs the program under test: make valgrind sets it.
WRAPPER =

sources := $(wildcard generator/*.c generator/*/*.c)
objects := $(sources:generator/%.c=$B/obj/%.o)
units := $(patsubst tests/unit/%.c,$B/tests/unit/%,$(wildcard tests/unit/*.c))
tools := $(patsubst tests/tools/%.c,$B/tools/%,$(wildcard tests/tools/*.c))

libraries = libxml-2.0 libxslt libexslt zlib libqrencode fribidi jansson \
	libcrypto libqpdf
warnings = -Wall -Wextra -Wshadow -Wmissing-prototypes -Wpedantic
all_cflags = -std=c17 -D_GNU_SOURCE $(warnings) -DVERSION='"$(VERSION)"' \
	-Igenerator $(shell pkg-config --cflags $(libraries)) $(CFLAGS)
all_libs = $(shell pkg-config --libs $(libraries))

demo_xml = $(wildcard xml/documents/ctoc-cop-wg.2-2007-1/*.xml)
demo_pdf = out/CTOC_COP_WG.2_2007_1-EN.pdf

warm = build/unagenda-warm.so

all: $B/unagenda $(warm) $G/emblem.pdf $G/recycle.pdf format build/fonts.stamp

# ---- the program ----------------------------------------------------------

$B/unagenda: $(objects)
	$(say) "LINK $@"
	$Q$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $(objects) $(all_libs)

$B/obj/%.o: generator/%.c Makefile
	@mkdir -p $(@D)
	$(say) "CC $<"
	$Q$(CC) $(all_cflags) -MMD -MP -c -o $@ $<

-include $(objects:.o=.d)

# What makes a warm engine of LuaLaTeX, which loads it: whatever the program is
# built with, it is not.
$(warm): $(wildcard generator/engine/preload/*.[ch]) \
		$(addprefix generator/engine/,sandbox.c sandbox.h protocol.h)
	@mkdir -p $(@D)
	$(say) "LINK $@"
	$Q$(CC) -std=c17 -D_GNU_SOURCE $(warnings) -Igenerator -O2 -g -fPIC \
		-shared -o $@ $(filter %.c,$^)

# ---- what TeX needs -------------------------------------------------------

$G/%.pdf: fonts/%.sh
	@mkdir -p $(@D)
	$(say) "DRAW $@"
	$QSOURCE_DATE_EPOCH=0 fonts/$*.sh $@

# The script sees whether there is anything to do: TeX may be another than it was.
format:
	@generator/format.sh build/lualatex.fmt

# The first use of a font is slow: it happens here, once, and not at the first
# document.  Without TeX the program is still built.
build/fonts.stamp: fonts/fontlist.lua | $B/unagenda $G/emblem.pdf \
		$G/recycle.pdf format
	@echo "Preparing the fonts of six languages, which takes a minute"
	@if ! command -v lualatex >/dev/null; then \
		echo "lualatex is missing: fonts are prepared at first use"; \
	else \
		mkdir -p build/fonts; \
		for draft in $(demo_xml); do \
			echo "  $$draft"; \
			$B/unagenda build --time-limit=600 -o build/fonts \
				$$draft >build/fonts/log 2>&1 || \
				{ cat build/fonts/log; exit 1; }; \
		done && touch $@; \
	fi

# ---- for users ------------------------------------------------------------

demo:
	@echo "1. Looking for the packages that are needed"
	@generator/packages.sh run build
	@echo "2. Building the program"
	@$(MAKE) --no-print-directory all
	@echo "3. Making the main document in six languages"
	@$B/unagenda build -o out $(demo_xml)
	@pdftoppm -r 80 -png -singlefile $(demo_pdf) out/page-1
	@echo "Done: see $(demo_pdf), and out/page-1.png for a picture"

share = $(DESTDIR)$(PREFIX)/share/unagenda

lib = $(DESTDIR)$(PREFIX)/lib/unagenda

install: $B/unagenda $(warm) $G/emblem.pdf $G/recycle.pdf format
	install -d $(DESTDIR)$(PREFIX)/bin $(lib) $(share)/graphics
	install -m 644 $(warm) $(lib)
	if [ -f build/lualatex.fmt ]; then install -m 644 -p \
	    build/lualatex.fmt build/lualatex.fmt.source $(lib); fi
	install $B/unagenda $(DESTDIR)$(PREFIX)/bin/unagenda
	install -m 644 generator/packages.tsv $(share)/packages.tsv
	install -m 644 $G/emblem.pdf $G/recycle.pdf $(share)/graphics
	for file in $$(find xml xsl latex fonts -name documents -prune -o \
	    -type f -print); do \
		install -D -m 644 "$$file" "$(share)/$$file" || exit; \
	done

uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/unagenda
	rm -rf $(share) $(lib)

clean:
	rm -rf build out

# What a drafter may write, read off the DTD, and what is said of mistakes.
docs: build/reference.html build/messages.md

build/messages.md: $B/unagenda xml/catalogue/messages.xml
	$(say) "DOCS $@"
	$Q$B/unagenda explain --all >$@

build/reference.html: xml/reference.py xml/agenda.dtd xml/dtd/*.mod
	@mkdir -p $(@D)
	$(say) "DOCS $@"
	$Qxml/reference.py $@

# ---- for developers -------------------------------------------------------

check:
	@generator/packages.sh run build test
	@$(MAKE) --no-print-directory all test

test: all $(units) $(tools)
	@WRAPPER='$(WRAPPER)' tests/run $B

# All of the program but main.c, for the unit tests.
$B/unagenda.a: $(filter-out %/main.o,$(objects))
	$Qrm -f $@
	$Q$(AR) rc $@ $^

$B/tests/unit/%: tests/unit/%.c $B/unagenda.a $(wildcard tests/unit/*.h)
	@mkdir -p $(@D)
	$(say) "LINK $@"
	$Q$(CC) $(all_cflags) $(LDFLAGS) -o $@ $< $B/unagenda.a -lcmocka \
		$(all_libs)

# What tests and measurements need beside the program itself.
$B/tools/%: tests/tools/%.c $B/unagenda.a
	@mkdir -p $(@D)
	$(say) "LINK $@"
	$Q$(CC) $(all_cflags) $(LDFLAGS) -o $@ $< $B/unagenda.a $(all_libs)

# The whole suite again, on a program that watches its own memory.
asan:
	@generator/packages.sh run build test
	$(MAKE) --no-print-directory test B=build/asan CFLAGS="-O1 -g \
		-fsanitize=address,undefined -fno-sanitize-recover=all \
		-fno-omit-frame-pointer"

# What valgrind says goes into build/valgrind: the tests compare what the
# program says.  An error makes its status 99, and so a test fail.
valgrind: all
	@generator/packages.sh run build test valgrind
	@mkdir -p build/valgrind
	$(MAKE) --no-print-directory test WRAPPER="valgrind --quiet --vgdb=no \
		--log-file=$(CURDIR)/build/valgrind/%p --error-exitcode=99 \
		--leak-check=full \
		--errors-for-leak-kinds=definite,indirect,possible"

bench: all $(tools)
	tests/bench/run $B
	tests/bench/batch $B
	tests/bench/mutations $B
	tests/bench/warm $B
	tests/bench/tags $B

# Shows how cases have changed, CASE=WORD only some, and asks.
golden: all
	tests/cases/cases.py --golden $(CASE)

lint:
	@generator/packages.sh lint
	cppcheck --quiet --error-exitcode=1 --inline-suppr --std=c11 \
		--enable=warning,performance,portability -Igenerator \
		-D_GNU_SOURCE -DVERSION='""' generator
	shellcheck --severity=warning --exclude=SC2154,SC2034 .ci/run \
		tests/run tests/tap.sh tests/cli/*.sh generator/*.sh \
		fonts/*.sh

.PHONY: all format demo docs install uninstall clean check test asan valgrind bench \
	golden lint

.DELETE_ON_ERROR:
