#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Worker processes: starting one, talking with it, and the lock that it closes behind itself.
// Functions that can fail give a negated errno; 0 or more is success.

// Which walls stand.
typedef struct {
  bool no_new_privileges;
  bool seccomp;
  int32_t landlock;  // version of the kernel's interface; 0 when it has none
} px_lock_state;

// Gives up, for good, everything but reading what was opened and answering on the job socket.
//
// `parent` is the process that must still be the parent; with another one the call gives -ESRCH. A wall that the kernel
// does not have is missing in `state` and no error.
int px_lock(int parent, px_lock_state *state);

// Has this process leave no core file, and lets nobody but root look into it.
int px_refuse_dumps(void);

// Tries in a child what a locked process must not do. Gives a bit for each attempt that succeeded; 0 is good.
int px_lock_self_test(px_lock_state *state);

enum {
  px_breach_open = 1,
  px_breach_socket = 2,
  px_breach_execute = 4,
  px_breach_fork = 8,
  px_breach_trace = 16,
  px_breach_stat = 32,
  px_breach_machine_code = 64,
  px_breach_kill = 128,
  px_breach_x32 = 256,
};

// Has a locked child make each system call below `count` with arguments that mean nothing, and notes 1 for those that
// the filter lets through, or answers in its own way, and 0 for those that would kill. For tests.
int px_lock_passed(uint8_t *passed, size_t count);

// A pair of connected sockets that keep the boundaries of messages, both numbered 10 or more and closed on exec.
int px_socket_pair(int *parent, int *child);
// Sends one message with open descriptors. Waits for room only when asked to.
int px_send(int socket, const void *bytes, size_t count, const int *descriptors, size_t passed,
            bool waits);
// Receives one message and at most `*passed` descriptors. Gives its length; 0 when the other end is closed.
//
// -EPROTO when something was cut off: no descriptor is kept then.
int64_t px_receive(int socket, void *bytes, size_t capacity, int *descriptors, size_t *passed,
                   bool waits);
// A shared page of zeros that can change neither size nor seals; numbered 10 or more and closed on exec.
int px_beat_page(void);
// Maps it; NULL when it cannot be.
void *px_beat_map(int descriptor);
void px_beat_unmap(void *page);
void px_beat_note(void *page, uint64_t file);
uint64_t px_beat_read(const void *page);

// Starts `program` with `job` as descriptor 3, `beat` as descriptor 4, nothing else open, a fixed environment and its
// standard streams on /dev/null. Gives the number of the process.
int px_spawn(const char *program, const char *command, const char *parent, int job, int beat);
// Processor time of a process in nanoseconds.
int64_t px_processor_time_of(int process);
// Kills a process at once.
int px_kill(int process);
// Waits for a process that was started: 0 while it lives (when not waiting), else 1 with its status.
int px_wait(int process, bool waits, bool *signalled, int *value);

// Raises the limit of open descriptors as far as it may be raised, and gives it.
int64_t px_raise_descriptor_limit(void);
