/* SPDX-License-Identifier: ISC */
/* What screens read: lists in their order, search, the last place; and that every query is indexed.
 */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/alloc.h"
#include "store/connection.h"
#include "store/queries_shift.h"
#include "store_world.h"

static int
set_up(void **state)
{
    struct world *w = rc_alloc(1, sizeof *w);

    world_create(w);
    world_begin_train(w);
    world_list_wagon(w, 1, 1, "73072738", "Дизельное топливо",
                     "[[\"s1\",\"Н8453704\",\"H8453704\",\"hatch\"]]");
    world_list_wagon(w, 1, 2, "22981440", "Пшеница в мешках", NULL);
    world_list_wagon(w, 1, 3, "60711440", "Щебёнка", NULL);
    *state = w;
    return 0;
}

static int
tear_down(void **state)
{
    world_remove(*state);
    free(*state);
    return 0;
}

static void
list_train(struct world *w, int train, const char *number, long long arrived, const char *sha256)
{
    char body[400];

    snprintf(body, sizeof body,
             "{\"no\":\"%s\",\"index\":\"1-2-3\",\"direction\":\"out\",\"arrived\":%lld,"
             "\"offset\":0,\"form\":\"railcheck\",\"version\":\"" WORLD_ROUND_CHECKLIST "\","
             "\"source\":\"x.csv\",\"sha256\":\"%s\",\"level\":2}",
             number, arrived, sha256);
    world_record(w, "train.listed", train, 0, body);
}

/* Position numbers of the wagons found, in their order. */
static void
assert_found(struct wagons *found, const char *want)
{
    struct buf have = {0};

    for (size_t i = 0; i < found->n; i++)
        buf_addf(&have, "%s%d", i ? " " : "", found->rows[i].position);
    assert_string_equal(buf_text(&have), want);
    buf_release(&have);
    wagons_release(found);
}

static void
trains_come_newest_first_page_by_page(void **state)
{
    struct world *w = *state;
    struct trains t;

    list_train(w, 2, "100", 1000, "a");
    list_train(w, 3, "200", 2000, "b");
    list_train(w, 4, "100", 2000, "c"); /* at the same moment as 200 */
    assert_true(store_trains(w->store, 0, 0, 2, &t, NULL));
    assert_int_equal(t.n, 2);
    assert_string_equal(t.rows[0].number, "2401");
    assert_string_equal(t.rows[1].source_sha256, "c");
    {
        int64_t at = t.rows[1].arrived_at, id = t.rows[1].id;

        trains_release(&t);
        assert_true(store_trains(w->store, at, id, 10, &t, NULL));
    }
    assert_int_equal(t.n, 2);
    assert_string_equal(t.rows[0].number, "200");
    assert_string_equal(t.rows[1].source_sha256, "a");
    trains_release(&t);
    assert_true(store_trains_numbered(w->store, "100", &t, NULL));
    assert_int_equal(t.n, 2);
    assert_string_equal(t.rows[0].source_sha256, "c");
    trains_release(&t);
    assert_true(store_trains_numbered(w->store, "999", &t, NULL));
    assert_int_equal(t.n, 0);
    trains_release(&t);
}

static void
train_of_a_source_file_is_known(void **state)
{
    struct world *w = *state;
    struct trains t;
    int64_t id;

    assert_true(store_train_source(w->store, "feed", &id, NULL));
    assert_true(store_train(w->store, id, &t, NULL));
    assert_string_equal(t.rows[0].number, "2401");
    trains_release(&t);
    assert_true(store_train_source(w->store, "other", &id, NULL));
    assert_int_equal(id, 0);
}

