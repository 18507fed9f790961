#!/bin/sh
# SPDX-License-Identifier: ISC
# What scripts and analysts use: JSON, figures, the dictionary, views, completion, exit codes.
# shellcheck source=tests/cli/cli.inc
. "$(dirname "$0")/cli.inc"

"$top_builddir/tests/cli/inspected" "$RAILCHECK_DATA" || exit 99
have_python() {
    "$python" -c 'import csv, json, sqlite3' 2>/dev/null
}

# asked WORDS EXPRESSION COMMAND...: the output is JSON, and of the list j the expression holds.
asked() {
    words=$1
    expression=$2
    shift 2
    if ! have_python; then
        skipped "$words" "no python3"
        return
    fi
    "$@" >"$here/json" 2>"$here/err"
    promise "$words" "$python" -c "
import json, sys
j = json.load(open('$here/json', encoding='utf-8'))
assert isinstance(j, list) and all(isinstance(o, dict) for o in j)
assert ($expression), j[:3]"
}

asked "trains as JSON" \
    "[t['train_no'] for t in j] == ['2401', '2412'] or [t['train_no'] for t in j] == ['2412', '2401']" \
    "$railcheck" trains --json
asked "people" "j == [{'badge': '101', 'name': 'Sample Officer', 'roles': 'officer admin',
    'pin': False, 'active': True}]" "$railcheck" user list --json
asked "kinds" "len(j) == 17 and j[0]['level_1'] <= j[0]['level_3']" "$railcheck" checklist list --json
asked "items of a kind" "any(o['item'] == 'TNK-3' and o['zone'] == 'shell' for o in j)" \
    "$railcheck" checklist show tank --json
asked "the computer" "all(o['verdict'] in ('good', 'look', 'bad') for o in j)" \
    "$railcheck" doctor --json
asked "verification" "len(j) == 1 and j[0]['whole'] and j[0]['why'] is None and j[0]['events'] > 1000" \
    "$railcheck" verify --json
promise "a wrong head code is exit 1" ends 1 "$railcheck" verify --json --anchor AAAA-AAAA-AAAA-AAAA-A
asked "  and said in JSON too" "j[0]['whole'] is False and j[0]['why']" \
    "$railcheck" verify --json --anchor AAAA-AAAA-AAAA-AAAA-A
if have_python; then
    "$railcheck" user add 103 --name 'A"\B' >/dev/null 2>&1
    asked "quotes and backslashes come through" \
        "any(o['name'] == 'A' + chr(34) + chr(92) + 'B' for o in j)" \
        "$railcheck" user list --json
fi

# --- figures ---
promise "figures" ends 0 "$railcheck" --lang en stats
promise "  with their counts" says out " of "
promise "  and a bar" says out "###"
promise "figures in Russian" ends 0 "$railcheck" --lang ru stats
promise "  in Russian words" says out "Вагоны с замечанием по роду вагона"
asked "as JSON: every share has n and of" \
    "{'all', 'month', 'kind', 'origin', 'route', 'zone', 'instrument', 'seals', 'seals_month',
      'time'} == {o['group'] for o in j} and all(0 <= o['n'] <= o['of'] for o in j)" \
    "$railcheck" stats --json
asked "  the kinds add up to all" \
    "sum(o['n'] for o in j if o['group'] == 'kind') == sum(o['n'] for o in j if o['group'] == 'all')
     and sum(o['of'] for o in j if o['group'] == 'kind')
         == sum(o['of'] for o in j if o['group'] == 'all')" "$railcheck" stats --json
asked "no train on these days" "[(o['group'], o['of']) for o in j] == [('all', 0)]" \
    "$railcheck" stats --json --since 2001-01-01 --until 2001-01-31
promise "as CSV" ends 0 "$railcheck" stats --csv
promise "  with headings" says out '"group","name","n","of"'
promise "a date that is none is a usage error" ends 2 "$railcheck" stats --until yesterday
"$railcheck" export --all --out "$here/all" >/dev/null 2>&1
if have_python; then
    "$railcheck" stats --json >"$here/json"
    promise "the figures are those that the export gives" "$python" - "$here" <<'END'
import csv, json, sys

def rows(name):
    with open("%s/all/%s.csv" % (sys.argv[1], name), encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))

have = {(o["group"], o["name"]): (o["n"], o["of"]) for o in json.load(open(sys.argv[1] + "/json"))}
closed = [w for w in rows("wagons") if w["state"] in ("clear", "finding", "held")]
for group, column in (("kind", "kind"), ("origin", "origin_station")):
    for name in {w[column] for w in closed}:
        of = [w for w in closed if w[column] == name]
        n = sum(w["findings"] != "0" for w in of)
        assert have[group, name] == (n, len(of)), (group, name, n, len(of))
