# SPDX-License-Identifier: ISC

noinst_LIBRARIES += src/exchange/libexchange.a
src_exchange_libexchange_a_SOURCES =
src_exchange_libexchange_a_SOURCES += src/exchange/checklist_files.h
src_exchange_libexchange_a_SOURCES += src/exchange/consist.h
src_exchange_libexchange_a_SOURCES += src/exchange/consist_csv.h
src_exchange_libexchange_a_SOURCES += src/exchange/csv_read.c src/exchange/csv_read.h
src_exchange_libexchange_a_SOURCES += src/exchange/csv_write.c src/exchange/csv_write.h
src_exchange_libexchange_a_SOURCES += src/exchange/file.h
src_exchange_libexchange_a_SOURCES += src/exchange/tables.c src/exchange/tables.h
src_exchange_libexchange_a_SOURCES += src/exchange/checklist_build.c
src_exchange_libexchange_a_SOURCES += src/exchange/checklist_files.c
src_exchange_libexchange_a_SOURCES += src/exchange/checklist_items.c
src_exchange_libexchange_a_SOURCES += src/exchange/checklist_parts.c
src_exchange_libexchange_a_SOURCES += src/exchange/csv_table.c
src_exchange_libexchange_a_SOURCES += src/exchange/checklist_build.h src/exchange/csv_table.h
src_exchange_libexchange_a_SOURCES += src/exchange/file.c
src_exchange_libexchange_a_SOURCES += src/exchange/encoding.c src/exchange/encoding.h
src_exchange_libexchange_a_SOURCES += src/exchange/encoding_guess.c src/exchange/consist_columns.c
src_exchange_libexchange_a_SOURCES += src/exchange/consist.c src/exchange/consist_list.h
src_exchange_libexchange_a_SOURCES += src/exchange/consist_headings.c src/exchange/consist_headings.h
src_exchange_libexchange_a_SOURCES += src/exchange/consist_csv.c src/exchange/consist_row.c
src_exchange_libexchange_a_SOURCES += src/exchange/consist_values.c src/exchange/consist_check.c
src_exchange_libexchange_a_SOURCES += src/exchange/document.c src/exchange/document.h
src_exchange_libexchange_a_SOURCES += src/exchange/document_html.c
src_exchange_libexchange_a_SOURCES += src/exchange/document_text.c
