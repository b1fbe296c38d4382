#pragma once

// Which characters are worth a look: a pass over lines that are not ASCII, before any of them is read.

#include <string.h>

#include "characters.h"
#include "masks.h"

/// What may part the characters of a label.
static inline bool is_separator(uint32_t unit) {
  return unit == 0x20 || unit == 0x3000 || unit == '-' || unit == '_';
}

/// 仕様 (TextNameScan.isWord).
static inline bool calls_nobody(uint32_t last, uint32_t unit) { return last == 0x4ED5 && unit == 0x69D8; }

/// Whether a character is worth a look behind another: their bits meet, in more than one of many pairs of the same bucket.
static inline bool is_worth(uint32_t last, uint32_t unit, const tanaoroshi_words *words) {
  const uint32_t meeting = words->characters[last] & words->characters[unit] >> TANAOROSHI_SECOND;
  return meeting && !calls_nobody(last, unit) && (meeting & (TANAOROSHI_LABEL_END | TANAOROSHI_ANY) ||
                     words->pairs[tanaoroshi_pair(last, unit) & 0xFFFF] || is_separator(unit));
}

/// Whether the third character, at `place`, goes on with a long calling, or is none that can be told here.
static inline bool calling_goes_on(
    const uint8_t *text, size_t end, size_t place, uint32_t first, uint32_t second,
    const tanaoroshi_words *words) {
  size_t width;
  const uint32_t third = place < end ? character(text, place, end, &width) : 0x20;
  // What Callings.next knows.
  const bool is_known = third < 0x80 || (third >= 0x3000 && third <= 0x3002) || (third >= 0x3008 && third <= 0x3011) ||
                        is_hiragana(third) || (third >= 0x30A1 && third <= 0x30F4) || (third >= 0x3400 && third <= 0x9FFF);
  const uint32_t place_of_three = tanaoroshi_triple(first, second, third) & 0xFFFF;
  return !is_known || words->long_callings[place_of_three >> 6] >> (place_of_three & 63) & 1;
}

/// Whether a character that is worth a look behind another may still hold something with what follows it, up to the end of
/// its line; take_character asks for more.
static inline bool may_hold(
    const uint8_t *text, size_t place, size_t end, size_t count, uint32_t last, uint32_t unit,
    const tanaoroshi_words *words) {
  const uint32_t last_bits = words->characters[last], bits = words->characters[unit];
  const uint32_t meeting = last_bits & bits >> TANAOROSHI_SECOND;
  if (bits & TANAOROSHI_TOWN) {
    return !(last_bits & TANAOROSHI_NO_TOWN) && numeral_follows(text, place + 3, end, count, words);
  }
  if (meeting & (TANAOROSHI_LABEL_END | TANAOROSHI_ANY) || is_separator(unit)) return true;
  switch (words->pairs[tanaoroshi_pair(last, unit) & 0xFFFF]) {
    case TANAOROSHI_PAIR_LONG_CALLING: return calling_goes_on(text, end, place + 3, last, unit, words);
    case TANAOROSHI_PAIR_CARE: return care_follows(text, place, end, count, words);
    default: return true;
  }
}

/// Where the line ends in which a character stands, or the text.
static inline size_t line_end(size_t place, size_t count, const tanaoroshi_classes *classes) {
  size_t block = place / 64;
  uint64_t ends = classes[block].ends & ~(uint64_t)0 << place % 64;
  for (const size_t blocks = (count + 63) / 64; !ends && ++block < blocks;) ends = classes[block].ends;
  return ends ? block * 64 + (size_t)__builtin_ctzll(ends) : count;
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
/// Eight characters of three bytes, some of which meet the one before.
typedef struct {
  uint32_t place;
  /// The low byte: which of them. Where the character before the first is not of three bytes, WORTH_FIRST and, 16 bits up,
  /// that character.
  uint32_t lanes;
} tanaoroshi_eight;

enum { WORTH_FIRST = 0x100, WORTH_ROOM = 512 };

/// Marks those of the characters noted that are worth a look.
static void mark_noted(
    const uint8_t *text, size_t count, const tanaoroshi_classes *classes,
    const tanaoroshi_eight *noted, size_t many, const tanaoroshi_words *words, uint64_t *worth) {
  for (size_t index = 0; index < many; index++) {
    const tanaoroshi_eight eight = noted[index];
    for (uint32_t mask = eight.lanes & 0xFF; mask; mask &= mask - 1) {
      const size_t place = eight.place + (size_t)__builtin_ctz(mask) * 3;
      const bool is_first = place == eight.place && eight.lanes & WORTH_FIRST;
      const uint32_t last = is_first ? eight.lanes >> 16 : three_bytes(text + place - 3);
      const uint32_t unit = three_bytes(text + place);
      if (is_worth(last, unit, words) &&
          may_hold(text, place, line_end(place, count, classes), count, last, unit, words)) {
        mark_place(worth, place);
      }
    }
  }
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
  uint32_t first = *last;
  for (;;) {
    __m256i lasts = _mm256_set1_epi32((int)characters[first]), units;
    uint32_t before = WORTH_FIRST | first << 16;
    // 28 bytes are read at a time.
    const size_t room = place + (WORTH_ROOM - *many - 1) * 24;
    const size_t most = room < count - 28 ? room : count - 28;
    const size_t start = place;
    for (; place <= most; place += 24, before = 0) {
      const uint32_t valid = decode_eight(text + place, &units);
      const __m256i bits = _mm256_i32gather_epi32((const int *)characters, units, 4);
      uint32_t lanes = meeting_lanes(bits_before(lasts, bits), bits);
      lasts = bits;
      if (valid != 0xFF) lanes &= valid & ~(valid + 1);
      noted[*many] = (tanaoroshi_eight){(uint32_t)place, lanes | before};
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
      first = 0x20;
      continue;
    }
    *last = place > start ? three_bytes(text + place - 3) : first;
    return place;
  }
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
#if defined(TANAOROSHI_EIGHT)
  tanaoroshi_eight noted[WORTH_ROOM];
  size_t many = 0;
#endif
  for (size_t place = start, width; place < end; place += width) {
#if defined(TANAOROSHI_EIGHT)
    if (text[place] >= 0xE0 && place + 28 <= count) {
      if (many == WORTH_ROOM) {
        mark_noted(text, count, classes, noted, many, words, worth);
        many = 0;
      }
      // Never beyond a line's end, which is no character of three bytes.
      place = note_eights(text, place, end, count, words, &last, noted, &many);
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
#if defined(TANAOROSHI_EIGHT)
  mark_noted(text, count, classes, noted, many, words, worth);
#endif
  return end;
}
