#!/bin/sh
# SPDX-License-Identifier: ISC
# Setting up, usage, help, exit statuses.
# shellcheck source=tests/cli/cli.inc
. "$(dirname "$0")/cli.inc"

promise "without a database a command says what to do" ends 3 "$railcheck" trains
promise "  in words" says err "railcheck init"
promise "init without its options is a usage error" ends 2 "$railcheck" init
promise "an empty badge is a usage error" ends 2 "$railcheck" init --post P --officer O --badge ""
promise "init sets up the post" ends 0 set_up_post
promise "a second init is refused and changes nothing" ends 1 set_up_post
promise "the database file is 0660" test "$(stat -c %a "$RAILCHECK_DATA/railcheck.db")" = 660
promise "an unknown badge is refused" ends 1 "$railcheck" --badge 999 trains
promise "an unknown command is a usage error" ends 2 "$railcheck" --data "$here/none" frobnicate
promise "an unknown option is a usage error" ends 2 "$railcheck" --frobnicate
promise "an unknown language is a usage error" ends 2 "$railcheck" --lang xx trains
promise "help goes to stdout" ends 0 "$railcheck" --help
promise "  and names the commands" says out "checklist"
for command in init import trains export checklist user keys; do
    promise "$command --help" ends 0 "$railcheck" "$command" --help
    promise "  says the usage of $command" says out "railcheck $command"
done
promise "help in Russian" ends 0 "$railcheck" --lang ru --help
promise "  is in Russian" says out "поезд"
promise "version" ends 0 "$railcheck" --version
if [ -w /dev/full ]; then
    # shellcheck disable=SC2016
    promise "a full disk under stdout is an error" ends 3 sh -c '"$1" keys >/dev/full' - "$railcheck"
fi
finish
