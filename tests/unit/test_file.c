/* SPDX-License-Identifier: ISC */
/* Files whole: what is read, what is refused, and that a write leaves the old or the new content.
 */
#include "config.h"

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <sys/resource.h>
#include <sys/stat.h>
#include <dirent.h>
#include <fcntl.h>
#include <ftw.h>
#include <signal.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/buf.h"
#include "exchange/file.h"

struct place {
    char dir[64];
    char path[128];
};

static int
set_up(void **state)
{
    struct place *p = calloc(1, sizeof *p);
    if (!p)
        return -1;
    snprintf(p->dir, sizeof p->dir, "/tmp/railcheck-file-XXXXXX");
    *state = p;
    return mkdtemp(p->dir) ? 0 : -1;
}

static int
remove_one(const char *path, const struct stat *st, int type, struct FTW *walk)
{
    (void)st, (void)type, (void)walk;
    return remove(path);
}

static int
tear_down(void **state)
{
    struct place *p = *state;
    int failed = nftw(p->dir, remove_one, 8, FTW_DEPTH | FTW_PHYS);
    free(p);
    return failed;
}

static const char *
in(struct place *p, const char *name)
{
    snprintf(p->path, sizeof p->path, "%s/%s", p->dir, name);
    return p->path;
}

static void
make(struct place *p, const char *name, const void *bytes, size_t len)
{
    int fd = open(in(p, name), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, bytes, len), len);
    close(fd);
}

static size_t
entries(const char *dir)
{
    DIR *folder = opendir(dir);
    size_t n = 0;
    assert_non_null(folder);
    while (readdir(folder))
        n++;
    closedir(folder);
    return n - 2;
}

static void
assert_content(struct place *p, const char *name, const char *bytes, size_t len)
{
    struct buf content = {0};
    assert_true(file_read(in(p, name), 1 << 20, &content, NULL));
    assert_int_equal(content.len, len);
    assert_memory_equal(buf_text(&content), bytes, len);
    buf_release(&content);
}

static void
a_file_is_read_whole_and_added(void **state)
{
    struct place *p = *state;
    struct buf content = {0};
    struct rc_error err = {.code = RC_OK};
    char big[50000];
    memset(big, 'x', sizeof big);
    make(p, "a", "x\0y\r\n", 5);
    make(p, "big", big, sizeof big);
    buf_adds(&content, "before ");
    assert_true(file_read(in(p, "a"), 5, &content, &err));
    assert_int_equal(content.len, 12);
    assert_memory_equal(content.data, "before x\0y\r\n", 12);
    buf_release(&content);
    assert_content(p, "big", big, sizeof big);
    make(p, "none", "", 0);
    assert_content(p, "none", "", 0);
}

static void
a_link_to_a_file_is_followed(void **state)
{
    struct place *p = *state;
    make(p, "a", "text", 4);
    assert_int_equal(symlink("a", in(p, "link")), 0);
    assert_content(p, "link", "text", 4);
}

static void
a_file_larger_than_allowed_is_refused(void **state)
{
    struct place *p = *state;
    struct buf content = {0};
    struct rc_error err = {.code = RC_OK};
    make(p, "a", "123456", 6);
    assert_false(file_read(in(p, "a"), 5, &content, &err));
    assert_int_equal(err.code, RC_E_TOO_LARGE);
    assert_string_equal(err.arg[0], p->path);
    assert_string_equal(err.arg[1], "5 bytes");
    /* Says 0 bytes to fstat, so that only the reading can tell. */
    err.code = RC_OK;
    assert_false(file_read("/proc/self/maps", 1, &content, &err));
    assert_int_equal(err.code, RC_E_TOO_LARGE);
    buf_release(&content);
}

static void
what_is_no_regular_file_is_refused_without_waiting(void **state)
{
    struct place *p = *state;
    struct buf content = {0};
    struct rc_error err = {.code = RC_OK};
    assert_int_equal(mkfifo(in(p, "fifo"), 0600), 0);
    assert_false(file_read(p->path, 100, &content, &err));
    assert_int_equal(err.code, RC_E_NOT_A_FILE);
    err.code = RC_OK;
    assert_false(file_read(p->dir, 100, &content, &err));
    assert_int_equal(err.code, RC_E_NOT_A_FILE);
    err.code = RC_OK;
    assert_false(file_read("/dev/zero", 100, &content, &err));
    assert_int_equal(err.code, RC_E_NOT_A_FILE);
    err.code = RC_OK;
    assert_false(file_read(in(p, "missing"), 100, &content, &err));
    assert_int_equal(err.code, RC_E_OPEN);
    assert_string_equal(err.arg[1], strerror(ENOENT));
    assert_int_equal(content.len, 0);
    buf_release(&content);
}

static void
a_write_makes_and_replaces_and_leaves_nothing_else(void **state)
{
    struct place *p = *state;
    struct rc_error err = {.code = RC_OK};
    struct stat st;
    assert_true(file_write(p->dir, "a.csv", "old", 3, &err));
    assert_content(p, "a.csv", "old", 3);
    assert_true(file_write(p->dir, "a.csv", "n\0w", 3, &err));
    assert_content(p, "a.csv", "n\0w", 3);
    assert_true(file_write(p->dir, "none", "", 0, &err));
    assert_content(p, "none", "", 0);
    assert_int_equal(stat(in(p, "a.csv"), &st), 0);
    assert_int_equal(st.st_mode & 07777, 0600);
    assert_int_equal(entries(p->dir), 2);
}

