#!/bin/sh
# SPDX-License-Identifier: ISC
# Plain mode beside the wagon itself: files of findings, finding, the first start, lists, logs, the
# shift, people. Each dialogue in English and in Russian with Cyrillic letters is compared with its
# transcript (GENERATE=1 rewrites them).
# shellcheck source=tests/cli/cli.inc
. "$(dirname "$0")/cli.inc"

data="$top_srcdir/tests/data/plain"
case $railcheck in
/*) ;;
*) railcheck="$PWD/$railcheck" ;;
esac
case $data in
/*) ;;
*) data="$PWD/$data" samples="$PWD/$samples" ;;
esac
# Paths of the dialogues are relative to this folder, so that the transcripts are the same anywhere.
cd "$here" || exit 99

masked() {
    sed "s|$here|HERE|g; s/-20[0-9-]*\.csv/-WHEN.csv/" | sed 's/[0-2][0-9]:[0-5][0-9]:[0-5][0-9]/HH:MM:SS/g
        s/[0-3][0-9]\.[01][0-9]\.20[0-9][0-9] [0-2][0-9]:[0-5][0-9]/DD.MM.YYYY HH:MM/g
        s/[0-3][0-9]\.[01][0-9] [0-2][0-9]:[0-5][0-9]/DD.MM HH:MM/g
        s/\([ (]\)[0-2][0-9]:[0-5][0-9]\([^0-9]\|$\)/\1HH:MM\2/g
        s/^[0-2][0-9]:[0-5][0-9]: /HH:MM: /'
}

# as_before TOPIC LANGUAGE: the dialogue that the lines of TOPIC.LANGUAGE.in lead.
as_before() {
    "$railcheck" --lang "$2" --plain <"$data/$1.$2.in" >said 2>err
    [ ! -s err ] || { cat err && return 1; }
    masked <said >out
    [ "${GENERATE-}" = 1 ] && cp out "$data/$1.$2.txt"
    diff "$data/$1.$2.txt" out
}

# a_train: a fresh data folder with the train of the diesel tanks.
a_train() {
    rm -rf "$RAILCHECK_DATA"
    set_up_post >/dev/null && "$railcheck" import "$samples/consist-diesel-tanks.csv" >/dev/null
}

# exported FILE TEXT: that table of the train has a row with TEXT (an extended expression).
exported() {
    rm -rf tables
    "$railcheck" export 2412 --out tables >/dev/null && grep -qE -- "$2" "tables/$1" && return
    cat "tables/$1"
    return 1
}

# --- files of a finding ---

mkdir camera
printf 'picture one' >camera/IMG_0001.JPG
printf 'picture two' >camera/IMG_0002.JPG
printf 'the waybill, scanned' >waybill.pdf
touch -d '2026-11-23 06:20' camera/IMG_0001.JPG
touch -d '2026-11-23 06:30' camera/IMG_0002.JPG

for lang in en ru; do
    a_train
    promise "files of a finding ($lang)" as_before files $lang
    promise "  the one that was kept is in the export" exported files.csv 'waybill.pdf'
    promise "  and the one that was taken off is not" fails exported files.csv 'IMG_0001'
    promise "  the copy has the same bytes" sh -c 'find "$1" -type f -exec cmp -s {} waybill.pdf \; \
        -print | grep -q .' - "$RAILCHECK_DATA"
    promise "  the records hold" ends 0 "$railcheck" verify
done

# --- the walk ---

for lang in en ru; do
    a_train
    promise "side and direction of the walk ($lang)" as_before walk $lang
    promise "  a finding is on that side" exported findings.csv '"R"'
    promise "  a seal scanned on the wagon is read" exported seals.csv 'Н8453711.*matched'
done

# --- finding ---

# two_trains: the diesel tanks, and the mixed train with their wagon 73072738 and a seal read in it.
two_trains() {
    a_train
    "$railcheck" import "$samples/consist-mixed-65.csv" >/dev/null
}

for lang in en ru; do
    two_trains
    promise "wagons, seals and texts are found ($lang)" as_before find $lang
done

# --- the first start, and lists ---

# One row is wrong in the first list; the second is right; the third has two wagons the other way round.
sed 's/,4,50720887,/,4x,50720887,/' "$samples/consist-diesel-tanks.csv" >wrong.csv
cp "$samples/consist-diesel-tanks.csv" right.csv
sed 's/,7,50751171,/,8,50751171,/; s/,8,51080778,/,7,51080778,/' right.csv >turned.csv
sed 's/^2412,/2413,/; s/6120-041-4300/6120-042-4300/' right.csv | iconv -f UTF-8 -t CP866 >cp866.csv

for lang in en ru; do
    rm -rf "$RAILCHECK_DATA"
    promise "a post without records begins ($lang)" as_before start $lang
    promise "  the list that was corrected has its wagons turned" exported wagons.csv '"8".*"50751171"'
    promise "  the records hold" ends 0 "$railcheck" verify
done
left() {
    rm -rf "$RAILCHECK_DATA"
    printf 'Test post\n' | "$railcheck" --lang en --plain >"$here/out"
    [ $? = 3 ] && [ ! -e "$RAILCHECK_DATA" ]
}
promise "the start that is left makes nothing" left
promise "  and says so" says out "Nothing was made."

# --- log, history ---

sed 's/^2412,/2410,/; s/6120-041-4300,2020-02-22/6120-043-4300,2020-02-12/' right.csv >before.csv

for lang in en ru; do
    a_train
    "$railcheck" import before.csv >/dev/null
    promise "what was recorded, and other passages ($lang)" as_before log $lang
done

# --- shift ---

for lang in en ru; do
    a_train
    "$railcheck" user add 102 --name "Sample Lead" --role lead >/dev/null
    printf '2402\n' | "$railcheck" user pin 102 --pin-stdin >/dev/null
    promise "the shift is begun, handed over and taken ($lang)" as_before shift $lang
    promise "  it is with who took it" sh -c '"$1" --lang en shift | grep -q "shift: badge 102"' - "$railcheck"
    promise "  no PIN is written" fails grep -q 2402 said
    promise "  the records hold" ends 0 "$railcheck" verify
done

# --- people, PIN ---

for lang in en ru; do
    a_train
    promise "people are added, changed, disabled; PINs are set ($lang)" as_before people $lang
    promise "  the new officer logs in with the new PIN" sh -c \
        'printf "103\n4321\npeople\nquit\n" | "$1" --lang en --plain >said' - "$railcheck"
    promise "  and manages nobody" grep -q "managing people is not among" said
    promise "  no PIN is written" fails grep -qE "4321|2402|1111" said out
    promise "  the records hold" ends 0 "$railcheck" verify
done

# --- drawing, manual ---

for lang in en ru; do
    a_train
    promise "the drawing and its zones ($lang)" as_before drawing $lang
done
manual_of() {
    printf 'manual %s\nquit\n' "$1" | "$railcheck" --lang en --plain >"$here/out"
}
promise "the manual of a role" manual_of lead
promise "  has its heading" says out "RAILCHECK FOR THE SHIFT LEAD"
promise "  and each entry on one line" grep -q "^1\. \[t\] on the trains opens the board: .* blocks it\.$" out
promise "of a role that is not there" manual_of x
promise "  nothing is said but what can be" says out "x: nothing that can be typed here"

finish
