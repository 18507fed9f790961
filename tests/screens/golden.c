/* SPDX-License-Identifier: ISC */
/* Pictures of screens against files. */
#include "config.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "app/import.h"
#include "app/train.h"
#include "base/alloc.h"
#include "base/utf8.h"
#include "i18n/i18n.h"
#include "i18n/message.h"
#include "golden.h"

#define NOW 1795488171000 /* 2026-11-24T07:42:51+05:00 */
#define SHOWN_DIFFERENCES 12

static void
must(bool ok, const struct rc_error *err)
{
    if (!ok) {
        struct buf text = {0};

        message_line(&text, err);
        fprintf(stderr, "# %s\n", buf_text(&text));
        buf_release(&text);
    }
    assert_true(ok);
}

static const char *
source_dir(void)
{
    const char *dir = getenv("top_srcdir");

    if (!dir)
        fail_msg("top_srcdir is not set (run the tests by make check)");
    return dir;
}

static void
import_sample(struct golden *g, const char *sample)
{
    struct rc_error err = {0};
    struct import list = {0};
    struct buf path = {0};
    struct app *app = app_open(g->dir, NULL, true, &g->env, &err);
    int64_t train;
    bool added;

    must(app != NULL, &err);
    buf_addf(&path, "%s/checklists/samples/%s", source_dir(), sample);
    must(import_read(app, buf_text(&path), &list, &err), &err);
    must(import_save(app, &list, 1, &train, &added, &err), &err);
    import_release(&list);
    buf_release(&path);
    app_close(app);
}

static void
begin(struct golden *g, const char *lang)
{
    const char *tmp = getenv("TMPDIR");

    *g = (struct golden){.came_from = -1};
    assert_true(i18n_select(lang));
    snprintf(g->lang, sizeof g->lang, "%s", lang);
    rc_env_fake(&g->env, (struct moment){.ms = NOW, .offset_min = 300}, 0);
    snprintf(g->dir, sizeof g->dir, "%s/railcheck-screens-XXXXXX",
             tmp && strlen(tmp) < 32 ? tmp : "/tmp");
    assert_non_null(mkdtemp(g->dir));
}

static void
start(struct golden *g, const char *data_dir)
{
    struct rc_error err = {0};
    struct surface s;

    must(ui_init(&g->ui, &g->env, data_dir, NULL, "", false, &err), &err);
    g->ui.hints = HINTS_OFF; /* tests of the hints switch them on */
    must(ui_start(&g->ui, NULL, &err), &err);
    /* Screens that page learn their size from the first picture. */
    surface_init(&s, 24, 80);
    ui_draw(&g->ui, &s);
    surface_release(&s);
}

void
golden_open(struct golden *g, const char *lang, const char *sample)
{
    struct rc_error err = {0};

    begin(g, lang);
    must(app_init(g->dir, "Алтынколь", "Сотрудник 101", "101", source_dir(), &g->env, &err), &err);
    if (sample)
        import_sample(g, sample);
    start(g, g->dir);
}

