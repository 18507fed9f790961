#!/bin/sh
# SPDX-License-Identifier: ISC
# src/i18n/ru.po has each text of the sources, and no other.
set -eu
# shellcheck source=tests/lint/tap.inc
. "$(dirname "$0")/tap.inc"
cd "$top_srcdir"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

complaints=$(src/i18n/extract 2>&1 >"$folder/texts") || complaints="${complaints:-extract failed}"
verdict "every text to translate can be read from the sources" "$complaints"

complaints=$(LC_ALL=C "$AWK" -v mode=list -f src/i18n/po.awk src/i18n/ru.po 2>&1 >"$folder/list") ||
    complaints="${complaints:-po.awk failed}"
verdict "ru.po can be read, and its arguments are those of the texts" "$complaints"

# Drafts may lack texts, but what they have must be readable.
for po in src/i18n/*.po; do
    [ "$po" = src/i18n/ru.po ] && continue
    complaints=$(LC_ALL=C "$AWK" -v mode=list -f src/i18n/po.awk "$po" 2>&1 >/dev/null) ||
        complaints="${complaints:-po.awk failed}"
    verdict "$po can be read, and its arguments are those of the texts" "$complaints"
done

LC_ALL=C sort -u "$folder/texts" >"$folder/need"
LC_ALL=C sort -u "$folder/list" >"$folder/have"
verdict "every text is translated (src/i18n/extract --missing prints entries to fill in)" \
    "$(LC_ALL=C comm -23 "$folder/need" "$folder/have")"
verdict "ru.po has no text that the sources do not use" \
    "$(LC_ALL=C comm -13 "$folder/need" "$folder/have")"
finish
