/* SPDX-License-Identifier: ISC */
/* The stack of screens: keys to actions, actions to effects, effects to the stack, drawing. */
#include "config.h"

#include "tui/ui.h"

#include <string.h>

#include "app/people.h"
#include "base/alloc.h"
#include "i18n/i18n.h"
#include "tui/frame.h"

/* Tags of the screens that the loop itself opens; screens use positive ones. */
#define TAG_ACTION (-1)
#define TAG_LAYOUT (-2)
#define TAG_LOGIN (-3)
#define TAG_THEME (-4)
#define TAG_LANGUAGE (-5)

#define ROWS_MIN 18
#define COLS_MIN 60
#define UNKNOWN_KEYS 3 /* in a row: say something about the layout */

static struct screen *
top(const struct ui *ui)
{
    return ui->depth ? ui->stack[ui->depth - 1] : NULL;
}

static bool apply(struct ui *ui, struct effect effect);
static void reload_seen(struct ui *ui);

/* --- the stack --- */

/* Reads the top screen again; one that cannot go on is left. */
static void
reload_top(struct ui *ui)
{
    struct rc_error err = {0};
    struct screen *s;

    while ((s = top(ui)) && s->ops->reload && !s->ops->reload(s, &err)) {
        ui_error(ui, &err);
        ui->depth--;
        screen_free(s);
    }
}

static void
push(struct ui *ui, struct screen *s)
{
    if (!s)
        return;
    if (ui->depth == (ui->locked ? UI_DEPTH + UI_DEPTH_LOCKED : UI_DEPTH)) {
        screen_free(s);
        ui_say(ui, "%s", _("Too many screens are open: go back first (Esc)"));
        return;
    }
    ui->stack[ui->depth++] = s;
    reload_top(ui);
}

static bool
pop(struct ui *ui)
{
    struct screen *s = top(ui), *below;
    struct effect effect = effect_redraw();
    char *answer = s->answer;
    int tag = s->tag;
    bool go_on = true;

    s->answer = NULL;
    ui->depth--;
    screen_free(s);
    if (tag == TAG_LOGIN)
        ui->locked = false;
    reload_top(ui);
    below = top(ui);
    if (!below)
        go_on = false;
    else if (tag == TAG_ACTION)
        go_on = !answer || ui_action(ui, action_named(answer));
    else if (tag == TAG_LAYOUT) {
        if (answer)
            snprintf(ui->layout, sizeof ui->layout, "%s", strcmp(answer, "-") ? answer : "");
    } else if (tag == TAG_LANGUAGE) {
        if (answer && i18n_select(answer)) {
            reload_seen(ui);
            ui_say(ui, "%s", _("The language is English now"));
        }
    } else if (tag == TAG_THEME) {
        if (answer)
            theme_named(answer, &ui->theme);
    } else if (tag != TAG_LOGIN) {
        if (below->ops->result)
            effect = below->ops->result(below, tag, answer);
        go_on = apply(ui, effect);
    }
    free(answer);
    return go_on;
}

static bool
apply(struct ui *ui, struct effect effect)
{
    struct screen *s = top(ui);

    switch (effect.kind) {
    case EFFECT_PUSH:
        push(ui, effect.next);
        break;
    case EFFECT_REPLACE:
        if (s && effect.next) {
            ui->depth--;
            screen_free(s);
        }
        push(ui, effect.next);
        break;
    case EFFECT_POP:
        if (!s || !pop(ui))
            ui->over = true;
        break;
    case EFFECT_QUIT:
        ui->over = true;
        break;
    case EFFECT_NONE:
    case EFFECT_REDRAW:
    case EFFECT_DEFAULT:
        break;
    }
    if (!ui->depth)
        ui->over = true;
    ui_news(ui);
    return !ui->over;
}

static void
reload_seen(struct ui *ui)
{
    struct rc_error err = {0};

    /* Those below the top are read again when they come to the top, unless they are seen now. */
    for (int i = ui->depth - 1; i > 0 && ui->stack[i]->ops->overlay; i--) {
        struct screen *below = ui->stack[i - 1];

        if (below->ops->reload && !below->ops->reload(below, &err))
            ui_error(ui, &err);
    }
    reload_top(ui);
}

/* --- actions of the loop itself --- */

static struct screen *
tagged(struct screen *s, int tag)
{
    if (s)
        s->tag = tag;
    return s;
}

