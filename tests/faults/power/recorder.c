/*
 * Records, in order, everything a program does to one folder and every byte it says to others, so that a power cut can be
 * played at any moment of it (replay-cut.ts). Loaded with LD_PRELOAD:
 *   RECORD_ROOT  the folder, absolute and without links
 *   RECORD_LOG   the log, appended to by every process
 *
 * One record: header, path, second path, data; appended by one writev, after the call it tells of succeeded. A sync leaves two,
 * as it begins and as it ends: only what was written before it began is durable.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum { CREATE = 'C', WRITE = 'W', TRUNCATE = 'T', SYNC_BEGINS = 'S', SYNC_ENDS = 'F', RENAME = 'R', UNLINK = 'U', FOLDER = 'D', SAID = 'A' };

struct header {
  uint32_t magic;
  uint8_t kind;
  uint8_t pad;
  uint16_t path_length;
  uint32_t thread;
  uint32_t path2_length;
  uint64_t inode;
  uint64_t offset;
  uint64_t data_length;
};

#define MAGIC 0x474c5547u
#define FIRST_FD 800

static char root[PATH_MAX];
static size_t root_length;
static int log_fd = -1;

static void *real(const char *name) { return dlsym(RTLD_NEXT, name); }
#define REAL(type, name, ...)                              \
  static type (*real_##name)(__VA_ARGS__);                 \
  if (!real_##name) real_##name = (type (*)(__VA_ARGS__))real(#name);

static int plain_open(const char *path, int flags) { return (int)syscall(SYS_openat, AT_FDCWD, path, flags, 0666); }

__attribute__((constructor)) static void begin(void) {
  const char *folder = getenv("RECORD_ROOT"), *log = getenv("RECORD_LOG");
  if (!folder || !log) return;
  snprintf(root, sizeof root, "%s", folder);
  root_length = strlen(root);
  int fd = plain_open(log, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC);
  if (fd < 0) return;
  log_fd = fcntl(fd, F_DUPFD_CLOEXEC, FIRST_FD);
  syscall(SYS_close, fd);
}

static void note(uint8_t kind, uint64_t inode, uint64_t offset, const char *path, const char *path2, const void *data, size_t length) {
  if (log_fd < 0) return;
  int kept = errno;
  struct header header = {MAGIC, kind, 0, path ? (uint16_t)strlen(path) : 0, (uint32_t)syscall(SYS_gettid), path2 ? (uint32_t)strlen(path2) : 0, inode, offset, length};
  struct iovec parts[4] = {{&header, sizeof header}, {(void *)path, header.path_length}, {(void *)path2, header.path2_length}, {(void *)data, length}};
  syscall(SYS_writev, log_fd, parts, 4);
  errno = kept;
}

/* Path below the root, or NULL when it lies elsewhere. */
static const char *below(const char *absolute) {
  if (log_fd < 0 || strncmp(absolute, root, root_length) != 0) return NULL;
  if (absolute[root_length] == 0) return "";
  return absolute[root_length] == '/' ? absolute + root_length + 1 : NULL;
}

static const char *path_of(int at, const char *path, char *space) {
  if (path[0] == '/') {
    snprintf(space, PATH_MAX, "%s", path);
  } else {
    char from[64], base[PATH_MAX];
    if (at == AT_FDCWD) snprintf(from, sizeof from, "/proc/self/cwd");
    else snprintf(from, sizeof from, "/proc/self/fd/%d", at);
    ssize_t n = readlink(from, base, sizeof base - 1);
    if (n < 0) return NULL;
    base[n] = 0;
    while (strncmp(path, "./", 2) == 0) path += 2;
    if (snprintf(space, PATH_MAX, "%s/%s", base, path) >= PATH_MAX) return NULL;
  }
  return below(space);
}

/* Whether this descriptor is a file or folder below the root; its inode. */
static int ours(int fd, uint64_t *inode) {
  struct stat about;
  char from[64], path[PATH_MAX];
  if (log_fd < 0 || fstat(fd, &about) != 0) return 0;
  if (!S_ISREG(about.st_mode) && !S_ISDIR(about.st_mode)) return 0;
  snprintf(from, sizeof from, "/proc/self/fd/%d", fd);
  ssize_t n = readlink(from, path, sizeof path - 1);
  if (n < 0) return 0;
  path[n] = 0;
  *inode = about.st_ino;
  return below(path) != NULL;
}

