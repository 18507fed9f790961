# SPDX-License-Identifier: ISC

noinst_LIBRARIES += src/core/libcore.a
src_core_libcore_a_SOURCES =
src_core_libcore_a_SOURCES += src/core/checklist.h
src_core_libcore_a_SOURCES += src/core/expression.h
src_core_libcore_a_SOURCES += src/core/finding.h
src_core_libcore_a_SOURCES += src/core/inspection.h
src_core_libcore_a_SOURCES += src/core/numbers.h
src_core_libcore_a_SOURCES += src/core/seal.h
src_core_libcore_a_SOURCES += src/core/state.h
src_core_libcore_a_SOURCES += src/core/finding.c
src_core_libcore_a_SOURCES += src/core/numbers.c
src_core_libcore_a_SOURCES += src/core/seal.c
src_core_libcore_a_SOURCES += src/core/state.c
src_core_libcore_a_SOURCES += src/core/checklist.c
src_core_libcore_a_SOURCES += src/core/event.h
src_core_libcore_a_SOURCES += src/core/expression.c src/core/expression_parse.c
src_core_libcore_a_SOURCES += src/core/expression_tree.h
src_core_libcore_a_SOURCES += src/core/inspection.c
src_core_libcore_a_SOURCES += src/core/rights.c src/core/rights.h
src_core_libcore_a_SOURCES += src/core/drawing.c src/core/drawing.h
src_core_libcore_a_SOURCES += src/core/units.c src/core/units.h
src_core_libcore_a_SOURCES += src/core/obstacle.c src/core/obstacle.h
src_core_libcore_a_SOURCES += src/core/attached.c src/core/attached.h