static void
consist_is_in_order_with_the_trains_own_first(void **state)
{
    struct world *w = *state;
    struct wagons g;
    int64_t train;

    world_record(w, "wagon.listed", 1, 90,
                 "{\"pos\":0,\"kind\":\"train\",\"level\":1,\"n\":[0,5]}");
    assert_true(store_train_source(w->store, "feed", &train, NULL));
    assert_true(store_consist(w->store, train, false, &g, NULL));
    assert_found(&g, "1 2 3");
    assert_true(store_consist(w->store, train, true, &g, NULL));
    assert_string_equal(g.rows[0].kind, "train");
    assert_string_equal(g.rows[0].number, "");
    assert_int_equal(g.rows[0].seal_count, -1);
    assert_found(&g, "0 1 2 3");
}

static void
wagon_is_found_by_its_last_digits(void **state)
{
    static const struct {
        const char *digits, *want;
    } cases[] = {
        {"440", "3 2"}, {"0", "3 2"}, {"73072738", "1"}, {"1440", "3 2"}, {"81440", "2"},
        {"739", ""},    {"", ""},     {"%", ""},         {"\xff", ""},
    };
    struct world *w = *state;
    struct wagons g;

    world_record(w, "wagon.listed", 1, 90,
                 "{\"pos\":0,\"kind\":\"train\",\"level\":1,\"n\":[0,5]}");
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        assert_true(store_find_tail(w->store, cases[i].digits, 10, &g, NULL));
        assert_found(&g, cases[i].want);
    }
    assert_true(store_find_tail(w->store, "440", 1, &g, NULL));
    assert_found(&g, "3");
}

/* So many that they are looked through from the newest instead of sorted. */
static void
frequent_ending_gives_the_newest_too(void **state)
{
    struct world *w = *state;
    struct rc_error err = {0};
    struct wagons g;

    assert_true(store_begin(w->store, &err));
    for (int i = 100; i < 2200; i++) {
        char body[200];

        snprintf(
            body, sizeof body,
            "{\"pos\":%d,\"no\":\"%07d8\",\"tail\":\"8%c%c%c%c%c00\",\"kind\":\"x\",\"level\":1}",
            i, i, '0' + i % 10, '0' + i / 10 % 10, '0' + i / 100 % 10, '0' + i / 1000, '0');
        assert_true(world_append(w, "wagon.listed", 1, i, body, &err));
    }
    assert_true(store_commit(w->store, &err));
    assert_true(store_find_tail(w->store, "8", 3, &g, NULL));
    assert_found(&g, "2199 2198 2197");
    assert_true(store_find_tail(w->store, "1998", 3, &g, NULL));
    assert_found(&g, "2199 1199 199");
}

static void
wagon_is_found_by_words_in_any_case_and_by_their_beginnings(void **state)
{
    static const struct {
        const char *words, *want;
    } cases[] = {
        {"дизель", "1"},         {"ДИЗЕЛЬНОЕ топл", "1"},
        {"топливо пшеница", ""}, {"sender", "3 2 1"},
        {"щебенка", "3"},        {"ЩЕБЁНКА", "3"},
        {"22981440", "2"},       {"\"", ""},
        {"пшен\"ица", "2"},      {"NOT", ""},
        {"words:дизель", ""},    {"  ", ""},
        {"дизель* OR x", ""},
    };
    struct world *w = *state;
    struct rc_error err = {0};
    struct wagons g;

    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        if (!store_find_words(w->store, cases[i].words, 10, &g, &err))
            fail_msg("%s: %s", cases[i].words, err.arg[0]);
        if (strcmp(cases[i].words, "пшен\"ица") != 0)
            assert_found(&g, cases[i].want);
        else
            wagons_release(&g); /* only: no syntax error */
    }
    world_record(w, "note.added", 1, 2, "{\"text\":\"Ёлка на крыше\"}");
    assert_true(store_find_words(w->store, "елка крыша", 10, &g, NULL));
    assert_found(&g, "");
    assert_true(store_find_words(w->store, "елка крыш", 10, &g, NULL));
    assert_found(&g, "2");
}

