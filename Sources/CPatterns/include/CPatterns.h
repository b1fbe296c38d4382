#pragma once
#include <stddef.h>

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
