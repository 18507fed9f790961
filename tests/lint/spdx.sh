#!/bin/sh
# SPDX-License-Identifier: ISC
# Each source file names its licence; nothing unfinished is left in one.
set -eu
# shellcheck source=tests/lint/tap.inc
. "$(dirname "$0")/tap.inc"
cd "$top_srcdir"
sources=$(find bootstrap .ci Makefile.am configure.ac src schema checklists tests -type f \
    \( -name '*.[ch]' -o -name '*.awk' -o -name '*.sh' -o -name '*.inc' -o -name '*.mk' \
    -o -name '*.am' -o -name '*.ac' -o -name '*.sql' -o -name '*.po' -o -name '*.py' -o -name '*.1' \
    -o -name bootstrap -o -name run -o -name extract \) | sort)
verdict "every source file has the SPDX line" "$(
    for file in $sources; do
        head -n 3 "$file" | grep -q 'SPDX-License-Identifier: ISC' || echo "$file"
    done)"
# shellcheck disable=SC2086
verdict "no source file has a mark of unfinished work" \
    "$(grep -nE '\<(TODO|FIXME|XXX|HACK)\>' $sources | grep -v '^tests/lint/spdx.sh' || true)"
finish