static void
wagon_is_found_by_a_seal_expected_read_or_applied(void **state)
{
    struct world *w = *state;
    struct wagons g;

    world_record(w, "seal.read", 1, 2,
                 "{\"k\":1,\"id\":\"e1\",\"no\":\"Н8453704\",\"fold\":\"H8453704\","
                 "\"match\":\"extra\"}");
    world_record(w, "seal.applied", 1, 3,
                 "{\"k\":1,\"id\":\"e2\",\"no\":\"C55\",\"fold\":\"C55\"}");
    assert_true(store_find_seal(w->store, "H8453704", 10, &g, NULL));
    assert_found(&g, "2 1");
    assert_true(store_find_seal(w->store, "C55", 10, &g, NULL));
    assert_found(&g, "3");
    assert_true(store_find_seal(w->store, "C5", 10, &g, NULL));
    assert_found(&g, "");
    assert_true(store_find_seal(w->store, "", 10, &g, NULL));
    assert_found(&g, "");
}

static void
history_shows_other_passages_of_the_number(void **state)
{
    struct world *w = *state;
    struct wagons g;
    int64_t first = world_wagon(w, 1), again;

    list_train(w, 2, "100", 1000, "a");
    world_list_wagon(w, 2, 11, "73072738", "Water", NULL);
    again = world_wagon(w, 11);
    assert_true(store_wagon_history(w->store, "73072738", again, 10, &g, NULL));
    assert_int_equal(g.n, 1);
    assert_int_equal(g.rows[0].id, first);
    assert_found(&g, "1");
    assert_true(store_wagon_history(w->store, "73072738", 0, 10, &g, NULL));
    assert_found(&g, "11 1");
    assert_true(store_wagon_history(w->store, "", 0, 10, &g, NULL));
    assert_found(&g, "");
}

static bool
take_file(void *context, const char *path, const char *text)
{
    struct buf *all = context;

    buf_addf(all, "[%s|%s]", path, text);
    return all->len < 60;
}

static void
files_of_an_adopted_set_come_back(void **state)
{
    struct world *w = *state;
    struct buf all = {0};
    struct checklists c;

    assert_true(store_checklists(w->store, &c, NULL));
    assert_true(store_checklist_files(w->store, c.rows[0].id, take_file, &all, NULL));
    assert_string_equal(buf_text(&all),
                        "[settings.csv|form_id\r\n][modules/tank.csv|type,name\r\n]");
    /* Stops when the callback says so. */
    assert_false(store_checklist_files(w->store, c.rows[0].id, take_file, &all, NULL));
    checklists_release(&c);
    buf_release(&all);
}

static void
last_place_and_last_answer_are_remembered(void **state)
{
    struct world *w = *state;
    int64_t train, wagon, at;
    char key[64];

    assert_true(store_last_place(w->store, &train, &wagon, key, sizeof key, NULL));
    assert_int_equal(wagon, 0); /* listing is no work */
    assert_string_equal(key, "");
    assert_true(store_last_answer(w->store, w->actor, &at, NULL));
    assert_int_equal(at, 0);
    world_record(w, "answer.set", 1, 2, "{\"s\":[[\"TNK-7\",\"+\"]],\"n\":[1,24]}");
    list_train(w, 2, "100", 1000, "a");
    world_list_wagon(w, 2, 11, "73072738", "Water", NULL);
    assert_true(store_last_place(w->store, &train, &wagon, key, sizeof key, NULL));
    assert_int_equal(wagon, world_wagon(w, 2));
    assert_string_equal(key, "TNK-7");
    assert_true(store_last_answer(w->store, w->actor, &at, NULL));
    assert_int_equal(at, w->at - 3000);
    assert_true(store_last_answer(w->store, "nobody", &at, NULL));
    assert_int_equal(at, 0);
}

