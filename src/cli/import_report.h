/* SPDX-License-Identifier: ISC */
/* What was read of a list, and what a corrected list changes, in words on stdout. */
#ifndef RC_CLI_IMPORT_REPORT_H
#define RC_CLI_IMPORT_REPORT_H

#include "app/import.h"

/* Rows read, taken, rejected; how it was read; warnings by kind. */
void import_print_report(const struct import *import);
void import_print_corrections(const struct corrections *changes);

#endif
