#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Functions that can fail give a negated errno; 0 or more is success.

// What a name is.
enum {
  px_kind_unknown,
  px_kind_file,
  px_kind_directory,
  px_kind_link,
  px_kind_fifo,
  px_kind_socket,
  px_kind_device,
};

// The facts that the kernel gives of a file. Times in nanoseconds since 1970 UTC.
typedef struct {
  uint64_t device;
  uint64_t inode;
  uint64_t links;
  int64_t size;
  int64_t modified;
  int64_t changed;
  int64_t accessed;
  uint32_t owner;
  uint32_t group;
  uint32_t mode;  // with the bits of the type removed: 07777
  uint8_t kind;
} px_facts;

// Opens a file to read: never a link, never waiting, closed on exec. With `quiet`, without changing its access time.
int px_open_file(int directory, const char *name, bool quiet);
// Opens a directory to list it, without changing its access time where the kernel allows that. `follow` resolves a link.
int px_open_directory(int directory, const char *name, bool follow);
// Opens a file of the user's own to read, links followed, never waiting.
int px_open_followed(const char *path);
// Creates a file to write, 0600 whatever the umask, which must not exist; locked, so that it is known to be at work.
int px_create_private(int directory, const char *name);
// Removes a file of that kind that nobody holds a lock on any more.
int px_remove_abandoned(int directory, const char *name);

int px_facts_of(int descriptor, px_facts *facts);
int px_facts_at(int directory, const char *name, px_facts *facts);
// The kernel's number of the mount on which a descriptor lies; -ENOTSUP where it cannot be told.
int64_t px_mount_of(int descriptor);
// Asks the storage of an open file for its facts, whatever the kernel remembers of them.
int px_ask(int descriptor);
// The number of the mount of a name in a directory, without asking the storage that is mounted there.
int64_t px_mount_at(int directory, const char *name);

// Where bytes are stored next, at an offset or behind it; the end of the file when nothing but a hole follows.
int64_t px_next_stored(int descriptor, int64_t offset);

// Reads directory records (struct linux_dirent64) into a buffer; gives their bytes, 0 at the end.
int64_t px_entries(int directory, void *buffer, size_t capacity);

uint32_t px_major(uint64_t device);
uint32_t px_minor(uint64_t device);

// The name of an error number, such as "EIO"; NULL when it has none.
const char *px_error_name(int number);

// Notes SIGINT and SIGTERM from now on, and SIGHUP unless it is ignored; the second one of a kind kills.
int px_note_interruptions(void);
// The signal that was noted; 0 when none was.
int px_interruption(void);
// How many words the program was started with, its name included, and each of them; NULL beyond.
int px_argument_count(void);
const char *px_argument(int index);
// Has signals that tell of mistakes in the program end it without a word.
void px_die_silently(void);
// Ignores SIGPIPE and SIGXFSZ, so that writing to a closed pipe, or beyond a limit, is an error and not a death.
void px_ignore_broken_pipes(void);

// Fills a buffer with random bytes from the kernel.
int px_random(void *buffer, size_t count);
// Columns of the terminal behind a descriptor; negative when it is none.
int px_terminal_width(int descriptor);
// The most memory that this process (or, with `children`, any that it waited for) held, in bytes.
int64_t px_memory_peak(bool children);
// Processors that this process may use.
int px_processors(void);
