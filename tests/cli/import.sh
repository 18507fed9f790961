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

# Forms and rejected rows
printf 'Вагончик|Вес\n22330989|60,5\n"730"72738|x\n51095388|24.11\n' | iconv -t CP866 >"$here/odd.csv"
promise "a list without known headings is refused" ends 1 "$railcheck" import "$here/odd.csv"
promise "  what is there is named" says err "Вагончик"
set -- --column wagon_no=Вагончик --column net_t=Вес
promise "broken rows refuse the list" ends 1 "$railcheck" import "$@" "$here/odd.csv"
promise "  with the place of the broken quote" says err "$here/odd.csv:3:1: "
promise "  and the way out" says err "--accept-rest"
promise "a dry run says what would be taken" ends 0 "$railcheck" import "$@" --accept-rest --dry-run \
    "$here/odd.csv"
promise "  rows and encoding" says out "rows read 3, taken 2, rejected 1"
promise "  encoding and separator" says out "encoding CP866, separator |"
promise "  and writes nothing" test ! -e "$RAILCHECK_DATA/rejected"
promise "rejected rows never go over the list" ends 2 "$railcheck" import "$@" --accept-rest \
    --rejected "$here/odd.csv" "$here/odd.csv"
promise "  nor is anything listed then" test "$("$railcheck" trains --all | wc -l)" = 3
promise "the rest is listed" ends 0 "$railcheck" import "$@" --accept-rest \
    --rejected "$here/rejected.csv" "$here/odd.csv"
promise "  the rejected row is in the file" grep -q '^"3","1",.*""730""72738|x' "$here/rejected.csv"
sed 's/2230/2231/' "$here/odd.csv" >"$here/odd2.csv"
promise "the columns are remembered" ends 0 "$railcheck" import --accept-rest --dry-run "$here/odd2.csv"
promise "  and it is said" says out "odd.csv"
promise "a wrong encoding is refused" ends 1 "$railcheck" import --encoding utf-8 "$here/odd.csv"
promise "an unknown encoding is a usage error" ends 2 "$railcheck" import --encoding x "$here/odd.csv"
promise "an unknown column too" ends 2 "$railcheck" import --column x=y "$here/odd.csv"
promise "the day of the week is told" ends 0 "$railcheck" import --dry-run \
    "$samples/consist-diesel-tanks.csv"
promise "  Saturday" says out "arrived Sat 22.02.2020 20:46"
if [ "$(id -u)" != 0 ]; then
    cp "$here/odd.csv" "$here/closed.csv"
    chmod 0 "$here/closed.csv"
    promise "a file that may not be read is a system error" ends 3 "$railcheck" import "$here/closed.csv"
fi

# Correcting and taking back
printf 'train_no,wagon_no,kind\n77,22330989,covered\n77,73072738,tank\n' >"$here/a.csv"
printf 'train_no,wagon_no,kind\n77,73072738,tank\n77,51095388,tank\n' >"$here/b.csv"
promise "a train to correct is listed" ends 0 "$railcheck" import "$here/a.csv"
promise "a newer list of it is noticed" ends 0 "$railcheck" import --dry-run "$here/b.csv"
promise "  with the way to correct" says out "--correct"
promise "the changes are shown first" ends 0 "$railcheck" import --correct 77 --dry-run "$here/b.csv"
promise "  all of them" says out "attached 1, detached 1, moved 1, changed 0"
promise "  and not made" test "$("$railcheck" import --correct 77 --dry-run "$here/b.csv" | grep -c 73072738)" = 1
promise "then made" ends 0 "$railcheck" import --correct 77 "$here/b.csv"
promise "again there is nothing to change" ends 1 "$railcheck" import --correct 77 "$here/b.csv"
promise "what was corrected is not taken back" ends 1 "$railcheck" import --undo 77
printf 'train_no,wagon_no,kind,seals\n78,22330989,covered,A1\n' >"$here/c.csv"
"$railcheck" import "$here/c.csv" >/dev/null 2>&1
promise "an import is taken back" ends 0 "$railcheck" import --undo 78 --reason "wrong file"
promise "  and in no list any more" ends 1 "$railcheck" export 78 --out "$here/e4"
promise "  nor in the archive" ends 0 "$railcheck" export --all --out "$here/e5"
promise "  its wagons neither" fails grep -q '^"[^"]*","78",' "$here/e5/wagons.csv"
promise "  where others are" grep -q '^"[^"]*","77",' "$here/e5/wagons.csv"
promise "  nor on the board" ends 0 "$railcheck" shift
promise "  which has others" grep -q '^77 ' "$here/out"
promise "  but not this one" fails grep -q '^78 ' "$here/out"
if "$python" -c 'import sqlite3' 2>/dev/null; then
    promise "  nor in the views" "$python" - "$RAILCHECK_DATA" <<'END'
import glob, sqlite3, sys
database = sqlite3.connect(glob.glob(sys.argv[1] + "/*.db")[0])
for view in "v_wagons", "v_seals":
    count = "SELECT count(*) FROM %s WHERE train_no = ?" % view
    assert database.execute(count, ("78",)).fetchone()[0] == 0, view
assert database.execute("SELECT count(*) FROM v_wagons WHERE train_no = '77'").fetchone()[0] > 0
END
fi
promise "the same file can come again" ends 0 "$railcheck" import "$here/c.csv"
promise "the record is whole" ends 0 "$railcheck" verify

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
if "$python" -c 'import csv, sqlite3' 2>/dev/null; then
    promise "another reader loads every table" "$python" - "$here/e1" <<'END'
import csv, os, sys
for name in sorted(n for n in os.listdir(sys.argv[1]) if n.endswith(".csv")):
    rows = list(csv.reader(open(os.path.join(sys.argv[1], name), encoding="utf-8", newline="")))
    assert rows and all(len(row) == len(rows[0]) for row in rows), name
END
fi
finish
