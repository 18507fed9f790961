# SPDX-License-Identifier: ISC

noinst_LIBRARIES += src/tui/libtui.a
src_tui_libtui_a_SOURCES =
src_tui_libtui_a_SOURCES += src/tui/actions.c src/tui/actions.h
src_tui_libtui_a_SOURCES += src/tui/frame.c src/tui/frame.h
src_tui_libtui_a_SOURCES += src/tui/key.c src/tui/key.h
src_tui_libtui_a_SOURCES += src/tui/layout.c src/tui/layout.h
src_tui_libtui_a_SOURCES += src/tui/screen.c src/tui/screen.h
src_tui_libtui_a_SOURCES += src/tui/screens.h
src_tui_libtui_a_SOURCES += src/tui/surface.c src/tui/surface.h
src_tui_libtui_a_SOURCES += src/tui/terminal.c src/tui/terminal.h
src_tui_libtui_a_SOURCES += src/tui/ui.c src/tui/ui.h
src_tui_libtui_a_SOURCES += src/tui/widgets.c src/tui/widgets.h
src_tui_libtui_a_SOURCES += src/tui/field.c
src_tui_libtui_a_SOURCES += src/tui/key_sequence.c src/tui/key_sequence.h
src_tui_libtui_a_SOURCES += src/tui/keymap.c
src_tui_libtui_a_SOURCES += src/tui/loop.c
src_tui_libtui_a_SOURCES += src/tui/page.c src/tui/page.h
src_tui_libtui_a_SOURCES += src/tui/ui_open.c
src_tui_libtui_a_SOURCES += src/tui/words.c src/tui/words.h
src_tui_libtui_a_SOURCES += src/tui/wrap.c src/tui/wrap.h
src_tui_libtui_a_SOURCES += src/tui/screen_ask.c
src_tui_libtui_a_SOURCES += src/tui/screen_card.c
src_tui_libtui_a_SOURCES += src/tui/screen_choose.c
src_tui_libtui_a_SOURCES += src/tui/screen_help.c
src_tui_libtui_a_SOURCES += src/tui/screen_palette.c
src_tui_libtui_a_SOURCES += src/tui/screen_start.c
src_tui_libtui_a_SOURCES += src/tui/screen_stop.c
src_tui_libtui_a_SOURCES += src/tui/screen_trains.c

# The keyboard layouts of the region, a data file.
dist_pkgdata_DATA += src/tui/layouts.txt
src_tui_libtui_a_SOURCES += src/tui/choices.c src/tui/choices.h
src_tui_libtui_a_SOURCES += src/tui/screen_consist.c
src_tui_libtui_a_SOURCES += src/tui/screen_find.c
src_tui_libtui_a_SOURCES += src/tui/screen_finding.c
src_tui_libtui_a_SOURCES += src/tui/screen_findings.c
src_tui_libtui_a_SOURCES += src/tui/screen_gates.c
src_tui_libtui_a_SOURCES += src/tui/screen_history.c
src_tui_libtui_a_SOURCES += src/tui/screen_import.c
src_tui_libtui_a_SOURCES += src/tui/screen_log.c
src_tui_libtui_a_SOURCES += src/tui/screen_missing.c
