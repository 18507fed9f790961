#!/bin/sh
# SPDX-License-Identifier: ISC
# The act and the blank checklist.
# shellcheck source=tests/cli/cli.inc
. "$(dirname "$0")/cli.inc"

set_up_post >/dev/null || exit 99
"$railcheck" import "$samples/consist-diesel-tanks.csv" >/dev/null 2>&1 || exit 99

promise "an act in English" ends 0 "$railcheck" --lang en report 2412
promise "  names the train" says out "2412"
promise "  and its seals" says out "Н8453702"
promise "  and has places to sign" says out "Shift lead: signature"
promise "an act in Russian" ends 0 "$railcheck" report 2412 --in ru
promise "  is in Russian" says out "Акт досмотра"
promise "an act in both" ends 0 "$railcheck" report 2412 --in both
promise "  has Russian and English" says out "Акт досмотра грузового поезда / Inspection act"
promise "the act as HTML" ends 0 "$railcheck" report 2412 --html
promise "  is a whole page" says out "</html>"
promise "an unknown language is a usage error" ends 2 "$railcheck" report 2412 --in xx
promise "an unknown train is refused" ends 1 "$railcheck" report 9999
promise "a blank checklist" ends 0 "$railcheck" --lang en report --blank tank
promise "  has the items" says out "TNK-3"
promise "a blank checklist of an unknown kind is refused" ends 1 "$railcheck" report --blank rocket
finish
