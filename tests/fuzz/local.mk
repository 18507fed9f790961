# SPDX-License-Identifier: ISC
# A fuzz target is one file, tests/fuzz/fuzz_SUBJECT.c, that defines LLVMFuzzerTestOneInput, with its
# corpus in tests/data/fuzz/SUBJECT/ and two lines here:
#     fuzz_targets += tests/fuzz/fuzz_SUBJECT
#     tests_fuzz_fuzz_SUBJECT_LDADD = $(fuzz_main) $(link_ROOM)
# With --enable-fuzz it is a libFuzzer program; without, it runs each file of the corpus once (and the
# empty input) in make check.

fuzz_targets =

check_PROGRAMS += $(fuzz_targets)
if ENABLE_FUZZ
fuzz_main = $(FUZZER_LIBS)
else
fuzz_main = tests/fuzz/libreplay.a
check_LIBRARIES += tests/fuzz/libreplay.a
TESTS += $(fuzz_targets)
endif
tests_fuzz_libreplay_a_SOURCES = tests/fuzz/replay.c

fuzz_targets += tests/fuzz/fuzz_checklist
tests_fuzz_fuzz_checklist_LDADD = $(fuzz_main) $(link_exchange)

fuzz_targets += tests/fuzz/fuzz_codes
tests_fuzz_fuzz_codes_LDADD = $(fuzz_main) $(link_exchange)

fuzz_targets += tests/fuzz/fuzz_consist
tests_fuzz_fuzz_consist_LDADD = $(fuzz_main) $(link_exchange)

fuzz_targets += tests/fuzz/fuzz_expression
tests_fuzz_fuzz_expression_LDADD = $(fuzz_main) $(link_core)

fuzz_targets += tests/fuzz/fuzz_message02
tests_fuzz_fuzz_message02_LDADD = $(fuzz_main) $(link_exchange)

fuzz_targets += tests/fuzz/fuzz_seal
tests_fuzz_fuzz_seal_LDADD = $(fuzz_main) $(link_core)

fuzz_targets += tests/fuzz/fuzz_taf
tests_fuzz_fuzz_taf_LDADD = $(fuzz_main) $(link_exchange)

fuzz_targets += tests/fuzz/fuzz_text
tests_fuzz_fuzz_text_LDADD = $(fuzz_main) $(link_base)

# For .ci/run.
fuzz-targets: $(fuzz_targets)
	@echo $(fuzz_targets)
.PHONY: fuzz-targets