static void
what_was_typed_last_comes_first_and_once(void **state)
{
    struct world *w = *state;
    struct texts t;

    world_record(w, "answer.set", 1, 2, "{\"s\":[[\"A\",\"v\",\"one\"]],\"n\":[1,24]}");
    world_record(w, "answer.set", 1, 2, "{\"s\":[[\"A\",\"v\",\"two\"]],\"n\":[1,24]}");
    world_record(w, "answer.set", 1, 2, "{\"s\":[[\"B\",\"v\",\"other\"]],\"n\":[1,24]}");
    world_record(w, "answer.set", 1, 2, "{\"s\":[[\"A\",\"v\",\"one\"]],\"n\":[1,24]}");
    assert_true(store_recent(w->store, RECENT_VALUE, "A", 8, &t, NULL));
    assert_int_equal(t.n, 2);
    assert_string_equal(t.rows[0], "one");
    assert_string_equal(t.rows[1], "two");
    texts_release(&t);
    assert_true(store_recent(w->store, RECENT_VALUE, "A", 1, &t, NULL));
    assert_int_equal(t.n, 1);
    texts_release(&t);
    world_record(w, "wagon.struck", 1, 2, "{\"reason\":\"not in the train\"}");
    world_record(w, "seal.read", 1, 2, "{\"k\":1,\"reason\":\"ice\",\"match\":\"no_access\"}");
    assert_true(store_recent(w->store, RECENT_REASON, "", 8, &t, NULL));
    assert_int_equal(t.n, 1); /* a choice is no text */
    assert_string_equal(t.rows[0], "not in the train");
    texts_release(&t);
}

static void
log_of_the_train_itself_leaves_its_wagons_out(void **state)
{
    struct world *w = *state;
    int64_t train;
    struct log l;

    assert_true(store_train_source(w->store, "feed", &train, NULL));
    world_record(w, "export.made", 1, 0, "{}");
    assert_true(store_log(w->store, train, 0, 10, &l, NULL));
    assert_int_equal(l.n, 2);
    assert_string_equal(l.rows[0].kind, "export.made");
    assert_int_equal(l.rows[0].seq, w->seq);
    assert_string_equal(l.rows[1].kind, "train.listed");
    log_release(&l);
    assert_true(store_log(w->store, train, 0, 1, &l, NULL));
    assert_int_equal(l.n, 1);
    log_release(&l);
}

static void
log_of_a_wagon_takes_the_bodies_apart(void **state)
{
    struct world *w = *state;
    struct log l;

    world_record(
        w, "answer.set", 1, 1,
        "{\"s\":[[\"TNK-3\",\"?\",null,\"ice\",\"later\"],[\"TNK-4\",\"+\"]],\"n\":[2,24]}");
    world_record(w, "finding.raised", 1, 1,
                 "{\"s\":[],\"f\":{\"id\":\"f9\",\"item\":\"TNK-1\",\"category\":\"SAFE\","
                 "\"severity\":3,\"description\":\"dent\"}}");
    world_record(w, "finding.closed", 1, 1,
                 "{\"id\":\"f9\",\"state\":\"withdrawn\",\"why\":\"typo\"}");
    assert_true(store_log(w->store, 0, world_wagon(w, 1), 3, &l, NULL));
    assert_int_equal(l.n, 3);
    assert_string_equal(l.rows[0].subject, "TNK-1"); /* the item of the finding */
    assert_string_equal(l.rows[0].state, "withdrawn");
    assert_string_equal(l.rows[0].why, "typo");
    assert_int_equal(l.rows[0].grade, -1);
    assert_string_equal(l.rows[1].value, "SAFE");
    assert_int_equal(l.rows[1].grade, 3);
    assert_string_equal(l.rows[1].text, "dent");
    assert_int_equal(l.rows[1].answers, 0);
    assert_string_equal(l.rows[2].subject, "TNK-3");
    assert_int_equal(l.rows[2].answers, 2);
    assert_string_equal(l.rows[2].state, "?");
    assert_string_equal(l.rows[2].reason, "ice");
    assert_string_equal(l.rows[2].text, "later");
    assert_string_equal(l.rows[2].why, "");
    assert_int_equal(l.rows[2].of, 0);
    log_release(&l);
}

/* --- plans --- */

