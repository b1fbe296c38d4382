#pragma once

// Characters, and what follows one.

#include <stdbool.h>
#include "CScanKernels.h"

static inline bool is_katakana(uint32_t unit) {
  return (unit >= 0x30A1 && unit <= 0x30FA) || unit == 0x30FC;
}
static inline bool is_hiragana(uint32_t unit) { return unit >= 0x3041 && unit <= 0x3096; }
static inline bool is_name_unit(uint32_t unit) {
  return (unit >= 0x3400 && unit <= 0x9FFF) || is_katakana(unit) || unit == 0x3005 ||
         unit == 0x3013 || unit == 0x3007 || (unit >= 0xF900 && unit <= 0xFAFF);
}

/// The character of three bytes at `text`.
static inline uint32_t three_bytes(const uint8_t *text) {
  return (uint32_t)(text[0] & 0xF) << 12 | (uint32_t)(text[1] & 0x3F) << 6 | (text[2] & 0x3F);
}

/// The character at `place`; its width, at least 1.
static inline uint32_t character(const uint8_t *text, size_t place, size_t end, size_t *width) {
  const uint8_t lead = text[place];
  if (lead < 0x80) {
    *width = 1;
    return lead <= 0x20 ? 0x20 : (uint8_t)(lead - 'A') < 26 ? lead | 0x20 : lead;
  }
  if ((lead & 0xF0) == 0xE0 && place + 3 <= end) {
    *width = 3;
    return three_bytes(text + place);
  }
  const size_t wanted = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (place + wanted > end) {
    *width = 1;
    return 0xFFFD;
  }
  *width = wanted;
  if (wanted == 2) return (uint32_t)(lead & 0x1F) << 6 | (text[place + 1] & 0x3F);
  // What lies outside the basic plane stands for a rare kanji.
  if (wanted == 4) return lead == 0xF0 && text[place + 1] == 0x9F ? 0xFFFD : 0xFFFF;
  return three_bytes(text + place);
}

/// Where the character before a place begins; `start` is a line's beginning, and `place` lies behind it.
static inline size_t step_back(const uint8_t *text, size_t start, size_t place) {
  if (place - start >= 3 && (text[place - 3] & 0xF0) == 0xE0) return place - 3;
  place--;
  for (int passed = 0; passed < 3 && place > start && (text[place] & 0xC0) == 0x80; passed++) place--;
  return place;
}

/// The character before a place in a line, which begins as if behind blanks.
static inline uint32_t character_before(const uint8_t *text, size_t start, size_t place) {
  size_t width;
  return place > start ? character(text, step_back(text, start, place), place, &width) : 0x20;
}

/// Whether a name may end before `place`: kanji or katakana, a blank, or hiragana behind a blank (山田 はなこ).
static bool name_may_end(const uint8_t *text, size_t start, size_t place, uint32_t before) {
  if (is_name_unit(before)) return true;
  if (before == 0x20 || before == 0x3000 || before == 0xA0) return place > start + 1;
  if (before == 0xFFFD || before == 0xFFFF) return true;
  if (!is_hiragana(before)) return false;
  for (int passed = 0; passed < 10 && place >= start + 3; passed++) {
    const uint8_t *last = text + place - 3;
    if (last[0] != 0xE3 || last[1] > 0x83 || last[1] < 0x81) return text[place - 1] <= 0x20;
    place -= 3;
  }
  return place > start && text[place - 1] <= 0x20;
}

/// Whether a numeral stands within the length of a town's name (TextGate.isNumberInReach).
static bool numeral_follows(
    const uint8_t *text, size_t place, size_t end, size_t count, const tanaoroshi_words *words) {
  size_t width;
  uint32_t seen = 0;
  (void)count;
  for (int passed = 0; passed < 32 && place < end; passed++, place += width) {
#if defined(TANAOROSHI_EIGHT)
    while (passed <= 24 && place + 28 <= count) {
      // Never beyond the line's end, which is no character of three bytes.
      uint32_t numerals, stops, special;
      const uint32_t taken = find_eight(text + place, words, &numerals, &stops, &special);
      if (numerals | stops) return numerals & ((stops & (0 - stops)) - 1);
      if (special) seen |= TANAOROSHI_SPECIAL;
      passed += (int)taken;
      place += taken * 3;
      if (taken < 8) break;
    }
    if (passed >= 32 || place >= end) break;
#endif
    const uint32_t unit = character(text, place, end, &width);
    const uint32_t bits = words->characters[unit];
    seen |= bits;
    if (bits & TANAOROSHI_NUMERAL) return true;
    if (bits & TANAOROSHI_STOP) return false;
  }
  // Characters that are as good as absent do not count in the reader's limit.
  return place < end && (seen & TANAOROSHI_SPECIAL);
}

/// Whether a word of special care may begin in the reach of a label, whose second character stands at `place`: behind
/// characters of labels and what may stand between one and its value (Fillers), which a sentence's end is not
/// (LineFilter.mayBeCare, TextGate.care).
static bool care_follows(
    const uint8_t *text, size_t place, size_t end, const tanaoroshi_words *words) {
  uint32_t last = 0x20;
  size_t width;
  for (int passed = 0; passed < 64 && place < end; passed++, place += width) {
    uint32_t unit = character(text, place, end, &width);
    // 。; and what folds into something else.
    if (unit == 0x3002) return false;
    if (unit >= 0xFE00 || unit - 0x3099 < 4 || unit - 0x2000 < 0x70 || unit - 0x300 < 0x70) return true;
    if (unit == 0x3000) unit = 0x20;
    const uint32_t pair = tanaoroshi_pair(last, unit) & 0xFFFF;
    if (words->care_words[pair >> 6] >> (pair & 63) & 1) return true;
    // The word would have begun with `last` at the latest.
    if (passed > 1 && !(words->characters[last] & TANAOROSHI_INNER)) return false;
    last = unit;
  }
  return place < end;
}
