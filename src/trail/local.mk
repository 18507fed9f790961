# SPDX-License-Identifier: ISC

noinst_LIBRARIES += src/trail/libtrail.a
src_trail_libtrail_a_SOURCES =
src_trail_libtrail_a_SOURCES += src/trail/trail.h
src_trail_libtrail_a_SOURCES += src/trail/trail.c
