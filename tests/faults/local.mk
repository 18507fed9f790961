# SPDX-License-Identifier: ISC
# Failing disks, full disks, killed processes. As in tests/unit:
#     fault_tests += tests/faults/test_SUBJECT
#     tests_faults_test_SUBJECT_LDADD = $(link_ROOM) $(CMOCKA_LIBS)

fault_tests =

if HAVE_CMOCKA
check_PROGRAMS += $(fault_tests)
TESTS += $(fault_tests)
endif

# These make and check the chain as well, so they link the trail beside the store.
chained_world = tests/faults/chain.c tests/faults/chain.h $(store_world)
link_chained = src/trail/libtrail.a $(link_store) $(SODIUM_LIBS)
fault_tests += tests/faults/test_faults
tests_faults_test_faults_SOURCES = tests/faults/test_faults.c tests/faults/fault_vfs.c \
	tests/faults/fault_vfs.h $(chained_world)
tests_faults_test_faults_LDADD = $(link_chained) $(CMOCKA_LIBS)
fault_tests += tests/faults/test_kill
tests_faults_test_kill_SOURCES = tests/faults/test_kill.c $(chained_world)
tests_faults_test_kill_LDADD = $(link_chained) $(CMOCKA_LIBS)
fault_tests += tests/faults/test_writers
tests_faults_test_writers_SOURCES = tests/faults/test_writers.c $(chained_world)
tests_faults_test_writers_LDADD = $(link_chained) $(CMOCKA_LIBS)
