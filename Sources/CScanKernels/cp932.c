// Decodes CP932, runs of ASCII 16 bytes at a time.

#include "CScanKernels.h"

#include <string.h>

/// Bytes that one round may write: a run of ASCII and the first character behind it.
#define ROUND 32

/// Copies 16 bytes; returns how many of them, from the first on, are ASCII.
static inline __attribute__((always_inline)) size_t copy_ascii(
    const uint8_t *from, uint8_t *to, int is_portable) {
#if defined(__SSE2__)
  if (!is_portable) {
    const __m128i lane = _mm_loadu_si128((const __m128i *)from);
    _mm_storeu_si128((__m128i *)to, lane);
    return (size_t)__builtin_ctz((uint32_t)_mm_movemask_epi8(lane) | 0x10000u);
  }
#endif
  (void)is_portable;
  memcpy(to, from, 16);
  size_t length = 0;
  while (length < 16 && from[length] < 0x80) length++;
  return length;
}

static inline __attribute__((always_inline)) size_t decode(
    const uint8_t *from, size_t count, uint8_t *to, size_t room, const uint32_t *table,
    size_t *written, int is_portable) {
  size_t place = 0;
  size_t target = 0;
  while (place + 17 <= count && target + ROUND <= room) {
    const size_t ascii = copy_ascii(from + place, to + target, is_portable);
    place += ascii;
    target += ascii;
    if (ascii == 16) continue;
    // At least one byte follows the lead, as just seen.
    do {
      const uint8_t lead = from[place];
      const uint32_t entry = table[(size_t)(lead & 0x7F) << 8 | from[place + 1]];
      if (entry != 0) {
        memcpy(to + target, &entry, 4);
        place += 2;
        target += entry >> 24;
      } else if ((uint8_t)(lead - 0xA1) < 0x3F) {
        // U+FF61 is EF BD A1 and U+FF80 is EF BE 80.
        to[target] = 0xEF;
        to[target + 1] = lead < 0xC0 ? 0xBD : 0xBE;
        to[target + 2] = lead < 0xC0 ? lead : (uint8_t)(lead - 0x40);
        place += 1;
        target += 3;
      } else {
        *written = target;
        return place;
      }
    } while (place + 2 <= count && from[place] >= 0x80 && target + ROUND <= room);
  }
  *written = target;
  return place;
}

size_t tanaoroshi_copy_cp932(
    const uint8_t *from, size_t count, uint8_t *to, size_t room, const uint32_t *table,
    size_t *written, tanaoroshi_level level) {
  if (level == tanaoroshi_level_portable) {
    return decode(from, count, to, room, table, written, 1);
  }
  return decode(from, count, to, room, table, written, 0);
}