/* A link planted at the name is replaced, what it points to stays. */
static void
a_write_does_not_follow_a_link(void **state)
{
    struct place *p = *state;
    struct rc_error err = {.code = RC_OK};
    struct stat st;
    make(p, "precious", "keep", 4);
    assert_int_equal(symlink("precious", in(p, "a.csv")), 0);
    assert_true(file_write(p->dir, "a.csv", "new", 3, &err));
    assert_content(p, "precious", "keep", 4);
    assert_content(p, "a.csv", "new", 3);
    assert_int_equal(lstat(in(p, "a.csv"), &st), 0);
    assert_true(S_ISREG(st.st_mode));
}

/* The limit on the file size makes write(2) take a part, then fail. */
static void
a_write_that_fails_midway_leaves_the_old_content(void **state)
{
    struct place *p = *state;
    struct rc_error err = {.code = RC_OK};
    struct rlimit old, limit;
    static const char big[20000] = "new";
    assert_true(file_write(p->dir, "a.csv", "old", 3, &err));
    signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &old), 0);
    limit = (struct rlimit){.rlim_cur = 5000, .rlim_max = old.rlim_max};
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
    bool ok = file_write(p->dir, "a.csv", big, sizeof big, &err);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &old), 0);
    assert_false(ok);
    assert_int_equal(err.code, RC_E_WRITE);
    assert_string_equal(err.arg[0], in(p, "a.csv"));
    assert_string_equal(err.arg[1], strerror(EFBIG));
    assert_content(p, "a.csv", "old", 3);
    assert_int_equal(entries(p->dir), 1);
}

static void
a_write_that_cannot_be_done_says_why(void **state)
{
    struct place *p = *state;
    struct rc_error err = {.code = RC_OK};
    assert_false(file_write(in(p, "missing"), "a", "x", 1, &err));
    assert_int_equal(err.code, RC_E_OPEN);
    assert_int_equal(mkdir(in(p, "folder"), 0700), 0);
    err.code = RC_OK;
    assert_false(file_write(p->dir, "folder", "x", 1, &err));
    assert_int_equal(err.code, RC_E_WRITE);
    assert_int_equal(entries(p->dir), 1);
    assert_false(file_write(p->dir, "../a", "x", 1, &err));
    assert_false(file_write(p->dir, "", "x", 1, &err));
    char name[300];
    memset(name, 'n', sizeof name - 1);
    name[sizeof name - 1] = '\0';
    assert_false(file_write(p->dir, name, "x", 1, &err));
    assert_string_equal(err.arg[1], strerror(ENAMETOOLONG));
    assert_int_equal(entries(p->dir), 1);
}

/* What a killed program left behind must not block the next one. */
static void
a_leftover_temporary_file_is_no_obstacle(void **state)
{
    struct place *p = *state;
    struct rc_error err = {.code = RC_OK};
    char name[64];
    snprintf(name, sizeof name, ".a.csv.%ld-0.tmp", (long)getpid());
    make(p, name, "leftover", 8);
    assert_true(file_write(p->dir, "a.csv", "new", 3, &err));
    assert_content(p, "a.csv", "new", 3);
    assert_content(p, name, "leftover", 8);
}

static void
folders_are_made_with_their_parents(void **state)
{
    struct place *p = *state;
    struct rc_error err = {.code = RC_OK};
    struct stat st;
    mode_t mask = umask(0007);
    assert_true(file_make_dir(in(p, "a/b//c/"), &err));
    umask(mask);
    assert_int_equal(stat(in(p, "a/b/c"), &st), 0);
    assert_true(S_ISDIR(st.st_mode));
    assert_int_equal(st.st_mode & 0777, 0770);
    assert_true(file_make_dir(p->path, &err));
    assert_true(file_make_dir("/", &err));
    assert_true(file_make_dir(".", &err));
}

static void
a_folder_that_cannot_be_made_says_why(void **state)
{
    struct place *p = *state;
    struct rc_error err = {.code = RC_OK};
    make(p, "file", "x", 1);
    assert_false(file_make_dir(in(p, "file"), &err));
    assert_int_equal(err.code, RC_E_WRITE);
    assert_string_equal(err.arg[1], strerror(ENOTDIR));
    err.code = RC_OK;
    assert_false(file_make_dir(in(p, "file/below"), &err));
    assert_int_equal(err.code, RC_E_WRITE);
    assert_false(file_make_dir("", &err));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_file_is_read_whole_and_added, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_link_to_a_file_is_followed, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_file_larger_than_allowed_is_refused, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_is_no_regular_file_is_refused_without_waiting, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_write_makes_and_replaces_and_leaves_nothing_else, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_write_does_not_follow_a_link, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_write_that_fails_midway_leaves_the_old_content, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_write_that_cannot_be_done_says_why, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_leftover_temporary_file_is_no_obstacle, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(folders_are_made_with_their_parents, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_folder_that_cannot_be_made_says_why, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
