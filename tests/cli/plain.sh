#!/bin/sh
# SPDX-License-Identifier: ISC
# Plain mode: a wagon inspected through a pipe, in English and in Russian with Cyrillic letters; what
# is said is compared with transcripts (GENERATE=1 rewrites them). Then the end of the input in the
# middle, log-in, return by the lead, and sign-off.
# shellcheck source=tests/cli/cli.inc
. "$(dirname "$0")/cli.inc"

scripts="$top_srcdir/tests/data/plain"

# plain LANGUAGE FILE: the dialogue that the lines of FILE lead, without its times.
plain() {
    "$railcheck" --lang "$1" --plain 2412 <"$2" | masked
}
masked() {
    sed 's/[0-2][0-9]:[0-5][0-9]:[0-5][0-9]/HH:MM:SS/g; s/[0-3][0-9]\.[01][0-9] [0-2][0-9]:[0-5][0-9]/DD.MM HH:MM/g'
}

# typed LINE...: the dialogue of these lines in $here/out; nothing is said elsewhere.
typed() {
    printf '%s\n' "$@" | "$railcheck" --lang en --plain >"$here/out" 2>"$here/err" && silent
}

silent() {
    [ ! -s "$here/err" ] && return
    cat "$here/err"
    return 1
}

# says_not TEXT: the last dialogue does not hold it.
says_not() {
    ! grep -F -- "$1" "$here/out"
}

# a_train: a fresh data folder with the train of the diesel tanks.
a_train() {
    rm -rf "$RAILCHECK_DATA"
    set_up_post >/dev/null && "$railcheck" import "$samples/consist-diesel-tanks.csv" >/dev/null
}

# as_before LANGUAGE: the dialogue about a wagon is the one in the transcript.
as_before() {
    a_train
    plain "$1" "$scripts/wagon.$1.in" >"$here/out"
    [ "${GENERATE-}" = 1 ] && cp "$here/out" "$scripts/wagon.$1.txt"
    diff "$scripts/wagon.$1.txt" "$here/out"
}

# exported FILE TEXT: that table of the train has a row with TEXT (an extended expression).
exported() {
    rm -rf "$here/tables"
    "$railcheck" export 2412 --out "$here/tables" >/dev/null && grep -qE -- "$2" "$here/tables/$1" &&
        return
    cat "$here/tables/$1"
    return 1
}

# answers N: so many answers of wagons are in the records.
answers() {
    rm -rf "$here/tables"
    "$railcheck" export 2412 --out "$here/tables" >/dev/null
    [ "$(($(wc -l <"$here/tables/answers.csv") - 1))" = "$1" ] && return
    cat "$here/tables/answers.csv"
    return 1
}

# row TEXT: the number of the row of the review that holds it.
row() {
    typed "$login" "$pin" "r 1" h
    sed -n "s/^\([0-9]*\): .*$1.*/\1/p" "$here/out" | head -n 1
}

promise "a wagon through a pipe, in Russian with Cyrillic letters" as_before ru
promise "  its answers are in the records" exported answers.csv '"DOC-1".*"ok"'
promise "  and the finding, severity 4" exported findings.csv '"4".*утечка из сливного прибора'
promise "  with its quantity, action and agency" exported findings.csv '"2,5","л","uncoupled","emergency"'
promise "a wagon through a pipe, in English" as_before en
promise "  a danger to life says at once what to do" says out "STOP WORK."
promise "  a number that is not the listed one is said" says out "Н8453799: ANOTHER NUMBER"
promise "  what is no command is said" says out "x: nothing that can be typed here"
promise "  the reason in one's own words" exported answers.csv 'own words: mud on the valve'
promise "  the read seals" exported seals.csv 'Н8453704'
promise "  the gate and who confirmed it" exported gates.csv '"H-STOP".*Sample dispatcher'
promise "  the records hold" ends 0 "$railcheck" verify

# The end of the input in the middle: what was answered is there, half a line counts for nothing.
cut_off() {
    a_train
    printf '2412\n1\ny Sample\na\na\nn' | "$railcheck" --plain >"$here/out" 2>"$here/err"
}
promise "the end of the input ends the program well" cut_off
promise "  with a word" says out "Everything is saved"
promise "  both answers are there" answers 2
promise "  and the records hold" ends 0 "$railcheck" verify

# Values: texts, numbers, choices, limits; digits as the Kazakh layout types them.
values() {
    a_train
    printf '%s\n' 2412 t "g trn-g1" "a 14:05" "g TRN-G2" abc 90 "g TRN-1" 7 2 h \
        "g 5" 5 "level 2" "y Sample" "g RUN-8-N" 150 f "" "box of axle 2" . \
        "k" '"ә' h export quit |
        "$railcheck" --lang en --layout kz --plain >"$here/out"
}
promise "values of every type" values
promise "  a text" exported answers.csv '"TRN-G1".*"14:05"'
promise "  a number" exported answers.csv '"TRN-G2".*"90"'
promise "  a choice by its number" exported answers.csv '"TRN-1".*"apart"'
promise "  outside its limits it asks for a finding" says out "f raises a finding"
promise "  and keeps what is outside" says out "150 °C, outside the limits"
promise "  digits of the Kazakh layout" exported answers.csv '"RUN-8-N".*"12"'
promise "  and the tables are written from here" says out "exported to"

