/* SPDX-License-Identifier: ISC */
/*
 * Functions that have a safer twin here; using one does not compile. Included from config.h, so
 * that no file can forget it.
 */
#ifndef RC_BASE_BANNED_H
#define RC_BASE_BANNED_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define RC_BANNED(name) use_of_##name##_is_banned

#undef strcpy
#define strcpy(a, b) RC_BANNED(strcpy)
#undef strcat
#define strcat(a, b) RC_BANNED(strcat)
#undef strncpy
#define strncpy(a, b, n) RC_BANNED(strncpy)
#undef strncat
#define strncat(a, b, n) RC_BANNED(strncat)
#undef strtok
#define strtok(a, b) RC_BANNED(strtok)
#undef sprintf
#define sprintf(...) RC_BANNED(sprintf)
#undef vsprintf
#define vsprintf(a, b, c) RC_BANNED(vsprintf)
#undef localtime
#define localtime(a) RC_BANNED(localtime)
#undef gmtime
#define gmtime(a) RC_BANNED(gmtime)
#undef ctime
#define ctime(a) RC_BANNED(ctime)
#undef atoi
#define atoi(a) RC_BANNED(atoi)
#undef atof
#define atof(a) RC_BANNED(atof)

#endif
