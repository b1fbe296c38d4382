#pragma once

// Which characters are worth a look: a pass over lines that are not ASCII, before any of them is read.

#include <string.h>

#include "characters.h"
#include "masks.h"

/// What may part the characters of a label.
static inline bool is_separator(uint32_t unit) {
  return unit == 0x20 || unit == 0x3000 || unit == '-' || unit == '_';
}

/// Whether a character is worth a look behind another: their bits meet, in more than one of many pairs of the same bucket.
static inline bool is_worth(uint32_t last, uint32_t unit, const tanaoroshi_words *words) {
  const uint32_t meeting =
      words->characters[last] & words->characters[unit] >> TANAOROSHI_SECOND & 0xFF;
  return meeting && (meeting & (TANAOROSHI_LABEL_END | TANAOROSHI_ANY) ||
                     words->pairs[tanaoroshi_pair(last, unit) & 0xFFFF] || is_separator(unit));
}

static inline void mark_place(uint64_t *worth, size_t place) {
  worth[place / 64] |= (uint64_t)1 << place % 64;
}

/// Where the lines end that are marked together: behind two blocks of ASCII, or when there are enough of them.
static size_t marked_end(
    size_t start, size_t count, const tanaoroshi_classes *classes) {
  const size_t blocks = (count + 63) / 64, most = start / 64 + 256;
  size_t block = start / 64;
  uint64_t ends = classes[block].ends & ~(uint64_t)0 << start % 64;
  while (block + 1 < blocks && block < most && (classes[block].high | classes[block + 1].high)) {
    ends = classes[++block].ends;
  }
  while (!ends && ++block < blocks) ends = classes[block].ends;
  return ends ? block * 64 + (size_t)__builtin_ctzll(ends) + 1 : count;
}

#if defined(TANAOROSHI_EIGHT)
/// Marks characters of three bytes, eight at a time, up to one of another width or the text's last; where that stands.
///
/// At least 28 bytes must be there. `last` is the character before and receives the last one read.
static inline size_t mark_eights(
    const uint8_t *text, size_t place, size_t count, const tanaoroshi_words *words, uint32_t *last,
    uint64_t *worth) {
  const uint32_t *const characters = words->characters;
  __m256i lasts = _mm256_set1_epi32((int)characters[*last]);
  __m256i before = _mm256_set1_epi32((int)*last), units;
  // 28 bytes are read at a time.
  for (const size_t most = count - 28; place <= most; place += 24, before = units) {
    const uint32_t valid = decode_eight(text + place, &units);
    const __m256i bits = _mm256_i32gather_epi32((const int *)characters, units, 4);
    const __m256i bits_of_last = bits_before(lasts, bits);
    lasts = bits;
    if (valid == 0xFF && !may_meet(bits_of_last, bits)) continue;
    uint32_t unit[9];
    unit[0] = (uint32_t)_mm256_extract_epi32(before, 7);
    _mm256_storeu_si256((__m256i *)(void *)(unit + 1), units);
    const size_t taken = valid == 0xFF ? 8 : (size_t)__builtin_ctz(~valid);
    uint32_t mask = meeting_lanes(bits_of_last, bits) & (((uint32_t)1 << taken) - 1);
    for (; mask; mask &= mask - 1) {
      const size_t lane = (size_t)__builtin_ctz(mask);
      if (is_worth(unit[lane], unit[lane + 1], words)) mark_place(worth, place + lane * 3);
    }
    if (taken < 8) {
      *last = unit[taken];
      return place + taken * 3;
    }
  }
  *last = (uint32_t)_mm256_extract_epi32(before, 7);
  return place;
}
#endif

/// Marks in `worth`, one bit a byte, where characters begin that are worth a look, of some lines from `start` on, which
/// begins a line; where the lines that are marked end.
///
/// The first character of a line counts as one behind a blank.
__attribute__((noinline)) static size_t mark_characters(
    const uint8_t *text, size_t start, size_t count, const tanaoroshi_classes *classes,
    const tanaoroshi_words *words, uint64_t *worth) {
  const size_t end = marked_end(start, count, classes);
  memset(worth + start / 64, 0, ((end + 63) / 64 - start / 64) * sizeof *worth);
  uint32_t last = 0x20;
  for (size_t place = start, width; place < end; place += width) {
#if defined(TANAOROSHI_EIGHT)
    if (text[place] >= 0xE0 && place + 28 <= count) {
      // Never beyond a line's end, which is no character of three bytes.
      place = mark_eights(text, place, count, words, &last, worth);
      if (place >= end) break;
    }
#endif
    uint32_t unit = 0x20;
    if (text[place] == '\n') {
      width = 1;
    } else {
      unit = character(text, place, end, &width);
      if (is_worth(last, unit, words)) mark_place(worth, place);
    }
    last = unit;
  }
  return end;
}