static bool
any_event(void *context, const struct event *e, struct rc_error *err)
{
    (void)context;
    (void)err;
    return e->seq > 0;
}

static void
run_every_query(struct world *w)
{
    struct walk_row walk;
    struct texts texts;
    struct store *s = w->store;
    int64_t id = world_wagon(w, 1), at, train;
    char text[64];
    int n;
    struct trains t;
    struct mapping mapping;
    struct wagons g;
    struct answers a;
    struct seals l;
    struct findings f;
    struct gates k;
    struct log log;
    struct reviews r;
    struct facts_said said;
    bool did;

    assert_true(store_reviews(s, 1, id, &r, NULL)), reviews_release(&r);
    assert_true(store_reviews(s, 1, 0, &r, NULL)), reviews_release(&r);
    assert_true(store_facts(s, id, &said, NULL)), facts_said_release(&said);
    assert_true(store_took_part(s, 1, "x", &did, NULL));
    assert_true(store_fast(s, &n, NULL));
    assert_true(store_clock_flags(s, 1, &n, NULL));
    assert_true(store_train_source(s, "feed", &train, NULL));
    assert_true(store_trains(s, 0, 0, 5, &t, NULL)), trains_release(&t);
    assert_true(store_trains(s, 1, 1, 5, &t, NULL)), trains_release(&t);
    assert_true(store_trains_numbered(s, "1", &t, NULL)), trains_release(&t);
    assert_true(store_trains_open(s, "1", "1", &t, NULL)), trains_release(&t);
    assert_true(store_walk(s, 1, "x", &walk, NULL));
    for (int i = RECENT_DESCRIPTION; i < RECENT_KINDS; i++)
        assert_true(store_recent(s, (enum recent)i, "A", 5, &texts, NULL)), texts_release(&texts);
    assert_true(store_train_touched(s, 1, &(bool){false}, NULL));
    assert_true(store_mapping(s, "feed", &mapping, NULL)), mapping_release(&mapping);
    assert_true(store_train(s, 1, &t, NULL)), trains_release(&t);
    assert_true(store_trains_in(s, "returned", 5, &t, NULL)), trains_release(&t);
    assert_true(store_train_uuid(s, "1", &t, NULL)), trains_release(&t);
    assert_true(store_consist(s, 1, true, &g, NULL)), wagons_release(&g);
    assert_true(store_wagon(s, id, &g, NULL)), wagons_release(&g);
    assert_true(store_wagon_history(s, "1", 1, 5, &g, NULL)), wagons_release(&g);
    assert_true(store_find_tail(s, "1", 5, &g, NULL)), wagons_release(&g);
    assert_true(store_find_words(s, "a", 5, &g, NULL)), wagons_release(&g);
    assert_true(store_find_seal(s, "A", 5, &g, NULL)), wagons_release(&g);
    assert_true(store_answers(s, id, &a, NULL)), answers_release(&a);
    assert_true(store_seals(s, id, &l, NULL)), seals_release(&l);
    assert_true(store_findings(s, 1, id, &f, NULL)), findings_release(&f);
    assert_true(store_findings(s, 1, 0, &f, NULL)), findings_release(&f);
    assert_true(store_gates(s, 1, id, &k, NULL)), gates_release(&k);
    assert_true(store_gates(s, 1, 0, &k, NULL)), gates_release(&k);
    assert_true(store_undo(s, id, &at, &n, NULL));
    assert_true(store_redo(s, id, &at, &n, NULL));
    assert_true(store_log(s, 1, id, 5, &log, NULL)), log_release(&log);
    assert_true(store_log(s, 1, 0, 5, &log, NULL)), log_release(&log);
    assert_true(store_last_place(s, &at, &at, text, sizeof text, NULL));
    assert_true(store_last_answer(s, "x", &at, NULL));
    assert_true(store_failed_logins(s, "101", &(struct failed_logins){0}, NULL));
    assert_true(store_settings(s, &(struct post_settings){0}, NULL));
    assert_true(store_tip(s, w->device, &(struct tip){0}, NULL));
    assert_true(store_last_of_kind(s, w->device, "chain.sealed", &at, NULL));
    assert_true(store_events_from(s, w->device, 1, any_event, NULL, NULL));
    {
        struct open_trains open;
        struct shift_row shift;
        struct whereabouts where;

        assert_true(store_open_trains(s, &open, NULL));
        open_trains_release(&open);
        assert_true(store_shift(s, &shift, NULL));
        shift_row_release(&shift);
        assert_true(store_whereabouts(s, &where, NULL));
        whereabouts_release(&where);
    }
}

