# SPDX-License-Identifier: ISC

# A new language: its CODE.po, and CODE.c here.
i18n_translations = src/i18n/ru.c src/i18n/kk.c src/i18n/ky.c src/i18n/uz.c src/i18n/tg.c \
    src/i18n/tk.c

noinst_LIBRARIES += src/i18n/libi18n.a
src_i18n_libi18n_a_SOURCES =
src_i18n_libi18n_a_SOURCES += src/i18n/catalogue.h
src_i18n_libi18n_a_SOURCES += src/i18n/i18n.c src/i18n/i18n.h
src_i18n_libi18n_a_SOURCES += src/i18n/message.c src/i18n/message.h

# The translations as C, and the list of them.
nodist_src_i18n_libi18n_a_SOURCES = $(i18n_translations) src/i18n/languages.c
EXTRA_DIST += src/i18n/po.awk src/i18n/extract $(i18n_translations:.c=.po)
CLEANFILES += $(i18n_translations) src/i18n/languages.c

SUFFIXES += .po
.po.c:
	$(AM_V_GEN)$(MKDIR_P) $(@D) && folder=$$(cd $(<D) && pwd) && cd $(srcdir) && \
	LC_ALL=C $(AWK) -v code=$$(basename $@ .c) -f src/i18n/po.awk "$$folder/$(<F)" \
	  >$(abs_builddir)/$@.tmp && cd $(abs_builddir) && mv $@.tmp $@

$(i18n_translations): src/i18n/po.awk

src/i18n/languages.c: src/i18n/local.mk
	$(AM_V_GEN)$(MKDIR_P) $(@D) && codes=$$(for c in $(i18n_translations); do basename $$c .c; done) && { \
	echo '#include "config.h"'; echo; echo '#include "i18n/catalogue.h"'; echo; \
	for code in $$codes; do echo "extern const struct i18n_language i18n_$$code;"; done; echo; \
	echo 'const struct i18n_language *const i18n_languages[] = {'; \
	for code in $$codes; do echo "    &i18n_$$code,"; done; \
	echo '    NULL,'; echo '};'; } >$@.tmp && mv $@.tmp $@
