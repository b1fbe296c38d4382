#pragma once

// Characters that may be worth a look, eight at a time, for processors with AVX2; included by worth.h alone.
//
// What is found is noted and looked at later: whether there is something among eight characters cannot be foreseen, and a
// branch on it costs more than they.

#include "noted.h"

/// Eight characters of three bytes or of ASCII, as the first is, some of which meet the one before.
typedef struct {
  uint32_t place;
  /// Which of them, one bit a character.
  uint32_t lanes;
} tanaoroshi_eight;

enum { WORTH_ROOM = NOTED_ROOM / 8 };

/// Marks those of the characters noted that are worth a look, in lines from `start` on.
static void mark_noted(
    const uint8_t *text, size_t start, size_t count, const tanaoroshi_classes *classes,
    const tanaoroshi_eight *noted, size_t many, const tanaoroshi_words *words, uint64_t *worth) {
  uint32_t places[NOTED_ROOM];
  size_t found = 0;
  for (size_t index = 0; index < many; index++) {
    const size_t first = noted[index].place, width = text[first] < 0x80 ? 1 : 3;
    for (uint32_t mask = noted[index].lanes; mask; mask &= mask - 1) {
      places[found++] = (uint32_t)(first + (size_t)__builtin_ctz(mask) * width);
    }
  }
  mark_places(text, start, count, classes, places, found, words, worth);
}

/// Notes characters of ASCII, eight at a time, up to the end of their line and with it, up to a character of another width,
/// the end of the lines, or the end of the room; returns where that stands.
///
/// `last` is the character before and receives the last one read.
static inline size_t note_ascii(
    const uint8_t *text, size_t place, size_t end, size_t count, const tanaoroshi_words *words,
    uint32_t *last, tanaoroshi_eight *noted, size_t *many) {
  __m256i lasts = _mm256_set1_epi32((int)words->characters[*last]);
  uint32_t last_letters = 0, last_blank = *last == 0x20;
  while (place < end && place + 8 <= count && *many < WORTH_ROOM) {
    const __m128i bytes = _mm_loadl_epi64((const __m128i *)(const void *)(text + place));
    const uint32_t ends = (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('\n')));
    // Behind a line's end, or at a character of another width.
    const uint32_t stops = (ends & 0xFF) << 1 | (uint32_t)_mm_movemask_epi8(bytes) | 0x100;
    const uint32_t taken = (uint32_t)__builtin_ctz(stops);
    const __m256i bits = _mm256_i32gather_epi32((const int *)words->characters, ascii_units(bytes), 4);
    // The end itself is none, nor is a letter in the middle of a word, nor a blank behind another.
    const uint32_t letters = last_letters | ascii_letters(bytes) << 2;
    const uint32_t blanks = last_blank | ascii_blanks(bytes) << 1;
    const uint32_t others = ends | (letters & letters >> 1 & letters >> 2) | (blanks & blanks >> 1);
    const uint32_t lanes = meeting_lanes(bits_before(lasts, bits), bits) & ((1u << taken) - 1) & ~others;
    lasts = bits;
    last_letters = letters >> 8;
    last_blank = blanks >> 8;
    noted[*many] = (tanaoroshi_eight){(uint32_t)place, lanes};
    *many += lanes != 0;
    place += taken;
    if (taken < 8 || ends) break;
  }
  size_t width;
  *last = character(text, place - 1, count, &width);
  return place;
}

/// Where the next line begins that is not all ASCII, of those from `place` on, which begins one; `end` if there is none.
static inline size_t next_high_line(size_t place, size_t end, const tanaoroshi_classes *classes) {
  size_t block = place / 64;
  uint64_t mask = ~(uint64_t)0 << place % 64;
  for (const size_t blocks = (end + 63) / 64; block < blocks; block++, mask = ~(uint64_t)0) {
    const uint64_t high = classes[block].high & mask;
    const uint64_t ends = classes[block].ends & mask & ~high & (high - 1);
    if (ends) place = block * 64 + 64 - (size_t)__builtin_clzll(ends);
    if (high) return place;
  }
  return end;
}

/// Notes characters of three bytes, eight at a time, over the ends of lines, up to one of another width, the end of the
/// lines, or the end of the room; returns where that stands.
///
/// At least 28 bytes must be there. `last` is the character before and receives the last one read. What is noted is looked
/// at later: whether there is something among eight characters cannot be foreseen, and a branch on it costs more than they.
static inline size_t note_eights(
    const uint8_t *text, size_t place, size_t end, size_t count, const tanaoroshi_words *words,
    uint32_t *last, tanaoroshi_eight *noted, size_t *many) {
  const uint32_t *const characters = words->characters;
  uint32_t before = *last;
  for (;;) {
    __m256i lasts = _mm256_set1_epi32((int)characters[before]), units;
    // 28 bytes are read at a time.
    const size_t room = place + (WORTH_ROOM - *many - 1) * 24;
    const size_t most = room < count - 28 ? room : count - 28;
    const size_t start = place;
    for (; place <= most; place += 24) {
      const uint32_t valid = decode_eight(text + place, &units);
      const __m256i bits = _mm256_i32gather_epi32((const int *)characters, units, 4);
      uint32_t lanes = meeting_lanes(bits_before(lasts, bits), bits);
      lasts = bits;
      if (valid != 0xFF) lanes &= valid & ~(valid + 1);
      noted[*many] = (tanaoroshi_eight){(uint32_t)place, lanes};
      *many += lanes != 0;
      if (valid != 0xFF) {
        place += (size_t)__builtin_ctz(~valid) * 3;
        break;
      }
    }
    // Mostly the next line goes on as this one did.
    if (place + 29 <= count && place + 1 < end && text[place] == '\n' && text[place + 1] >= 0xE0 &&
        *many + 1 < WORTH_ROOM) {
      place++;
      before = 0x20;
      continue;
    }
    *last = place > start ? three_bytes(text + place - 3) : before;
    return place;
  }
}
