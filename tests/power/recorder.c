/* Watches what a process does to one folder, and makes the disk fail on demand.

   Loaded with LD_PRELOAD. POWER_FOLDER is the folder; each change below it is appended to POWER_LOG as a record (see
   log.py), in the order in which it happened. What is written to POWER_MARKS, a file elsewhere, is recorded too: what
   the process says about itself. power_fail() lets a later call fail. Reads are counted for it, and never recorded.

   The calls go straight to the kernel, so nothing of the C library has to be looked up. 64-bit Linux with glibc. */

#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum operation { OPEN = 1, WRITE, TRUNCATE, SYNC, RENAME, LINK, UNLINK, MKDIR, RMDIR, MARK };
enum { MARKS = -1, FILES = 65536, SHORT = -1 };

struct record {
    uint32_t operation, flags;
    int64_t file, offset; /* file: the number of its opening, from 1 */
    uint32_t path, target, data, none; /* how long these are; they follow */
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int64_t opening[FILES], openings; /* by descriptor: 0 is not watched */
static int log_file = -1;
static const char *folder, *marks;

/* What fails. */

static int fail_at, fail_with, fail_for_good, calls;

void power_fail(int call, int error, int for_good) {
    pthread_mutex_lock(&lock);
    fail_at = call, fail_with = error, fail_for_good = for_good, calls = 0;
    pthread_mutex_unlock(&lock);
}

int power_calls(void) { return calls; }

enum kind { READS, WRITES, MAKES, CHANGES, SYNCS };

/* Which calls a disk in that state refuses: a full one can be read, and one that writes short does only that. */
static int concerns(enum kind kind) {
    switch (fail_with) {
    case SHORT: return kind == WRITES;
    case ENOSPC: return kind == WRITES || kind == MAKES || kind == SYNCS;
    case EROFS: return kind != READS && kind != SYNCS;
    default: return 1;
    }
}

static int fails(enum kind kind) {
    if (!fail_at || !concerns(kind)) return 0;
    calls++;
    if (calls != fail_at && !(fail_for_good && calls > fail_at)) return 0;
    if (fail_with != SHORT) errno = fail_with;
    return 1;
}

/* What is watched and recorded. */

__attribute__((constructor)) static void begin(void) {
    const char *log = getenv("POWER_LOG");
    folder = getenv("POWER_FOLDER");
    marks = getenv("POWER_MARKS");
    if (log) log_file = syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

static int watched(int at, const char *path, char *whole) {
    char place[PATH_MAX] = "";
    if (!folder) return 0;
    if (path[0] == '/') {
        snprintf(whole, PATH_MAX, "%s", path);
    } else {
        char link[40];
        snprintf(link, sizeof link, at == AT_FDCWD ? "/proc/self/cwd" : "/proc/self/fd/%d", at);
        if (readlink(link, place, sizeof place - 1) < 0) return 0;
        snprintf(whole, PATH_MAX, "%.2000s/%.2000s", place, path);
    }
    size_t length = strlen(folder);
    return !strncmp(whole, folder, length) && (whole[length] == '/' || !whole[length]);
}

static void record(enum operation operation, int flags, int64_t file, int64_t offset, const char *path,
                   const char *target, const void *data, size_t size) {
    if (log_file < 0) return;
    struct record head = {operation, flags, file, offset, strlen(path), strlen(target), size, 0};
    struct iovec parts[] = {{&head, sizeof head}, {(void *)path, head.path}, {(void *)target, head.target}, {(void *)data, size}};
    size_t all = sizeof head + head.path + head.target + size;
    if (syscall(SYS_writev, log_file, parts, 4) != (long)all) abort();
}

static int64_t file_of(int fd) { return fd >= 0 && fd < FILES ? opening[fd] : 0; }

/* Files. */

static int open_at(int at, const char *path, int flags, mode_t mode) {
    char whole[PATH_MAX];
    pthread_mutex_lock(&lock);
    int is_watched = watched(at, path, whole), fd = -1;
    int is_there = is_watched && !syscall(SYS_faccessat, at, path, F_OK);
    enum kind kind = (flags & O_CREAT) && !is_there ? MAKES : flags & (O_WRONLY | O_RDWR) ? CHANGES : READS;
    if (!is_watched || !fails(kind)) fd = syscall(SYS_openat, at, path, flags, mode);
    if (fd >= 0 && fd < FILES) {
        opening[fd] = is_watched ? ++openings : marks && !strcmp(path, marks) ? MARKS : 0;
        if (is_watched) record(OPEN, flags, openings, 0, whole, "", "", 0);
    }
    pthread_mutex_unlock(&lock);
    return fd;
}

#define OPENS(name, argument, at)                                                                                      \
    int name argument {                                                                                                \
        mode_t mode = 0;                                                                                               \
        if (flags & (O_CREAT | O_TMPFILE)) {                                                                           \
            va_list more;                                                                                              \
            va_start(more, flags);                                                                                     \
            mode = va_arg(more, int);                                                                                  \
            va_end(more);                                                                                              \
        }                                                                                                              \
        return open_at(at, path, flags, mode);                                                                         \
    }
OPENS(open, (const char *path, int flags, ...), AT_FDCWD)
OPENS(open64, (const char *path, int flags, ...), AT_FDCWD)
OPENS(openat, (int at, const char *path, int flags, ...), at)
OPENS(openat64, (int at, const char *path, int flags, ...), at)
int creat(const char *path, mode_t mode) { return open_at(AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC, mode); }
int creat64(const char *path, mode_t mode) { return creat(path, mode); }

int close(int fd) {
    pthread_mutex_lock(&lock);
    if (file_of(fd)) opening[fd] = 0;
    int result = fd == log_file ? 0 : syscall(SYS_close, fd);
    pthread_mutex_unlock(&lock);
    return result;
}

static ssize_t write_at(int fd, const void *data, size_t size, off_t offset, int has_offset) {
    ssize_t result = -1;
    pthread_mutex_lock(&lock);
    int64_t file = file_of(fd);
    int is_spoilt = file > 0 && fails(WRITES), is_short = is_spoilt && fail_with == SHORT;
    if (is_short && size > 1) size /= 2; /* no kernel ever writes nothing of something */
    if (!is_spoilt || is_short)
        result = has_offset ? syscall(SYS_pwrite64, fd, data, size, offset) : syscall(SYS_write, fd, data, size);
    if (result > 0 && file == MARKS) record(MARK, 0, 0, 0, "", "", data, result);
    if (result > 0 && file > 0)
        record(WRITE, 0, file, has_offset ? offset : lseek(fd, 0, SEEK_CUR) - result, "", "", data, result);
    pthread_mutex_unlock(&lock);
    return result;
}

ssize_t write(int fd, const void *data, size_t size) { return write_at(fd, data, size, 0, 0); }
ssize_t pwrite(int fd, const void *data, size_t size, off_t offset) { return write_at(fd, data, size, offset, 1); }
ssize_t pwrite64(int fd, const void *data, size_t size, off_t offset) { return write_at(fd, data, size, offset, 1); }

ssize_t writev(int fd, const struct iovec *parts, int count) {
    if (file_of(fd) <= 0) return syscall(SYS_writev, fd, parts, count);
    ssize_t all = 0;
    for (int i = 0; i < count; i++) {
        ssize_t done = write_at(fd, parts[i].iov_base, parts[i].iov_len, 0, 0);
        if (done < 0) return all ? all : done;
        all += done;
        if ((size_t)done < parts[i].iov_len) break;
    }
    return all;
}

/* Copying inside the kernel could not be recorded; Python then writes. */
#define REFUSES(name, out, system, ...)                                                                                \
    ssize_t name(__VA_ARGS__) {                                                                                        \
        if (file_of(out) > 0) return errno = EINVAL, -1;                                                               \
        return system;                                                                                                 \
    }
REFUSES(sendfile, out, syscall(SYS_sendfile, out, in, offset, size), int out, int in, off_t *offset, size_t size)
REFUSES(sendfile64, out, syscall(SYS_sendfile, out, in, offset, size), int out, int in, off_t *offset, size_t size)
REFUSES(copy_file_range, out, syscall(SYS_copy_file_range, in, from, out, to, size, flags), int in, off_t *from, int out,
        off_t *to, size_t size, unsigned flags)

ssize_t read(int fd, void *data, size_t size) {
    pthread_mutex_lock(&lock);
    int is_spoilt = file_of(fd) > 0 && fails(READS);
    pthread_mutex_unlock(&lock);
    return is_spoilt ? -1 : syscall(SYS_read, fd, data, size); /* unlocked: a pipe may wait for ever */
}

ssize_t pread(int fd, void *data, size_t size, off_t offset) {
    pthread_mutex_lock(&lock);
    int is_spoilt = file_of(fd) > 0 && fails(READS);
    pthread_mutex_unlock(&lock);
    return is_spoilt ? -1 : syscall(SYS_pread64, fd, data, size, offset);
}
ssize_t pread64(int fd, void *data, size_t size, off_t offset) { return pread(fd, data, size, offset); }

static int on_file(int fd, enum kind kind, enum operation operation, long number, off_t size) {
    int result = -1;
    pthread_mutex_lock(&lock);
    int64_t file = file_of(fd);
    if (file <= 0 || !fails(kind)) result = syscall(number, fd, size);
    if (!result && file > 0) record(operation, 0, file, size, "", "", "", 0);
    pthread_mutex_unlock(&lock);
    return result;
}

int ftruncate(int fd, off_t size) { return on_file(fd, CHANGES, TRUNCATE, SYS_ftruncate, size); }
int ftruncate64(int fd, off_t size) { return on_file(fd, CHANGES, TRUNCATE, SYS_ftruncate, size); }
int fsync(int fd) { return on_file(fd, SYNCS, SYNC, SYS_fsync, 0); }
int fdatasync(int fd) { return on_file(fd, SYNCS, SYNC, SYS_fdatasync, 0); }

int truncate(const char *path, off_t size) {
    int fd = open_at(AT_FDCWD, path, O_WRONLY, 0);
    if (fd < 0) return -1;
    int result = ftruncate(fd, size), error = errno;
    close(fd);
    return errno = error, result;
}
int truncate64(const char *path, off_t size) { return truncate(path, size); }

/* Names. */

static int on_names(enum operation operation, enum kind kind, int at, const char *path, int to, const char *target,
                    unsigned flags) {
    char whole[PATH_MAX], whole_target[PATH_MAX] = "";
    int result = -1;
    pthread_mutex_lock(&lock);
    int is_watched = watched(at, path, whole);
    if (target) is_watched = watched(to, target, whole_target) || is_watched;
    if (!is_watched || !fails(kind)) switch (operation) {
        case RENAME: result = syscall(SYS_renameat2, at, path, to, target, flags); break;
        case LINK: result = syscall(SYS_linkat, at, path, to, target, flags); break;
        case MKDIR: result = syscall(SYS_mkdirat, at, path, flags); break;
        default: result = syscall(SYS_unlinkat, at, path, flags);
    }
    if (!result && is_watched) record(operation, 0, 0, 0, whole, whole_target, "", 0);
    pthread_mutex_unlock(&lock);
    return result;
}

int renameat2(int at, const char *path, int to, const char *target, unsigned flags) {
    return on_names(RENAME, MAKES, at, path, to, target, flags);
}
int renameat(int at, const char *path, int to, const char *target) { return renameat2(at, path, to, target, 0); }
int rename(const char *path, const char *target) { return renameat2(AT_FDCWD, path, AT_FDCWD, target, 0); }
int linkat(int at, const char *path, int to, const char *target, int flags) {
    return on_names(LINK, MAKES, at, path, to, target, flags);
}
int link(const char *path, const char *target) { return linkat(AT_FDCWD, path, AT_FDCWD, target, 0); }
int mkdirat(int at, const char *path, mode_t mode) { return on_names(MKDIR, MAKES, at, path, 0, NULL, mode); }
int mkdir(const char *path, mode_t mode) { return mkdirat(AT_FDCWD, path, mode); }
int unlinkat(int at, const char *path, int flags) {
    return on_names(flags & AT_REMOVEDIR ? RMDIR : UNLINK, CHANGES, at, path, 0, NULL, flags);
}
int unlink(const char *path) { return unlinkat(AT_FDCWD, path, 0); }
int rmdir(const char *path) { return unlinkat(AT_FDCWD, path, AT_REMOVEDIR); }
