/* SPDX-License-Identifier: ISC */
/* Parses the XML of a TAF TSI message within bounds. The only file that knows expat. */
#include "config.h"

#include "exchange/taf_xml.h"

#include <expat.h>
#include <stdio.h>

#include "base/alloc.h"
#include "exchange/taf_train.h"

#define DEPTH_MAX 32
#define ELEMENTS_MAX 400000 /* 2000 wagons with their goods need a quarter of it */
#define ATTRIBUTES_MAX 4096 /* bytes of one element's attributes */
#define SECTIONS_MAX 99
#define PIECE 65536
#define SEPARATOR '\n' /* between namespace and name: cannot be in either */

struct parse {
    XML_Parser parser;
    struct taf taf;
    unsigned depth, elements;
    struct buf text;
    bool wanted; /* of the element that began last, until it ends */
};

/* A mark of the encoding, blanks, then '<'; in UTF-16 its other half is NUL. */
bool
taf_xml_seems(const char *text, size_t len)
{
    size_t at = 0;
    if (len >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0)
        at = 3;
    else if (len >= 2 && (memcmp(text, "\xFF\xFE", 2) == 0 || memcmp(text, "\xFE\xFF", 2) == 0))
        at = 2;
    if (len - at >= 2 && (text[at] == '<' || text[at + 1] == '<') &&
        (text[at] == '\0' || text[at + 1] == '\0'))
        return true;
    while (at < len && text[at] && strchr(" \t\r\n", text[at]))
        at++;
    return at < len && text[at] == '<';
}

static unsigned
line_now(const struct parse *p)
{
    return (unsigned)XML_GetCurrentLineNumber(p->parser);
}

static unsigned
column_now(const struct parse *p)
{
    return (unsigned)XML_GetCurrentColumnNumber(p->parser) + 1;
}

static void
stop(struct parse *p, enum rc_code code, const char *a)
{
    if (p->taf.list.errors->n == 0 ||
        p->taf.list.errors->list[p->taf.list.errors->n - 1].code != code)
        list_error(&p->taf.list, line_now(p), column_now(p), code, a, NULL);
    XML_StopParser(p->parser, XML_FALSE);
}

static void
stop_at(struct parse *p, enum rc_code code, unsigned limit)
{
    char text[24];
    snprintf(text, sizeof text, "%u", limit);
    stop(p, code, text);
}

/* The name behind its namespace. */
static const char *
local_name(const char *name)
{
    const char *separator = strrchr(name, SEPARATOR);
    return separator ? separator + 1 : name;
}

/* --- what expat reports --- */

static void XMLCALL
on_doctype(void *context, const char *name, const char *system, const char *public_id, int subset)
{
    (void)name;
    (void)system;
    (void)public_id;
    (void)subset;
    stop(context, RC_E_XML_DOCTYPE, NULL);
}

static void
check_root(struct parse *p, const char *name)
{
    static const char *const editions[] = {"http://taf-jsg.info/schemes",
                                           "http://www.era.europa.eu/schemes/TAFTSI/"};
    const char *local = local_name(name);
    if (strcmp(local, "TrainCompositionMessage") != 0) {
        char shown[LIST_CODE_MAX + 1];
        snprintf(shown, sizeof shown, "%.*s", (int)strcspn(local, "\x80\xFF"), local);
        stop(p, RC_E_TAF_ROOT, shown);
        return;
    }
    for (size_t i = 0; i < ARRAY_LEN(editions); i++)
        if (strncmp(name, editions[i], strlen(editions[i])) == 0)
            return;
    char edition[200];
    snprintf(edition, sizeof edition, "%.*s", local > name ? (int)(local - name) - 1 : 0, name);
    if (!list_hostile(&p->taf.list, line_now(p), column_now(p), edition))
        list_warning(&p->taf.list, line_now(p), column_now(p), RC_W_TAF_NAMESPACE, edition, NULL);
}

