#define _GNU_SOURCE
#include "storage.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

// What the other process is asked to call.
typedef enum {
  open_file,
  open_quiet,
  open_directory,
  open_followed,
  facts_of,
  facts_at,
  entries,
  mount_at,
  ask,
} errand;

typedef struct {
  uint32_t serial;
  errand errand;
  bool has_descriptor;
  size_t capacity;
  char name[PATH_MAX];
} question;

typedef struct {
  uint32_t serial;
  int64_t result;
  px_facts facts;
  unsigned char records[32768];
} answer;

struct px_storage {
  int channel;
  int64_t patience;
  uint32_t serial;
  bool is_silent;
  // Received into here.
  answer answer;
};

static bool opens(errand errand) { return errand <= open_followed; }

// --- The process that calls. It may have been forked beside other threads: no memory is asked for here.

static int64_t call(const question *asked, int descriptor, answer *answer) {
  switch (asked->errand) {
    case open_file: return px_open_file(descriptor, asked->name, false);
    case open_quiet: return px_open_file(descriptor, asked->name, true);
    case open_directory: return px_open_directory(descriptor, asked->name, false);
    case open_followed: return px_open_directory(descriptor, asked->name, true);
    case facts_of: return px_facts_of(descriptor, &answer->facts);
    case facts_at: return px_facts_at(descriptor, asked->name, &answer->facts);
    case entries: return px_entries(descriptor, answer->records, asked->capacity);
    case mount_at: return px_mount_at(descriptor, asked->name);
    case ask: return px_ask(descriptor);
  }
  return -EINVAL;
}

// Sends one message, and with it a descriptor unless that is negative.
static bool pass(int channel, const void *bytes, size_t count, int descriptor) {
  struct iovec part = {(void *)bytes, count};
  union {
    char bytes[CMSG_SPACE(sizeof(int))];
    struct cmsghdr align;
  } control = {0};
  struct msghdr message = {.msg_iov = &part, .msg_iovlen = 1};
  if (descriptor >= 0) {
    message.msg_control = control.bytes;
    message.msg_controllen = sizeof control.bytes;
    struct cmsghdr *head = CMSG_FIRSTHDR(&message);
    head->cmsg_level = SOL_SOCKET;
    head->cmsg_type = SCM_RIGHTS;
    head->cmsg_len = CMSG_LEN(sizeof(int));
    memcpy(CMSG_DATA(head), &descriptor, sizeof descriptor);
  }
  ssize_t sent;
  do {
    sent = sendmsg(channel, &message, MSG_NOSIGNAL);
  } while (sent < 0 && errno == EINTR);
  return sent == (ssize_t)count;
}

// Receives one message and the descriptor that came with it, -1 for none.
static ssize_t receive(int channel, void *bytes, size_t room, int *descriptor, int flags) {
  struct iovec part = {bytes, room};
  union {
    char bytes[CMSG_SPACE(sizeof(int))];
    struct cmsghdr align;
  } control;
  struct msghdr message = {
      .msg_iov = &part, .msg_iovlen = 1, .msg_control = control.bytes, .msg_controllen = sizeof control.bytes};
  ssize_t count;
  do {
    count = recvmsg(channel, &message, MSG_CMSG_CLOEXEC | flags);
  } while (count < 0 && errno == EINTR);
  *descriptor = -1;
  struct cmsghdr *head = count < 0 ? NULL : CMSG_FIRSTHDR(&message);
  if (head && head->cmsg_level == SOL_SOCKET && head->cmsg_type == SCM_RIGHTS)
    memcpy(descriptor, CMSG_DATA(head), sizeof *descriptor);
  return count;
}

static _Noreturn void serve(int channel) {
  // Nothing of the scan's is kept open, and what ends the scan closes the channel.
  if (dup2(channel, 3) != 3) _exit(1);
  close_range(4, ~0u, 0);
  int nowhere = open("/dev/null", O_RDWR | O_CLOEXEC);
  for (int stream = 0; nowhere >= 0 && stream < 3; stream++) dup2(nowhere, stream);
  sigset_t all;
  sigfillset(&all);
  sigprocmask(SIG_SETMASK, &all, NULL);
  static question asked;
  static answer told;
  for (;;) {
    int descriptor;
    ssize_t count = receive(3, &asked, sizeof asked, &descriptor, 0);
    if (count < (ssize_t)offsetof(question, name)) _exit(0);
    told.serial = asked.serial;
    told.result = call(&asked, asked.has_descriptor ? descriptor : AT_FDCWD, &told);
    size_t size = offsetof(answer, records);
    if (asked.errand == entries && told.result > 0) size += (size_t)told.result;
    int opened = opens(asked.errand) && told.result >= 0 ? (int)told.result : -1;
    if (!pass(3, &told, size, opened)) _exit(0);
    if (opened >= 0) close(opened);
    if (descriptor >= 0) close(descriptor);
  }
}

