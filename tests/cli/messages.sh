#!/bin/sh
# SPDX-License-Identifier: ISC
# Messages as train lists, and names for codes.
# shellcheck source=tests/cli/cli.inc
. "$(dirname "$0")/cli.inc"

set_up_post >/dev/null || exit 99
data="$top_srcdir/tests/data/messages"

promise "message 02 that does not say where it begins is refused" ends 1 "$railcheck" import \
    "$samples/message-02.txt"
promise "  and says what to do" says err "--from head or --from tail"
promise "a dry run refuses it too" ends 1 "$railcheck" import --dry-run "$samples/message-02.txt"
promise "nothing is listed" ends 0 "$railcheck" trains
promise "  indeed" test ! -s "$here/out"
promise "a third end is a usage error" ends 2 "$railcheck" import --from middle \
    "$samples/message-02.txt"
promise "told the end, it comes in" ends 0 "$railcheck" import --from tail "$samples/message-02.txt"
promise "  all twelve" says out "12 wagons"
promise "the same file again changes nothing, and asks nothing" ends 0 "$railcheck" import \
    "$samples/message-02.txt"
promise "  and says so" says out "nothing changed"
promise "it is exported" ends 0 "$railcheck" export 2403 --out "$here/e"
promise "from the tail: the last row is the first wagon" grep -q '"1","[^"]*","40100240"' \
    "$here/e/wagons.csv"
promise "the print-out in CP866 comes in" ends 0 "$railcheck" import --from head \
    "$data/902-cp866-head.txt"
promise "  all twelve of it" says out "12 wagons"
promise "the report tells how it was read" ends 0 "$railcheck" import --dry-run --from tail \
    "$data/902-koi8r-tail.txt"
promise "  encoding and format" says out "encoding KOI8-R, message 02"
promise "  rows" says out "rows read 12, taken 12, rejected 0"
promise "an encoding can be chosen" ends 0 "$railcheck" import --dry-run --from tail \
    --encoding CP866 "$data/902-koi8r-tail.txt"
promise "  and is taken" says out "encoding CP866, message 02"
promise "a column of a message is refused" ends 1 "$railcheck" import --from tail \
    --column wagon_no=x "$data/902-koi8r-tail.txt"
promise "  with the way out" says err "a column is chosen (wagon_no)"
promise "an encoding of XML is not taken" ends 0 "$railcheck" import --dry-run --encoding CP866 \
    "$samples/train-composition.xml"
promise "  and that is said" says err "XML says its encoding itself"

# Broken rows, a corrected message, taking back
sed 's/ 2403 / 2499 /' "$data/rejected-tail.txt" >"$here/rejected.txt"
promise "broken rows refuse a message" ends 1 "$railcheck" import --from tail "$here/rejected.txt"
promise "  and the way to the others is named" says err "--accept-rest"
promise "the others need an answer too" ends 1 "$railcheck" import --accept-rest \
    "$here/rejected.txt"
promise "  which is asked for" says err "--from head or --from tail"
promise "the others come in" ends 0 "$railcheck" import --from tail --accept-rest \
    --rejected "$here/rest.csv" "$here/rejected.txt"
promise "  counted" says out "rows read 6, taken 3, rejected 3"
promise "  the rejected ones are in the file" grep -q '^"7",.*"- 40104028 0291"' "$here/rest.csv"
grep -v 73219784 "$data/wire-lines-head.txt" | sed 's/ 2403 / 2498 /; s/ 057 67400 22601/ 058 67400 22601/' \
    >"$here/corrected.txt"
sed 's/ 2403 / 2498 /' "$data/wire-lines-head.txt" >"$here/first.txt"
promise "a message to correct comes in" ends 0 "$railcheck" import --from head "$here/first.txt"
promise "a correction needs the answer" ends 1 "$railcheck" import --correct 2498 --dry-run \
    "$here/corrected.txt"
promise "  which is asked for" says err "--from head or --from tail"
promise "a corrected message" ends 0 "$railcheck" import --correct 2498 --from head \
    "$here/corrected.txt"
promise "  detaches and changes" says out "attached 0, detached 1, moved 0, changed 1"
promise "  by its facts" says out "net kg: 57000 -> 58000"
promise "the changed wagon is exported" ends 0 "$railcheck" export 2498 --out "$here/e5"
promise "  as it is now" grep -q '"76103696".*"58000"' "$here/e5/wagons.csv"
sed 's/ 2403 / 2497 /' "$data/wire-lines-head.txt" >"$here/wrong.txt"
promise "a message is listed by mistake" ends 0 "$railcheck" import --from head "$here/wrong.txt"
promise "  and taken back" ends 0 "$railcheck" import --undo 2497
promise "  and comes in again" ends 0 "$railcheck" import --from tail "$here/wrong.txt"

promise "a cut-off message is refused" ends 1 "$railcheck" import --from head "$data/cut-off.txt"
promise "  with file and line" says err "$data/cut-off.txt:1: "
promise "a correction is refused by its number" ends 1 "$railcheck" import "$data/correction-09.txt"
promise "  which is named" says err "message 09 is no train list"

promise "the TAF TSI message comes in" ends 0 "$railcheck" import "$samples/train-composition.xml"
promise "  all five" says out "5 wagons"
promise "other sections of the journey are asked for" ends 1 "$railcheck" import \
    "$data/taf-sections.xml"
promise "  and says what to do" says err "--section 1 to 2"
promise "told the section, it comes in" ends 0 "$railcheck" import --section 2 "$data/taf-sections.xml"
promise "  its three" says out "3 wagons"
for bad in billion-laughs external-entity html; do
    promise "a document type is refused: $bad" ends 1 "$railcheck" import "$data/taf-$bad.xml"
    promise "  with file, line and column" says err "$data/taf-$bad.xml:"
    promise "  by its cause" says err "a document type or an entity"
done

promise "codes count what is known" ends 0 "$railcheck" codes
promise "  railways" says out "railways"
promise "a list is searched" ends 0 "$railcheck" codes un 1202
promise "  and gives the name and the source" says out "V S28"
promise "what nobody knows is no" ends 1 "$railcheck" codes un 9999
promise "an unknown list is a usage error" ends 2 "$railcheck" codes none
printf 'list,code,name,name::ru\nstations,674000,Karaganda-Ugolnaya,\netsng,21404x,x,\n' >"$here/bad.csv"
promise "a broken list is refused" ends 1 "$railcheck" codes import "$here/bad.csv"
promise "  with file, line and column" says err "$here/bad.csv:3:2: "
printf 'list,code,name,name::ru\nstations,674000,Karaganda-Ugolnaya,\netsng,214043,diesel fuel,\n' \
    >"$here/codes.csv"
promise "a list is adopted" ends 0 "$railcheck" codes import "$here/codes.csv"
promise "  both codes" says out "2 codes"
promise "the same file again changes nothing" ends 0 "$railcheck" codes import "$here/codes.csv"
promise "  and says so" says out "nothing changed"
promise "a train of which only codes are known" ends 0 "$railcheck" trains
train=$(grep -m 1 '^2403' "$here/out" | grep -o '[^ ]*$')
promise "its act" ends 0 "$railcheck" report "$train" --in en
promise "  has the name of the cargo" says out "diesel fuel"
promise "its tables" ends 0 "$railcheck" export "$train" --out "$here/e2"
promise "  have the name of the station" says e2/wagons.csv '"Karaganda-Ugolnaya"'
promise "the record is whole" ends 0 "$railcheck" verify
finish