/* One of every kind, so that its statements are prepared. */
static void
record_every_kind(struct world *w)
{
    world_record(w, "answer.set", 1, 1, "{\"s\":[[\"A\",\"+\"]],\"n\":[1,2]}");
    world_record(w, "finding.raised", 1, 1, "{\"s\":[],\"f\":{\"id\":\"f\",\"severity\":1}}");
    world_record(w, "finding.changed", 1, 1, "{\"f\":{\"id\":\"f\",\"severity\":2}}");
    world_record(w, "finding.closed", 1, 1, "{\"id\":\"f\",\"state\":\"closed\"}");
    world_record(w, "seal.read", 1, 1, "{\"k\":1,\"no\":\"A\",\"fold\":\"A\",\"match\":\"extra\"}");
    world_record(w, "seal.removed", 1, 1, "{\"k\":1}");
    world_record(w, "seal.applied", 1, 1, "{\"k\":1,\"no\":\"B\",\"fold\":\"B\"}");
    world_record(w, "gate.confirmed", 1, 1, "{\"codes\":[\"H\"]}");
    world_record(w, "gate.withdrawn", 1, 1, "{\"codes\":[\"H\"]}");
    world_record(w, "note.added", 1, 1, "{\"text\":\"x\"}");
    world_record(w, "wagon.changed", 1, 1, "{\"level\":2}");
    world_record(w, "wagon.struck", 1, 1, "{\"reason\":\"x\"}");
    {
        char body[40];

        snprintf(body, sizeof body, "{\"of\":%lld}", (long long)w->seq);
        world_record(w, "undo.made", 1, 1, body);
        world_record(w, "redo.made", 1, 1, body);
    }
    world_record(w, "review.returned", 1, 1, "{\"id\":\"r1\",\"item\":\"A\",\"reason\":\"x\"}");
    world_record(w, "wagon.held", 1, 1, "{\"id\":\"r2\",\"reason\":\"x\"}");
    world_record(w, "wagon.released", 1, 1, "{\"id\":\"r3\"}");
    world_record(w, "review.accepted", 1, 0, "{\"id\":\"r4\"}");
    world_record(w, "train.held", 1, 0, "{\"id\":\"r5\",\"reason\":\"x\"}");
    world_record(w, "train.released", 1, 0, "{\"id\":\"r6\"}");
    world_record(w, "train.planned", 1, 0, "{\"departs\":1,\"offset\":0}");
    world_record(w, "train.walked", 1, 0, "{\"side\":\"L\",\"head\":1}");
    world_record(w, "shift.started", 0, 0, "{\"clock\":1,\"off\":0}");
    world_record(w, "shift.handed", 0, 0, "{\"id\":\"h1\",\"to\":\"101\",\"trains\":[]}");
    world_record(w, "shift.taken", 0, 0, "{\"id\":\"h1\"}");
    world_record(w, "post.changed", 0, 0, "{\"fast\":3}");
    world_record(w, "device.keyed", 0, 0, "{\"key\":\"00\"}");
    world_record(w, "officer.keyed", 0, 0, "{\"id\":\"nobody\",\"key\":\"00\"}");
    world_record(w, "wagon.moved", 1, 1, "{\"pos\":3}");
    world_record(w, "wagon.relisted", 1, 1, "{\"cargo\":\"x\",\"dropped\":[1],\"added\":[]}");
    world_record(w, "train.corrected", 1, 0, "{\"source\":\"x\",\"sha256\":\"beef\"}");
    world_record(w, "mapping.saved", 0, 0,
                 "{\"headings\":\"feed\",\"name\":\"x\",\"columns\":{\"wagon_no\":\"A\"}}");
    world_record(w, "officer.changed", 0, 0, "{\"id\":\"nobody\",\"active\":0}");
    world_record(w, "login.failed", 0, 0, "{\"badge\":\"101\"}");
    world_record(w, "login.made", 0, 0, "{}");
    world_record(w, "wagon.closed", 1, 1, "{}");
    world_record(w, "train.submitted", 1, 0, "{}");
}

