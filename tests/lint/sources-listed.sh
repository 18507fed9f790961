#!/bin/sh
# SPDX-License-Identifier: ISC
# Every source file is built and in the tarball: some local.mk names it.
set -eu
# shellcheck source=tests/lint/tap.inc
. "$(dirname "$0")/tap.inc"
cd "$top_srcdir"
# A test program's .c has its program's name and need not be listed.
words=$(find src schema tests -name local.mk | sort | xargs cat | tr -s ' \t=\\' '\n' | sort -u |
    sed 's/\.c$//')
verdict "every source file is listed in a local.mk" "$(
    find src tests schema \( -name '*.[ch]' -o -name '*.sql' -o -name '*.sh' -o -name '*.awk' \
        -o -name '*.inc' -o -name '*.1' \) ! -path '*/data/*' | sort | while read -r file; do
        printf '%s\n' "$words" | grep -Fqx -e "${file%.c}" || echo "$file"
    done)"
finish
