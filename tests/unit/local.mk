# SPDX-License-Identifier: ISC
# A unit test is one program, tests/unit/test_SUBJECT.c, with two lines here:
#     unit_tests += tests/unit/test_SUBJECT
#     tests_unit_test_SUBJECT_LDADD = $(link_ROOM) $(CMOCKA_LIBS)
# link_ROOM (see Makefile.am) is the room under test and what that room may use, nothing more. Each
# program runs exactly one cmocka group.

unit_tests =

if HAVE_CMOCKA
check_PROGRAMS += $(unit_tests)
TESTS += $(unit_tests)
endif

unit_tests += tests/unit/test_i18n
tests_unit_test_i18n_LDADD = $(link_i18n) $(CMOCKA_LIBS)
unit_tests += tests/unit/test_fallback
tests_unit_test_fallback_LDADD = $(link_i18n) $(CMOCKA_LIBS)

unit_tests += tests/unit/test_actions
tests_unit_test_actions_LDADD = $(link_tui) $(CMOCKA_LIBS)
unit_tests += tests/unit/test_theme
tests_unit_test_theme_LDADD = $(link_tui) $(CMOCKA_LIBS)
unit_tests += tests/unit/test_layout
tests_unit_test_layout_LDADD = $(link_tui) $(CMOCKA_LIBS)
unit_tests += tests/unit/test_surface
tests_unit_test_surface_LDADD = $(link_tui) $(CMOCKA_LIBS)
unit_tests += tests/unit/test_widgets
tests_unit_test_widgets_LDADD = $(link_tui) $(CMOCKA_LIBS)

unit_tests += tests/unit/test_trail
tests_unit_test_trail_LDADD = $(link_trail) $(CMOCKA_LIBS)
unit_tests += tests/unit/test_head_code
tests_unit_test_head_code_LDADD = $(link_trail) $(CMOCKA_LIBS)
unit_tests += tests/unit/test_sign
tests_unit_test_sign_LDADD = $(link_trail) $(CMOCKA_LIBS)
unit_tests += tests/unit/test_tape
tests_unit_test_tape_LDADD = $(link_trail) $(CMOCKA_LIBS)
unit_tests += tests/unit/test_pin
tests_unit_test_pin_LDADD = $(link_trail) $(CMOCKA_LIBS)

# A database in a folder of its own; the tests of faults use it too.
store_world = tests/unit/store_world.c tests/unit/store_world.h
store_expect = tests/unit/store_expect.c tests/unit/store_expect.h $(store_world)
EXTRA_DIST += tests/data/db/version-1.sql
unit_tests += tests/unit/test_store
tests_unit_test_store_SOURCES = tests/unit/test_store.c $(store_world)
tests_unit_test_store_LDADD = $(link_store) $(CMOCKA_LIBS)
unit_tests += tests/unit/test_events
tests_unit_test_events_SOURCES = tests/unit/test_events.c $(store_world)
tests_unit_test_events_LDADD = $(link_store) $(CMOCKA_LIBS)
unit_tests += tests/unit/test_projection
tests_unit_test_projection_SOURCES = tests/unit/test_projection.c $(store_expect)
tests_unit_test_projection_LDADD = $(link_store) $(CMOCKA_LIBS)
unit_tests += tests/unit/test_replay
tests_unit_test_replay_SOURCES = tests/unit/test_replay.c $(store_expect)
tests_unit_test_replay_LDADD = $(link_store) $(CMOCKA_LIBS)
unit_tests += tests/unit/test_undo
tests_unit_test_undo_SOURCES = tests/unit/test_undo.c $(store_expect)
tests_unit_test_undo_LDADD = $(link_store) $(CMOCKA_LIBS)
unit_tests += tests/unit/test_queries
tests_unit_test_queries_SOURCES = tests/unit/test_queries.c $(store_world)
tests_unit_test_queries_LDADD = $(link_store) $(CMOCKA_LIBS)
unit_tests += tests/unit/test_disk_cost
tests_unit_test_disk_cost_SOURCES = tests/unit/test_disk_cost.c $(store_world)
tests_unit_test_disk_cost_LDADD = $(link_store) $(CMOCKA_LIBS)

