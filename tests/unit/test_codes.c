/* SPDX-License-Identifier: ISC */
/* Names for codes: reading a file of them, adopting it, looking names up. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "app/codes.h"
#include "app/verify.h"
#include "base/alloc.h"
#include "base/buf.h"
#include "exchange/codes.h"
#include "exchange/file.h"

struct post {
    char dir[64];
    struct rc_env env;
    struct app *app;
};

static int
set_up(void **state)
{
    struct post *p = rc_alloc(1, sizeof *p);
    struct rc_error err = {0};

    snprintf(p->dir, sizeof p->dir, "/tmp/railcheck-codes-XXXXXX");
    assert_non_null(mkdtemp(p->dir));
    rc_env_fake(&p->env, (struct moment){1795400000000, 300}, 1000);
    assert_true(app_init(p->dir, "Post", "Officer", "1", getenv("top_srcdir"), &p->env, &err));
    p->app = app_open(p->dir, NULL, true, &p->env, &err);
    assert_non_null(p->app);
    *state = p;
    return 0;
}

static int
tear_down(void **state)
{
    struct post *p = *state;
    struct buf command = {0};

    app_close(p->app);
    buf_addf(&command, "rm -rf '%s'", p->dir);
    assert_int_equal(system(buf_text(&command)), 0);
    buf_release(&command);
    rc_env_release(&p->env);
    free(p);
    return 0;
}

/* What was wrong with the file first: RC_OK when it was adopted. */
static enum rc_code
adopt(struct post *p, const char *text, struct codes_adopted *adopted)
{
    struct notes errors = {0}, notes = {0};
    struct rc_error err = {0};
    struct buf path = {0};
    enum rc_code code = RC_OK;

    assert_true(file_write(p->dir, "codes.csv", text, strlen(text), &err));
    buf_addf(&path, "%s/codes.csv", p->dir);
    if (!codes_import(p->app, buf_text(&path), adopted, &errors, &notes, &err))
        code = errors.n ? errors.list[0].code : err.code;
    notes_release(&errors);
    notes_release(&notes);
    buf_release(&path);
    return code;
}

static void
assert_name(struct post *p, const char *list, const char *code, const char *lang, const char *want)
{
    char name[CODE_NAME];

    assert_int_equal(codes_name(p->app, list, code, lang, name), *want != '\0');
    assert_string_equal(name, want);
}

static void
a_newer_import_replaces_the_list_and_no_other(void **state)
{
    struct post *p = *state;
    struct codes_adopted adopted;
    static const char first[] = "list,code,name,name::ru\n"
                                "stations,674000,Karaganda-Ugolnaya,Караганда-Угольная\n"
                                "stations,728801,Tashguzar,\n"
                                "etsng,214043,diesel fuel,топливо дизельное\n";

    assert_int_equal(adopt(p, first, &adopted), RC_OK);
    assert_int_equal(adopted.lists, 2);
    assert_int_equal(adopted.codes, 3);
    assert_name(p, "stations", "674000", "en", "Karaganda-Ugolnaya");
    assert_name(p, "stations", "674000", "ru", "Караганда-Угольная");
    assert_name(p, "stations", "728801", "ru", "Tashguzar");
    assert_int_equal(adopt(p, first, &adopted), RC_OK);
    assert_int_equal(adopted.lists, 0);
    assert_int_equal(adopt(p, "list;code;name\nstations;728905;Dehkanabad\n", &adopted), RC_OK);
    assert_int_equal(adopted.lists, 1);
    assert_name(p, "stations", "674000", "en", "");
    assert_name(p, "stations", "728905", "en", "Dehkanabad");
    assert_name(p, "etsng", "214043", "en", "diesel fuel");
    {
        struct verification v;
        struct rc_error err = {0};

        /* The tables are what the events give. */
        assert_true(verify_records(p->app, NULL, 0, &v, &err));
    }
}

