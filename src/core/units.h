/* SPDX-License-Identifier: ISC */
/* Units of checklist values. Files and records hold plain ASCII names; people see symbols. */
#ifndef RC_CORE_UNITS_H
#define RC_CORE_UNITS_H

/*
 * The English symbol for the unit name of an item ("uSv/h" -> "µSv/h"), to be given to tr() for
 * other languages; unit itself when it needs no other symbol, "" for "".
 */
const char *unit_symbol(const char *unit);

#endif