unit_tests += tests/unit/test_rights
tests_unit_test_rights_LDADD = $(link_core) $(CMOCKA_LIBS)

unit_tests += tests/unit/test_app
tests_unit_test_app_LDADD = $(link_app) $(CMOCKA_LIBS)
post_world = tests/unit/post_world.c tests/unit/post_world.h
unit_tests += tests/unit/test_export
tests_unit_test_export_SOURCES = tests/unit/test_export.c $(post_world)
tests_unit_test_export_LDADD = $(link_app) $(CMOCKA_LIBS)
unit_tests += tests/unit/test_people
tests_unit_test_people_SOURCES = tests/unit/test_people.c $(post_world)
tests_unit_test_people_LDADD = $(link_app) $(CMOCKA_LIBS)
unit_tests += tests/unit/test_review
tests_unit_test_review_SOURCES = tests/unit/test_review.c $(post_world)
tests_unit_test_review_LDADD = $(link_app) $(CMOCKA_LIBS)
shift_world = tests/unit/shift_world.c tests/unit/shift_world.h
unit_tests += tests/unit/test_shift
tests_unit_test_shift_SOURCES = tests/unit/test_shift.c $(shift_world)
tests_unit_test_shift_LDADD = $(link_app) $(CMOCKA_LIBS)
unit_tests += tests/unit/test_shift_board
tests_unit_test_shift_board_SOURCES = tests/unit/test_shift_board.c $(shift_world)
tests_unit_test_shift_board_LDADD = $(link_app) $(CMOCKA_LIBS)

# libcsv is fed in pieces of 4096 bytes, and here of 1 and 3.
unit_tests += tests/unit/test_csv_read
tests_unit_test_csv_read_LDADD = $(link_exchange) $(CMOCKA_LIBS)
csv_read_alone = tests/unit/test_csv_read.c src/exchange/csv_read.c src/exchange/csv_write.c
unit_tests += tests/unit/test_csv_read_1
tests_unit_test_csv_read_1_SOURCES = $(csv_read_alone)
tests_unit_test_csv_read_1_CPPFLAGS = $(AM_CPPFLAGS) -DCSV_READ_PIECE=1
tests_unit_test_csv_read_1_LDADD = $(link_core) $(CSV_LIBS) $(CMOCKA_LIBS)
unit_tests += tests/unit/test_csv_read_3
tests_unit_test_csv_read_3_SOURCES = $(csv_read_alone)
tests_unit_test_csv_read_3_CPPFLAGS = $(AM_CPPFLAGS) -DCSV_READ_PIECE=3
tests_unit_test_csv_read_3_LDADD = $(link_core) $(CSV_LIBS) $(CMOCKA_LIBS)
unit_tests += tests/unit/test_file
tests_unit_test_file_LDADD = $(link_exchange) $(CMOCKA_LIBS)
unit_tests += tests/unit/test_consist_csv
tests_unit_test_consist_csv_LDADD = $(link_exchange) $(CMOCKA_LIBS)
unit_tests += tests/unit/test_document
tests_unit_test_document_LDADD = $(link_exchange) $(CMOCKA_LIBS)
record_world = tests/unit/record_world.c tests/unit/record_world.h
unit_tests += tests/unit/test_verify
tests_unit_test_verify_SOURCES = tests/unit/test_verify.c $(record_world)
tests_unit_test_verify_LDADD = $(link_app) $(CMOCKA_LIBS)
unit_tests += tests/unit/test_tamper
tests_unit_test_tamper_SOURCES = tests/unit/test_tamper.c $(record_world)
tests_unit_test_tamper_LDADD = $(link_app) $(CMOCKA_LIBS)
unit_tests += tests/unit/test_keeping
tests_unit_test_keeping_LDADD = $(link_app) $(CMOCKA_LIBS)
unit_tests += tests/unit/test_signatures
tests_unit_test_signatures_LDADD = $(link_app) $(CMOCKA_LIBS)
unit_tests += tests/unit/test_numbers
tests_unit_test_numbers_LDADD = $(link_core) $(CMOCKA_LIBS)
unit_tests += tests/unit/test_seal
tests_unit_test_seal_LDADD = $(link_core) $(CMOCKA_LIBS)
unit_tests += tests/unit/test_text
tests_unit_test_text_LDADD = $(link_core) $(CMOCKA_LIBS)
unit_tests += tests/unit/test_expression
tests_unit_test_expression_LDADD = $(link_core) $(CMOCKA_LIBS)
unit_tests += tests/unit/test_inspection
tests_unit_test_inspection_LDADD = $(link_core) $(CMOCKA_LIBS)
unit_tests += tests/unit/test_states
tests_unit_test_states_LDADD = $(link_core) $(CMOCKA_LIBS)
unit_tests += tests/unit/test_content
tests_unit_test_content_LDADD = $(link_exchange) $(CMOCKA_LIBS)
unit_tests += tests/unit/test_checklist_files
tests_unit_test_checklist_files_LDADD = $(link_exchange) $(CMOCKA_LIBS)

