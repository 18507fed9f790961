# SPDX-License-Identifier: ISC

noinst_LIBRARIES += src/store/libstore.a
src_store_libstore_a_SOURCES =
src_store_libstore_a_SOURCES += src/store/append.c
src_store_libstore_a_SOURCES += src/store/archive.c src/store/archive.h
src_store_libstore_a_SOURCES += src/store/arena.c
src_store_libstore_a_SOURCES += src/store/arena.h
src_store_libstore_a_SOURCES += src/store/connection.h
src_store_libstore_a_SOURCES += src/store/deferred.c src/store/deferred.h
src_store_libstore_a_SOURCES += src/store/events.c
src_store_libstore_a_SOURCES += src/store/failure.c
src_store_libstore_a_SOURCES += src/store/health.c src/store/health.h
src_store_libstore_a_SOURCES += src/store/lock.c
src_store_libstore_a_SOURCES += src/store/lock.h
src_store_libstore_a_SOURCES += src/store/names.c
src_store_libstore_a_SOURCES += src/store/names.h
src_store_libstore_a_SOURCES += src/store/open.c
src_store_libstore_a_SOURCES += src/store/project.c
src_store_libstore_a_SOURCES += src/store/project.h
src_store_libstore_a_SOURCES += src/store/queries_codes.c
src_store_libstore_a_SOURCES += src/store/queries_events.c src/store/queries_files.c
src_store_libstore_a_SOURCES += src/store/queries_inspection.c
src_store_libstore_a_SOURCES += src/store/queries_post.c
src_store_libstore_a_SOURCES += src/store/queries_recent.c
src_store_libstore_a_SOURCES += src/store/queries_search.c
src_store_libstore_a_SOURCES += src/store/queries_train.c
src_store_libstore_a_SOURCES += src/store/queries_wagon.c src/store/queries_review.c
src_store_libstore_a_SOURCES += src/store/reader.c
src_store_libstore_a_SOURCES += src/store/reader.h
src_store_libstore_a_SOURCES += src/store/rebuild.c
src_store_libstore_a_SOURCES += src/store/schema.c
src_store_libstore_a_SOURCES += src/store/schema.h
src_store_libstore_a_SOURCES += src/store/statement.c
src_store_libstore_a_SOURCES += src/store/stats.c src/store/stats.h
src_store_libstore_a_SOURCES += src/store/statement.h
src_store_libstore_a_SOURCES += src/store/tail.h
src_store_libstore_a_SOURCES += src/store/transaction.c
src_store_libstore_a_SOURCES += src/store/undo.c
src_store_libstore_a_SOURCES += src/store/undo.h
src_store_libstore_a_SOURCES += src/store/wagon_rows.h
src_store_libstore_a_SOURCES += src/store/embedded.h
src_store_libstore_a_SOURCES += src/store/queries.h
src_store_libstore_a_SOURCES += src/store/store.h

# The SQL of schema/ as C.
nodist_src_store_libstore_a_SOURCES = src/store/schema_sql.c src/store/projection_sql.c
EXTRA_DIST += src/store/embed.awk
CLEANFILES += src/store/schema_sql.c src/store/projection_sql.c

src/store/schema_sql.c: $(schema_migrations) src/store/embed.awk
	$(AM_V_GEN)$(MKDIR_P) $(@D) && cd $(srcdir) && \
	$(AWK) -v table=schema -f src/store/embed.awk $(schema_migrations) \
	  >$(abs_builddir)/$@.tmp && cd $(abs_builddir) && mv $@.tmp $@

src/store/projection_sql.c: schema/projection.sql src/store/embed.awk
	$(AM_V_GEN)$(MKDIR_P) $(@D) && cd $(srcdir) && \
	$(AWK) -v table=projection -f src/store/embed.awk schema/projection.sql \
	  >$(abs_builddir)/$@.tmp && cd $(abs_builddir) && mv $@.tmp $@
src_store_libstore_a_SOURCES += src/store/check.c src/store/check.h
src_store_libstore_a_SOURCES += src/store/queries_shift.c src/store/queries_shift.h
