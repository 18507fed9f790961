/* SPDX-License-Identifier: ISC */
/*
 * Stands in for libFuzzer's main: runs the target on the empty input and on each file of its corpus
 * (tests/data/fuzz/SUBJECT for the program fuzz_SUBJECT, or the files named as arguments), as TAP.
 */
#include "config.h"

#include <dirent.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static unsigned cases;
static unsigned failures;

static void
run(const char *name, const uint8_t *data, size_t size)
{
    printf("# %s\n", name); /* on the way already when the target crashes */
    fflush(stdout);
    LLVMFuzzerTestOneInput(data, size);
    printf("ok %u - %s\n", ++cases, name);
}

static void
run_file(const char *path)
{
    FILE *file = fopen(path, "rb");
    uint8_t *data = NULL;
    size_t size = 0;
    size_t got = 0;

    while (file) {
        data = realloc(data, size + 65536);
        if (!data)
            abort();
        got = fread(data + size, 1, 65536, file);
        size += got;
        if (got == 0)
            break;
    }
    if (!file || ferror(file)) {
        printf("not ok %u - cannot read %s\n", ++cases, path);
        failures++;
    } else {
        /* A block of the exact size: reading past it is noticed. */
        uint8_t *exact = malloc(size ? size : 1);

        if (!exact)
            abort();
        memcpy(exact, data, size);
        run(path, exact, size);
        free(exact);
    }
    free(data);
    if (file)
        fclose(file);
}

static void
run_folder(const char *path)
{
    struct dirent **list = NULL;
    int n = scandir(path, &list, NULL, alphasort);

    for (int i = 0; i < n; i++) {
        char file[4096];
        int length = snprintf(file, sizeof file, "%s/%s", path, list[i]->d_name);

        if (list[i]->d_name[0] != '.' && length > 0 && (size_t)length < sizeof file)
            run_file(file);
        free(list[i]);
    }
    free(list);
}

int
main(int argc, char *argv[])
{
    const char *source = getenv("top_srcdir");
    const char *subject = strstr(argv[0], "fuzz_");
    char folder[4096];

    /* The program's own name is behind the last "fuzz_". */
    for (const char *next = subject; next; next = strstr(next + 1, "fuzz_"))
        subject = next;
    run("the empty input", (const uint8_t *)"", 0);
    for (int i = 1; i < argc; i++)
        run_file(argv[i]);
    if (argc == 1 && source && subject) {
        snprintf(folder, sizeof folder, "%s/tests/data/fuzz/%s", source, subject + 5);
        run_folder(folder);
    }
    printf("1..%u\n", cases);
    return failures != 0;
}
