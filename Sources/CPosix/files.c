#define _GNU_SOURCE
#include "files.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/random.h>
#include <sys/resource.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

static int opened(int directory, const char *name, int flags, mode_t mode) {
  int descriptor;
  do {
    descriptor = openat(directory, name, flags | O_CLOEXEC, mode);
  } while (descriptor < 0 && errno == EINTR);
  return descriptor < 0 ? -errno : descriptor;
}

int px_open_file(int directory, const char *name, bool quiet) {
  return opened(directory, name,
                O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | (quiet ? O_NOATIME : 0), 0);
}

int px_open_directory(int directory, const char *name, bool follow) {
  int flags = O_RDONLY | O_DIRECTORY | O_NONBLOCK | (follow ? 0 : O_NOFOLLOW);
  int descriptor = opened(directory, name, flags | O_NOATIME, 0);
  return descriptor == -EPERM ? opened(directory, name, flags, 0) : descriptor;
}

int px_open_followed(const char *path) {
  return opened(AT_FDCWD, path, O_RDONLY | O_NONBLOCK | O_NOCTTY, 0);
}

int px_create_private(int directory, const char *name) {
  int descriptor =
      opened(directory, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_NOCTTY, 0600);
  // The umask can only take bits away, so the file was never open to others; now it is open to its owner.
  if (descriptor >= 0 && fchmod(descriptor, 0600) != 0) {
    int error = errno;
    close(descriptor);
    unlinkat(directory, name, 0);
    return -error;
  }
  // Tells a later scan that this file is at work; where locks do not work, the file is left alone by all.
  if (descriptor >= 0) flock(descriptor, LOCK_EX | LOCK_NB);
  return descriptor;
}

int px_remove_abandoned(int directory, const char *name) {
  int descriptor = opened(directory, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY, 0);
  if (descriptor < 0) return descriptor;
  struct stat open_one, named;
  int status = -EBUSY;
  // Ours, private, nobody's at work, and still the one of that name.
  if (fstat(descriptor, &open_one) == 0 && S_ISREG(open_one.st_mode) &&
      open_one.st_uid == geteuid() && (open_one.st_mode & 0777) == 0600 &&
      flock(descriptor, LOCK_EX | LOCK_NB) == 0 &&
      fstatat(directory, name, &named, AT_SYMLINK_NOFOLLOW) == 0 &&
      named.st_dev == open_one.st_dev && named.st_ino == open_one.st_ino)
    status = unlinkat(directory, name, 0) == 0 ? 0 : -errno;
  close(descriptor);
  return status;
}

