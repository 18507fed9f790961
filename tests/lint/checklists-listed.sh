#!/bin/sh
# SPDX-License-Identifier: ISC
# Every checklist file is installed: checklists/local.mk lists what is in the folder.
set -eu
# shellcheck source=tests/lint/tap.inc
. "$(dirname "$0")/tap.inc"
cd "$top_srcdir"
verdict "every checklist file is listed in checklists/local.mk" "$(
    find checklists -name '*.csv' -o -path '*/drawings/*.txt' | sort | while read -r file; do
        grep -Eq "(^|[ =])$file( |\$)" checklists/local.mk || echo "$file"
    done)"
finish
