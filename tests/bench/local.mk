# SPDX-License-Identifier: ISC
# Measurements: `make bench` builds and runs each program; nothing here is part of make check.
#     bench_programs += tests/bench/bench_SUBJECT
#     tests_bench_bench_SUBJECT_LDADD = $(link_ROOM)

bench_programs =

EXTRA_PROGRAMS += $(bench_programs)
CLEANFILES += $(bench_programs)

bench: $(bench_programs)
	@for program in $(bench_programs); do \
	  echo "== $$program"; \
	  ($(AM_TESTS_ENVIRONMENT) exec ./$$program) || exit 1; \
	done
.PHONY: bench

bench_programs += tests/bench/bench_answer
tests_bench_bench_answer_SOURCES = tests/bench/bench_answer.c tests/bench/median.c tests/bench/median.h
tests_bench_bench_answer_LDADD = $(link_app)

if HAVE_VTERM
bench_programs += tests/bench/bench_screen
endif
tests_bench_bench_screen_SOURCES = tests/bench/bench_screen.c tests/bench/median.c \
	tests/terminal/harness.c
tests_bench_bench_screen_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/tests/terminal
tests_bench_bench_screen_LDADD = $(link_app) $(VTERM_LIBS)

bench_programs += tests/bench/bench_verify
tests_bench_bench_verify_SOURCES = tests/bench/bench_verify.c tests/bench/median.c tests/bench/median.h
tests_bench_bench_verify_LDADD = $(link_app)
