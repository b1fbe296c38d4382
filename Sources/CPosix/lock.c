#define _GNU_SOURCE
#include "lock.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stddef.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#if defined(__x86_64__)
#define px_architecture AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define px_architecture AUDIT_ARCH_AARCH64
#else
#error "no system call filter for this processor"
#endif

#if __BYTE_ORDER__ != __ORDER_LITTLE_ENDIAN__
#error "the filter reads the lower half of an argument at its beginning"
#endif

// --- seccomp

#define load(field) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, field))
#define answer(value) BPF_STMT(BPF_RET | BPF_K, (value))
#define when(number, value) \
  BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (number), 0, 1), answer(value)
#define allow(name) when(__NR_##name, SECCOMP_RET_ALLOW)

// Allows what a worker's loop needs (seen with strace over 200,000 files) and what the C library may add at any moment.
//
// fstat is refused and not deadly since libraries ask for it before they read. newfstatat cannot be allowed for the
// sake of descriptors: given AT_EMPTY_PATH it still takes a path, and the filter cannot see strings.
static int filter(uint32_t otherwise) {
  struct sock_filter program[] = {
      load(arch),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, px_architecture, 1, 0),
      answer(otherwise),
      load(nr),
#if defined(__x86_64__)
      // The x32 numbers.
      BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 0, 1),
      answer(otherwise),
#endif
      allow(read),
      allow(pread64),
      allow(close),
      allow(sendto),
      allow(recvmsg),
      allow(futex),
      allow(munmap),
      allow(brk),
      allow(mremap),
      allow(madvise),
      allow(lseek),
      allow(write),
      allow(clock_gettime),
      allow(clock_getres),
      allow(gettimeofday),
      allow(getrandom),
      allow(rt_sigreturn),
      allow(rt_sigprocmask),
      allow(restart_syscall),
      allow(sched_yield),
      allow(exit),
      allow(exit_group),
      allow(getpid),
      allow(gettid),
      when(__NR_fstat, SECCOMP_RET_ERRNO | EPERM),
      when(__NR_newfstatat, SECCOMP_RET_ERRNO | EPERM),
      // mmap and mprotect, but no machine code.
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_mmap, 1, 0),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_mprotect, 0, 4),
      load(args[2]),
      BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, PROT_EXEC, 0, 1),
      answer(SECCOMP_RET_ERRNO | EACCES),
      answer(SECCOMP_RET_ALLOW),
      // tgkill, but only of this process: abort().
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_tgkill, 0, 3),
      load(args[0]),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)getpid(), 0, 1),
      answer(SECCOMP_RET_ALLOW),
      answer(otherwise),
  };
  struct sock_fprog whole = {sizeof program / sizeof *program, program};
  long status = syscall(__NR_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC, &whole);
  return status == 0 ? 0 : status < 0 ? -errno : -EAGAIN;
}

// --- Landlock

#define landlock_create 444
#define landlock_restrict 446

// Handles every right of the kernel's version without a rule: nothing is allowed. Gives the version.
static int landlock(void) {
  struct {
    uint64_t files;
    uint64_t network;
    uint64_t scopes;
  } rights = {0x1FFF, 0, 0};
  long version = syscall(landlock_create, NULL, 0, 1);
  if (version < 1) return 0;
  if (version >= 2) rights.files |= 1 << 13;  // rename and link over directories
  if (version >= 3) rights.files |= 1 << 14;  // truncate
  if (version >= 5) rights.files |= 1 << 15;  // ioctl of devices
  if (version >= 4) rights.network = 3;       // bind and connect TCP
  if (version >= 6) rights.scopes = 3;        // abstract sockets, signals
  size_t size = version >= 6 ? 24 : version >= 4 ? 16 : 8;
  long rules = syscall(landlock_create, &rights, size, 0);
  if (rules < 0) return 0;
  long status = syscall(landlock_restrict, (int)rules, 0);
  close((int)rules);
  return status == 0 ? (int)version : 0;
}

// --- Limits

static void limit(__rlimit_resource_t resource, rlim_t value) {
  struct rlimit now;
  if (getrlimit(resource, &now) != 0) return;
  if (now.rlim_max != RLIM_INFINITY && now.rlim_max < value) value = now.rlim_max;
  now.rlim_cur = now.rlim_max = value;
  setrlimit(resource, &now);
}

// When memory runs out, the kernel is to take a worker and not its parent.
static void offer_to_reaper(void) {
  int descriptor = open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC);
  if (descriptor < 0) return;
  if (write(descriptor, "500", 3) != 3) { /* It is a wish. */ }
  close(descriptor);
}

static void limit_everything(void) {
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_FSIZE, 0);
  limit(RLIMIT_NPROC, 0);
  limit(RLIMIT_STACK, 8u << 20);
  // One received batch of 64 files, and slack.
  limit(RLIMIT_NOFILE, 96);
  limit(RLIMIT_DATA, 256u << 20);
  limit(RLIMIT_AS, 1u << 30);
}

int px_refuse_dumps(void) {
  limit(RLIMIT_CORE, 0);
  return prctl(PR_SET_DUMPABLE, 0) == 0 ? 0 : -errno;
}

