#pragma once
#include <stddef.h>

/// One embedded file of Patterns/: its path below that folder, its bytes, their number.
/// The bytes are constant and live as long as the program.
typedef struct {
  const char *_Nonnull name;
  const unsigned char *_Nonnull bytes;
  size_t count;
} tanaoroshi_embedded_file;

extern const tanaoroshi_embedded_file tanaoroshi_embedded_files[];
extern const size_t tanaoroshi_embedded_file_count;
