/* SPDX-License-Identifier: ISC */
/* A checklist set with one mistake in it is refused, and the mistake is named with its place. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "exchange/checklist_files.h"

#define MODULE_HEAD                                                                                          \
    "type,name,label::English (en),label::Русский (ru),hint::English (en),hint::Русский (ru)," \
    "guidance_hint::English (en),guidance_hint::Русский (ru),required,relevant,constraint,"           \
    "constraint_message::English (en),constraint_message::Русский (ru),rc::unit,rc::zone,"            \
    "rc::level,rc::gates,rc::tools,rc::severity,rc::bulk,rc::source\n"

/* A small set without mistakes. */
static const struct {
    const char *path, *text;
} base[] = {
    {"settings.csv", "form_id,version,default_language,title::English (en),title::Русский (ru)\n"
                     "base,2026112401,en,Base,Основа\n"},
    {"sheets.csv", "kind,label::English (en),label::Русский (ru),scope,first_digits,modules\n"
                   "tank,Tank,Цистерна,wagon,7,one\n"
                   "flat,Flat,Платформа,wagon,4,one\n"},
    {"gates.csv", "code,label::English (en),label::Русский (ru),warning::English (en),"
                  "warning::Русский (ru),scope\n"
                  "H-STOP,Stopped?,Стоит?,Wait,Ждать,train\n"},
    {"choices.csv", "list_name,name,label::English (en),label::Русский (ru)\n"
                    "zone,papers,Papers,Документы\n"
                    "tool,EYE,Eye,Глаз\n"
                    "colour,red,Red,Красный\n"},
    {"sources.csv", "key,source,read\nS1,some rule,whole\n"},
    {"modules/one.csv", MODULE_HEAD
     "check,A-1,Label,Метка,Hint,Подсказка,Card,Карточка,yes,,,,,,papers,1,H-STOP,EYE,2,yes,V S1\n"
     "decimal,A-2,Mass,Масса,Weigh,Взвесить,Card,Карточка,yes,${loaded} = 1,. >= 0,Low,Мало,t,"
     "papers,2,,,1,no,R\n"
     "select_one colour,A-3,Colour,Цвет,Look,Смотреть,Card,Карточка,no,${A-1} = 'ok',,,,,papers,3,"
     ",,0,no,V/R S1\n"},
};