promise "bytes that are no text are refused" sh -c \
    'printf "2412\n\377\376\n" | "$1" --lang en --plain >"$2/out"' - "$railcheck" "$here"
promise "  and it is said" says out "holds bytes that are no text"
promise "an escape never reaches the terminal" sh -c \
    'printf "2412\n1\ne \033[2J\n" | "$1" --plain | { ! grep -q "$(printf "\033")"; }' - "$railcheck"
promise "a train on the command line" sh -c \
    'echo quit | "$1" --lang en --plain 2412 >"$2/out"' - "$railcheck" "$here"
promise "  is where one begins" says out "Train 2412, 6120-041-4300"
promise "a train that is not there" sh -c '! echo | "$1" --plain 9999 >/dev/null' - "$railcheck"
promise "a reader that goes away is an error" sh -c \
    '{ yes "" | "$1" --plain; echo $? >"$2/status"; } 2>/dev/null | head -n 3 >/dev/null
     [ "$(cat "$2/status")" = 3 ]' - "$railcheck" "$here"

# An officer and a lead, both with a PIN. One wagon is inspected, the others are struck out.
inspected() {
    a_train
    "$railcheck" user add 102 --name "Sample Lead" --role lead >/dev/null
    "$railcheck" user add 103 --name "Sample Analyst" --role analyst >/dev/null
    printf '2402\n' | "$railcheck" user pin 102 --pin-stdin >/dev/null
    {
        printf '101\n'
        echo 2412
        sed -n '/^2$/,/^l$/p' "$scripts/wagon.en.in" | sed '/^l$/,$d'
        printf '%s\n' n r n a b 8
        printf '%s\n' d
        for wagon in 1 3 4 5 6 7 8; do
            printf 'g %s\nstrike not in this train\n' $wagon
        done
        printf '%s\n' h submit
    } >"$here/lines"
    "$railcheck" --lang en --plain <"$here/lines" >"$here/out"
    says out "submitted to the shift lead"
}
promise "one wagon inspected, the others struck out, submitted" inspected

login=102 pin=2402
promise "a wrong PIN is refused" typed 102 1111 102 2402 quit
promise "  and it is said" says out "wrong PIN for badge 102"
promise "  the right one lets in" says out "At work: badge 102, Sample Lead"
promise "  no PIN is written" says_not 2402
promise "  and no wrong one" says_not 1111
promise "the review" typed 102 2402 "r 1"
promise "  says what was found" says out "wires under the bogie"
promise "  and its pace" says out "PACE: "
promise "holding without a reason" typed 102 2402 "r 1" d 3 "" quit
promise "  decides nothing" says_not "signed"
point=$(row "RUN-14")
promise "the lead returns the finding" typed 102 2402 "r 1" "r $point" "name the place" quit
promise "  and it is said" says out "returned: its officer sees it"
promise "the officer" typed 101 2412 n
promise "  sees it when he logs in" says out "RETURNED by the shift lead: train 2412, points 1"
promise "  on the train" says out "RETURNED by 102: wagon 2, 73072738, finding: name the place"
promise "  and on its item" says out "RETURNED by 102: name the place"
promise "he corrects it, closes and submits again" typed 101 2412 2 \
    findings 3 "" "wires under the bogie, left" . h d submit
promise "  which is said" says out "submitted to the shift lead"

promise "an analyst signs nothing" typed 103 "r 1" "d 1" quit
promise "  and it is said why" says out "is not among your rights"
promise "a short passphrase makes no key" typed 102 2402 "r 1" "d 1" short short quit
promise "  and it is said" says out "the passphrase has 5 characters"
promise "the lead accepts with a new key" typed 102 2402 "r 1" "d 1" "a sample passphrase" \
    "a sample passphrase" quit
promise "  and it is said" says out "accepted and signed"
promise "  what is signed was shown" says out "railcheck-sign-v1"
promise "  no passphrase is written" says_not "sample passphrase"
promise "a wagon with a grave finding keeps the train" typed 102 2402 "r 1" "d 2" quit
promise "  and it is said" says out "73072738"
promise "a wrong passphrase signs nothing" typed 102 2402 "r 1" "d 3" "sample reason" "another one" quit
promise "  and it is said" says out "passphrase"
promise "  and nothing is decided" says_not "held and signed"
promise "the train is held" typed 102 2402 "r 1" "d 3" "sample reason" "a sample passphrase" quit
promise "  and it is said" says out "held and signed"
promise "the records hold" ends 0 "$railcheck" verify
finish
