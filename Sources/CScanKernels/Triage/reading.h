#pragma once

// The characters of a line that is not all ASCII.

#include "candidates.h"
#include "characters.h"

/// What may part the characters of a label.
static inline bool is_separator(uint32_t unit) {
  return unit == 0x20 || unit == 0x3000 || unit == '-' || unit == '_';
}

/// Whether a character whose bits meet those of the one before is more than one of many pairs of the same bucket.
static inline bool is_worth(
    uint32_t last, uint32_t unit, uint32_t last_bits, uint32_t bits,
    const tanaoroshi_words *words) {
  return last_bits & bits >> TANAOROSHI_SECOND & (TANAOROSHI_LABEL_END | TANAOROSHI_ANY) ||
         words->pairs[tanaoroshi_pair(last, unit) & 0xFFFF] || is_separator(unit);
}

/// Looks at a character that its bits, or those of the one before, make worth a look.
///
/// `last` and `second` are the characters before it, `last_place` is where `last` begins.
static void take_character(
    const uint8_t *text, size_t start, size_t end, size_t count, size_t place, size_t width, size_t last_place,
    uint32_t second, uint32_t last, uint32_t unit, uint32_t last_bits, uint32_t bits,
    const tanaoroshi_words *words, tanaoroshi_output *out) {
  const uint32_t meeting = last_bits & bits >> TANAOROSHI_SECOND;
  if (meeting & TANAOROSHI_PAIR) {
    const uint8_t pair = words->pairs[tanaoroshi_pair(last, unit) & 0xFFFF];
    const bool is_parted = is_separator(unit);
    if (pair & TANAOROSHI_PAIR_CALLING && name_may_end(text, start, last_place, second)) {
      put(out, last_place, TANAOROSHI_CALLING);
    }
    if ((pair & TANAOROSHI_PAIR_CARE || is_parted) && care_follows(text, place, end, count, words)) {
      put(out, last_place, TANAOROSHI_CARE);
    }
    if (pair & TANAOROSHI_PAIR_VALUE || is_parted) out->line->flags |= TANAOROSHI_VALUED;
    if (pair & TANAOROSHI_PAIR_ACCOUNT) out->line->flags |= TANAOROSHI_ACCOUNT;
  }
  if (meeting & TANAOROSHI_LABEL_END) put(out, place, TANAOROSHI_GAP);
  // 仕様 calls nobody (TextNameScan.isWord).
  if (bits & TANAOROSHI_SINGLE && !(last == 0x4ED5 && unit == 0x69D8) &&
      name_may_end(text, start, place, last)) {
    size_t ignored;
    const uint32_t next =
        place + width < end ? character(text, place + width, end, &ignored) : 0x20;
    if (!is_name_unit(next)) put(out, place, TANAOROSHI_CALLING);
  }
  if (!(bits & TANAOROSHI_SPECIAL)) return;
  switch (unit) {
    case ':': case '=': case ']': case '|': case 0xFF1A: case 0xFF1D: case 0xFF3D:
    case 0xFF5C: case 0x3011: case 0x2192: case 0x2502: case 0x3009: case 0x300D:
      put(out, place, TANAOROSHI_MARK);
      break;
    case '(': case 0xFF08:
      if (name_may_end(text, start, place, last)) put(out, place, TANAOROSHI_READING);
      break;
    case 'c': case 0xFF43: case 0xFF23:
      if (name_may_end(text, start, place, last)) put(out, place, TANAOROSHI_CALLING);
      break;
    case 0x5E02: case 0x533A: case 0x753A: case 0x6751:
      if (numeral_follows(text, place + width, end, count, words)) put(out, place, TANAOROSHI_MUNICIPALITY);
      break;
    case 0x751F:
      if ((last >= '0' && last <= '9') || last == 0x65E5 || (last >= 0xFF10 && last <= 0xFF19) ||
          (last >= 0x2460 && last <= 0x2468)) {
        out->line->flags |= TANAOROSHI_BORN;
      }
      break;
    case 0xFF20: out->line->flags |= TANAOROSHI_MAIL; break;
    default:
      if (unit >= 0xFF10 && unit <= 0xFF19) {
        out->line->flags |= TANAOROSHI_DIGITS | TANAOROSHI_NUMBERS;
      } else if (unit >= 0x2460 && unit <= 0x2468) {
        out->line->flags |= TANAOROSHI_DIGITS;
      } else {
        out->line->flags |= TANAOROSHI_ODD;
      }
  }
}

