#!/bin/sh
# SPDX-License-Identifier: ISC
# clang-format 14 (other versions differ in details) has nothing to change.
set -eu
# shellcheck source=tests/lint/tap.inc
. "$(dirname "$0")/tap.inc"
format=
for name in clang-format-14 clang-format; do
    if command -v $name >/dev/null && $name --version | grep -q 'version 14\.'; then
        format=$name
        break
    fi
done
[ -n "$format" ] || skip_all "clang-format 14 is not installed"
cd "$top_srcdir"
verdict "the code is formatted (clang-format -i FILE)" \
    "$(find src tests -name '*.[ch]' | sort | xargs $format --dry-run 2>&1 | grep ': warning:' |
        sed 's/:.*//' | sort -u)"
finish
