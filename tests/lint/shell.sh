#!/bin/sh
# SPDX-License-Identifier: ISC
# The shell scripts are clean by shellcheck.
set -eu
# shellcheck source=tests/lint/tap.inc
. "$(dirname "$0")/tap.inc"
command -v shellcheck >/dev/null || skip_all "shellcheck is not installed"
cd "$top_srcdir"
scripts=$(find bootstrap .ci src schema tests -type f | sort | while read -r file; do
    case $file in
    *.sh | *.inc) echo "$file" ;;
    *.c | *.h | *.csv | *.expect | *.sql) ;;
    *) head -n 1 "$file" | grep -aq '^#!/bin/sh' && echo "$file" ;;
    esac
done)
# shellcheck disable=SC2086
verdict "shellcheck finds nothing" "$(shellcheck -x -S warning -f gcc $scripts 2>&1 || true)"
finish