/* One mistake: in the file, the first `from` becomes `to` (NULL to: the file is missing). */
static const struct {
    const char *path, *from, *to;
    enum rc_code code;
    unsigned line, column;
} mistakes[] = {
    {"settings.csv", NULL, NULL, RC_E_SET_NO_FILE, 0, 0},
    {"settings.csv", "2026112401", "1.0", RC_E_SET_VERSION, 2, 2},
    {"settings.csv", "base,", "ba se,", RC_E_SET_NAME, 2, 1},
    {"settings.csv", "version", "versoin", RC_E_SET_NO_COLUMN, 1, 1},
    {"sheets.csv", "one\nflat", "two\nflat", RC_E_SET_UNKNOWN, 2, 6},
    {"sheets.csv", "flat,Flat", "tank,Flat", RC_E_SET_TWICE, 3, 1},
    {"sheets.csv", "wagon,4", "train car,4", RC_E_SET_SCOPE, 3, 4},
    {"sheets.csv", "wagon,4", "wagon,7", RC_E_SET_TWICE, 3, 5},
    {"sheets.csv", "wagon,4", "wagon,x", RC_E_SET_PREFIX, 3, 5},
    {"gates.csv", "Ждать,train", "Ждать,planet", RC_E_SET_SCOPE, 2, 6},
    {"gates.csv", "Stopped?", "", RC_E_SET_EMPTY, 2, 2},
    {"choices.csv", "colour,red,Red,Красный\n", "colour,red,Red,Красный\ncolour,red,R,К\n",
     RC_E_SET_TWICE, 5, 2},
    {"choices.csv", "tool,EYE", "tool,E Y E", RC_E_SET_NAME, 3, 2},
    {"choices.csv", "Красный", "Красный,more", RC_E_LIST_FIELD_COUNT, 4, 1},
    {"modules/one.csv", "check,A-1", "chekc,A-1", RC_E_SET_TYPE, 2, 1},
    {"modules/one.csv", "select_one colour", "select_one shape", RC_E_SET_UNKNOWN, 4, 1},
    {"modules/one.csv", "decimal,A-2", "decimal,A-1", RC_E_SET_TWICE, 3, 2},
    {"modules/one.csv", "Label,Метка", ",Метка", RC_E_SET_EMPTY, 2, 3},
    {"modules/one.csv", "yes,,,,,,papers", "maybe,,,,,,papers", RC_E_SET_YES_NO, 2, 9},
    {"modules/one.csv", "papers,1", "roof,1", RC_E_SET_UNKNOWN, 2, 15},
    {"modules/one.csv", "papers,1", "papers,4", RC_E_SET_RANGE, 2, 16},
    {"modules/one.csv", "H-STOP", "H-GO", RC_E_SET_UNKNOWN, 2, 17},
    {"modules/one.csv", "EYE", "NOSE", RC_E_SET_UNKNOWN, 2, 18},
    {"modules/one.csv", "EYE,2", "EYE,5", RC_E_SET_RANGE, 2, 19},
    {"modules/one.csv", "V S1\n", "S1\n", RC_E_SET_SOURCE, 2, 21},
    {"modules/one.csv", "V S1\n", "V S2\n", RC_E_SET_UNKNOWN, 2, 21},
    {"modules/one.csv", "${loaded} = 1", "${loaded} == 1", RC_E_EXPRESSION, 3, 10},
    {"modules/one.csv", "${loaded} = 1", "loaded()", RC_E_EXPRESSION_FUNCTION, 3, 10},
    {"modules/one.csv", "${loaded} = 1", "(1", RC_E_EXPRESSION_BRACKET, 3, 10},
    {"modules/one.csv", "${loaded}", "${laoded}", RC_E_SET_FACT, 3, 10},
    {"modules/one.csv", ". >= 0", ". >= ${A-9}", RC_E_SET_FACT, 3, 11},
    {"modules/one.csv", "check,A-1", "check it,A-1", RC_E_SET_TYPE, 2, 1},
    {"modules/one.csv", "select_one colour", "select_one", RC_E_SET_UNKNOWN, 4, 1},
    {"modules/one.csv", "A-2", "A.2", RC_E_SET_NAME, 3, 2},
    {"modules/one.csv", "A-2", "A-2345678901234567890123456789012345678901", RC_E_SET_NAME, 3, 2},
    {"modules/one.csv", "label::English (en)", "label::English", RC_E_SET_NO_COLUMN, 1, 1},
    {"modules/one.csv", "hint::English (en)", "label::English (en)", RC_E_SET_TWICE, 1, 5},
    {"modules/one.csv", "rc::bulk,rc::source", "rc::bulk,source", RC_E_SET_NO_COLUMN, 1, 1},
    {"modules/one.csv", "check,A-1", "begin_group,A-1", RC_E_SET_UNKNOWN, 2, 2},
    {"modules/one.csv", "check,A-1", "begin_group,papers", RC_E_SET_GROUP, 4, 1},
    {"modules/one.csv", "check,A-1", "end_group,A-1", RC_E_SET_GROUP, 2, 1},
    {"choices.csv", "label::English (en)", "label::Deutsch (de)", RC_E_SET_NO_COLUMN, 1, 1},
    {"gates.csv", "warning::English (en)", "warning", RC_E_SET_NO_COLUMN, 1, 1},
    {"sheets.csv", "wagon,4", "wagon,46 59", RC_E_SET_PREFIX, 3, 5},
    {"settings.csv", "2401,en", "2401,", RC_E_SET_EMPTY, 2, 3},
    {"settings.csv", "2401,en", "2401,kk", RC_E_SET_NO_COLUMN, 1, 1},
    {"sources.csv", "key,source", "keys,source", RC_E_SET_NO_COLUMN, 1, 1},
    {"sources.csv", "S1,some rule,whole\n", "S1,some rule,whole\nS1,again,whole\n", RC_E_SET_TWICE,
     3, 1},
    {"modules/one.csv", "yes,,,,,,papers", "yes,,. > 1,,,,papers", RC_E_SET_CONSTRAINT, 2, 11},
    {"modules/one.csv", "Weigh",
     "W\xe2\x80\xae"
     "eigh",
     RC_E_CONTROL, 3, 5},
    {"modules/one.csv", "Weigh",
     "W\xff"
     "eigh",
     RC_E_UTF8, 3, 5},
    {"modules/one.csv", "Weigh", "\"We\"igh", RC_E_CSV_QUOTE, 3, 5},
};