static void XMLCALL
on_begin(void *context, const char *name, const char **attributes)
{
    struct parse *p = context;
    size_t size = strlen(name);
    for (const char **a = attributes; *a && size <= ATTRIBUTES_MAX; a++)
        size += strlen(*a);
    if (size > ATTRIBUTES_MAX)
        stop_at(p, RC_E_XML_LARGE, ATTRIBUTES_MAX);
    else if (++p->depth > DEPTH_MAX)
        stop_at(p, RC_E_XML_DEEP, DEPTH_MAX);
    else if (++p->elements > ELEMENTS_MAX)
        stop_at(p, RC_E_XML_MANY, ELEMENTS_MAX);
    else if (p->depth == 1)
        check_root(p, name);
    else
        taf_begin(&p->taf, local_name(name), line_now(p));
    if (p->taf.section > SECTIONS_MAX)
        stop_at(p, RC_E_XML_MANY, SECTIONS_MAX);
    p->wanted = taf_wants(local_name(name));
    buf_clear(&p->text);
    if (p->taf.list.errors->n >= LIST_ERRORS_MAX)
        XML_StopParser(p->parser, XML_FALSE);
}

static void XMLCALL
on_text(void *context, const char *text, int len)
{
    struct parse *p = context;
    if (!p->wanted)
        return;
    if (p->text.len + (size_t)len > TAF_TEXT_MAX)
        stop_at(p, RC_E_XML_LARGE, TAF_TEXT_MAX);
    else
        buf_add(&p->text, text, (size_t)len);
}

static void XMLCALL
on_end(void *context, const char *name)
{
    struct parse *p = context;
    char *text = list_trimmed(p->wanted ? buf_text(&p->text) : "");
    if (p->depth > 1)
        taf_end(&p->taf, local_name(name), text, line_now(p), column_now(p));
    free(text);
    p->depth--;
    p->wanted = false;
    if (p->taf.list.errors->n >= LIST_ERRORS_MAX)
        XML_StopParser(p->parser, XML_FALSE);
}

/* --- the whole text --- */

static void
parse_text(struct parse *p, const char *text, size_t len)
{
    size_t at = 0;
    for (bool last = false; !last;) {
        size_t n = len - at < PIECE ? len - at : PIECE;
        last = at + n == len;
        if (XML_Parse(p->parser, text + at, (int)n, last) != XML_STATUS_OK) {
            enum XML_Error error = XML_GetErrorCode(p->parser);
            if (error == XML_ERROR_NO_MEMORY)
                stop(p, RC_E_MEMORY, NULL);
            else if (p->taf.list.errors->n == 0)
                stop(p, RC_E_XML, XML_ErrorString(error));
            return;
        }
        at += n;
    }
    if (p->taf.list.errors->n == 0)
        taf_finish(&p->taf);
}

bool
taf_xml_read(const char *text, size_t len, const char *file, const struct consist_options *options,
             struct consist *out, struct notes *errors, struct notes *warnings)
{
    struct parse p = {.taf = {.list = {.file = file,
                                       .offset_min = options->now.offset_min,
                                       .kinds = options->kinds,
                                       .out = out,
                                       .errors = errors,
                                       .warnings = warnings},
                              .told = options->choice.told.section}};
    list_empty(out, "taf");
    if (options->choice.encoding && *options->choice.encoding)
        list_warning(&p.taf.list, 1, 0, RC_W_XML_ENCODING, NULL, NULL);
    if (list_no_columns(&p.taf.list, &options->choice))
        p.parser = XML_ParserCreateNS(NULL, SEPARATOR);
    if (p.parser) {
        XML_SetUserData(p.parser, &p);
        XML_SetStartDoctypeDeclHandler(p.parser, on_doctype);
        XML_SetElementHandler(p.parser, on_begin, on_end);
        XML_SetCharacterDataHandler(p.parser, on_text);
        parse_text(&p, text, len);
        XML_ParserFree(p.parser);
    } else if (!errors->n)
        list_error(&p.taf.list, 1, 0, RC_E_MEMORY, NULL, NULL);
    list_end(&p.taf.list);
    taf_release(&p.taf);
    buf_release(&p.text);
    return errors->n == 0;
}