// --- Who asks

px_storage *px_storage_new(int64_t patience) {
  px_storage *storage = calloc(1, sizeof *storage);
  int pair[2];
  if (!storage || socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pair) != 0) {
    free(storage);
    return NULL;
  }
  pid_t process = fork();
  if (process == 0) serve(pair[1]);
  close(pair[1]);
  if (process < 0) {
    close(pair[0]);
    free(storage);
    return NULL;
  }
  storage->channel = pair[0];
  storage->patience = patience;
  return storage;
}

static int64_t milliseconds_now(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

// Takes the answer to the last question if it is there; -EAGAIN if it is not. `opened`: what came with it, or -1.
static int64_t take(px_storage *storage, int *opened) {
  answer *told = &storage->answer;
  ssize_t count = receive(storage->channel, told, sizeof *told, opened, MSG_DONTWAIT);
  if (count < 0) return -errno;
  if (count < (ssize_t)offsetof(answer, records) || told->serial != storage->serial) return -EIO;
  return 0;
}

// A late answer ends the silence; what was opened is not wanted any more.
bool px_storage_is_silent(px_storage *storage) {
  int opened;
  if (storage->is_silent && take(storage, &opened) == 0) {
    if (opened >= 0) close(opened);
    storage->is_silent = false;
  }
  return storage->is_silent;
}

// Waits for the answer; 0 or why it is given up.
static int64_t wait_for(px_storage *storage, int *opened) {
  int64_t start = milliseconds_now(), interrupted = -1;
  for (;;) {
    struct pollfd channel = {storage->channel, POLLIN, 0};
    // Now and then it is looked whether the user wants an end.
    poll(&channel, 1, 200);
    int64_t status = take(storage, opened);
    if (status != -EAGAIN) return status;
    int64_t now = milliseconds_now();
    if (interrupted < 0 && px_interruption() != 0) interrupted = now;
    if (interrupted >= 0 && now - interrupted >= 1000) return -EINTR;
    if (now - start >= storage->patience) return -ETIMEDOUT;
  }
}

static int64_t make(px_storage *storage, errand errand, int descriptor, const char *name, size_t capacity) {
  size_t length = strlen(name);
  question asked = {.errand = errand, .has_descriptor = descriptor >= 0};
  if (length >= sizeof asked.name) return -ENAMETOOLONG;
  if (px_storage_is_silent(storage)) return -ETIMEDOUT;
  asked.serial = ++storage->serial;
  asked.capacity = capacity < sizeof storage->answer.records ? capacity : sizeof storage->answer.records;
  memcpy(asked.name, name, length + 1);
  int opened = -1;
  int64_t status = -EIO;
  if (pass(storage->channel, &asked, offsetof(question, name) + length + 1, descriptor))
    status = wait_for(storage, &opened);
  if (status != 0) {
    storage->is_silent = true;
    return status;
  }
  return opens(errand) && storage->answer.result >= 0 ? opened : storage->answer.result;
}

int px_stored_open_file(px_storage *storage, int directory, const char *name, bool quiet) {
  if (!storage) return px_open_file(directory, name, quiet);
  return (int)make(storage, quiet ? open_quiet : open_file, directory, name, 0);
}

int px_stored_open_directory(px_storage *storage, int directory, const char *name, bool follow) {
  if (!storage) return px_open_directory(directory, name, follow);
  return (int)make(storage, follow ? open_followed : open_directory, directory, name, 0);
}

int px_stored_facts_of(px_storage *storage, int descriptor, px_facts *facts) {
  if (!storage) return px_facts_of(descriptor, facts);
  int64_t status = make(storage, facts_of, descriptor, "", 0);
  if (status == 0) *facts = storage->answer.facts;
  return (int)status;
}

int px_stored_facts_at(px_storage *storage, int directory, const char *name, px_facts *facts) {
  if (!storage) return px_facts_at(directory, name, facts);
  int64_t status = make(storage, facts_at, directory, name, 0);
  if (status == 0) *facts = storage->answer.facts;
  return (int)status;
}

int64_t px_stored_entries(px_storage *storage, int directory, void *buffer, size_t capacity) {
  if (!storage) return px_entries(directory, buffer, capacity);
  int64_t count = make(storage, entries, directory, "", capacity);
  if (count > 0) memcpy(buffer, storage->answer.records, (size_t)count);
  return count;
}

int64_t px_stored_mount_at(px_storage *storage, int directory, const char *name) {
  return storage ? make(storage, mount_at, directory, name, 0) : px_mount_at(directory, name);
}

int px_stored_ask(px_storage *storage, int descriptor) {
  return storage ? (int)make(storage, ask, descriptor, "", 0) : px_ask(descriptor);
}

void px_stored_close(px_storage *storage, int descriptor) {
  if (!storage || !px_storage_is_silent(storage)) close(descriptor);
}
