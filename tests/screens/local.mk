# SPDX-License-Identifier: ISC
# Pictures of the screens, drawn on the surface without a terminal. As in tests/unit:
#     screen_tests += tests/screens/test_SUBJECT
#     tests_screens_test_SUBJECT_LDADD = $(link_ROOM) $(CMOCKA_LIBS)

screen_tests =

if HAVE_CMOCKA
check_PROGRAMS += $(screen_tests)
TESTS += $(screen_tests)
endif

# Pictures and what compares them: programs that draw add $(golden_sources).
golden_sources = tests/screens/golden.c tests/screens/golden.h
EXTRA_DIST += tests/screens/golden

screen_tests += tests/screens/test_basic
tests_screens_test_basic_SOURCES = tests/screens/test_basic.c $(golden_sources)
tests_screens_test_basic_LDADD = $(link_tui) $(CMOCKA_LIBS)

wagon_sources = tests/screens/on_wagon.c tests/screens/on_wagon.h $(golden_sources)

screen_tests += tests/screens/test_wagon
tests_screens_test_wagon_SOURCES = tests/screens/test_wagon.c $(wagon_sources)
tests_screens_test_wagon_LDADD = $(link_tui) $(CMOCKA_LIBS)
screen_tests += tests/screens/test_people
tests_screens_test_people_SOURCES = tests/screens/test_people.c $(golden_sources)
tests_screens_test_people_LDADD = $(link_tui) $(CMOCKA_LIBS)
screen_tests += tests/screens/test_wagon_ways
tests_screens_test_wagon_ways_SOURCES = tests/screens/test_wagon_ways.c $(wagon_sources)
tests_screens_test_wagon_ways_LDADD = $(link_tui) $(CMOCKA_LIBS)
screen_tests += tests/screens/test_hand
tests_screens_test_hand_SOURCES = tests/screens/test_hand.c $(wagon_sources)
tests_screens_test_hand_LDADD = $(link_tui) $(CMOCKA_LIBS)
screen_tests += tests/screens/test_cards
tests_screens_test_cards_SOURCES = tests/screens/test_cards.c $(wagon_sources)
tests_screens_test_cards_LDADD = $(link_tui) $(CMOCKA_LIBS)
screen_tests += tests/screens/test_seals
tests_screens_test_seals_SOURCES = tests/screens/test_seals.c $(wagon_sources)
tests_screens_test_seals_LDADD = $(link_tui) $(CMOCKA_LIBS)
screen_tests += tests/screens/test_lists
tests_screens_test_lists_SOURCES = tests/screens/test_lists.c $(wagon_sources)
tests_screens_test_lists_LDADD = $(link_tui) $(CMOCKA_LIBS)
screen_tests += tests/screens/test_lists_ways
tests_screens_test_lists_ways_SOURCES = tests/screens/test_lists_ways.c $(wagon_sources)
tests_screens_test_lists_ways_LDADD = $(link_tui) $(CMOCKA_LIBS)
screen_tests += tests/screens/test_review
tests_screens_test_review_SOURCES = tests/screens/test_review.c $(wagon_sources)
tests_screens_test_review_LDADD = $(link_tui) $(CMOCKA_LIBS)
screen_tests += tests/screens/test_shift
tests_screens_test_shift_SOURCES = tests/screens/test_shift.c $(wagon_sources)
tests_screens_test_shift_LDADD = $(link_tui) $(CMOCKA_LIBS)
screen_tests += tests/screens/test_messages
tests_screens_test_messages_SOURCES = tests/screens/test_messages.c $(golden_sources)
tests_screens_test_messages_LDADD = $(link_tui) $(CMOCKA_LIBS)
screen_tests += tests/screens/test_drawing
tests_screens_test_drawing_SOURCES = tests/screens/test_drawing.c $(wagon_sources)
tests_screens_test_drawing_LDADD = $(link_tui) $(CMOCKA_LIBS)
screen_tests += tests/screens/test_files
tests_screens_test_files_SOURCES = tests/screens/test_files.c $(wagon_sources)
tests_screens_test_files_LDADD = $(link_tui) $(CMOCKA_LIBS)
screen_tests += tests/screens/test_manual
tests_screens_test_manual_SOURCES = tests/screens/test_manual.c $(wagon_sources)
tests_screens_test_manual_LDADD = $(link_tui) $(CMOCKA_LIBS)
screen_tests += tests/screens/test_pictures
tests_screens_test_pictures_SOURCES = tests/screens/test_pictures.c $(wagon_sources)
tests_screens_test_pictures_LDADD = $(link_tui) $(CMOCKA_LIBS)
screen_tests += tests/screens/test_keys
tests_screens_test_keys_SOURCES = tests/screens/test_keys.c $(wagon_sources)
tests_screens_test_keys_LDADD = $(link_tui) $(CMOCKA_LIBS)
