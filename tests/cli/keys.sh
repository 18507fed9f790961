#!/bin/sh
# SPDX-License-Identifier: ISC
# The manual page tells the same keys as the program. GENERATE=1 rewrites its section in the source.
# shellcheck source=tests/cli/cli.inc
. "$(dirname "$0")/cli.inc"

page="$top_srcdir/src/cli/railcheck.1"

# The section as the page holds it: between the two marker comments.
section() {
    sed -n '/^\.\\" keys begin/,/^\.\\" keys end/p' "$page"
}

wanted() {
    echo '.\" keys begin (made by GENERATE=1 tests/cli/keys.sh)'
    echo '.nf'
    LC_ALL=C.UTF-8 "$railcheck" --lang en keys | sed 's/\\/\\e/g; s/^\./\\\&./; s/-/\\-/g'
    echo '.fi'
    echo '.\" keys end'
}

wanted >"$here/wanted"
section >"$here/section"
if [ "${GENERATE-}" = 1 ]; then
    awk -v file="$here/wanted" '
        /^\.\\" keys begin/ { while ((getline line < file) > 0) print line; skip = 1 }
        !skip { print }
        /^\.\\" keys end/ { skip = 0 }' "$page" >"$here/page" && cp "$here/page" "$page"
    section >"$here/section"
fi
promise "the keys in the manual page are those of the program" diff "$here/section" "$here/wanted"
finish
