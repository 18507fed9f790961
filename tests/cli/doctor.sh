#!/bin/sh
# SPDX-License-Identifier: ISC
# The doctor: what is good, what is named as bad, with the exit status.
# shellcheck source=tests/cli/cli.inc
. "$(dirname "$0")/cli.inc"

# line VERDICT TOPIC TEXT: the last output has this line.
line() {
    grep -E -- "^$1 +$2 .*$3" "$here/out" >/dev/null && return
    cat "$here/out"
    return 1
}

promise "without a database the doctor says so" ends 1 "$railcheck" doctor
promise "  and what to do" line BAD Database "railcheck init"
promise "a data folder is set up" ends 0 set_up_post
promise "a healthy folder" ends 0 "$railcheck" doctor
promise "  names the library" line "(good|look)" SQLite "[0-9]+\\.[0-9]+"
promise "  counts the events" line good Database "[1-9][0-9]* events"
promise "  and finds the clock right" line good Clock "20[0-9][0-9]-"
promise "it changes nothing" ends 0 "$railcheck" verify
chmod 644 "$RAILCHECK_DATA/railcheck.db"
promise "a file that everybody can read is bad" ends 1 "$railcheck" doctor
promise "  and named" line BAD "File modes" "railcheck\\.db \\(chmod"
chmod 660 "$RAILCHECK_DATA/railcheck.db"
chmod 777 "$RAILCHECK_DATA"
promise "a folder that everybody can write is bad" ends 1 "$railcheck" doctor
promise "  and named" line BAD Folder "chmod o-w"
chmod 700 "$RAILCHECK_DATA"
printf 'no database' >"$RAILCHECK_DATA/railcheck.db"
rm -f "$RAILCHECK_DATA/railcheck.db-wal" "$RAILCHECK_DATA/railcheck.db-shm"
promise "a foreign file is a line, not a crash" ends 1 "$railcheck" doctor
promise "  which names it" line BAD Database "railcheck\\.db"
promise "in Russian" ends 1 "$railcheck" --lang ru doctor
promise "  too" says out "ПЛОХО"
promise "arguments are a usage error" ends 2 "$railcheck" doctor now
finish