static int lock(int parent, uint32_t otherwise, px_lock_state *state) {
  offer_to_reaper();
  limit_everything();
  if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0) return -errno;
  // The parent may have died before that.
  if (getppid() != parent) return -ESRCH;
  if (prctl(PR_SET_DUMPABLE, 0) != 0) return -errno;
  state->no_new_privileges = prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;
  state->landlock = landlock();
  state->seccomp = filter(otherwise) == 0;
  // That the filter works is seen by what it answers.
  struct stat facts;
  if (state->seccomp && !(fstat(STDIN_FILENO, &facts) == -1 && errno == EPERM))
    state->seccomp = false;
  return 0;
}

int px_lock(int parent, px_lock_state *state) {
  *state = (px_lock_state){0};
  return lock(parent, SECCOMP_RET_KILL_PROCESS, state);
}

static int breaches(int parent) {
  int result = 0;
  struct stat facts;
  if (open("/dev/null", O_RDONLY) >= 0) result |= px_breach_open;
  if (socket(AF_UNIX, SOCK_STREAM, 0) >= 0 || socket(AF_INET, SOCK_STREAM, 0) >= 0)
    result |= px_breach_socket;
  if (syscall(__NR_clone, SIGCHLD, 0, 0, 0, 0) >= 0) result |= px_breach_fork;
  if (ptrace(PTRACE_TRACEME, 0, NULL, NULL) == 0) result |= px_breach_trace;
  if (stat("/", &facts) == 0) result |= px_breach_stat;
  if (mmap(NULL, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED)
    result |= px_breach_machine_code;
  if (syscall(__NR_tgkill, parent, parent, 0) == 0) result |= px_breach_kill;
#if defined(__x86_64__)
  // Without the filter a kernel that knows no x32 numbers says ENOSYS.
  if (syscall(0x40000000 | __NR_getpid) != -1 || errno != EPERM) result |= px_breach_x32;
#endif
  char *const words[] = {"/bin/true", NULL};
  char *const none[] = {NULL};
  execve(words[0], words, none);
  if (errno != EPERM) result |= px_breach_execute;
  return result;
}

/// Forks a child that answers through a pipe; as fork(), or -errno with nothing left open.
static pid_t fork_answering(int answers[2]) {
  if (pipe2(answers, O_CLOEXEC) != 0) return -errno;
  pid_t child = fork();
  if (child >= 0) return child;
  int error = errno;
  close(answers[0]);
  close(answers[1]);
  return -error;
}

int px_lock_self_test(px_lock_state *state) {
  *state = (px_lock_state){0};
  int answers[2];
  int parent = getpid();
  pid_t child = fork_answering(answers);
  if (child < 0) return child;
  if (child == 0) {
    struct {
      px_lock_state state;
      int breaches;
    } report = {0};
    // An error instead of death, so that every attempt is seen.
    if (lock(parent, SECCOMP_RET_ERRNO | EPERM, &report.state) != 0) _exit(1);
    report.breaches = report.state.seccomp ? breaches(parent) : 0;
    if (write(answers[1], &report, sizeof report) != sizeof report) _exit(1);
    _exit(0);
  }
  close(answers[1]);
  struct {
    px_lock_state state;
    int breaches;
  } report = {0};
  ssize_t count;
  do {
    count = read(answers[0], &report, sizeof report);
  } while (count < 0 && errno == EINTR);
  close(answers[0]);
  while (waitpid(child, NULL, 0) < 0 && errno == EINTR) {
  }
  if (count != sizeof report) return -EIO;
  *state = report.state;
  return report.breaches;
}

int px_lock_passed(uint8_t *passed, size_t count) {
  int answers[2];
  int parent = getpid();
  pid_t child = fork_answering(answers);
  if (child < 0) return child;
  if (child == 0) {
    px_lock_state state = {0};
    // An error that no call gives by itself, so that its own errors tell that it was let through.
    if (lock(parent, SECCOMP_RET_ERRNO | ENOTNAM, &state) != 0 || !state.seccomp) _exit(1);
    for (size_t number = 0; number < count; number++) {
      uint8_t answer = 0;
#if defined(__x86_64__)
      // uretprobe and uprobe pass every filter, and kill whoever is not being probed.
      const bool is_probe = number == 335 || number == 336;
#else
      const bool is_probe = false;
#endif
      // The first three come back to nobody.
      if (!is_probe)
        answer = number == __NR_exit || number == __NR_exit_group || number == __NR_rt_sigreturn ||
                 syscall((long)number, -1, -1, -1, -1, -1, -1) != -1 || errno != ENOTNAM;
      if (write(answers[1], &answer, 1) != 1) _exit(1);
    }
    _exit(0);
  }
  close(answers[1]);
  size_t got = 0;
  ssize_t part;
  do {
    part = read(answers[0], passed + got, count - got);
    if (part > 0) got += (size_t)part;
  } while (got < count && (part > 0 || (part < 0 && errno == EINTR)));
  close(answers[0]);
  while (waitpid(child, NULL, 0) < 0 && errno == EINTR) {
  }
  return got == count ? 0 : -EIO;
}
