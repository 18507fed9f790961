# SPDX-License-Identifier: ISC
# Shell scripts that print TAP ("ok 1 - what is promised", "1..N"); they start $top_builddir/railcheck
# and read their data in $top_srcdir/tests/data. One line here:
#     cli_tests += tests/cli/SUBJECT.sh

cli_tests =

EXTRA_DIST += $(cli_tests) tests/cli/cli.inc tests/cli/check_export.py
TESTS += $(cli_tests)
cli_tests += tests/cli/checklist.sh
cli_tests += tests/cli/import.sh
cli_tests += tests/cli/doctor.sh
cli_tests += tests/cli/init.sh
cli_tests += tests/cli/keys.sh
cli_tests += tests/cli/post.sh
cli_tests += tests/cli/report.sh
cli_tests += tests/cli/shift.sh
cli_tests += tests/cli/user.sh
cli_tests += tests/cli/messages.sh

# Makes the records that the tests of exports read.
check_PROGRAMS += tests/cli/inspected
tests_cli_inspected_LDADD = $(link_app)
cli_tests += tests/cli/attach.sh
cli_tests += tests/cli/export.sh
cli_tests += tests/cli/scripting.sh

cli_tests += tests/cli/plain.sh
cli_tests += tests/cli/plain_places.sh
cli_tests += tests/cli/manual.sh
