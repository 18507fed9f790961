#!/bin/sh
# SPDX-License-Identifier: ISC
# Every screen has its picture in both languages and at every size, and no picture is left over.
set -eu
# shellcheck source=tests/lint/tap.inc
. "$(dirname "$0")/tap.inc"
cd "$top_srcdir"
pictures=tests/screens/golden
langs="en ru"
sizes="80x24 100x30 60x18 60x40"

# The name of each table of a screen's functions: struct screen_ops … = { .name = "…".
screens=$("$AWK" '
    /struct screen_ops [a-z_]+ = \{/ { inside = 1 }
    inside && /\.name = "/ { split($0, part, "\""); print part[2]; inside = 0 }
    /^};/ { inside = 0 }' src/tui/*.c)
tables=$(cat src/tui/*.c | grep -c 'struct screen_ops [a-z_]* = {')
complaints=
[ "$(echo "$screens" | grep -c .)" -eq "$tables" ] && [ "$tables" -gt 0 ] ||
    complaints="$tables tables of screens, but these names: $screens"
verdict "every screen has a name" "$complaints"

complaints=$(for screen in $screens; do
    for lang in $langs; do
        for size in $sizes; do
            picture=$pictures/$screen.$lang.$size.txt
            [ -f "$picture" ] || echo "there is no $picture (golden_check_screen makes it)"
        done
    done
done)
verdict "every screen has a picture in each language at each size" "$complaints"

complaints=$(for picture in "$pictures"/*.txt; do
    for lang in $langs; do
        other=$(echo "$picture" | sed -E "s/\.[a-z]+\.([0-9x]+\.txt)\$/.$lang.\1/")
        [ -f "$other" ] || echo "$picture has no twin $other"
    done
done)
verdict "every picture is there in each language" "$complaints"

# A test names a picture in full, by its first part and %s, or by the screen itself.
complaints=$(for picture in "$pictures"/*.txt; do
    name=${picture##*/}
    echo "${name%%.*}"
done | sort -u | while read -r name; do
    echo "$screens" | grep -qx "$name" && continue
    grep -q "\"$name\"" tests/screens/test_*.c && continue
    grep -q "\"${name%-*}-%s\"" tests/screens/test_*.c && continue
    echo "no test of tests/screens makes the picture $name"
done)
verdict "every picture is made by a test" "$complaints"
finish