/// Reads the characters of a line that is not all ASCII.
__attribute__((noinline)) static void read_characters(
    const uint8_t *text, size_t start, size_t end, size_t count, const tanaoroshi_words *words,
    tanaoroshi_output *out) {
  const uint32_t *const characters = words->characters;
  uint32_t last = 0x20, second = 0x20, last_bits = TANAOROSHI_ANY;
  size_t last_place = start;
  size_t width = 1;
  for (size_t place = start; place < end; place += width) {
#if defined(TANAOROSHI_EIGHT)
    if (text[place] >= 0xE0 && place + 28 <= count) {
      // First all are looked up, then those that are worth it looked at: one after another would wait for each answer.
      uint32_t units[2 + 64], bits[2 + 64];
      units[0] = second;
      units[1] = last;
      bits[1] = last_bits;
      __m256i lasts = _mm256_set1_epi32((int)last_bits);
      uint64_t worth = 0;
      size_t lanes = 0;
      const size_t from = place;
      uint32_t valid = 0xFF;
      uint64_t mask = 0;
      while (lanes < 64 && place + 24 <= end && place + 28 <= count) {
        mask = take_eight(text + place, words, &lasts, units + 2 + lanes, bits + 2 + lanes, &valid);
        if (valid != 0xFF) break;
        worth |= mask << lanes;
        lanes += 8;
        place += 24;
      }
      // What is left up to a character of another width, or to the line's end.
      if (lanes < 64 && place + 28 <= count && place < end) {
        if (valid == 0xFF) {
          mask = take_eight(text + place, words, &lasts, units + 2 + lanes, bits + 2 + lanes, &valid);
        }
        size_t taken = (size_t)__builtin_ctz(~valid);
        if (taken > (end - place) / 3) taken = (end - place) / 3;
        worth |= (mask & (((uint64_t)1 << taken) - 1)) << lanes;
        lanes += taken;
        place += taken * 3;
      }
      for (; worth; worth &= worth - 1) {
        const size_t lane = (size_t)__builtin_ctzll(worth), at = from + lane * 3;
        if (is_worth(units[lane + 1], units[lane + 2], bits[lane + 1], bits[lane + 2], words)) {
          take_character(
              text, start, end, count, at, 3, lane > 0 ? at - 3 : last_place, units[lane],
              units[lane + 1], units[lane + 2], bits[lane + 1], bits[lane + 2], words, out);
        }
      }
      if (lanes > 0) {
        second = units[lanes];
        last = units[lanes + 1];
        last_bits = bits[lanes + 1];
        last_place = place - 3;
        width = 0;
        continue;
      }
    }
#endif
    uint32_t unit;
    if (text[place] >= 0xE0 && text[place] < 0xF0 && place + 3 <= end) {
      unit = three_bytes(text + place);
      width = 3;
    } else {
      unit = character(text, place, end, &width);
    }
    const uint32_t bits = characters[unit];
    if (last_bits & bits >> TANAOROSHI_SECOND & 0xFF &&
        is_worth(last, unit, last_bits, bits, words)) {
      take_character(
          text, start, end, count, place, width, last_place, second, last, unit, last_bits, bits,
          words, out);
    }
    second = last;
    last = unit;
    last_bits = bits;
    last_place = place;
  }
}