void
golden_open_new(struct golden *g, const char *lang)
{
    begin(g, lang);
    /* The first start shows where the data will be: a name that is the same at every run. */
    g->came_from = open(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    assert_true(g->came_from >= 0);
    assert_int_equal(chdir(g->dir), 0);
    start(g, "railcheck-data");
}

void
golden_close(struct golden *g)
{
    struct buf command = {0};

    ui_release(&g->ui);
    if (g->came_from >= 0) {
        assert_int_equal(fchdir(g->came_from), 0);
        close(g->came_from);
    }
    rc_env_release(&g->env);
    buf_addf(&command, "rm -rf '%s'", g->dir);
    assert_int_equal(system(buf_text(&command)), 0);
    buf_release(&command);
}

static struct key
key_named(const char *name)
{
    static const char *const names[RK_CODES] = {
#define X(id, text) [id] = text,
        KEY_NAMES(X)
#undef X
    };
    struct key key = {.code = RK_CHAR};

    for (int i = RK_CHAR + 1; i < RK_CODES; i++) {
        if (strcmp(names[i], name) == 0)
            return (struct key){.code = (enum key_code)i};
    }
    if (strcmp(name, "Space") == 0)
        key.ch = ' ';
    else if (strcmp(name, "Ctrl-L") == 0)
        key.ch = 0x0c;
    else if (utf8_decode(name, strlen(name), &key.ch) != strlen(name))
        fail_msg("%s is no key", name);
    return key;
}

/* Calls each with every word of words. */
static void
each_word(struct golden *g, const char *words, void (*each)(struct golden *g, const char *word))
{
    while (*words) {
        size_t len = strcspn(words, " ");
        char *word = rc_memdup(words, len);

        if (len)
            each(g, word);
        free(word);
        words += len + (words[len] == ' ');
    }
}

static void
feed(struct golden *g, const char *name)
{
    struct key key = key_named(name);

    assert_true(ui_key(&g->ui, &key));
}

void
golden_keys(struct golden *g, const char *keys)
{
    each_word(g, keys, feed);
}

void
golden_type(struct golden *g, const char *text)
{
    while (*text) {
        struct key key = {.code = RK_CHAR};

        text += utf8_decode(text, strlen(text), &key.ch);
        assert_true(ui_key(&g->ui, &key));
    }
}

static void
act(struct golden *g, const char *name)
{
    enum action action = action_named(name);

    if (action == ACT_NONE)
        fail_msg("%s is no action", name);
    assert_true(ui_action(&g->ui, action));
}

void
golden_actions(struct golden *g, const char *names)
{
    each_word(g, names, act);
}

const char *
golden_top(const struct golden *g)
{
    return g->ui.depth ? g->ui.stack[g->ui.depth - 1]->ops->name : "";
}

static char *
read_file(const char *path)
{
    FILE *file = fopen(path, "r");
    struct buf text = {0};
    char part[4096];
    size_t n;

    if (!file)
        return NULL;
    while ((n = fread(part, 1, sizeof part, file)) > 0)
        buf_add(&text, part, n);
    fclose(file);
    return buf_detach(&text);
}

static void
write_file(const char *path, const char *text)
{
    FILE *file = fopen(path, "w");

    if (!file)
        fail_msg("cannot write %s (is the folder there?)", path);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

/* Says the lines that differ; true when none does. */
static bool
same(const char *path, const char *want, const char *got)
{
    int line = 1, differences = 0;

    while (*want || *got) {
        size_t a = strcspn(want, "\n"), b = strcspn(got, "\n");

        if ((a != b || memcmp(want, got, a) != 0) && ++differences <= SHOWN_DIFFERENCES) {
            if (differences == 1)
                fprintf(stderr, "# %s differs (GENERATE=1 rewrites it)\n", path);
            fprintf(stderr, "# %3d want %.*s\n#      got %.*s\n", line, (int)a, want, (int)b, got);
        }
        want += a + (want[a] == '\n');
        got += b + (got[b] == '\n');
        line++;
    }
    if (differences > SHOWN_DIFFERENCES)
        fprintf(stderr, "# … %d lines differ\n", differences);
    return differences == 0;
}

void
golden_check(struct golden *g, const char *name, int rows, int cols)
{
    struct buf path = {0}, got = {0};
    struct surface s;
    char *want;
    bool ok;

    buf_addf(&path, "%s/tests/screens/golden/%s.%s.%dx%d.txt", source_dir(), name, g->lang, cols,
             rows);
    surface_init(&s, rows, cols);
    ui_draw(&g->ui, &s);
    surface_dump(&s, &got);
    surface_release(&s);
    if (getenv("GENERATE"))
        write_file(buf_text(&path), buf_text(&got));
    want = read_file(buf_text(&path));
    if (!want)
        fprintf(stderr, "# there is no %s (GENERATE=1 writes it)\n", buf_text(&path));
    ok = want && same(buf_text(&path), want, buf_text(&got));
    free(want);
    buf_release(&got);
    buf_release(&path);
    assert_true(ok);
}

void
golden_check_sizes(struct golden *g, const char *name)
{
    golden_check(g, name, 24, 80);
    golden_check(g, name, 30, 100);
    golden_check(g, name, 18, 60);
    golden_check(g, name, 40, 60); /* a tablet upright */
    /* What comes next sees the usual size. */
    g->ui.rows = 24;
    g->ui.cols = 80;
}

void
golden_check_screen(struct golden *g)
{
    golden_check_sizes(g, golden_top(g));
}