static struct screen *
choose_language(struct ui *ui)
{
    size_t n = 0;

    for (; n < LANGUAGES_MAX && i18n_at(n); n++) {
        bool draft;
        const char *name = i18n_name(n, &draft);

        snprintf(ui->language_words[n], sizeof ui->language_words[n], "%s%s", name,
                 draft ? _(" (draft: not reviewed yet)") : "");
        ui->language_choices[n] =
            (struct choice){.name = i18n_at(n), .label.in[0] = ui->language_words[n]};
    }
    ui->language_list = (struct choice_list){
        .name = "language", .choices = ui->language_choices, .n = n, .cap = LANGUAGES_MAX};
    return screen_choose(ui, TAG_LANGUAGE, _("Language"), &ui->language_list, NULL, i18n_code(),
                         false);
}

static struct screen *
choose_layout(struct ui *ui)
{
    static const struct {
        const char *name, *words;
    } known[] = {
        {"us", N_("us  English")},        {"ru", N_("ru  Russian")},
        {"kz", N_("kz  Kazakh")},         {"kg", N_("kg  Kyrgyz")},
        {"tj", N_("tj  Tajik")},          {"uz", N_("uz  Uzbek, Cyrillic")},
        {"tm", N_("tm  Turkmen, Latin")},
    };
    struct choice *choices = ui->layout_choices;

    choices[0] =
        (struct choice){.name = "-", .label.in[0] = _("any of them (the program guesses)")};
    for (size_t i = 0; i < ui->layouts.n; i++) {
        const char *name = ui->layouts.list[i].name, *words = name;

        for (size_t k = 0; k < ARRAY_LEN(known); k++) {
            if (strcmp(known[k].name, name) == 0)
                words = _(known[k].words);
        }
        choices[i + 1] = (struct choice){.name = name, .label.in[0] = words};
    }
    ui->layout_list = (struct choice_list){
        .name = "layout", .choices = choices, .n = ui->layouts.n + 1, .cap = ui->layouts.n + 1};
    return screen_choose(ui, TAG_LAYOUT, _("Keyboard layout"), &ui->layout_list, NULL,
                         ui->layout[0] ? ui->layout : "-", false);
}

static struct screen *
choose_theme(struct ui *ui)
{
    for (size_t i = 0; i < THEMES_COUNT; i++) {
        struct choice *choice = &ui->theme_choices[i];

        *choice = (struct choice){.name = theme_name((enum theme)i)};
        choice->label.in[0] = _(theme_words((enum theme)i));
    }
    ui->theme_list = (struct choice_list){
        .name = "theme", .choices = ui->theme_choices, .n = THEMES_COUNT, .cap = THEMES_COUNT};
    return screen_choose(ui, TAG_THEME, _("Colours"), &ui->theme_list, NULL, theme_name(ui->theme),
                         false);
}

static bool
default_action(struct ui *ui, enum action action)
{
    struct screen *s = top(ui);
    unsigned context = s->ops->context;

    switch (action) {
    case ACT_HELP:
        return apply(ui, effect_push(screen_help(ui, context)));
    case ACT_MANUAL:
        return apply(ui, effect_push(screen_manual(ui)));
    case ACT_PALETTE:
    case ACT_MENU:
        return apply(
            ui, effect_push(tagged(screen_palette(ui, context, action == ACT_MENU), TAG_ACTION)));
    case ACT_BACK:
        return apply(ui, effect_pop(s, NULL));
    case ACT_QUIT:
        return apply(ui, effect_quit());
    case ACT_LANGUAGE:
        return apply(ui, effect_push(choose_language(ui)));
    case ACT_LAYOUT:
        return apply(ui, effect_push(choose_layout(ui)));
    case ACT_THEME:
        return apply(ui, effect_push(choose_theme(ui)));
    case ACT_SWITCH:
        return apply(ui, effect_push(tagged(screen_login(ui, LOGIN_SWITCH, NULL), TAG_LOGIN)));
    case ACT_REPAINT:
        ui->repaint = true;
        break;
    default:
        if (action != ACT_NONE && !(action_info(action)->flags & ACTION_HIDDEN))
            ui_say(ui, _("%s: not possible here now"), _(action_info(action)->words));
        break;
    }
    return !ui->over;
}

bool
ui_action(struct ui *ui, enum action action)
{
    const struct action_info *info = action_info(action);
    struct screen *s = top(ui);
    struct effect effect;

    if (!s)
        return false;
    if (!(info->contexts & s->ops->context))
        return true;
    if ((info->flags & ACTION_WRITES) && ui->app && store_read_only(ui->app->store)) {
        struct rc_error err = {0};

        rc_fail(&err, RC_E_READ_ONLY, NULL, NULL);
        ui_error(ui, &err);
        return true;
    }
    effect = s->ops->act(s, action);
    return effect.kind == EFFECT_DEFAULT ? default_action(ui, action) : apply(ui, effect);
}

