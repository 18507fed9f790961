#!/bin/sh
# SPDX-License-Identifier: ISC
# The board of the shift from a script: one train a line, and nothing is changed.
# shellcheck source=tests/cli/cli.inc
. "$(dirname "$0")/cli.inc"

promise "init" ends 0 set_up_post
promise "an empty board" ends 0 "$railcheck" --lang en shift
promise "  says that there is no shift" says out "shift: nobody has started it"
promise "  and has no other line" sh -c '[ "$(wc -l <"$1")" = 1 ]' - "$here/out"
promise "a train is listed" ends 0 "$railcheck" import "$samples/consist-diesel-tanks.csv"
promise "and another" ends 0 "$railcheck" import "$samples/consist-mixed-65.csv"
before=$(sha256sum <"$RAILCHECK_DATA/railcheck.db")
promise "the board" ends 0 "$railcheck" --lang en shift
promise "  has a line for each train" sh -c '[ "$(wc -l <"$1")" = 3 ]' - "$here/out"
promise "  with state and wagons" \
    sh -c 'grep -Eq "^2412 +listed +0/8 +wagons left: 8$" "$1"' - "$here/out"
promise "  and the other" \
    sh -c 'grep -Eq "^2401 +listed +0/65 +wagons left: 65$" "$1"' - "$here/out"
promise "in Russian" ends 0 "$railcheck" --lang ru shift
promise "  it says the same" says out "осталось вагонов: 8"
after=$(sha256sum <"$RAILCHECK_DATA/railcheck.db")
promise "nothing was changed" [ "$before" = "$after" ]
promise "an argument is a usage error" ends 2 "$railcheck" shift now
promise "help says what the columns are" ends 0 "$railcheck" --lang en shift --help
promise "  minutes too" says out "minutes to it (negative: late)"
RAILCHECK_DATA="$here/none"
promise "without a database it fails" ends 3 "$railcheck" shift
finish
