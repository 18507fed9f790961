# SPDX-License-Identifier: ISC
# The program in a terminal of our own (forkpty and libvterm). As in tests/unit:
#     terminal_tests += tests/terminal/test_SUBJECT
#     tests_terminal_test_SUBJECT_LDADD = $(VTERM_LIBS) $(CMOCKA_LIBS)

terminal_tests =

if HAVE_CMOCKA
if HAVE_VTERM
check_PROGRAMS += $(terminal_tests)
TESTS += $(terminal_tests)
endif
endif

terminal_tests += tests/terminal/test_program
tests_terminal_test_program_SOURCES = tests/terminal/test_program.c tests/terminal/harness.c \
	tests/terminal/harness.h
tests_terminal_test_program_LDADD = $(VTERM_LIBS) $(CMOCKA_LIBS)