/* A few rows each by nature, the members of a body, or stopped by a LIMIT along an index. */
static bool
may_scan(const char *plan, const char *sql)
{
    /* The plan holds the foreign key's look at the children, which runs only while some other key
     * is broken. */
    static const char parent[] = "INSERT OR IGNORE INTO item_key";
    static const char *const fine[] = {"SCAN o",
                                       "SCAN officer",
                                       "SCAN post",
                                       "SCAN kind",
                                       "SCAN device",
                                       "SCAN checklist",
                                       "SCAN CONSTANT ROW",
                                       "SCAN (sub",
                                       "VIRTUAL TABLE INDEX",
                                       "INDEX train_arrived"};

    for (size_t i = 0; i < ARRAY_LEN(fine); i++) {
        if (strstr(plan, fine[i]))
            return true;
    }
    if (strstr(sql, "ORDER BY e.id DESC LIMIT 3000")) /* the newest, along the key */
        return true;
    return strncmp(sql, parent, strlen(parent)) == 0;
}

static void
no_statement_walks_through_a_table_that_grows(void **state)
{
    struct world *w = *state;
    const struct statements *all = &w->store->statements;
    size_t plans = 0;

    record_every_kind(w);
    run_every_query(w);
    assert_true(all->n > 70);
    for (size_t i = 0; i < all->n; i++) {
        struct buf sql = {0};
        sqlite3_stmt *plan = NULL;

        buf_addf(&sql, "EXPLAIN QUERY PLAN %s", sqlite3_sql(all->list[i]->stmt));
        if (sqlite3_prepare_v2(w->store->db, buf_text(&sql), -1, &plan, NULL) != SQLITE_OK)
            fail_msg("%s", sqlite3_errmsg(w->store->db));
        while (sqlite3_step(plan) == SQLITE_ROW) {
            const char *step = (const char *)sqlite3_column_text(plan, 3);

            plans++;
            if (strncmp(step, "SCAN", 4) == 0 && !may_scan(step, sqlite3_sql(all->list[i]->stmt)))
                fail_msg("%s: %s", step, buf_text(&sql));
            if (strstr(step, "AUTOMATIC"))
                fail_msg("%s: %s", step, buf_text(&sql));
        }
        sqlite3_finalize(plan);
        buf_release(&sql);
    }
    assert_true(plans > 70);
}

int
main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        CASE(trains_come_newest_first_page_by_page),
        CASE(train_of_a_source_file_is_known),
        CASE(consist_is_in_order_with_the_trains_own_first),
        CASE(wagon_is_found_by_its_last_digits),
        CASE(frequent_ending_gives_the_newest_too),
        CASE(wagon_is_found_by_words_in_any_case_and_by_their_beginnings),
        CASE(wagon_is_found_by_a_seal_expected_read_or_applied),
        CASE(history_shows_other_passages_of_the_number),
        CASE(files_of_an_adopted_set_come_back),
        CASE(last_place_and_last_answer_are_remembered),
        CASE(what_was_typed_last_comes_first_and_once),
        CASE(log_of_the_train_itself_leaves_its_wagons_out),
        CASE(log_of_a_wagon_takes_the_bodies_apart),
        CASE(no_statement_walks_through_a_table_that_grows),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
