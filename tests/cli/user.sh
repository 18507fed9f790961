#!/bin/sh
# SPDX-License-Identifier: ISC
# The people of a post: adding, changing, PINs from scripts, and what is refused.
# shellcheck source=tests/cli/cli.inc
. "$(dirname "$0")/cli.inc"

# with LINES COMMAND...: runs railcheck with these lines as standard input.
with() {
    lines=$1
    shift
    printf '%s\n' "$lines" | "$railcheck" "$@"
}
# given STATUS LINES COMMAND...: as ends, with lines.
given() {
    wanted=$1
    shift
    with "$@" >"$here/out" 2>"$here/err"
    status=$?
    [ $status = "$wanted" ] && return
    echo "exit status $status, wanted $wanted: $*"
    cat "$here/out" "$here/err"
    return 1
}

promise "init needs no PIN" ends 0 set_up_post
promise "the first officer adds another" \
    ends 0 "$railcheck" user add 102 --name "Второй Сотрудник" --role officer,lead
promise "and one whose role is not given: an officer" ends 0 "$railcheck" user add 103 --name Third
promise "a badge is given once" ends 1 "$railcheck" user add 102 --name Other
promise "  and it is said" says err "102 is somebody's already"
promise "a role must be known" ends 2 "$railcheck" user add 104 --name Other --role boss
promise "  and it is said" says err "officer lead analyst admin"
promise "a name is needed" ends 2 "$railcheck" user add 104
promise "a name cannot be empty" ends 2 "$railcheck" user add 104 --name ""
promise "the list" ends 0 "$railcheck" user list
promise "  has the second officer" says out "Второй Сотрудник"
promise "  and his roles" says out "officer lead"
promise "change gives another role" ends 0 "$railcheck" user change 103 --role analyst
promise "  which the list shows" sh -c '"$1" user list | grep -q "103.*analyst"' - "$railcheck"
promise "an officer without the role adds nobody" \
    ends 1 "$railcheck" --badge 102 user add 104 --name Other
promise "  and it is said why" says err "managing people is not among your rights"
promise "an analyst lists no train" \
    ends 1 "$railcheck" --badge 103 import "$samples/consist-diesel-tanks.csv"
promise "  and it is said why" says err "listing a train is not among your rights"
promise "the last administrator cannot be disabled" ends 1 "$railcheck" user disable 101
promise "  and it is said why" says err "101 is the last administrator"
promise "nor lose the role" ends 1 "$railcheck" user change 101 --role officer
promise "a disabled officer" ends 0 "$railcheck" user disable 103
promise "  can do nothing" ends 1 "$railcheck" --badge 103 user list
promise "  and it is said why" says err "103 may no longer work here"
promise "  and is marked in the list" sh -c '"$1" user list | grep -q "103.*disabled"' - "$railcheck"
promise "an enabled one" ends 0 "$railcheck" user enable 103
promise "  can work again" ends 0 "$railcheck" --badge 103 user list

promise "a PIN is digits" given 2 "abcd" user pin 101 --pin-stdin
promise "  and at least four" given 2 "123" user pin 101 --pin-stdin
promise "an empty line takes no PIN away" given 2 "" user pin 101 --pin-stdin
promise "a PIN is set" given 0 "2401" user pin 101 --pin-stdin
promise "without it nothing is done" ends 1 setsid -w "$railcheck" user add 105 --name Fifth
promise "  and it is said why" says err "badge 101 has a PIN"
promise "a wrong one does nothing" given 1 "0000" --pin-stdin user add 105 --name Fifth
promise "  and it is said" says err "wrong PIN for badge 101"
promise "with it everything is as before" given 0 "2401" --pin-stdin user add 105 --name Fifth
promise "  also for import" given 0 "2401" --pin-stdin import "$samples/consist-diesel-tanks.csv"
promise "  and reading asks for none" ends 0 "$railcheck" trains
promise "a new PIN needs the old one" given 1 "$(printf '1111\n7531')" user pin 101 --pin-stdin
promise "  which is given first" given 0 "$(printf '2401\n7531')" user pin 101 --pin-stdin
promise "the old one is of no use then" given 1 "2401" --pin-stdin user list
promise "the hash is not the PIN" sh -c '! grep -aq 7531 "$RAILCHECK_DATA"/railcheck.db*'
promise "an officer cannot set another's PIN" \
    given 1 "9999" --badge 102 user pin 101 --pin-stdin
promise "an officer sets his own" given 0 "8642" --badge 102 user pin 102 --pin-stdin
promise "the administrator takes it away" given 0 "7531" user pin 102 --none --pin-stdin
promise "  and he works without" ends 0 "$railcheck" --badge 102 user list
given 1 "0000" --pin-stdin user list >/dev/null
given 1 "0000" --pin-stdin user list >/dev/null
promise "a third wrong PIN in a row" given 1 "0000" --pin-stdin user list
promise "  makes the right one wait" given 1 "7531" --pin-stdin user list
promise "  and it is said how long" says err "before 10 s have passed"
promise "an unknown badge is refused" ends 1 "$railcheck" --badge 102 user pin 999 --none
promise "usage errors are told" ends 2 "$railcheck" user
promise "  of each kind" ends 2 "$railcheck" user frobnicate 101
promise "  and of arguments" ends 2 "$railcheck" user disable
promise "help names the commands" ends 0 "$railcheck" user --help
promise "  and says what a PIN is for" says out "not a stolen file"
finish
