/* SPDX-License-Identifier: ISC */
/* Papers: 80 columns, sheets, nothing hostile, in both forms. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/utf8.h"
#include "exchange/document.h"

static void
make(struct document *d, int rows)
{
    static const char *const headings[] = {"№", "Вагон", "Что"};
    static const int widths[] = {4, 10, 20};

    document_begin(d, "Акт <title>", "foot & code", "лист", "ru");
    document_fact(d, "Пункт", "Алтынколь");
    document_heading(d, "Вагоны");
    document_table(d, 3, headings, widths);
    for (int i = 0; i < rows; i++) {
        char number[16];
        const char *row[] = {number, "22330989",
                             "слова, которые не помещаются в одну строку столбца никак"};

        snprintf(number, sizeof number, "%d", i + 1);
        document_row(d, row);
    }
    document_text(d, "hostile \033[2J\xe2\x80\xae \xff text");
    document_sign(d, "Подпись");
}

static void
no_line_is_wider_than_the_paper(void **state)
{
    struct document d;
    struct buf out = {0};

    (void)state;
    make(&d, 100);
    document_as_text(&d, &out);
    for (const char *p = buf_text(&out); *p;) {
        size_t len = strcspn(p, "\n");
        char line[1024];

        assert_true(len < sizeof line);
        memcpy(line, p, len);
        line[len] = '\0';
        assert_true(utf8_columns(line[0] == '\f' ? line + 1 : line) <= DOCUMENT_COLUMNS);
        p += len + (p[len] == '\n');
    }
    document_release(&d);
    buf_release(&out);
}

static void
sheets_are_numbered_and_no_row_is_torn(void **state)
{
    struct document d;
    struct buf out = {0};
    size_t feeds = 0, lines = 0;

    (void)state;
    make(&d, 100);
    document_as_text(&d, &out);
    for (const char *p = buf_text(&out); *p; p++) {
        if (*p == '\f') {
            feeds++;
            assert_true(lines <= DOCUMENT_LINES);
            lines = 0;
            /* A sheet begins with the number of a row, not with the rest of one. */
            assert_true(p[1] >= '0' && p[1] <= '9');
        }
        lines += *p == '\n';
    }
    assert_true(feeds >= 4);
    assert_non_null(strstr(buf_text(&out), "лист 1/"));
    document_release(&d);
    buf_release(&out);
}

static void
hostile_text_is_made_visible_in_both_forms(void **state)
{
    struct document d;
    struct buf text = {0}, html = {0};

    (void)state;
    make(&d, 1);
    document_as_text(&d, &text);
    document_as_html(&d, &html);
    assert_null(strchr(buf_text(&text), '\033'));
    assert_null(strchr(buf_text(&html), '\033'));
    assert_null(strstr(buf_text(&html), "\xe2\x80\xae"));
    assert_non_null(strstr(buf_text(&html), "Акт &lt;title&gt;"));
    assert_non_null(strstr(buf_text(&html), "foot &amp; code"));
    assert_true(utf8_valid(buf_text(&html), html.len, NULL));
    assert_null(strstr(buf_text(&html), "http")); /* loads nothing */
    document_release(&d);
    buf_release(&text);
    buf_release(&html);
}

int
main(void)
{
    const struct CMUnitTest document[] = {
        cmocka_unit_test(no_line_is_wider_than_the_paper),
        cmocka_unit_test(sheets_are_numbered_and_no_row_is_torn),
        cmocka_unit_test(hostile_text_is_made_visible_in_both_forms),
    };

    return cmocka_run_group_tests(document, NULL, NULL);
}
