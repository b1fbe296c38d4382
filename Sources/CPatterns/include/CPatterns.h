#pragma once
#include <stddef.h>
#include <stdint.h>

/// One embedded file of Patterns/: its path below that folder, its bytes, their number.
/// The bytes are constant and live as long as the program.
typedef struct {
  const char *_Nonnull name;
  const unsigned char *_Nonnull bytes;
  size_t count;
} tanaoroshi_embedded_file;

/// How many files are embedded.
size_t tanaoroshi_embedded_count(void);

/// The file at an index below the count; files are sorted by the bytes of their names.
tanaoroshi_embedded_file tanaoroshi_embedded(size_t index);

/// A number that goes on from another one and depends on all bytes and their count: no guard against anybody.
uint64_t tanaoroshi_fingerprint(uint64_t state, const unsigned char *_Nonnull bytes, size_t count);
