# SPDX-License-Identifier: ISC
# Every test prints TAP (test programs through cmocka's own TAP output), so that test cases are
# counted, not programs.

TEST_EXTENSIONS = .sh
LOG_DRIVER = env AM_TAP_AWK='$(AWK)' $(SHELL) $(top_srcdir)/build-aux/tap-driver.sh
SH_LOG_DRIVER = $(LOG_DRIVER)
LOG_COMPILER = $(SHELL) $(top_srcdir)/tests/tap-run.sh
SH_LOG_COMPILER = $(LOG_COMPILER) $(SHELL)
EXTRA_DIST += tests/tap-run.sh

# All of it, whatever is in there.
EXTRA_DIST += tests/data

AM_TESTS_ENVIRONMENT = \
	top_srcdir='$(abs_top_srcdir)'; top_builddir='$(abs_top_builddir)'; \
	RAILCHECK_PKGDATA='$(abs_top_srcdir)'; CMOCKA_MESSAGE_OUTPUT=TAP; \
	CC='$(CC)'; AWK='$(AWK)'; LC_ALL=C.UTF-8; \
	LIB_CFLAGS='$(NCURSESW_CFLAGS) $(SQLITE_CFLAGS) $(SODIUM_CFLAGS) $(UTF8PROC_CFLAGS) $(EXPAT_CFLAGS)'; \
	export top_srcdir top_builddir RAILCHECK_PKGDATA CMOCKA_MESSAGE_OUTPUT CC AWK LC_ALL LIB_CFLAGS; \
	unset LANGUAGE LINES COLUMNS;

include tests/unit/local.mk
include tests/screens/local.mk
include tests/terminal/local.mk
include tests/cli/local.mk
include tests/faults/local.mk
include tests/fuzz/local.mk
include tests/bench/local.mk
include tests/lint/local.mk
