# SPDX-License-Identifier: ISC

noinst_LIBRARIES += src/app/libapp.a
src_app_libapp_a_SOURCES =
src_app_libapp_a_SOURCES += src/app/app.h
src_app_libapp_a_SOURCES += src/app/inspect.h
src_app_libapp_a_SOURCES += src/app/train.h
src_app_libapp_a_SOURCES += src/app/work.h
src_app_libapp_a_SOURCES += src/app/body.h
src_app_libapp_a_SOURCES += src/app/change.h
src_app_libapp_a_SOURCES += src/app/sets.h
src_app_libapp_a_SOURCES += src/app/answers.c
src_app_libapp_a_SOURCES += src/app/app.c
src_app_libapp_a_SOURCES += src/app/body.c src/app/body.h
src_app_libapp_a_SOURCES += src/app/change.c src/app/change.h
src_app_libapp_a_SOURCES += src/app/export.c
src_app_libapp_a_SOURCES += src/app/export_row.c src/app/export_row.h
src_app_libapp_a_SOURCES += src/app/findings.c
src_app_libapp_a_SOURCES += src/app/gates.c
src_app_libapp_a_SOURCES += src/app/import.c
src_app_libapp_a_SOURCES += src/app/record.c
src_app_libapp_a_SOURCES += src/app/seals.c
src_app_libapp_a_SOURCES += src/app/sets.c src/app/sets.h
src_app_libapp_a_SOURCES += src/app/trains.c
src_app_libapp_a_SOURCES += src/app/wagons.c
src_app_libapp_a_SOURCES += src/app/work.c
src_app_libapp_a_SOURCES += src/app/report.c src/app/report.h
src_app_libapp_a_SOURCES += src/app/report_words.c src/app/report_words.h