static int64_t nanoseconds(struct timespec time) {
  return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

static uint8_t kind(mode_t mode) {
  switch (mode & S_IFMT) {
    case S_IFREG: return px_kind_file;
    case S_IFDIR: return px_kind_directory;
    case S_IFLNK: return px_kind_link;
    case S_IFIFO: return px_kind_fifo;
    case S_IFSOCK: return px_kind_socket;
    case S_IFBLK:
    case S_IFCHR: return px_kind_device;
    default: return px_kind_unknown;
  }
}

static void fill(px_facts *facts, const struct stat *status) {
  facts->device = status->st_dev;
  facts->inode = status->st_ino;
  facts->links = status->st_nlink;
  facts->size = status->st_size;
  facts->modified = nanoseconds(status->st_mtim);
  facts->changed = nanoseconds(status->st_ctim);
  facts->accessed = nanoseconds(status->st_atim);
  facts->owner = status->st_uid;
  facts->group = status->st_gid;
  facts->mode = status->st_mode & 07777;
  facts->kind = kind(status->st_mode);
}

int px_facts_of(int descriptor, px_facts *facts) {
  struct stat status;
  if (fstat(descriptor, &status) != 0) return -errno;
  fill(facts, &status);
  return 0;
}

int px_facts_at(int directory, const char *name, px_facts *facts) {
  struct stat status;
  if (fstatat(directory, name, &status, AT_SYMLINK_NOFOLLOW | AT_NO_AUTOMOUNT) != 0) return -errno;
  fill(facts, &status);
  return 0;
}

int64_t px_mount_of(int descriptor) {
  struct statx status;
  if (statx(descriptor, "", AT_EMPTY_PATH | AT_STATX_DONT_SYNC, STATX_MNT_ID, &status) != 0) return -errno;
  return status.stx_mask & STATX_MNT_ID ? (int64_t)status.stx_mnt_id : -ENOTSUP;
}

int64_t px_mount_at(int directory, const char *name) {
  struct statx status;
  int flags = AT_SYMLINK_NOFOLLOW | AT_NO_AUTOMOUNT | AT_STATX_DONT_SYNC;
  if (statx(directory, name, flags, STATX_MNT_ID, &status) != 0) return -errno;
  return status.stx_mask & STATX_MNT_ID ? (int64_t)status.stx_mnt_id : -ENOTSUP;
}

int px_ask(int descriptor) {
  struct statx status;
  int flags = AT_EMPTY_PATH | AT_STATX_FORCE_SYNC;
  return statx(descriptor, "", flags, STATX_BASIC_STATS, &status) == 0 ? 0 : -errno;
}

int64_t px_entries(int directory, void *buffer, size_t capacity) {
  ssize_t count;
  do {
    count = getdents64(directory, buffer, capacity);
  } while (count < 0 && errno == EINTR);
  return count < 0 ? -errno : count;
}

uint32_t px_major(uint64_t device) { return major(device); }
uint32_t px_minor(uint64_t device) { return minor(device); }

const char *px_error_name(int number) { return strerrorname_np(number); }

static volatile sig_atomic_t noted = 0;

static void note(int signal) { noted = signal; }

int px_note_interruptions(void) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = note;
  // The second signal finds the default again, so that a hung program can still be stopped.
  action.sa_flags = SA_RESTART | SA_RESETHAND;
  sigemptyset(&action.sa_mask);
  if (sigaction(SIGINT, &action, NULL) != 0) return -errno;
  if (sigaction(SIGTERM, &action, NULL) != 0) return -errno;
  // The terminal went away; nohup has this one ignored, and means it.
  struct sigaction before;
  if (sigaction(SIGHUP, NULL, &before) != 0) return -errno;
  if (before.sa_handler != SIG_IGN && sigaction(SIGHUP, &action, NULL) != 0) return -errno;
  // Whoever started this program may have kept them from itself, and left it that way.
  sigset_t all;
  sigemptyset(&all);
  sigaddset(&all, SIGINT);
  sigaddset(&all, SIGTERM);
  sigaddset(&all, SIGHUP);
  int status = pthread_sigmask(SIG_UNBLOCK, &all, NULL);
  return -status;
}

int px_interruption(void) { return noted; }

void px_ignore_broken_pipes(void) {
  signal(SIGPIPE, SIG_IGN);
  signal(SIGXFSZ, SIG_IGN);
}

int64_t px_next_stored(int descriptor, int64_t offset) {
  off_t next = lseek(descriptor, offset, SEEK_DATA);
  if (next < 0 && errno == ENXIO) next = lseek(descriptor, 0, SEEK_END);
  return next < 0 ? -errno : next;
}

void px_die_silently(void) {
  // Swift's runtime prints registers and the memory they point to, when it finds its printer.
  const int deaths[] = {SIGQUIT, SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGSEGV, SIGTRAP};
  for (size_t index = 0; index < sizeof deaths / sizeof *deaths; index++) {
    signal(deaths[index], SIG_DFL);
  }
  // Whoever started this program may have kept some from itself, and left it that way.
  sigset_t all;
  sigemptyset(&all);
  for (size_t index = 0; index < sizeof deaths / sizeof *deaths; index++) {
    sigaddset(&all, deaths[index]);
  }
  pthread_sigmask(SIG_UNBLOCK, &all, NULL);
}

// --- What was typed

static int kept_count;
static char **kept_arguments;

// The C library hands them to what runs before main. Swift asks /proc for them, which may not be there.
__attribute__((constructor)) static void keep_arguments(int count, char **arguments) {
  kept_count = count;
  kept_arguments = arguments;
}

int px_argument_count(void) { return kept_count; }

const char *px_argument(int index) {
  return index >= 0 && index < kept_count ? kept_arguments[index] : NULL;
}

int px_random(void *buffer, size_t count) {
  unsigned char *bytes = buffer;
  while (count > 0) {
    ssize_t got = getrandom(bytes, count, 0);
    if (got < 0) {
      if (errno == EINTR) continue;
      return -errno;
    }
    bytes += got;
    count -= (size_t)got;
  }
  return 0;
}

int px_terminal_width(int descriptor) {
  struct winsize size;
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0) return -errno;
  return size.ws_col;
}

int64_t px_memory_peak(bool children) {
  struct rusage usage;
  if (getrusage(children ? RUSAGE_CHILDREN : RUSAGE_SELF, &usage) != 0) return -errno;
  return (int64_t)usage.ru_maxrss * 1024;
}

int px_processors(void) {
  cpu_set_t set;
  return sched_getaffinity(0, sizeof set, &set) == 0 ? CPU_COUNT(&set) : (int)sysconf(_SC_NPROCESSORS_ONLN);
}
