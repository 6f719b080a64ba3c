/*
 * Makes the N-th call of one kind on files below a folder fail, as a disk does that is full or breaks. Loaded with LD_PRELOAD:
 *   FAULT_ROOT   the folder, absolute and without links
 *   FAULT_CALL   write, sync, rename or truncate
 *   FAULT_NTH    from 1; every later call of that kind fails too when FAULT_FOREVER is set
 *   FAULT_ERRNO  5 (EIO), 16 (EBUSY) or 28 (ENOSPC)
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

static char root[PATH_MAX];
static char call[16];
static long nth = -1, done = 0;
static int code = 5, forever = 0;

__attribute__((constructor)) static void begin(void) {
  const char *folder = getenv("FAULT_ROOT"), *what = getenv("FAULT_CALL"), *which = getenv("FAULT_NTH"), *error = getenv("FAULT_ERRNO");
  if (!folder || !what || !which) return;
  snprintf(root, sizeof root, "%s", folder);
  snprintf(call, sizeof call, "%s", what);
  nth = atol(which);
  if (error) code = atoi(error);
  forever = getenv("FAULT_FOREVER") != NULL;
}

static int is_below(const char *path) { return strncmp(path, root, strlen(root)) == 0; }

static int is_ours(int fd) {
  char from[64], path[PATH_MAX];
  snprintf(from, sizeof from, "/proc/self/fd/%d", fd);
  ssize_t n = readlink(from, path, sizeof path - 1);
  if (n < 0) return 0;
  path[n] = 0;
  return is_below(path);
}

/* Whether this very call is the one that fails. */
static int fails(const char *what) {
  if (nth < 0 || strcmp(call, what) != 0) return 0;
  long number = __atomic_add_fetch(&done, 1, __ATOMIC_SEQ_CST);
  if (number != nth && !(forever && number > nth)) return 0;
  errno = code;
  return 1;
}

#define NEXT(type, name, ...) static type (*next_##name)(__VA_ARGS__); if (!next_##name) next_##name = (type (*)(__VA_ARGS__))dlsym(RTLD_NEXT, #name)

#define WRITE(name, parameters, ...) \
  ssize_t name parameters { NEXT(ssize_t, name, __VA_ARGS__); if (is_ours(fd) && fails("write")) return -1;
WRITE(write, (int fd, const void *data, size_t length), int, const void *, size_t) return next_write(fd, data, length); }
WRITE(pwrite, (int fd, const void *data, size_t length, off_t at), int, const void *, size_t, off_t) return next_pwrite(fd, data, length, at); }
WRITE(pwrite64, (int fd, const void *data, size_t length, off_t at), int, const void *, size_t, off_t) return next_pwrite64(fd, data, length, at); }
WRITE(writev, (int fd, const struct iovec *parts, int count), int, const struct iovec *, int) return next_writev(fd, parts, count); }

#define SYNC(name) int name(int fd) { NEXT(int, name, int); if (is_ours(fd) && fails("sync")) return -1; return next_##name(fd); }
SYNC(fsync)
SYNC(fdatasync)

#define TRUNCATE(name) int name(int fd, off_t size) { NEXT(int, name, int, off_t); if (is_ours(fd) && fails("truncate")) return -1; return next_##name(fd, size); }
TRUNCATE(ftruncate)
TRUNCATE(ftruncate64)

int rename(const char *from, const char *to) {
  NEXT(int, rename, const char *, const char *);
  if (is_below(from) && fails("rename")) return -1;
  return next_rename(from, to);
}
