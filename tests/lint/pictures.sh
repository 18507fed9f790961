#!/bin/sh
# SPDX-License-Identifier: ISC
# The page of the manual with the screens shows the pictures that the tests of the screens compare,
# one at least of each screen. After a screen has changed, in this order:
#     GENERATE=1 make check TESTS='tests/screens/test_...'    (its picture)
#     GENERATE=1 tests/lint/pictures.sh                       (the page)
set -eu
# shellcheck source=tests/lint/tap.inc
. "$(dirname "$0")/tap.inc"
cd "$top_srcdir"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
pages=src/cli/manual

for lang in en ru; do
    complaints=$(LC_ALL=C "$AWK" -v golden=tests/screens/golden -v lang=$lang \
        -f $pages/pictures.awk $pages/screens.$lang.in 2>&1 >"$folder/$lang") ||
        complaints="${complaints:-pictures.awk failed}"
    verdict "every picture of screens.$lang is there" "$complaints"
    if [ "${GENERATE-}" = 1 ] && [ -z "$complaints" ]; then
        cp "$folder/$lang" $pages/screens.$lang.txt
    fi
    verdict "screens.$lang.txt has the pictures of today (GENERATE=1 tests/lint/pictures.sh puts them in)" \
        "$(diff $pages/screens.$lang.txt "$folder/$lang" 2>&1 | head -n 20)"
    # "picture SCREEN": the word behind the name, else what the name begins with.
    sed -n 's/^@picture \(.*\)@$/\1/p' $pages/screens.$lang.in >"$folder/named.$lang"
done
verdict "both languages have the same pictures" \
    "$(diff "$folder/named.en" "$folder/named.ru" || true)"

# The names that the screens of the program give themselves.
sed -n 's/^    \.name = "\([a-z]\{1,\}\)",$/\1/p' src/tui/screen_*.c | sort -u >"$folder/screens"
"$AWK" '{
    screen = $1
    sub(/-.*/, "", screen)
    for (i = 2; i <= NF; i++) {
        if ($i !~ /^[0-9]+x[0-9]+$/)
            screen = $i
    }
    print screen
}' "$folder/named.en" | sort -u >"$folder/shown"
verdict "the screens of the program are found" "$(
    [ "$(wc -l <"$folder/screens")" -ge "$(grep -l '^static const struct screen_ops' \
        src/tui/screen_*.c | wc -l)" ] || echo "some screen_*.c has no line .name = \"...\"")"
verdict "every screen has a picture" "$(comm -23 "$folder/screens" "$folder/shown")"
verdict "every picture is of a screen" "$(comm -13 "$folder/screens" "$folder/shown")"
finish