findings = [f for f in rows("findings") if f["state"] != "withdrawn"]
for name in {f["noticed"] for f in findings}:
    n = sum(f["noticed"] == name for f in findings)
    assert have["instrument", name] == (n, len(findings)), name
ids = {w["wagon_id"] for w in closed}
for zone in {f["zone"] for f in findings if f["wagon_id"] in ids}:
    n = len({f["wagon_id"] for f in findings if f["zone"] == zone and f["wagon_id"] in ids})
    assert have["zone", zone] == (n, len(closed)), zone
struck = {w["wagon_id"] for w in rows("wagons") if w["state"] == "struck"}
seals = [s for s in rows("seals") if s["wagon_id"] not in struck]
for match in {s["match"] for s in seals}:
    assert have["seals", match] == (sum(s["match"] == match for s in seals), len(seals)), match
minutes = sorted(float(w["minutes"]) for w in closed if w["kind"] == "tank")
time = [o for o in json.load(open(sys.argv[1] + "/json"))
        if o["group"] == "time" and o["name"] == "tank"][0]
assert time["median_minutes"] == minutes[(len(minutes) + 1) // 2 - 1], (time, minutes)
END
    promise "the views hold what the export gives" "$python" - "$here" "$RAILCHECK_DATA" <<'END'
import csv, sqlite3, sys

db = sqlite3.connect("file:%s/railcheck.db?mode=ro" % sys.argv[2], uri=True)
db.row_factory = sqlite3.Row
for table, key in (("wagons", "wagon_id"), ("answers", None), ("findings", "finding_id"),
                   ("seals", "seal_id")):
    with open("%s/all/%s.csv" % (sys.argv[1], table), encoding="utf-8", newline="") as file:
        want = list(csv.DictReader(file))
    have = db.execute("SELECT * FROM v_" + table).fetchall()
    assert len(have) == len(want), (table, len(have), len(want))
    if table == "answers":
        continue
    want = {row[key]: row for row in want}
    for row in have:
        other = want[row[key]]
        for name in row.keys():
            # Times differ only in the milliseconds that views leave out.
            if name in other and not name.endswith("_at"):
                text = "" if row[name] is None else str(row[name])
                assert text == other[name], (table, name, text, other[name])
END
fi

# --- the dictionary ---
promise "the dictionary in English" ends 0 "$railcheck" dictionary --lang en
promise "  has the exports" says out "answers_wide.csv"
promise "  and the views" says out "v_findings"
promise "in Russian" ends 0 "$railcheck" dictionary --lang ru
promise "  in Russian words" says out "номер вагона по натурному листу"
promise "one table" ends 0 "$railcheck" dictionary gates
promise "  and no other" fails says out "wagons.csv"
promise "an unknown table is a usage error" ends 2 "$railcheck" dictionary nothing
if have_python; then
    "$railcheck" dictionary --json >"$here/json"
    promise "every column that is exported is in it" "$python" - "$here" <<'END'
import csv, json, os, sys

have = {(o["table"], o["column"]) for o in json.load(open(sys.argv[1] + "/json", encoding="utf-8"))}
for name in os.listdir(sys.argv[1] + "/all"):
    if name.endswith(".csv"):
        with open(sys.argv[1] + "/all/" + name, encoding="utf-8", newline="") as file:
            for column in next(csv.reader(file)):
                table = name[:-4]
                assert (table, column) in have or (table == "codebook"
                        and column.startswith("label_") and (table, "label_*") in have), (name, column)
END
fi

# --- completion ---
promise "completion" ends 0 "$railcheck" completion
if command -v bash >/dev/null 2>&1; then
    cp "$here/out" "$here/completion"
    cat >"$here/try" <<'END'
. "$1"
shift
COMP_WORDS=(railcheck "$@")
COMP_CWORD=$#
_railcheck
echo "${COMPREPLY[*]}"
END
    promise "  completes commands" ends 0 bash "$here/try" "$here/completion" exp
    promise "    to the one" says out "export"
    promise "  completes behind an option with a value" ends 0 bash "$here/try" "$here/completion" \
        --data /tmp st
    promise "    too" says out "stats"
    promise "  completes options" ends 0 bash "$here/try" "$here/completion" export --pro
    promise "    of the command" says out "--profile"
    promise "  completes their values" ends 0 bash "$here/try" "$here/completion" export --profile e
    promise "    from the usage" says out "excel"
    promise "  completes words" ends 0 bash "$here/try" "$here/completion" user dis
    promise "    of the command" says out "disable"
else
    skipped "  completes" "no bash"
fi
for command in $("$railcheck" --lang en --help | sed -n 's/^  \([a-z][a-z]*\)  .*/\1/p'); do
    promise "help of $command" ends 0 "$railcheck" "$command" --help
    promise "  an unknown option of it is a usage error" ends 2 "$railcheck" "$command" --none-such
done
finish
