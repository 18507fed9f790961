#!/bin/sh
# SPDX-License-Identifier: ISC
# The checklist commands.
# shellcheck source=tests/cli/cli.inc
. "$(dirname "$0")/cli.inc"

promise "the checklists that come with the program have no errors" ends 0 "$railcheck" checklist \
    check "$top_srcdir/checklists"
promise "list names the kinds" ends 0 "$railcheck" checklist list
promise "  with tank" says out "tank"
promise "show prints a kind" ends 0 "$railcheck" checklist show tank
promise "  with its items" says out "TNK-3"
promise "  without those of level 2" sh -c "! grep -q 'TNK-5 ' '$here/out'"
promise "show at level 2 prints more" ends 0 "$railcheck" checklist show tank --level 2
promise "  in Russian when asked" ends 0 "$railcheck" --lang ru checklist show tank
promise "  really" says out "Днища"
promise "an unknown kind is refused" ends 1 "$railcheck" checklist show rocket
promise "a folder that is not there" ends 3 "$railcheck" checklist check "$here/none"

cp -r "$top_srcdir/checklists" "$here/set"
chmod -R u+w "$here/set"
sed -i 's/^check,RUN-1,/chekc,RUN-1,/' "$here/set/modules/run.csv"
promise "a broken set is refused" ends 1 "$railcheck" checklist check "$here/set"
line=$(grep -n '^chekc,RUN-1,' "$here/set/modules/run.csv" | cut -d: -f1)
promise "  with file, line and column" says err "$here/set/modules/run.csv:$line:1: "

sed -i '1s/.*/&│/' "$here/set/drawings/tank.txt"
promise "so is one with a broken drawing" ends 1 "$railcheck" checklist check "$here/set"
promise "  with file, line and column" says err "$here/set/drawings/tank.txt:1:25: "
cp "$top_srcdir/checklists/drawings/tank.txt" "$here/set/drawings/tank.txt"

set_up_post >/dev/null || exit 99
promise "the version in use is adopted already" ends 0 "$railcheck" checklist adopt
promise "  and says so" says out "nothing changed"
promise "a broken set is not adopted" ends 1 "$railcheck" checklist adopt "$here/set"
sed -i 's/^chekc,RUN-1,/check,RUN-1,/' "$here/set/modules/run.csv"
echo >>"$here/set/choices.csv"
promise "the same version with other bytes is refused" ends 1 "$railcheck" checklist adopt "$here/set"
sed -i '2s/,20[0-9]*,/,2099010101,/' "$here/set/settings.csv"
promise "a new version is adopted" ends 0 "$railcheck" checklist adopt "$here/set"
finish