/* A character that is no command here. */
static void
unknown_key(struct ui *ui, const struct key *key)
{
    if (key->code != RK_CHAR || layout_key(&ui->layouts, ui->layout, key->ch))
        return;
    if (++ui->unknown_keys < UNKNOWN_KEYS)
        return;
    ui->unknown_keys = 0;
    ui_say(ui, "%s",
           _("No known layout has these characters. Choose yours: F2, then Keyboard layout"));
}

void
ui_lock(struct ui *ui, enum login_for what, const char *badge)
{
    ui->locked = true;
    push(ui, tagged(screen_login(ui, what, badge), TAG_LOGIN));
}

bool
ui_idle(struct ui *ui)
{
    bool needed = true;

    if (!ui->app || ui->locked || ui->env->uptime(ui->env->context) - ui->last_key < UI_IDLE_MS)
        return false;
    /* When it cannot be read whether it is needed, it is. */
    if (people_login_needed(ui->app, &needed, NULL) && !needed)
        return false;
    ui->message[0] = '\0';
    ui_lock(ui, LOGIN_LOCK, ui->app->badge);
    return true;
}

/* The F-bar works like its keys, everything else is the screen's. */
static bool
clicked(struct ui *ui, const struct key *key)
{
    struct screen *s = top(ui);

    if (key->row == ui->rows - 1 && ui->cols > 0) {
        struct key bar = {.code = (enum key_code)(RK_F1 + frame_bar_at(s, ui->cols, key->col))};

        return ui_key(ui, &bar);
    }
    return !s->ops->click || apply(ui, s->ops->click(s, key->row, key->col));
}

/* A digit where one can go to a wagon: the beginning of its number, its place, or a seal that is
 * being scanned. */
static bool
begins_number(const struct ui *ui, const struct key *key)
{
    return key->code == RK_CHAR && (top(ui)->ops->context & IN_GO) &&
           layout_digit(&ui->layouts, ui->layout, key->ch);
}

bool
ui_key(struct ui *ui, const struct key *key)
{
    struct screen *s = top(ui);
    bool locked_now = s && ui_idle(ui);
    enum action action;

    if (!s)
        return false;
    ui->last_key = ui->env->uptime(ui->env->context);
    /* The key was meant for what is below the log-in now. */
    if (locked_now)
        return true;
    if (ui->rows && (ui->rows < ROWS_MIN || ui->cols < COLS_MIN))
        return true;
    ui->message[0] = '\0';
    if (key->code == RK_CLICK)
        return clicked(ui, key);
    if (s->ops->wants && s->ops->wants(s, key)) {
        ui->unknown_keys = 0;
        return apply(ui, s->ops->text(s, key));
    }
    action = keymap_action(s->ops->context, key, &ui->layouts, ui->layout);
    if (action == ACT_NONE && begins_number(ui, key)) {
        ui->unknown_keys = 0;
        return ui_action(ui, ACT_GO) && (top(ui) == s || ui_key(ui, key));
    }
    if (action == ACT_NONE) {
        unknown_key(ui, key);
        return true;
    }
    ui->unknown_keys = 0;
    return ui_action(ui, action);
}

bool
ui_refresh(struct ui *ui)
{
    int64_t version;

    if (!ui->app)
        return false;
    version = store_data_version(ui->app->store);
    if (version == ui->data_version)
        return false;
    ui->data_version = version;
    reload_seen(ui);
    return true;
}

void
ui_draw(struct ui *ui, struct surface *to)
{
    int from = ui->depth - 1;

    ui->rows = to->rows;
    ui->cols = to->cols;
    to->ascii = ui->ascii;
    surface_clear(to);
    if (to->rows < ROWS_MIN || to->cols < COLS_MIN) {
        struct buf text = {0};

        buf_addf(
            &text,
            _("The window is %d x %d; railcheck needs %d x %d. Make it larger: nothing is lost."),
            to->cols, to->rows, COLS_MIN, ROWS_MIN);
        surface_wrap(to, 0, 0, to->cols, to->rows, STYLE_NORMAL, buf_text(&text));
        buf_release(&text);
        return;
    }
    while (from > 0 && ui->stack[from]->ops->overlay)
        from--;
    for (int i = from; i >= 0 && i < ui->depth; i++) {
        /* The cursor belongs to the top screen. */
        to->cursor_row = to->cursor_col = -1;
        ui->stack[i]->ops->draw(ui->stack[i], to);
    }
}
