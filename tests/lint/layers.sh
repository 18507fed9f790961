#!/bin/sh
# SPDX-License-Identifier: ISC
# Compares each #include of src/ with the table of rooms.
set -eu
# shellcheck source=tests/lint/tap.inc
. "$(dirname "$0")/tap.inc"
cd "$top_srcdir"

# FILE INCLUDED, one line an #include. Comments do not matter: nobody comments out an include.
includes=$(find src -name '*.[ch]' | sort | xargs "$AWK" '
    match($0, /^[ \t]*#[ \t]*include[ \t]*[<"][^>"]*[>"]/) {
        what = substr($0, RSTART, RLENGTH)
        sub(/^[^<"]*/, "", what)
        print FILENAME, what
    }')

verdict "each room includes only the rooms that it may use" "$(printf '%s\n' "$includes" | "$AWK" '
    BEGIN {
        may["base"] = "base"
        may["i18n"] = "i18n base"
        may["core"] = "core base"
        may["store"] = "store core base"
        may["trail"] = "trail core base"
        may["exchange"] = "exchange core base"
        may["app"] = "app store trail exchange i18n core base"
        may["tui"] = "tui app i18n core base"
        may["cli"] = "cli tui app i18n core base"
        # The shapes of rows and lists that app hands out; and checking checklist files, which
        # needs no database and so no use case.
        shape = " store/queries.h exchange/consist.h exchange/checklist_files.h "
    }
    $2 ~ /^"/ && $2 != "\"config.h\"" {
        file = $2
        gsub(/"/, "", file)
        split($1, from, "/")
        n = split(file, to, "/")
        if (n != 2)
            print $1 ": " $2 " is not written \"room/file.h\""
        else if (!((from[2] == "tui" || from[2] == "cli") && index(shape, " " file " ")) &&
                 index(" " may[from[2]] " ", " " to[1] " ") == 0)
            print $1 ": " from[2] " may not include " $2
    }')"

# only HEADER ROOM
only() {
    printf '%s\n' "$includes" | "$AWK" -v header="$1" -v room="$2" '
        ($2 == "<" header ">" || $2 == "\"" header "\"") && index($1, "src/" room "/") != 1 {
            print $1 ": " $2 " belongs to src/" room
        }'
}
verdict "sqlite3.h, sodium.h, csv.h and expat.h stay in their rooms" \
    "$(only sqlite3.h store; only sodium.h trail; only csv.h exchange; only expat.h exchange)"

verdict "curses.h is in at most one file, in tui" "$(
    only curses.h tui
    only ncurses.h nowhere
    only ncursesw/curses.h nowhere
    printf '%s\n' "$includes" | "$AWK" '$2 == "<curses.h>" { files = files " " $1; n++ }
        END { if (n > 1) print "in" files }')"

verdict "core asks neither clock nor locale nor files" "$(printf '%s\n' "$includes" | "$AWK" '
    $1 ~ /^src\/core\// && $2 ~ /^<(time|sys\/.*|fcntl|unistd|locale|langinfo|dirent)(\.h)?>$/ {
        print $1 ": " $2
    }')"

verdict "no header is named like one of the system" \
    "$(find src tests -name csv.h -o -name form.h -o -name menu.h -o -name panel.h -o -name term.h)"

verdict "every .c includes config.h first" "$(
    for file in $(find src -name '*.c' | sort); do
        first=$(sed -n '/^#[ ]*include/{p;q;}' "$file")
        [ "$first" = '#include "config.h"' ] || echo "$file: first is $first"
    done)"
finish
