#define _GNU_SOURCE
#include "lock.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

// Descriptors below this number are what a started worker gets; ours stay above, so that none is put on another's place.
enum { first_own = 10, most_passed = 64 };

static int raised(int descriptor) {
  if (descriptor < 0) return -errno;
  if (descriptor >= first_own) return descriptor;
  int copy = fcntl(descriptor, F_DUPFD_CLOEXEC, first_own);
  int error = errno;
  close(descriptor);
  return copy < 0 ? -error : copy;
}

int px_socket_pair(int *parent, int *child) {
  int pair[2];
  if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pair) != 0) return -errno;
  int first = raised(pair[0]);
  int second = raised(pair[1]);
  if (first < 0 || second < 0) {
    if (first >= 0) close(first);
    if (second >= 0) close(second);
    return first < 0 ? first : second;
  }
  *parent = first;
  *child = second;
  return 0;
}

int px_send(int socket, const void *bytes, size_t count, const int *descriptors, size_t passed,
            bool waits) {
  int flags = MSG_NOSIGNAL | (waits ? 0 : MSG_DONTWAIT);
  ssize_t sent;
  if (passed == 0) {
    do {
      sent = send(socket, bytes, count, flags);
    } while (sent < 0 && errno == EINTR);
    return sent < 0 ? -errno : 0;
  }
  if (passed > most_passed) return -EINVAL;
  union {
    struct cmsghdr head;
    char room[CMSG_SPACE(most_passed * sizeof(int))];
  } control;
  struct iovec part = {(void *)bytes, count};
  struct msghdr message = {
      .msg_iov = &part,
      .msg_iovlen = 1,
      .msg_control = &control,
      .msg_controllen = CMSG_SPACE(passed * sizeof(int)),
  };
  memset(&control, 0, sizeof control);
  struct cmsghdr *head = CMSG_FIRSTHDR(&message);
  head->cmsg_level = SOL_SOCKET;
  head->cmsg_type = SCM_RIGHTS;
  head->cmsg_len = CMSG_LEN(passed * sizeof(int));
  memcpy(CMSG_DATA(head), descriptors, passed * sizeof(int));
  do {
    sent = sendmsg(socket, &message, flags);
  } while (sent < 0 && errno == EINTR);
  return sent < 0 ? -errno : 0;
}

int64_t px_receive(int socket, void *bytes, size_t capacity, int *descriptors, size_t *passed,
                   bool waits) {
  size_t room = *passed > most_passed ? most_passed : *passed;
  *passed = 0;
  union {
    struct cmsghdr head;
    char room[CMSG_SPACE(most_passed * sizeof(int))];
  } control;
  struct iovec part = {bytes, capacity};
  struct msghdr message = {
      .msg_iov = &part,
      .msg_iovlen = 1,
      .msg_control = room > 0 ? &control : NULL,
      .msg_controllen = room > 0 ? CMSG_SPACE(room * sizeof(int)) : 0,
  };
  ssize_t count;
  do {
    count = recvmsg(socket, &message, MSG_CMSG_CLOEXEC | (waits ? 0 : MSG_DONTWAIT));
  } while (count < 0 && errno == EINTR);
  if (count < 0) return -errno;
  size_t kept = 0;
  bool is_cut = (message.msg_flags & (MSG_CTRUNC | MSG_TRUNC)) != 0;
  for (struct cmsghdr *head = CMSG_FIRSTHDR(&message); head != NULL;
       head = CMSG_NXTHDR(&message, head)) {
    if (head->cmsg_level != SOL_SOCKET || head->cmsg_type != SCM_RIGHTS) continue;
    size_t number = (head->cmsg_len - CMSG_LEN(0)) / sizeof(int);
    for (size_t index = 0; index < number; index++) {
      int descriptor;
      memcpy(&descriptor, CMSG_DATA(head) + index * sizeof(int), sizeof descriptor);
      // The kernel may pass one more than asked for, where the room is rounded up.
      if (kept < room) {
        descriptors[kept++] = descriptor;
      } else {
        close(descriptor);
        is_cut = true;
      }
    }
  }
  if (is_cut) {
    for (size_t index = 0; index < kept; index++) close(descriptors[index]);
    return -EPROTO;
  }
  *passed = kept;
  return count;
}

