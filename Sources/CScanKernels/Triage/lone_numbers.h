#pragma once

// Lines that are one number and little else.

#include "masks.h"

#define WINDOW(field)                                                                \
  static inline uint64_t last_##field(                                               \
      const tanaoroshi_classes *classes, size_t start, size_t end) {                 \
    const size_t block = end / 64, rest = end % 64;                                  \
    uint64_t bits = rest ? classes[block].field << (64 - rest) : 0;                  \
    if (block > 0) bits |= rest ? classes[block - 1].field >> rest : classes[block - 1].field; \
    if (end - start < 64) bits &= end > start ? ~(uint64_t)0 << (64 - (end - start)) : 0; \
    return bits;                                                                     \
  }
// The classes of the last 64 bytes of a line, the last in the highest bit.
WINDOW(digits)
WINDOW(letters)
WINDOW(joints)
WINDOW(gaps)
WINDOW(high)

/// Whether a number may be nearly all of the line or of the message in it, so that a label of an earlier line speaks for it.
static bool fills_line(
    const uint8_t *text, const tanaoroshi_classes *classes, size_t start, size_t end) {
  while (end > start && text[end - 1] <= 0x20) end--;
  // Readers take blanks off both ends.
  while (start < end && text[start] <= 0x20) start++;
  const uint64_t digits = last_digits(classes, start, end);
  if (__builtin_popcountll(digits) < 4) return false;
  uint64_t runs = digits | last_letters(classes, start, end) | last_joints(classes, start, end) |
                  (last_gaps(classes, start, end) & digits << 1 & digits >> 1);
  // 0.6 of the message: at most two thirds of the number's length beside it.
  // The further from the end, the longer it must be: behind 11 bytes, 16.
  uint64_t long_runs = runs & runs << 1;
  long_runs &= long_runs << 2;
  long_runs &= long_runs << 4;
  long_runs &= long_runs << 8;
  size_t passed = 0;
  while (runs) {
    const size_t gap = (size_t)__builtin_clzll(runs);
    runs <<= gap;
    passed += gap;
    if (passed > 11 && !long_runs) return false;
    const uint64_t inverse = ~runs;
    if (passed > 26 && (passed > 43 || (size_t)__builtin_clzll(inverse) + passed < 64)) return false;
    const size_t length = inverse ? (size_t)__builtin_clzll(inverse) : 64;
    if (length + passed >= 64) return end - start >= 64 || passed * 3 <= length * 2 + 3;
    const uint64_t mask = ~(uint64_t)0 << (64 - length);
    if (__builtin_popcountll(digits << passed & mask) >= 4 && passed * 3 <= length * 2 + 3) {
      size_t room = length * 2 / 3 + 1 - passed;
      if (passed > length * 2 / 3 + 1) room = 0;
      size_t place = end - passed - length;
      for (;; place--, room--) {
        if (place == start) return true;
        const uint8_t before = text[place - 1];
        if (before == ':' || before == ']' || before == '>') return true;
        if (room == 0) break;
      }
    }
    runs = length < 64 ? runs << length : 0;
    passed += length;
  }
  return false;
}
