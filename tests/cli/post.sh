#!/bin/sh
# SPDX-License-Identifier: ISC
# Settings of the post, the mirror, and what verify and doctor say about tapes and keys.
# shellcheck source=tests/cli/cli.inc
. "$(dirname "$0")/cli.inc"

mirror="$here/medium"
tape="$RAILCHECK_DATA/railcheck.tape"

# lines FILE N: it has so many lines.
lines() {
    [ "$(wc -l <"$1")" = "$2" ] && return
    wc -l "$1"
    return 1
}

promise "init makes database, tape and key" ends 0 set_up_post
promise "  the tape has every event" lines "$tape" 4
promise "  the key is for its owner alone" test "$(stat -c %a "$RAILCHECK_DATA/keys/device.key")" = 400
promise "  in a folder of its own" test "$(stat -c %a "$RAILCHECK_DATA/keys")" = 1770
promise "without options the settings are printed" ends 0 "$railcheck" post
promise "  name" says out "Test post"
promise "  and that there is no mirror" says out "none"
promise "a mirror must be a folder" ends 1 "$railcheck" post --mirror "$mirror"
promise "  that is said" says err "is no folder"
mkdir "$mirror"
promise "it is set" ends 0 "$railcheck" post --mirror "$mirror" --fast 5 --name "New name"
promise "  the name too" says out "New name"
promise "  the seconds too" says out "within 5 s"
promise "  a mirror on the same disk is said to be no help" says out "on the disk of the data"
promise "  and it is filled" lines "$(echo "$mirror"/*.tape)" 5
promise "both are the same" cmp "$tape" "$(echo "$mirror"/*.tape)"
promise "61 seconds are refused" ends 1 "$railcheck" post --fast 61
promise "dates can be shown another way" ends 0 "$railcheck" post --format iso
promise "  that is printed" says out "2026-11-23 06:15, 12.5"
promise "  not in any way" ends 1 "$railcheck" post --format american
promise "  it is said what there is" says err "local or iso"
promise "words are no seconds" ends 1 "$railcheck" post --fast soon
promise "an argument is a usage error" ends 2 "$railcheck" post now
promise "verify passes" ends 0 "$railcheck" verify
promise "  names the tape" says out "tape: the same events"
promise "  names the mirror" says out "mirror: the same events"
promise "  and the code of the key" says out "code of the device's key"
promise "the doctor is content" ends 0 "$railcheck" doctor
promise "  with the key" says out "device.key, can be read"
mv "$mirror" "$mirror.away"
promise "without its medium work goes on" ends 0 "$railcheck" post --fast 6
promise "  and it is said" says err "the mirror"
promise "  the doctor names it" ends 1 "$railcheck" doctor
promise "    in words" says out "cannot be reached"
promise "  verify says that it is not there" ends 0 "$railcheck" verify
promise "    in words" says out "mirror: not there"
mv "$mirror.away" "$mirror"
promise "with its medium it is caught up" ends 0 "$railcheck" post --fast 7
promise "  to the same" cmp "$tape" "$(echo "$mirror"/*.tape)"
promise "an officer cannot change the settings" ends 0 "$railcheck" user add 102 --name Second
promise "  he is told" ends 1 "$railcheck" --badge 102 post --fast 1
promise "  what it is about" says err "settings"
cp "$tape" "$here/kept"
sed -i '3s/Sample/Simple/' "$tape"
promise "an altered line of the tape is found" ends 1 "$railcheck" verify
promise "  and placed" says err ":3 is another one in"
cp "$here/kept" "$tape"
sed -i '$s/Second/Third/' "$tape"
promise "a tape that ends otherwise" ends 1 "$railcheck" verify
sed -i '$d' "$tape"
sed -n '5s/^5/8/p' "$here/kept" >>"$tape"
promise "a tape that contradicts the database stops the work" ends 1 "$railcheck" post --fast 8
promise "  and says what to do" says err "move"
rm "$tape"
promise "without it work goes on" ends 0 "$railcheck" post --mirror ""
promise "  and it is whole again" ends 0 "$railcheck" verify
promise "in Russian" ends 0 "$railcheck" --lang ru verify
promise "  too" says out "лента: те же события"
finish