static int is_talk(int fd) {
  struct stat about;
  return log_fd >= 0 && fstat(fd, &about) == 0 && (S_ISSOCK(about.st_mode) || S_ISFIFO(about.st_mode));
}

static int opened(int at, const char *path, int flags, int fd, int existed) {
  char space[PATH_MAX];
  struct stat about;
  if (fd < 0 || !(flags & (O_CREAT | O_TRUNC))) return fd;
  const char *name = path_of(at, path, space);
  if (!name || fstat(fd, &about) != 0 || !S_ISREG(about.st_mode)) return fd;
  if (!existed) note(CREATE, about.st_ino, 0, name, NULL, NULL, 0);
  else if (flags & O_TRUNC) note(TRUNCATE, about.st_ino, 0, NULL, NULL, NULL, 0);
  return fd;
}

static int exists(int at, const char *path, int flags) {
  struct stat about;
  if (log_fd < 0 || !(flags & O_CREAT)) return 1;
  return fstatat(at, path, &about, 0) == 0;
}

#define OPEN(name)                                                  \
  int name(const char *path, int flags, ...) {                      \
    REAL(int, name, const char *, int, ...)                         \
    va_list rest;                                                   \
    va_start(rest, flags);                                          \
    mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0; \
    va_end(rest);                                                   \
    int existed = exists(AT_FDCWD, path, flags);                    \
    return opened(AT_FDCWD, path, flags, real_##name(path, flags, mode), existed); \
  }
OPEN(open)
OPEN(open64)

#define OPENAT(name)                                                \
  int name(int at, const char *path, int flags, ...) {              \
    REAL(int, name, int, const char *, int, ...)                    \
    va_list rest;                                                   \
    va_start(rest, flags);                                          \
    mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0; \
    va_end(rest);                                                   \
    int existed = exists(at, path, flags);                          \
    return opened(at, path, flags, real_##name(at, path, flags, mode), existed); \
  }
OPENAT(openat)
OPENAT(openat64)

int creat(const char *path, mode_t mode) { return open(path, O_CREAT | O_WRONLY | O_TRUNC, mode); }

static ssize_t written(int fd, const void *data, ssize_t n, off_t at) {
  uint64_t inode;
  if (n <= 0) return n;
  if (ours(fd, &inode)) note(WRITE, inode, at >= 0 ? (uint64_t)at : (uint64_t)(lseek(fd, 0, SEEK_CUR) - n), NULL, NULL, data, (size_t)n);
  else if (at < 0 && is_talk(fd)) note(SAID, 0, (uint64_t)fd, NULL, NULL, data, (size_t)n);
  return n;
}

ssize_t write(int fd, const void *data, size_t length) {
  REAL(ssize_t, write, int, const void *, size_t)
  return written(fd, data, real_write(fd, data, length), -1);
}

#define PWRITE(name)                                                          \
  ssize_t name(int fd, const void *data, size_t length, off_t at) {           \
    REAL(ssize_t, name, int, const void *, size_t, off_t)                     \
    return written(fd, data, real_##name(fd, data, length, at), at);          \
  }
PWRITE(pwrite)
PWRITE(pwrite64)

static ssize_t gathered(int fd, const struct iovec *parts, int count, ssize_t n, off_t at) {
  if (n <= 0 || log_fd < 0) return n;
  char *all = malloc((size_t)n);
  if (!all) abort();
  size_t done = 0;
  for (int i = 0; i < count && done < (size_t)n; i++) {
    size_t take = parts[i].iov_len < (size_t)n - done ? parts[i].iov_len : (size_t)n - done;
    memcpy(all + done, parts[i].iov_base, take);
    done += take;
  }
  written(fd, all, n, at);
  free(all);
  return n;
}

ssize_t writev(int fd, const struct iovec *parts, int count) {
  REAL(ssize_t, writev, int, const struct iovec *, int)
  return gathered(fd, parts, count, real_writev(fd, parts, count), -1);
}

#define PWRITEV(name)                                                         \
  ssize_t name(int fd, const struct iovec *parts, int count, off_t at) {      \
    REAL(ssize_t, name, int, const struct iovec *, int, off_t)                \
    return gathered(fd, parts, count, real_##name(fd, parts, count, at), at); \
  }
PWRITEV(pwritev)
PWRITEV(pwritev64)

#define SYNC(name)                                        \
  int name(int fd) {                                      \
    REAL(int, name, int)                                  \
    uint64_t inode;                                       \
    int is_ours = ours(fd, &inode);                       \
    if (is_ours) note(SYNC_BEGINS, inode, 0, NULL, NULL, NULL, 0); \
    int result = real_##name(fd);                         \
    if (is_ours && result == 0) note(SYNC_ENDS, inode, 0, NULL, NULL, NULL, 0); \
    return result;                                        \
  }
SYNC(fsync)
SYNC(fdatasync)

static int resized(int fd, off_t size, int result) {
  uint64_t inode;
  if (result == 0 && ours(fd, &inode)) note(TRUNCATE, inode, (uint64_t)size, NULL, NULL, NULL, 0);
  return result;
}

#define FTRUNCATE(name)                                   \
  int name(int fd, off_t size) {                          \
    REAL(int, name, int, off_t)                           \
    return resized(fd, size, real_##name(fd, size));      \
  }
FTRUNCATE(ftruncate)
FTRUNCATE(ftruncate64)

static int grown(int fd, off_t at, off_t length, int result) {
  struct stat about;
  if (result == 0 && fstat(fd, &about) == 0 && about.st_size <= at + length) resized(fd, about.st_size, 0);
  return result;
}

#define FALLOCATE(name)                                   \
  int name(int fd, off_t at, off_t length) {              \
    REAL(int, name, int, off_t, off_t)                    \
    return grown(fd, at, length, real_##name(fd, at, length)); \
  }
FALLOCATE(posix_fallocate)
FALLOCATE(posix_fallocate64)

int truncate(const char *path, off_t size) {
  REAL(int, truncate, const char *, off_t)
  char space[PATH_MAX];
  struct stat about;
  int result = real_truncate(path, size);
  if (result == 0 && path_of(AT_FDCWD, path, space) && stat(path, &about) == 0) note(TRUNCATE, about.st_ino, (uint64_t)size, NULL, NULL, NULL, 0);
  return result;
}

static int renamed(int from_at, const char *from, int to_at, const char *to, int result) {
  char space[PATH_MAX], space2[PATH_MAX];
  struct stat about;
  if (result != 0) return result;
  const char *name = path_of(from_at, from, space), *name2 = path_of(to_at, to, space2);
  if (name && name2 && fstatat(to_at, to, &about, AT_SYMLINK_NOFOLLOW) == 0) note(RENAME, about.st_ino, 0, name, name2, NULL, 0);
  return result;
}

int rename(const char *from, const char *to) {
  REAL(int, rename, const char *, const char *)
  return renamed(AT_FDCWD, from, AT_FDCWD, to, real_rename(from, to));
}

int renameat(int from_at, const char *from, int to_at, const char *to) {
  REAL(int, renameat, int, const char *, int, const char *)
  return renamed(from_at, from, to_at, to, real_renameat(from_at, from, to_at, to));
}

static int removed(int at, const char *path, int result) {
  char space[PATH_MAX];
  const char *name = result == 0 ? path_of(at, path, space) : NULL;
  if (name) note(UNLINK, 0, 0, name, NULL, NULL, 0);
  return result;
}

int unlink(const char *path) {
  REAL(int, unlink, const char *)
  return removed(AT_FDCWD, path, real_unlink(path));
}

int unlinkat(int at, const char *path, int flags) {
  REAL(int, unlinkat, int, const char *, int)
  return removed(at, path, real_unlinkat(at, path, flags));
}

int rmdir(const char *path) {
  REAL(int, rmdir, const char *)
  return removed(AT_FDCWD, path, real_rmdir(path));
}

int mkdir(const char *path, mode_t mode) {
  REAL(int, mkdir, const char *, mode_t)
  char space[PATH_MAX];
  struct stat about;
  int result = real_mkdir(path, mode);
  const char *name = result == 0 ? path_of(AT_FDCWD, path, space) : NULL;
  if (name && stat(path, &about) == 0) note(FOLDER, about.st_ino, 0, name, NULL, NULL, 0);
  return result;
}