// --- The beat page

enum { page_size = 4096 };

int px_beat_page(void) {
  int descriptor = raised(memfd_create("beat", MFD_CLOEXEC | MFD_ALLOW_SEALING));
  if (descriptor < 0) return descriptor;
  // A page that could shrink would be a way to kill the parent (SIGBUS).
  if (ftruncate(descriptor, page_size) != 0 ||
      fcntl(descriptor, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL) != 0) {
    int error = errno;
    close(descriptor);
    return -error;
  }
  return descriptor;
}

void *px_beat_map(int descriptor) {
  void *page = mmap(NULL, page_size, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0);
  return page == MAP_FAILED ? NULL : page;
}

void px_beat_unmap(void *page) { munmap(page, page_size); }

void px_beat_note(void *page, uint64_t file) {
  __atomic_store_n((uint64_t *)page, file, __ATOMIC_RELEASE);
}

uint64_t px_beat_read(const void *page) {
  return __atomic_load_n((const uint64_t *)page, __ATOMIC_ACQUIRE);
}

// --- Processes

int px_spawn(const char *program, const char *command, const char *parent, int job, int beat) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  int error = posix_spawn_file_actions_init(&actions);
  if (error != 0) return -error;
  error = posix_spawnattr_init(&attributes);
  if (error != 0) {
    posix_spawn_file_actions_destroy(&actions);
    return -error;
  }
  // Signals that end the scan go to the whole group or unit, but the parent wants to end in good order, worker and all.
  sigset_t blocked, usual;
  sigemptyset(&blocked);
  sigaddset(&blocked, SIGINT);
  sigaddset(&blocked, SIGTERM);
  sigaddset(&blocked, SIGHUP);
  sigaddset(&blocked, SIGQUIT);
  sigfillset(&usual);
  posix_spawnattr_setsigmask(&attributes, &blocked);
  posix_spawnattr_setsigdefault(&attributes, &usual);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  // The order matters not for descriptors numbered 10 and more.
  if (error == 0) error = posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
  if (error == 0) error = posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
  if (error == 0) error = posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
  if (error == 0) error = posix_spawn_file_actions_adddup2(&actions, job, 3);
  if (error == 0) error = posix_spawn_file_actions_adddup2(&actions, beat, 4);
  if (error == 0) error = posix_spawn_file_actions_addclosefrom_np(&actions, 5);
  char *const arguments[] = {"tanaoroshi", (char *)command, (char *)parent, NULL};
  // Swift's own reporting of crashes would open files, and so turn every crash into a violation.
  char *const environment[] = {"LC_ALL=C.UTF-8", "TZ=UTC0", "SWIFT_BACKTRACE=enable=no", NULL};
  pid_t process = 0;
  if (error == 0)
    error = posix_spawn(&process, program, &actions, &attributes, arguments, environment);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  return error != 0 ? -error : process;
}

int64_t px_processor_time_of(int process) {
  clockid_t clock;
  struct timespec time;
  int error = clock_getcpuclockid(process, &clock);
  if (error != 0) return -error;
  if (clock_gettime(clock, &time) != 0) return -errno;
  return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

int px_kill(int process) { return kill(process, SIGKILL) == 0 ? 0 : -errno; }

int px_wait(int process, bool waits, bool *signalled, int *value) {
  int status;
  pid_t ended;
  do {
    ended = waitpid(process, &status, waits ? 0 : WNOHANG);
  } while (ended < 0 && errno == EINTR);
  if (ended < 0) return -errno;
  if (ended == 0) return 0;
  *signalled = WIFSIGNALED(status);
  *value = *signalled ? WTERMSIG(status) : WEXITSTATUS(status);
  return 1;
}

int64_t px_raise_descriptor_limit(void) {
  struct rlimit now;
  if (getrlimit(RLIMIT_NOFILE, &now) != 0) return -errno;
  struct rlimit wanted = now;
  wanted.rlim_cur = now.rlim_max;
  if (setrlimit(RLIMIT_NOFILE, &wanted) != 0) wanted = now;
  return wanted.rlim_cur > 1u << 20 ? 1 << 20 : (int64_t)wanted.rlim_cur;
}
