# SPDX-License-Identifier: ISC

noinst_LIBRARIES += src/base/libbase.a
src_base_libbase_a_SOURCES =
src_base_libbase_a_SOURCES += src/base/alloc.h
src_base_libbase_a_SOURCES += src/base/banned.h
src_base_libbase_a_SOURCES += src/base/buf.h
src_base_libbase_a_SOURCES += src/base/env.h
src_base_libbase_a_SOURCES += src/base/error-codes.h
src_base_libbase_a_SOURCES += src/base/error.h
src_base_libbase_a_SOURCES += src/base/moment.h
src_base_libbase_a_SOURCES += src/base/number.h
src_base_libbase_a_SOURCES += src/base/show.h
src_base_libbase_a_SOURCES += src/base/utf8.h
src_base_libbase_a_SOURCES += src/base/uuid.h
src_base_libbase_a_SOURCES += src/base/alloc.c
src_base_libbase_a_SOURCES += src/base/buf.c
src_base_libbase_a_SOURCES += src/base/env.c
src_base_libbase_a_SOURCES += src/base/moment.c
src_base_libbase_a_SOURCES += src/base/number.c
src_base_libbase_a_SOURCES += src/base/region.c src/base/region.h
src_base_libbase_a_SOURCES += src/base/show.c
src_base_libbase_a_SOURCES += src/base/utf8.c
src_base_libbase_a_SOURCES += src/base/uuid.c
src_base_libbase_a_SOURCES += src/base/error.c
src_base_libbase_a_SOURCES += src/base/day_time.c src/base/day_time.h
