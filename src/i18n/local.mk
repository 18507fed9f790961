# SPDX-License-Identifier: ISC

noinst_LIBRARIES += src/i18n/libi18n.a
src_i18n_libi18n_a_SOURCES =
src_i18n_libi18n_a_SOURCES += src/i18n/catalogue.h
src_i18n_libi18n_a_SOURCES += src/i18n/i18n.c src/i18n/i18n.h
src_i18n_libi18n_a_SOURCES += src/i18n/message.c src/i18n/message.h

# The translations as C.
nodist_src_i18n_libi18n_a_SOURCES = src/i18n/ru.c
EXTRA_DIST += src/i18n/po.awk src/i18n/ru.po src/i18n/extract
CLEANFILES += src/i18n/ru.c

src/i18n/ru.c: src/i18n/ru.po src/i18n/po.awk
	$(AM_V_GEN)$(MKDIR_P) $(@D) && cd $(srcdir) && \
	LC_ALL=C $(AWK) -v code=ru -f src/i18n/po.awk src/i18n/ru.po \
	  >$(abs_builddir)/$@.tmp && cd $(abs_builddir) && mv $@.tmp $@
