# SPDX-License-Identifier: ISC

noinst_LIBRARIES += src/trail/libtrail.a
src_trail_libtrail_a_SOURCES =
src_trail_libtrail_a_SOURCES += src/trail/trail.h
src_trail_libtrail_a_SOURCES += src/trail/trail.c
src_trail_libtrail_a_SOURCES += src/trail/event_hash.c src/trail/event_hash.h
src_trail_libtrail_a_SOURCES += src/trail/folder.c src/trail/folder.h
src_trail_libtrail_a_SOURCES += src/trail/head_code.c src/trail/head_code.h
src_trail_libtrail_a_SOURCES += src/trail/pin.c src/trail/pin.h
src_trail_libtrail_a_SOURCES += src/trail/sign.c src/trail/sign.h
src_trail_libtrail_a_SOURCES += src/trail/tape.c src/trail/tape.h
src_trail_libtrail_a_SOURCES += src/trail/tape_file.c src/trail/tape_file.h
src_trail_libtrail_a_SOURCES += src/trail/tape_line.c src/trail/tape_line.h
src_trail_libtrail_a_SOURCES += src/trail/tape_reader.c
