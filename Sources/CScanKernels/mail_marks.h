#pragma once

// Mail addresses of up to 64 bytes, from masks of what stands there.

#include "vectors_avx2.h"

/// What stands in a cell, one bit each.
typedef struct {
  uint64_t at;
  uint64_t dots;
  /// Digits, underscores, dots and `@`.
  uint64_t personal;
  uint64_t unusual;
} mail_masks;

/// One `@`, something personal before it, and the last dot neither next to it nor among the last two bytes.
static inline bool is_mail_of(const uint8_t *cell, size_t length, mail_masks masks) {
  const uint64_t within = inside(length);
  const uint64_t at = masks.at & within, dots = masks.dots & within;
  const uint64_t before = (at - 1) & ~at;
  const uint64_t wrong =
      (masks.unusual & within) | (at & (at - 1)) | (dots & ~(within >> 2));
  if (wrong != 0 || (masks.personal & before) == 0 || (dots & ~(before | at | at << 1)) == 0) {
    return false;
  }
  return cell[(size_t)__builtin_ctzll(at) + 1] != 0x65 && cell[length - 1] != 0x74
         && cell[length - 1] != 0x64;
}
