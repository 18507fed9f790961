#!/bin/sh
# SPDX-License-Identifier: ISC
# Tables out: complete, the same each time, readable by other programs, and readable by ourselves.
# shellcheck source=tests/cli/cli.inc
. "$(dirname "$0")/cli.inc"

"$top_builddir/tests/cli/inspected" "$RAILCHECK_DATA" || exit 99
check=$top_srcdir/tests/cli/check_export.py
have_python() {
    "$python" -c 'import csv, json, sqlite3' 2>/dev/null
}

# sound WORDS FOLDER
sound() {
    if have_python; then
        promise "$1" "$python" "$check" "$2"
    else
        skipped "$1" "no python3"
    fi
}

for train in 2412 2401; do
    for profile in data excel; do
        promise "train $train as $profile" ends 0 "$railcheck" export $train --wide \
            --profile $profile --out "$here/$train-$profile"
        promise "  nothing is said beside the result" test ! -s "$here/err"
        sound "  descriptor, hashes, types, keys and references hold" "$here/$train-$profile"
    done
done
promise "the archive" ends 0 "$railcheck" --lang en export --all --out "$here/all"
promise "  both trains" says out "2 trains exported"
sound "  descriptor, hashes, types, keys and references hold" "$here/all"
promise "again into the same folder" ends 0 "$railcheck" export --all --out "$here/all/"
promise "and into another" ends 0 "$railcheck" export --all --out "$here/all-2"
promise "the same records give the same bytes" diff -r "$here/all" "$here/all-2"
promise "no part is left behind" fails ls -d "$here"/*.part
if have_python; then
    cp -r "$here/all" "$here/altered"
    sed -i '2s/".",/"x",/' "$here/altered/seals.csv"
    promise "an altered table is noticed" fails "$python" "$check" "$here/altered"
    cp -r "$here/all" "$here/orphan"
    sed -i '2d' "$here/orphan/wagons.csv"
    promise "a missing wagon is noticed" fails "$python" "$check" "$here/orphan"
fi

# --- days ---
promise "the days of one train" ends 0 "$railcheck" --lang en export --all --since 2020-01-01 \
    --until 2020-01-01 --out "$here/day"
promise "  are both: they arrived on it" says out "2 trains exported"
promise "a day later" ends 0 "$railcheck" --lang en export --all --since 2020-01-02 --out "$here/none"
promise "  there is none" says out "0 trains exported"
promise "  and only headings" test "$(wc -l <"$here/none/wagons.csv")" = 1
promise "a date that is none is a usage error" ends 2 "$railcheck" export --all --since 2020-02-30
promise "days without --all are a usage error" ends 2 "$railcheck" export 2412 --since 2020-01-01
promise "an unknown profile is a usage error" ends 2 "$railcheck" export 2412 --profile xml

# --- profiles ---
promise "data: formulas stand as they were written" grep -q '^свежий\|"=1+1; ""in quotes""' \
    "$here/2401-data/findings.csv"
promise "excel: they are guarded" grep -q "\"'=1+1; " "$here/2401-excel/findings.csv"
promise "  no field begins one" fails grep -qE '(^|;)"[=+@]' "$here/2401-excel/findings.csv"
promise "  numbers are not guarded, with a comma" grep -q '"-1,5"' "$here/2401-excel/findings.csv"
promise "  answers that are numbers neither" grep -q '"-5,25"' "$here/2401-excel/answers.csv"
promise "  times are those of the post" grep -q '"2020-01-01 06:15:00"' \
    "$here/2401-excel/wagons.csv"
promise "wide: an answer stands in the column of its item" grep -q '"TNK-3"' \
    "$here/2412-data/answers_wide.csv"

# --- a cut, and other hindrances ---
cut_short() {
    # 512-byte blocks: the kernel ends the program inside the first table that is longer.
    (
        cd "$here" || exit 99 # where a core goes
        ulimit -f 160
        "$railcheck" export --all --out "$1"
    ) >/dev/null 2>&1
    test ! -e "$1"
}
promise "an export that is cut leaves no folder" cut_short "$here/cut"
promise "  but what is complete is kept" test -s "$here/cut.part/consist.csv"
promise "repeated it goes on" ends 0 "$railcheck" --lang en export --all --out "$here/cut"
promise "  where it was" says out "complete already"
promise "  and gives what it gives uncut" diff -r "$here/all" "$here/cut"
promise "cut once more" cut_short "$here/cut-2"
promise "  the wagons are complete" test -s "$here/cut-2.part/wagons.csv"
"$railcheck" import "$samples/consist-diesel-tanks.csv" >/dev/null 2>&1
promise "when records have changed in between" ends 0 "$railcheck" --lang en export --all \
    --out "$here/cut-2"
promise "  it begins anew" fails says out "complete already"
sound "  and holds" "$here/cut-2"

mkdir "$here/mine"
echo kept >"$here/mine/notes.txt"
promise "a folder that is there is filled" ends 0 "$railcheck" export 2401 --wide --out "$here/mine"
promise "  what else is in it stays" grep -q kept "$here/mine/notes.txt"
promise "without --wide into the same" ends 0 "$railcheck" export 2401 --out "$here/mine"
promise "  the old wide table is gone" test ! -e "$here/mine/answers_wide.csv"
mkdir "$here/rest.part"
touch "$here/rest.part/answers_wide.csv" "$here/rest.part/answers_wide.csv.part"
promise "what an earlier try left" ends 0 "$railcheck" export 2401 --out "$here/rest"
promise "  does not come along" diff -r "$here/mine/seals.csv" "$here/rest/seals.csv"
sound "  into the folder" "$here/rest"
if command -v flock >/dev/null 2>&1; then
    mkdir "$here/busy.part"
    promise "two exports to one folder: the second is refused" ends 3 flock "$here/busy.part/.lock" \
        "$railcheck" export 2401 --out "$here/busy"
fi
echo file >"$here/file"
promise "a file in its place is a system error" ends 3 "$railcheck" export 2401 --out "$here/file"

# --- what we write we read ---
RAILCHECK_DATA=$here/second
set_up_post >/dev/null
for train in 2412 2401; do
    promise "the wagons of $train are a list" ends 0 "$railcheck" import "$here/$train-data/wagons.csv"
    promise "  without a word on its results" fails says err "unknown heading"
    promise "  which is exported again" ends 0 "$railcheck" export $train --out "$here/$train-again"
    if have_python; then
        promise "  with the same bytes in every field of the list" "$python" - "$here" $train <<'END'
import csv, os, sys

LISTED = {
    "consist.csv": "train_no train_index direction arrived_at arrived_offset",
    "wagons.csv": "train_no train_index arrival direction position wagon_no kind owner_railway"
                  " cargo_etsng cargo_gng cargo_name net_kg tare_kg axles un_no hazard_no"
                  " emergency_card origin_station destination_station consignor consignee"
                  " seal_count seals containers",
    "seals.csv": "position wagon_no expected",
}

def listed(folder, name):
    with open(os.path.join(folder, name), encoding="utf-8", newline="") as file:
        rows = [[row[column] for column in LISTED[name].split()] for row in csv.DictReader(file)
                if row.get("expected") != ""]
    return rows

for name in LISTED:
    first, again = (listed("%s/%s-%s" % (sys.argv[1], sys.argv[2], which), name)
                    for which in ("data", "again"))
    assert first and first == again, (name, first[:2], again[:2])
END
    fi
done

printf 'train_no,position,wagon_no,seals\n7,1,22330989,A1\n7,1,22330989,A1\n7,1,22069900,\n' \
    >"$here/twice.csv"
promise "a list with the same wagon and position twice" ends 0 "$railcheck" import "$here/twice.csv"
promise "  is exported" ends 0 "$railcheck" export 7 --wide --out "$here/twice"
sound "  with keys that hold" "$here/twice"

# --- other programs ---
export_of=$here/2401-data
if command -v mlr >/dev/null 2>&1; then
    promise "Miller reads the wagons" sh -c "test \"\$(mlr --icsv --ojson count '$export_of/wagons.csv' |
        tr -dc 0-9)\" = 65"
else
    skipped "Miller reads the wagons" "no mlr"
fi
if command -v csvclean >/dev/null 2>&1; then
    promise "csvkit reads the wagons" sh -c "cd '$here' && csvstat --count '$export_of/wagons.csv' |
        grep -q '65'"
else
    skipped "csvkit reads the wagons" "no csvkit"
fi
if "$python" -c 'import pandas' 2>/dev/null; then
    promise "pandas joins findings to wagons" "$python" -c "
import pandas
wagons = pandas.read_csv('$export_of/wagons.csv', dtype=str)
findings = pandas.read_csv('$export_of/findings.csv', dtype=str)
joined = findings.dropna(subset=['wagon_id']).merge(wagons, on='wagon_id', validate='m:1')
assert len(wagons) == 65 and len(joined) == findings.wagon_id.notna().sum()"
else
    skipped "pandas joins findings to wagons" "no python3-pandas"
fi
finish