static void
a_code_without_its_check_digit_is_found(void **state)
{
    struct post *p = *state;
    struct codes_adopted adopted;

    assert_int_equal(adopt(p,
                           "list,code,name\netsng,214043,diesel fuel\nstations,674000,K\n"
                           "un,1202,gas oil\n",
                           &adopted),
                     RC_OK);
    assert_name(p, "etsng", "21404", "en", "diesel fuel");
    assert_name(p, "stations", "67400", "en", "K");
    assert_name(p, "stations", "6740", "en", "");
    assert_name(p, "etsng", "2140", "en", "");
    assert_name(p, "etsng", "2140431", "en", "");
    assert_name(p, "un", "120", "en", "");
    assert_name(p, "etsng", "", "en", "");
    assert_name(p, "none", "214043", "en", "");
}

static void
lists_of_the_program_stand_behind_those_of_the_post(void **state)
{
    struct post *p = *state;
    struct codes_adopted adopted;

    assert_name(p, "un", "1202", "en", "diesel fuel");
    assert_name(p, "un", "1005", "ru", "аммиак");
    assert_name(p, "railways", "27", "ru", "Казахстан");
    assert_name(p, "kinds", "7", "en", "tank wagon");
    assert_int_equal(adopt(p, "list,code,name\nun,1202,gas oil\n", &adopted), RC_OK);
    assert_name(p, "un", "1202", "ru", "gas oil");
    assert_name(p, "un", "1005", "en", "ammonia");
}

static void
cargo_is_named_by_the_best_that_is_known(void **state)
{
    struct post *p = *state;
    struct codes_adopted adopted;
    struct wagon_row w = {.cargo_name = "", .cargo_etsng = "", .cargo_gng = "", .un_no = "1203"};
    char out[CODE_NAME];

    assert_int_equal(adopt(p, "list,code,name\netsng,214043,diesel fuel\n", &adopted), RC_OK);
    assert_string_equal(codes_cargo(p->app, &w, "en", out), "petrol");
    w.cargo_etsng = "21404";
    assert_string_equal(codes_cargo(p->app, &w, "en", out), "diesel fuel");
    w.cargo_name = "as listed";
    assert_string_equal(codes_cargo(p->app, &w, "en", out), "as listed");
    w = (struct wagon_row){.cargo_name = "", .cargo_etsng = "16113", .cargo_gng = "", .un_no = ""};
    assert_string_equal(codes_cargo(p->app, &w, "en", out), "16113");
}

static void
broken_files_change_nothing(void **state)
{
    struct post *p = *state;
    struct codes_adopted adopted;
    static const struct {
        const char *text;
        enum rc_code code;
    } files[] = {
        {"", RC_E_CODES_EMPTY},
        {"list,code,name\n", RC_E_CODES_EMPTY},
        {"code,name\n1,2\n", RC_E_SET_NO_COLUMN},
        {"list,code,name,code\nun,1202,x,1\n", RC_E_SET_TWICE},
        {"list,code,name\nfoo,1,x\n", RC_E_CODES_LIST},
        {"list,code,name\nun,120,x\n", RC_E_CODES_SHAPE},
        {"list,code,name\nun,,x\n", RC_E_CODES_SHAPE},
        {"list,code,name\nrailways,123456789012345678901,x\n", RC_E_CODES_SHAPE},
        {"list,code,name\nun,1202,\n", RC_E_SET_EMPTY},
        {"list,code,name\nun,1202,a\nun,1203,b\nun,1202,c\n", RC_E_SET_TWICE},
        {"list,code,name\nun,1202\n", RC_E_LIST_FIELD_COUNT},
        {"list,code,name\nun,1202,a\xE2\x80\xAE\n", RC_E_CONTROL},
        {"list,code,name\nun,1202,\"a\n", RC_E_CSV_UNCLOSED},
        {"list,code,name\nun,1005,good\nun,1202,\x1b[2J\n", RC_E_CONTROL},
    };

    for (size_t i = 0; i < ARRAY_LEN(files); i++) {
        enum rc_code code = adopt(p, files[i].text, &adopted);

        if (code != files[i].code)
            fail_msg("file %zu: %s", i, rc_code_text(code));
    }
    assert_name(p, "un", "1005", "en", "ammonia");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_newer_import_replaces_the_list_and_no_other, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_code_without_its_check_digit_is_found, set_up, tear_down),
        cmocka_unit_test_setup_teardown(lists_of_the_program_stand_behind_those_of_the_post, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(cargo_is_named_by_the_best_that_is_known, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(broken_files_change_nothing, set_up, tear_down),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