static void
files_with(struct set_files *files, size_t mistake)
{
    for (size_t i = 0; i < ARRAY_LEN(base); i++) {
        const char *text = base[i].text, *at;
        struct buf changed = {0};

        if (mistake < ARRAY_LEN(mistakes) && strcmp(base[i].path, mistakes[mistake].path) == 0) {
            if (!mistakes[mistake].from)
                continue;
            at = strstr(text, mistakes[mistake].from);
            assert_non_null(at);
            buf_add(&changed, text, (size_t)(at - text));
            buf_adds(&changed, mistakes[mistake].to);
            buf_adds(&changed, at + strlen(mistakes[mistake].from));
            text = buf_text(&changed);
        }
        set_files_add(files, base[i].path, text, strlen(text));
        buf_release(&changed);
    }
}

static void
the_set_without_mistakes_is_read_whole(void **state)
{
    struct set_files files = {0};
    struct notes errors = {0}, notes = {0};
    struct checklist *set;

    (void)state;
    files_with(&files, ARRAY_LEN(mistakes));
    set = checklist_read(&files, "", &errors, &notes);
    assert_non_null(set);
    assert_int_equal(notes.n, 0);
    assert_string_equal(checklist_item(set, "A-2")->unit, "t");
    assert_string_equal(checklist_item(set, "A-2")->label.in[1], "Масса");
    assert_int_equal(checklist_item(set, "A-3")->level, 3);
    assert_string_equal(checklist_item(set, "A-3")->list->name, "colour");
    assert_int_equal(checklist_item(set, "A-1")->gates, 1);
    assert_string_equal(words_in(&set->title, checklist_lang(set, "ru")), "Основа");
    checklist_free(set);
    set_files_release(&files);
    notes_release(&errors);
}

static void
each_mistake_is_named_with_file_line_and_column(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(mistakes); i++) {
        struct set_files files = {0};
        struct notes errors = {0}, notes = {0};
        bool found = false;
        char file[80];

        files_with(&files, i);
        assert_null(checklist_read(&files, "DIR", &errors, &notes));
        snprintf(file, sizeof file, "DIR/%s", mistakes[i].path);
        for (size_t e = 0; e < errors.n; e++)
            found = found || (errors.list[e].code == mistakes[i].code &&
                              errors.list[e].line == mistakes[i].line &&
                              errors.list[e].column == mistakes[i].column &&
                              strcmp(errors.list[e].file, file) == 0);
        if (!found)
            fail_msg("%s %s -> %s: code %d at %u:%u", mistakes[i].path,
                     mistakes[i].from ? mistakes[i].from : "", mistakes[i].to ? mistakes[i].to : "",
                     errors.n ? (int)errors.list[0].code : 0, errors.n ? errors.list[0].line : 0,
                     errors.n ? errors.list[0].column : 0);
        notes_release(&errors);
        notes_release(&notes);
        set_files_release(&files);
    }
}

static void
all_mistakes_are_told_in_one_run(void **state)
{
    struct set_files files = {0};
    struct notes errors = {0}, notes = {0};
    struct buf text = {0};

    (void)state;
    files_with(&files, ARRAY_LEN(mistakes));
    buf_adds(&text, MODULE_HEAD);
    for (int i = 0; i < 300; i++)
        buf_addf(&text, "rubbish,Z-%d,,,,,,,,,,,,,,,,,,,\n", i);
    set_files_add(&files, "modules/two.csv", buf_text(&text), text.len);
    assert_null(checklist_read(&files, "", &errors, &notes));
    assert_int_equal(errors.n, 100); /* and then it is enough */
    buf_release(&text);
    notes_release(&errors);
    notes_release(&notes);
    set_files_release(&files);
}

/* Makes text the only content of the module and reads the set. */
static struct checklist *
read_with_module(const char *path, const char *text, struct notes *errors)
{
    struct set_files files = {0};
    struct notes notes = {0};
    struct checklist *set;
    struct buf all = {0};

    buf_adds(&all, MODULE_HEAD);
    buf_adds(&all, text);
    for (size_t i = 0; i < ARRAY_LEN(base); i++) {
        if (strcmp(base[i].path, path) != 0)
            set_files_add(&files, base[i].path, base[i].text, strlen(base[i].text));
    }
    set_files_add(&files, path, buf_text(&all), all.len);
    set = checklist_read(&files, "", errors, &notes);
    buf_release(&all);
    notes_release(&notes);
    set_files_release(&files);
    return set;
}

