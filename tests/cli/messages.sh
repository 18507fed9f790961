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
