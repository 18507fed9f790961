#!/bin/sh
# SPDX-License-Identifier: ISC
# Each header of src/ compiles alone.
set -eu
# shellcheck source=tests/lint/tap.inc
. "$(dirname "$0")/tap.inc"
[ -e "$top_builddir/config.h" ] || skip_all "no configured build in $top_builddir"
cd "$top_srcdir"
for header in $(find src -name '*.h' | sort); do
    # CC and LIB_CFLAGS are lists of words.
    # shellcheck disable=SC2086
    printf '#include "config.h"\n#include "%s"\n' "${header#src/}" |
        $CC -std=c17 -Wall -Wextra -Werror -fsyntax-only -I"$top_builddir" -Isrc ${LIB_CFLAGS-} \
            -x c - 2>&1 | sed "s|^|$header: |"
done >"${TMPDIR:-/tmp}/headers.$$"
complaints=$(cat "${TMPDIR:-/tmp}/headers.$$")
rm -f "${TMPDIR:-/tmp}/headers.$$"
verdict "each header compiles alone" "$complaints"
finish
