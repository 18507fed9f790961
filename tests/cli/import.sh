#!/bin/sh
# SPDX-License-Identifier: ISC
# Lists of trains in, tables out.
# shellcheck source=tests/cli/cli.inc
. "$(dirname "$0")/cli.inc"

set_up_post >/dev/null || exit 99

promise "the eight tank wagons come in" ends 0 "$railcheck" import "$samples/consist-diesel-tanks.csv"
promise "  all eight" says out "8 wagons"
promise "the same file again changes nothing" ends 0 "$railcheck" import \
    "$samples/consist-diesel-tanks.csv"
promise "  and says so" says out "nothing changed"
promise "the mixed train comes in" ends 0 "$railcheck" import "$samples/consist-mixed-65.csv"
promise "  all 65" says out "65 wagons"
promise "the Russian spreadsheet comes in" ends 0 "$railcheck" import --level 2 \
    "$top_srcdir/tests/data/consist-mixed-65-excel-ru.csv"
promise "  all 65 of it" says out "65 wagons"
promise "a dry run lists nothing" ends 0 "$railcheck" import --dry-run "$samples/consist-mixed-65.csv"
promise "a file that is not there is a system error" ends 3 "$railcheck" import "$here/none.csv"
promise "a folder is refused" ends 1 "$railcheck" import "$here"
mkfifo "$here/fifo"
promise "a FIFO is refused and does not hang" ends 1 "$railcheck" import "$here/fifo"
printf 'wagon_no,position\n22330989,x\n' >"$here/bad.csv"
promise "a bad list is refused" ends 1 "$railcheck" import "$here/bad.csv"
promise "  with file, line and column" says err "$here/bad.csv:2:2: "
promise "three trains are listed" ends 0 "$railcheck" trains --all
promise "  nothing of the bad one" test "$(wc -l <"$here/out")" = 3

promise "a train is exported by its number" ends 0 "$railcheck" export 2412 --out "$here/e1"
promise "and again" ends 0 "$railcheck" export 2412@2020-02-22 --out "$here/e2"
promise "the same records give the same bytes" diff -r "$here/e1" "$here/e2"
for table in consist wagons answers findings seals gates; do
    promise "$table.csv is there" test -s "$here/e1/$table.csv"
done
promise "one row a wagon and the headings" test "$(wc -l <"$here/e1/wagons.csv")" = 9
promise "leading zeros are kept" grep -q '"Н8453702"' "$here/e1/seals.csv"
promise "two trains with one number are ambiguous" ends 1 "$railcheck" export 2401 --out "$here/e3"
promise "  and the candidates are named" says err "2401@2026-11-23 = "
promise "nothing was written then" test ! -e "$here/e3"
promise "an unknown train is refused" ends 1 "$railcheck" export 9999 --out "$here/e3"
if [ -d /proc/self ]; then
    promise "a folder that cannot be made is a system error" ends 3 "$railcheck" export 2412 \
        --out /proc/none/here
fi
if python3 -c 'import csv, sqlite3' 2>/dev/null; then
    promise "another reader loads every table" python3 - "$here/e1" <<'END'
import csv, os, sys
for name in sorted(n for n in os.listdir(sys.argv[1]) if n.endswith(".csv")):
    rows = list(csv.reader(open(os.path.join(sys.argv[1], name), encoding="utf-8", newline="")))
    assert rows and all(len(row) == len(rows[0]) for row in rows), name
END
fi
finish
