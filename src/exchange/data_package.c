/* SPDX-License-Identifier: ISC */
/* Writes datapackage.json. */
#include "config.h"

#include "exchange/data_package.h"

#include <stdbool.h>
#include <string.h>

#include "exchange/dictionary.h"

#define PROFILES "https://datapackage.org/profiles/2.0/"

/* An array of texts; NULL ends them, or max. */
static void
add_names(struct buf *out, const char *const *names, size_t max)
{
    buf_addc(out, '[');
    for (size_t i = 0; i < max && names[i]; i++) {
        if (i)
            buf_adds(out, ", ");
        buf_add_json(out, names[i]);
    }
    buf_addc(out, ']');
}

static bool
is_key(const struct table *table, const char *column)
{
    for (size_t i = 0; !table->partial && i < TABLE_KEY && table->key[i]; i++) {
        if (strcmp(table->key[i], column) == 0)
            return true;
    }
    return false;
}

static void
add_field(struct buf *out, const struct table *table, const char *column,
          enum export_profile profile)
{
    const struct column_text *entry = dictionary_find(table->name, column);
    enum column_type type = entry ? entry->type : COLUMN_STRING;

    buf_adds(out, "{\"name\": ");
    buf_add_json(out, column);
    buf_addf(out, ", \"type\": \"%s\"", column_type_name(type));
    if (profile == PROFILE_EXCEL && type == COLUMN_DATETIME)
        buf_adds(out, ", \"format\": \"%Y-%m-%d %H:%M:%S\"");
    if (profile == PROFILE_EXCEL && type == COLUMN_NUMBER)
        buf_adds(out, ", \"decimalChar\": \",\"");
    if (type == COLUMN_BOOLEAN)
        buf_adds(out, ", \"trueValues\": [\"1\"], \"falseValues\": [\"0\"]");
    if (is_key(table, column))
        buf_adds(out, ", \"constraints\": {\"required\": true}");
    buf_adds(out, ", \"description\": ");
    buf_add_json(out, entry ? entry->text : "");
    buf_addc(out, '}');
}

static bool
has_file(const struct package_file *files, size_t n, const char *table)
{
    for (size_t i = 0; i < n; i++) {
        if (strcmp(files[i].table->name, table) == 0)
            return true;
    }
    return false;
}

static void
add_references(struct buf *out, const struct table *table, const struct package_file *files,
               size_t n)
{
    bool first = true;

    for (size_t i = 0; i < TABLE_REFERENCES && table->references[i].table; i++) {
        const struct table_reference *ref = &table->references[i];

        if (!has_file(files, n, ref->table))
            continue;
        buf_adds(out, first ? ",\n        \"foreignKeys\": [\n" : ",\n");
        buf_adds(out, "          {\"fields\": ");
        add_names(out, ref->fields, TABLE_KEY);
        buf_adds(out, ", \"reference\": {\"resource\": ");
        buf_add_json(out, ref->table);
        buf_adds(out, ", \"fields\": ");
        add_names(out, ref->to, TABLE_KEY);
        buf_adds(out, "}}");
        first = false;
    }
    if (!first)
        buf_adds(out, "\n        ]");
}

static void
add_schema(struct buf *out, const struct table *table, enum export_profile profile,
           const struct package_file *files, size_t n)
{
    buf_adds(out, "      \"schema\": {\n        \"$schema\": \"" PROFILES "tableschema.json\",\n"
                  "        \"fields\": [\n");
    for (size_t i = 0; table->columns[i]; i++) {
        buf_adds(out, "          ");
        add_field(out, table, table->columns[i], profile);
        buf_adds(out, table->columns[i + 1] ? ",\n" : "\n");
    }
    buf_adds(out, "        ],\n        \"missingValues\": [\"\"],\n        ");
    buf_adds(out, table->partial ? "\"uniqueKeys\": [" : "\"primaryKey\": ");
    add_names(out, table->key, TABLE_KEY);
    if (table->partial)
        buf_addc(out, ']');
    add_references(out, table, files, n);
    buf_adds(out, "\n      }\n");
}

static void
add_resource(struct buf *out, const struct package_file *file, enum export_profile profile,
             const struct package_file *files, size_t n)
{
    buf_adds(out, "    {\n      \"$schema\": \"" PROFILES "dataresource.json\",\n"
                  "      \"name\": ");
    buf_add_json(out, file->table->name);
    buf_adds(out, ",\n      \"path\": ");
    buf_add_json(out, file->name);
    buf_adds(out, ",\n      \"type\": \"table\",\n      \"description\": ");
    buf_add_json(out, file->table->text);
    buf_addf(out,
             ",\n      \"format\": \"csv\",\n      \"mediatype\": \"text/csv\",\n"
             "      \"encoding\": \"utf-8\",\n      \"bytes\": %s,\n"
             "      \"hash\": \"sha256:%s\",\n",
             file->bytes, file->sha256);
    buf_addf(out,
             "      \"dialect\": {\"$schema\": \"" PROFILES "tabledialect.json\", "
             "\"delimiter\": \"%c\", \"lineTerminator\": \"\\r\\n\", \"quoteChar\": \"\\\"\", "
             "\"doubleQuote\": true, \"header\": true},\n",
             profile == PROFILE_EXCEL ? ';' : ',');
    add_schema(out, file->table, profile, files, n);
    buf_adds(out, "    }");
}

void
data_package_write(struct buf *out, const char *name, const char *title,
                   enum export_profile profile, const struct package_file *files, size_t n)
{
    buf_adds(out, "{\n  \"$schema\": \"" PROFILES "datapackage.json\",\n  \"name\": ");
    buf_add_json(out, name);
    buf_adds(out, ",\n  \"title\": ");
    buf_add_json(out, title);
    buf_adds(out, ",\n  \"resources\": [\n");
    for (size_t i = 0; i < n; i++) {
        add_resource(out, &files[i], profile, files, n);
        buf_adds(out, i + 1 < n ? ",\n" : "\n");
    }
    buf_adds(out, "  ]\n}\n");
}