static void
a_group_is_the_zone_of_the_items_inside(void **state)
{
    struct notes errors = {0};
    struct checklist *set = read_with_module("modules/one.csv",
                                             "begin_group,papers,,,,,,,,,,,,,,,,,,,\n"
                                             "check,A-1,L,М,,,,,yes,,,,,,,1,,,2,yes,R\n"
                                             "end_group,,,,,,,,,,,,,,,,,,,,\n"
                                             "begin_group papers,,,,,,,,,,,,,,,,,,,,\n"
                                             "check,A-2,L,М,,,,,yes,,,,,,,1,,,2,yes,R\n"
                                             "end_group,,,,,,,,,,,,,,,,,,,,\n",
                                             &errors);

    (void)state;
    assert_non_null(set);
    assert_string_equal(checklist_item(set, "A-1")->zone->name, "papers");
    assert_string_equal(checklist_item(set, "A-2")->zone->name, "papers");
    assert_null(checklist_item(set, "papers"));
    checklist_free(set);
}

static void
a_module_that_no_sheet_names_is_an_error(void **state)
{
    struct notes errors = {0};

    (void)state;
    assert_null(read_with_module("modules/two.csv",
                                 "check,B-1,L,М,,,,,yes,,,,,,papers,1,,,2,yes,R\n", &errors));
    assert_int_equal(errors.n, 1);
    assert_int_equal(errors.list[0].code, RC_E_SET_UNUSED);
    assert_string_equal(errors.list[0].file, "modules/two.csv");
    notes_release(&errors);
}

static void
columns_may_stand_in_any_order(void **state)
{
    static const char gates[] = "scope,warning::Русский (ru),label::Русский (ru),code,"
                                "label::English (en),warning::English (en)\n"
                                "wagon,Ждать,Стоит?,H-STOP,Stopped?,Wait\n";
    struct set_files files = {0};
    struct notes errors = {0}, notes = {0};
    struct checklist *set;

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(base); i++) {
        if (strcmp(base[i].path, "gates.csv") != 0)
            set_files_add(&files, base[i].path, base[i].text, strlen(base[i].text));
    }
    set_files_add(&files, "gates.csv", gates, strlen(gates));
    set = checklist_read(&files, "", &errors, &notes);
    assert_non_null(set);
    assert_string_equal(set->gates[0].code, "H-STOP");
    assert_string_equal(set->gates[0].warning.in[0], "Wait");
    assert_string_equal(set->gates[0].label.in[1], "Стоит?");
    assert_int_equal(set->gates[0].scope, SCOPE_WAGON);
    checklist_free(set);
    set_files_release(&files);
}

static void
an_unknown_column_and_a_missing_translation_are_only_noted(void **state)
{
    struct set_files files = {0};
    struct notes errors = {0}, notes = {0};
    struct checklist *set;

    (void)state;
    files_with(&files, ARRAY_LEN(mistakes));
    for (size_t i = 0; i < files.n; i++) {
        if (strcmp(files.files[i].path, "choices.csv") == 0) {
            free(files.files[i].text);
            files.files[i].text = rc_strdup("list_name,name,label::English (en),label::Русский "
                                            "(ru),colour of the row\n"
                                            "zone,papers,Papers,,x\ntool,EYE,Eye,Глаз,\n"
                                            "colour,red,Red,Красный,\n");
            files.files[i].len = strlen(files.files[i].text);
        }
    }
    set = checklist_read(&files, "", &errors, &notes);
    assert_non_null(set);
    assert_int_equal(notes.n, 2);
    assert_int_equal(notes.list[0].code, RC_W_SET_COLUMN);
    assert_int_equal(notes.list[1].code, RC_W_SET_UNTRANSLATED);
    assert_string_equal(words_in(&set->lists[0].choices[0].label, 1), "Papers");
    checklist_free(set);
    notes_release(&notes);
    set_files_release(&files);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_set_without_mistakes_is_read_whole),
        cmocka_unit_test(each_mistake_is_named_with_file_line_and_column),
        cmocka_unit_test(all_mistakes_are_told_in_one_run),
        cmocka_unit_test(a_group_is_the_zone_of_the_items_inside),
        cmocka_unit_test(a_module_that_no_sheet_names_is_an_error),
        cmocka_unit_test(columns_may_stand_in_any_order),
        cmocka_unit_test(an_unknown_column_and_a_missing_translation_are_only_noted),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
