#!/bin/sh
# SPDX-License-Identifier: ISC
# Files of findings without a screen: attached, verified, in the act and in the export.
# shellcheck source=tests/cli/cli.inc
. "$(dirname "$0")/cli.inc"

"$top_builddir/tests/cli/inspected" "$RAILCHECK_DATA" || exit 99

# column FILE NAME: the first value of that column.
column() {
    awk -F '","' -v name="$2" '
        { gsub(/\r/, ""); gsub(/^"|"$/, "") }
        NR == 1 { for (i = 1; i <= NF; i++) if ($i == name) at = i; next }
        $at != "" { print $at; exit }' "$1"
}

"$railcheck" export 2401 --out "$here/first" >/dev/null || exit 99
finding=$(column "$here/first/findings.csv" finding_id)
promise "an export tells the ids of findings" test ${#finding} = 36
printf 'one picture' >"$here/IMG_0001.JPG"
printf 'another' >"$here/scan 2.pdf"
: >"$here/empty.jpg"

promise "two files are attached" ends 0 "$railcheck" --lang en attach "$finding" \
    "$here/IMG_0001.JPG" "$here/scan 2.pdf"
promise "  it says how many" says out "2 files attached"
promise "again they change nothing" ends 0 "$railcheck" --lang en attach "$finding" "$here/IMG_0001.JPG"
promise "  it says so" says out "0 files attached"
promise "a file that is not there is refused" ends 3 "$railcheck" attach "$finding" "$here/none"
printf 'third' >"$here/third.jpg"
promise "an empty one as well, and all with it" ends 1 "$railcheck" --lang en attach "$finding" \
    "$here/third.jpg" "$here/empty.jpg"
promise "  it says which" says err "$here/empty.jpg is empty"
promise "a folder is no file" ends 1 "$railcheck" attach "$finding" "$here"
promise "an unknown finding is refused" ends 1 "$railcheck" --lang en attach nothing "$here/third.jpg"
promise "  it says where ids stand" says err "findings.csv"
promise "no file is a usage error" ends 2 "$railcheck" attach "$finding"
promise "in Russian" ends 1 "$railcheck" --lang ru attach "$finding" "$here/empty.jpg"
promise "  too" says err "пуст"

promise "the record is whole" ends 0 "$railcheck" --lang en verify
promise "  with its files" says out "missing 0, altered 0"
promise "the act names the file" ends 0 "$railcheck" report 2401 --in en
promise "  and the beginning of its hash" says out \
    "$(printf 'one picture' | sha256sum | cut -c 1-16)"
promise "exported again" ends 0 "$railcheck" export 2401 --out "$here/first"
promise "  the copies come along" sh -c "cat '$here'/first/files/*-IMG_0001.jpg | grep -q 'one picture'"
promise "  under a name without blanks" sh -c "ls '$here'/first/files/*-scan_2.pdf"
if python3 -c 'import csv, json, sqlite3' 2>/dev/null; then
    promise "  and all of it holds" python3 "$top_srcdir/tests/cli/check_export.py" "$here/first"
else
    skipped "  and all of it holds" "no python3"
fi

sha=$(printf 'one picture' | sha256sum | cut -c 1-64)
copy=$RAILCHECK_DATA/files/$(echo "$sha" | cut -c 1-2)/$sha.jpg
promise "the copy can only be read" test "$(stat -c %a "$copy")" = 440
chmod u+w "$copy"
printf 'One picture' >"$copy"
promise "an altered copy is found" ends 1 "$railcheck" --lang en verify
promise "  by name" says err '"IMG_0001.JPG"'
promise "  and hash" says err "$sha"
promise "  for scripts too" ends 1 "$railcheck" verify --json
promise "  with a number" says out '"files_altered": 1'
rm -f "$copy"
promise "a missing one as well" ends 1 "$railcheck" --lang en verify
promise "  it is told" says err "the copy is missing"
promise "an export goes on without it" ends 0 "$railcheck" export 2401 --out "$here/second"
promise "  its row has no path" grep -q "\"$sha\",\"\"," "$here/second/files.csv"
other=$(grep -o '^"[0-9a-f-]*"' "$here/first/findings.csv" | tail -n 1 | tr -d '"')
touch "$here/second/files/999-earlier.jpg" "$here/second/files/mine.txt"
promise "and once more into the same folder" ends 0 "$railcheck" export 2401 --out "$here/second"
promise "  a copy of an earlier time is gone" test ! -e "$here/second/files/999-earlier.jpg"
promise "  what is not ours stays" test -e "$here/second/files/mine.txt"
promise "attached to another finding it is whole again" ends 0 "$railcheck" attach \
    --why "copy lost" "$other" "$here/IMG_0001.JPG"
promise "  as verify says" ends 0 "$railcheck" verify
finish
