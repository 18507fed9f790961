/* SPDX-License-Identifier: ISC */
/* Finding and reading the pages of the manual. */
#include "config.h"

#include "app/manual.h"

#include <string.h>
#include <unistd.h>

#include "app/app.h"
#include "exchange/file.h"
#include "i18n/i18n.h"

#define PAGE_BYTES_MAX ((size_t)256 << 10)

const char *
manual_name(int page)
{
    return page == MANUAL_SCREENS ? "screens" : role_name((enum role)page);
}

const char *
manual_words(int page)
{
    return page == MANUAL_SCREENS ? N_("the screens") : role_words((enum role)page);
}

/* The file of the page in this language: where the program is installed, or in its source tree. */
static bool
find_page(int page, const char *lang, size_t len, struct buf *path)
{
    static const char *const folders[] = {"manual", "src/cli/manual"};

    for (size_t i = 0; i < sizeof folders / sizeof folders[0]; i++) {
        buf_clear(path);
        buf_addf(path, "%s/%s/%s.%.*s.txt", app_package_dir(), folders[i], manual_name(page),
                 (int)len, lang);
        if (access(buf_text(path), F_OK) == 0)
            return true;
    }
    return false;
}

char *
manual_page(int page, const char *langs, struct rc_error *err)
{
    struct buf path = {0}, text = {0};
    bool found = false, done;

    while (!found && *langs) {
        size_t len = strcspn(langs, " ");

        found = find_page(page, langs, len, &path);
        langs += len + (langs[len] == ' ');
    }
    /* When there is none in English either, reading it says so. */
    if (!found && !find_page(page, "en", 2, &path)) {
        buf_clear(&path);
        buf_addf(&path, "%s/manual/%s.en.txt", app_package_dir(), manual_name(page));
    }
    done = file_read(buf_text(&path), PAGE_BYTES_MAX, &text, err);
    buf_release(&path);
    if (done)
        return buf_detach(&text);
    buf_release(&text);
    return NULL;
}

enum role
manual_first(role_set roles)
{
    for (int i = 0; i < ROLES_COUNT; i++) {
        if (roles >> i & 1)
            return (enum role)i;
    }
    return ROLE_OFFICER;
}
