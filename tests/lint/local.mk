# SPDX-License-Identifier: ISC
# One script a subject; each prints TAP and says why when it cannot run here.

lint_tests =
lint_tests += tests/lint/checklists-listed.sh
lint_tests += tests/lint/format.sh
lint_tests += tests/lint/golden.sh
lint_tests += tests/lint/headers.sh
lint_tests += tests/lint/layers.sh
lint_tests += tests/lint/pictures.sh
lint_tests += tests/lint/shell.sh
lint_tests += tests/lint/sources-listed.sh
lint_tests += tests/lint/spdx.sh
lint_tests += tests/lint/translations.sh

TESTS += $(lint_tests)
EXTRA_DIST += tests/lint/tap.inc $(lint_tests)
