#!/bin/sh
# SPDX-License-Identifier: ISC
# The manual on paper: each role's page, and those of the officer at work.
# shellcheck source=tests/cli/cli.inc
. "$(dirname "$0")/cli.inc"

pages="$top_srcdir/src/cli/manual"

prints() {
    diff "$here/out" "$1"
}

for role in officer lead analyst admin screens; do
    for lang in en ru; do
        promise "the page of $role in $lang" ends 0 "$railcheck" manual "$role" --lang "$lang"
        promise "  is its file" prints "$pages/$role.$lang.txt"
    done
done
promise "a draft language has the page that stands in" ends 0 "$railcheck" --lang kk manual lead
promise "  which is Russian" prints "$pages/lead.ru.txt"

promise "without data the officer's page comes" ends 0 "$railcheck" --lang en manual
promise "  and no other" prints "$pages/officer.en.txt"
promise "init" ends 0 set_up_post
promise "the first officer has two roles" ends 0 "$railcheck" --lang en manual
{
    cat "$pages/officer.en.txt"
    echo
    cat "$pages/admin.en.txt"
} >"$here/both"
promise "  and gets both pages" prints "$here/both"
promise "an analyst" ends 0 "$railcheck" user add 102 --name "Sample 102" --role analyst
promise "at work" ends 0 "$railcheck" --lang ru --badge 102 manual
promise "  gets his" prints "$pages/analyst.ru.txt"

promise "a page that is none is a usage error" ends 2 "$railcheck" --lang en manual driver
promise "  with the pages named" says err "officer, lead, analyst, admin, screens"
promise "so is a second page" ends 2 "$railcheck" manual lead admin
promise "and a language that is none" ends 2 "$railcheck" manual lead --lang xx
RAILCHECK_PKGDATA="$here/none"
export RAILCHECK_PKGDATA
promise "a file that is missing is the system's fault" ends 3 "$railcheck" manual lead
promise "  and named" says err "none/manual/lead.en.txt"
finish
