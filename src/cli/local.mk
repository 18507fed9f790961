# SPDX-License-Identifier: ISC

noinst_LIBRARIES += src/cli/libcli.a
src_cli_libcli_a_SOURCES =
src_cli_libcli_a_SOURCES += src/cli/command.c src/cli/command.h
src_cli_libcli_a_SOURCES += src/cli/command_attach.c
src_cli_libcli_a_SOURCES += src/cli/command_checklist.c
src_cli_libcli_a_SOURCES += src/cli/command_codes.c
src_cli_libcli_a_SOURCES += src/cli/command_export.c
src_cli_libcli_a_SOURCES += src/cli/command_import.c src/cli/import_report.c src/cli/import_report.h
src_cli_libcli_a_SOURCES += src/cli/command_init.c
src_cli_libcli_a_SOURCES += src/cli/command_keys.c
src_cli_libcli_a_SOURCES += src/cli/command_manual.c
src_cli_libcli_a_SOURCES += src/cli/command_post.c
src_cli_libcli_a_SOURCES += src/cli/command_shift.c
src_cli_libcli_a_SOURCES += src/cli/command_trains.c
src_cli_libcli_a_SOURCES += src/cli/command_doctor.c
src_cli_libcli_a_SOURCES += src/cli/command_verify.c
src_cli_libcli_a_SOURCES += src/cli/command_report.c
src_cli_libcli_a_SOURCES += src/cli/command_user.c
src_cli_libcli_a_SOURCES += src/cli/ask_pin.c
src_cli_libcli_a_SOURCES += src/cli/command_completion.c
src_cli_libcli_a_SOURCES += src/cli/command_dictionary.c
src_cli_libcli_a_SOURCES += src/cli/command_stats.c
src_cli_libcli_a_SOURCES += src/cli/json.c src/cli/json.h
src_cli_libcli_a_SOURCES += src/cli/progress.c src/cli/progress.h

src_cli_libcli_a_SOURCES += src/cli/plain.c src/cli/plain.h
src_cli_libcli_a_SOURCES += src/cli/plain_answer.c
src_cli_libcli_a_SOURCES += src/cli/plain_ask.c
src_cli_libcli_a_SOURCES += src/cli/plain_drawing.c
src_cli_libcli_a_SOURCES += src/cli/plain_files.c
src_cli_libcli_a_SOURCES += src/cli/plain_find.c
src_cli_libcli_a_SOURCES += src/cli/plain_finding.c
src_cli_libcli_a_SOURCES += src/cli/plain_gates.c
src_cli_libcli_a_SOURCES += src/cli/plain_import.c
src_cli_libcli_a_SOURCES += src/cli/plain_lines.c
src_cli_libcli_a_SOURCES += src/cli/plain_log.c
src_cli_libcli_a_SOURCES += src/cli/plain_manual.c
src_cli_libcli_a_SOURCES += src/cli/plain_people.c
src_cli_libcli_a_SOURCES += src/cli/plain_review.c
src_cli_libcli_a_SOURCES += src/cli/plain_seals.c
src_cli_libcli_a_SOURCES += src/cli/plain_shift.c
src_cli_libcli_a_SOURCES += src/cli/plain_start.c
src_cli_libcli_a_SOURCES += src/cli/plain_train.c
src_cli_libcli_a_SOURCES += src/cli/plain_wagon.c src/cli/plain_wagon.h
src_cli_libcli_a_SOURCES += src/cli/plain_wagon_say.c

# The program: main alone; everything else of the room is in the library, where tests reach it.
bin_PROGRAMS += railcheck
railcheck_SOURCES = src/cli/main.c
railcheck_LDADD = $(link_cli)

# bash looks for the name of the program in this folder.
if RUNS_HERE
bashcompletiondir = $(datadir)/bash-completion/completions
nodist_bashcompletion_DATA = src/cli/completion/railcheck
CLEANFILES += src/cli/completion/railcheck
endif

src/cli/completion/railcheck: railcheck$(EXEEXT)
	$(AM_V_GEN)$(MKDIR_P) $(@D) && ./railcheck$(EXEEXT) completion >$@.tmp && mv $@.tmp $@

dist_man_MANS += src/cli/railcheck.1

# The manual, a page a role and language, and one with pictures of the screens: the screens show it,
# railcheck manual prints it. screens.LANG.txt is made of screens.LANG.in and the pictures that the
# tests compare: GENERATE=1 tests/lint/pictures.sh
manualdir = $(pkgdatadir)/manual
dist_manual_DATA =
dist_manual_DATA += src/cli/manual/officer.en.txt
dist_manual_DATA += src/cli/manual/officer.ru.txt
dist_manual_DATA += src/cli/manual/lead.en.txt
dist_manual_DATA += src/cli/manual/lead.ru.txt
dist_manual_DATA += src/cli/manual/analyst.en.txt
dist_manual_DATA += src/cli/manual/analyst.ru.txt
dist_manual_DATA += src/cli/manual/admin.en.txt
dist_manual_DATA += src/cli/manual/admin.ru.txt
dist_manual_DATA += src/cli/manual/screens.en.txt
dist_manual_DATA += src/cli/manual/screens.ru.txt
EXTRA_DIST += src/cli/manual/pictures.awk
EXTRA_DIST += src/cli/manual/screens.en.in
EXTRA_DIST += src/cli/manual/screens.ru.in