# Base; the growable buffer once more with a first size of one byte.
unit_tests += tests/unit/test_buf
tests_unit_test_buf_LDADD = $(link_base) $(CMOCKA_LIBS)
unit_tests += tests/unit/test_utf8
tests_unit_test_utf8_LDADD = $(link_base) $(CMOCKA_LIBS)
unit_tests += tests/unit/test_show
tests_unit_test_show_LDADD = $(link_base) $(CMOCKA_LIBS)
unit_tests += tests/unit/test_number
tests_unit_test_number_LDADD = $(link_base) $(CMOCKA_LIBS)
unit_tests += tests/unit/test_moment
tests_unit_test_moment_LDADD = $(link_base) $(CMOCKA_LIBS)
unit_tests += tests/unit/test_day_time
tests_unit_test_day_time_LDADD = $(link_base) $(CMOCKA_LIBS)
unit_tests += tests/unit/test_uuid
tests_unit_test_uuid_LDADD = $(link_base) $(CMOCKA_LIBS)
unit_tests += tests/unit/test_buf_1
tests_unit_test_buf_1_SOURCES = tests/unit/test_buf.c src/base/buf.c
tests_unit_test_buf_1_CPPFLAGS = $(AM_CPPFLAGS) -DBUF_FIRST=1
tests_unit_test_buf_1_LDADD = $(link_base) $(CMOCKA_LIBS)
unit_tests += tests/unit/test_finding
tests_unit_test_finding_LDADD = $(link_core) $(CMOCKA_LIBS)
unit_tests += tests/unit/test_answers
tests_unit_test_answers_LDADD = $(link_core) $(CMOCKA_LIBS)
unit_tests += tests/unit/test_consist_forms
tests_unit_test_consist_forms_LDADD = $(link_exchange) $(CMOCKA_LIBS)
unit_tests += tests/unit/test_checklist_folder
tests_unit_test_checklist_folder_LDADD = $(link_exchange) $(CMOCKA_LIBS)
unit_tests += tests/unit/test_consist_hostile
tests_unit_test_consist_hostile_LDADD = $(link_exchange) $(CMOCKA_LIBS)
unit_tests += tests/unit/test_import
tests_unit_test_import_SOURCES = tests/unit/test_import.c $(post_world)
tests_unit_test_import_LDADD = $(link_app) $(CMOCKA_LIBS)
unit_tests += tests/unit/test_messages
tests_unit_test_messages_LDADD = $(link_exchange) $(CMOCKA_LIBS)
unit_tests += tests/unit/test_codes
tests_unit_test_codes_LDADD = $(link_app) $(CMOCKA_LIBS)

unit_tests += tests/unit/test_plain
tests_unit_test_plain_SOURCES = tests/unit/test_plain.c $(post_world)
tests_unit_test_plain_LDADD = $(link_cli) $(CMOCKA_LIBS)

unit_tests += tests/unit/test_attach
tests_unit_test_attach_LDADD = $(link_app) $(CMOCKA_LIBS)
unit_tests += tests/unit/test_manual
tests_unit_test_manual_LDADD = $(link_cli) $(CMOCKA_LIBS)
