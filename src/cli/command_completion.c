/* SPDX-License-Identifier: ISC */
/* railcheck completion: a script for bash, made from the table of commands and their usage texts.
 */
#include "config.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "cli/command.h"
#include "i18n/i18n.h"

/* A usage text is read word by word: "--out DIR" is an option with a value, "--profile data|excel"
 * one with these values, "[--json]" one without; "list | add BADGE" are words to choose from. */
#define BETWEEN " []()\n"

static bool
is_language(const char *option, size_t len)
{
    return len == 6 && strncmp(option, "--lang", 6) == 0;
}

/* Options whose value is a folder. */
static bool
wants_folder(const char *value, size_t len)
{
    return len == 3 && strncmp(value, "DIR", 3) == 0;
}

static bool
is_lower(const char *word, size_t len)
{
    for (size_t i = 0; i < len; i++) {
        if (!(word[i] >= 'a' && word[i] <= 'z') && word[i] != '|' && word[i] != '-')
            return false;
    }
    return len > 0 && word[0] != '|' && word[0] != '-';
}

static bool
has_word(const struct buf *words, const char *word, size_t len)
{
    struct buf padded = {0}, all = {0};
    bool has;

    buf_addf(&padded, " %.*s ", (int)len, word);
    buf_addf(&all, " %s ", buf_text(words));
    has = strstr(buf_text(&all), buf_text(&padded)) != NULL;
    buf_release(&padded);
    buf_release(&all);
    return has;
}

static void
add_word(struct buf *out, const char *word, size_t len)
{
    if (has_word(out, word, len))
        return;
    if (out->len)
        buf_addc(out, ' ');
    buf_add(out, word, len);
}

/* Adds "a|b" as two words. */
static void
add_words(struct buf *out, const char *word, size_t len)
{
    while (len) {
        size_t n = strcspn(word, "|");

        if (n > len)
            n = len;
        if (n)
            add_word(out, word, n);
        word += n;
        len -= n;
        if (len) {
            word++;
            len--;
        }
    }
}

/* What a usage text offers: words (commands of a command, options), and a case of bash for each
 * option that has a value. */
struct offer {
    struct buf words, values;
};

static void
add_option(struct offer *o, const char *option, size_t len, const char *value, size_t value_len)
{
    struct buf list = {0};

    if (has_word(&o->words, option, len))
        return; /* of another form of the same command */
    add_words(&o->words, option, len);
    if (wants_folder(value, value_len)) {
        buf_addf(&o->values, "%.*s) COMPREPLY=($(compgen -d -- \"$cur\")); return ;;\n", (int)len,
                 option);
    } else if (is_language(option, len) ||
               (memchr(value, '|', value_len) && is_lower(value, value_len))) {
        for (size_t i = 0; is_language(option, len) && i18n_at(i); i++)
            add_word(&list, i18n_at(i), strlen(i18n_at(i)));
        if (!list.len)
            add_words(&list, value, value_len);
        buf_addf(&o->values, "%.*s) COMPREPLY=($(compgen -W '%s' -- \"$cur\")); return ;;\n",
                 (int)len, option, buf_text(&list));
    } else if (value_len && value[0] >= 'A' && value[0] <= 'Z') {
        buf_addf(&o->values, "%.*s) return ;;\n", (int)len, option);
    }
    buf_release(&list);
}

static void
read_usage(struct offer *o, const char *usage)
{
    bool first = true; /* at the beginning of what may be typed */

    for (const char *at = usage + strspn(usage, BETWEEN); *at; at += strspn(at, BETWEEN)) {
        size_t len = strcspn(at, BETWEEN);
        const char *next = at + len;

        if (strncmp(at, "--", 2) == 0) {
            /* A bracket in between ends the option. */
            const char *value = *next == ' ' ? next + 1 : "";

            add_option(o, at, len, value, strcspn(value, BETWEEN));
            if (is_lower(value, strcspn(value, BETWEEN)) && *value != '|')
                next = value + strcspn(value, BETWEEN);
        } else if (first && is_lower(at, len)) {
            add_words(&o->words, at, len);
        }
        first = len == 1 && *at == '|';
        at = next;
    }
}

static void
release_offer(struct offer *o)
{
    buf_release(&o->words);
    buf_release(&o->values);
}

static void
print_values(const struct offer *o, const char *indent)
{
    const char *line = buf_text(&o->values);

    if (!*line)
        return;
    printf("%scase $prev in\n", indent);
    while (*line) {
        size_t len = strcspn(line, "\n");

        printf("%s%.*s\n", indent, (int)len, line);
        line += len + 1;
    }
    printf("%sesac\n", indent);
}

/* The options of the program: the first word of each line of their text, with its value. */
static void
read_program_options(struct offer *o)
{
    const char *line = program_options;

    while (*line) {
        size_t len = strcspn(line, "\n");
        const char *option = line + strspn(line, " ");
        size_t name = strcspn(option, " ,\n");
        const char *value = option[name] == ' ' ? option + name + 1 : "";

        add_option(o, option, name, value, strcspn(value, BETWEEN));
        if (option[name] == ',')
            add_word(&o->words, "--version", strlen("--version"));
        line += len + (line[len] != '\0');
    }
}

static void
print_command(const struct command *command)
{
    struct offer offer = {0};

    read_usage(&offer, command->usage);
    add_word(&offer.words, "--help", strlen("--help"));
    printf("    %s)\n", command->name);
    print_values(&offer, "        ");
    printf("        words='%s' ;;\n", buf_text(&offer.words));
    release_offer(&offer);
}

int
command_completion(const struct cli *cli, int argc, char **argv)
{
    struct offer program = {0};

    (void)cli;
    (void)argv;
    if (argc > 1)
        return cli_usage("completion", _("no arguments, please"));
    read_program_options(&program);
    fputs("# bash completion for railcheck: railcheck completion prints it.\n"
          "_railcheck()\n{\n"
          "    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}\n"
          "    local command= words= i\n"
          "    for ((i = 1; i < COMP_CWORD; i++)); do\n"
          "        case ${COMP_WORDS[i]} in\n"
          "        --data|--badge|--lang|--layout|--theme) i=$((i + 1)) ;;\n"
          "        -*) ;;\n"
          "        *) command=${COMP_WORDS[i]}; break ;;\n"
          "        esac\n"
          "    done\n"
          "    COMPREPLY=()\n"
          "    case $command in\n"
          "    '')\n",
          stdout);
    print_values(&program, "        ");
    printf("        words='%s", buf_text(&program.words));
    for (const struct command *c = commands; c->name; c++)
        printf(" %s", c->name);
    fputs("' ;;\n", stdout);
    for (const struct command *c = commands; c->name; c++)
        print_command(c);
    fputs("    esac\n"
          "    COMPREPLY=($(compgen -W \"$words\" -- \"$cur\"))\n"
          "}\n"
          "complete -o default -F _railcheck railcheck\n",
          stdout);
    release_offer(&program);
    return cli_finish();
}
