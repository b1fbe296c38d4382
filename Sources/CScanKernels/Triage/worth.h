#pragma once

// Which characters are worth a look: a pass over lines that are not ASCII, before any of them is read.

#include <string.h>

#include "two_characters.h"

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
#include "noted_avx2.h"
#endif
#if defined(TANAOROSHI_SIXTEEN)
#include "near_pairs_avx512.h"
#endif

/// Marks in `worth`, one bit a byte, where characters begin that are worth a look, of some lines from `start` on, which
/// begins a line; where the lines that are marked end. Lines of ASCII may be left out.
///
/// The first character of a line counts as one behind a blank.
__attribute__((noinline)) static size_t mark_characters(
    const uint8_t *text, size_t start, size_t count, const tanaoroshi_classes *classes,
    const tanaoroshi_words *words, uint64_t *worth) {
  const size_t end = marked_end(start, count, classes);
  memset(worth + start / 64, 0, ((end + 63) / 64 - start / 64) * sizeof *worth);
  uint32_t last = 0x20;
#if defined(TANAOROSHI_EIGHT)
  tanaoroshi_eight noted[WORTH_ROOM];
  size_t many = 0;
#endif
#if defined(TANAOROSHI_SIXTEEN)
  // note_lanes writes sixteen at a time.
  uint32_t places[NOTED_ROOM + 16];
  size_t found = 0;
#endif
  for (size_t place = start, width; place < end; place += width) {
#if defined(TANAOROSHI_EIGHT)
    if (many == WORTH_ROOM) {
      mark_noted(text, start, count, classes, noted, many, words, worth);
      many = 0;
    }
#if defined(TANAOROSHI_SIXTEEN)
    if ((text[place] & 0xF0) == 0xE0 && place + MANY_BYTES <= count) {
      if (found + 64 > NOTED_ROOM) {
        mark_places(text, start, count, classes, places, found, words, worth);
        found = 0;
      }
      place = note_many(text, place, end, count, words, &last, places, &found);
      if (place >= end) break;
    }
#endif
    if (text[place] >= 0xE0 && place + 28 <= count) {
      // Never beyond a line's end, which is no character of three bytes.
      place = note_eights(text, place, end, count, words, &last, noted, &many);
      if (place >= end) break;
    }
    if (text[place] < 0x80 && (place == start || text[place - 1] == '\n')) {
      place = next_high_line(place, end, classes);
      if (place >= end) break;
      last = 0x20;
    }
    if (text[place] < 0x80 && place + 8 <= count && many < WORTH_ROOM) {
      place = note_ascii(text, place, end, count, words, &last, noted, &many);
      width = 0;
      continue;
    }
#endif
    uint32_t unit = 0x20;
    if (text[place] == '\n') {
      width = 1;
    } else {
      unit = character(text, place, end, &width);
      const tanaoroshi_two two = {
          last, unit, place > start ? step_back(text, start, place) : place, place, place + width};
      if (is_worth(text, start, end, two, words)) mark_place(worth, place);
    }
    last = unit;
  }
#if defined(TANAOROSHI_EIGHT)
  mark_noted(text, start, count, classes, noted, many, words, worth);
#endif
#if defined(TANAOROSHI_SIXTEEN)
  mark_places(text, start, count, classes, places, found, words, worth);
#endif
  return end;
}
