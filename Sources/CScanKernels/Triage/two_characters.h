#pragma once

// What begins or ends with two characters that follow each other.

#include "characters.h"
#include "masks.h"

/// What may part the characters of a label.
static inline bool is_separator(uint32_t unit) {
  return unit == 0x20 || unit == 0x3000 || unit == '-' || unit == '_';
}

/// Whether the second of two characters may part those of a label: none begins with such a character.
static inline bool parts_label(uint32_t last, uint32_t unit) {
  return is_separator(unit) && !is_separator(last);
}

/// 仕様 (TextNameScan.isWord).
static inline bool calls_nobody(uint32_t last, uint32_t unit) { return last == 0x4ED5 && unit == 0x69D8; }

/// A character and the one before it, in a line.
typedef struct {
  uint32_t last, unit;
  /// Where they begin, and where the second ends.
  size_t last_place, place, end;
} tanaoroshi_two;

/// The character at a place and the one before it; a line begins as if behind a blank.
static inline tanaoroshi_two two_at(const uint8_t *text, size_t start, size_t place, size_t end) {
  size_t width;
  const uint32_t unit = character(text, place, end, &width);
  const size_t before = place > start ? step_back(text, start, place) : place;
  return (tanaoroshi_two){character_before(text, start, place), unit, before, place, place + width};
}

static inline bool is_in_set(const uint64_t *set, uint32_t number) {
  return set[(number & 0xFFFF) >> 6] >> (number & 63) & 1;
}

/// The character from `place` on that is no separator, at most six of which are passed over; 0 at the end. `place` becomes
/// its end.
static inline uint32_t next_solid(const uint8_t *text, size_t *place, size_t end) {
  for (int passed = 0; passed <= 6 && *place < end; passed++) {
    size_t width;
    const uint32_t unit = character(text, *place, end, &width);
    *place += width;
    if (!is_separator(unit)) return unit;
  }
  return 0;
}

/// Of `pair`, what begins with two characters, what is left when labels are asked for a third character; blanks or dashes may
/// stand between those of a label, as in 氏　名 (LabelMatcher.matchEnd).
__attribute__((noinline)) static uint32_t ask_labels(
    const uint8_t *text, size_t start, size_t end, tanaoroshi_two two, uint32_t pair,
    const tanaoroshi_words *words) {
  const uint32_t of_labels = TANAOROSHI_PAIR_CARE | TANAOROSHI_PAIR_VALUE;
  uint32_t second = two.unit;
  size_t place = two.end;
  if (is_separator(second)) {
    const uint32_t solid = next_solid(text, &place, end);
    const uint32_t parted = words->pairs[tanaoroshi_pair(two.last, solid) & 0xFFFF] & of_labels;
    if (parted) second = solid;
    pair |= parted;
  }
  if (!(pair & of_labels)) return pair;
  // A label in Latin letters does not begin within a word.
  const size_t first = two.last_place;
  const bool is_within = first > start && is_letter(text[first]) && is_letter(text[first - 1]);
  const bool is_short = is_in_set(words->label_beginnings, tanaoroshi_triple(two.last, second, 0));
  if (is_within ||
      (!is_short && !is_in_set(
                        words->label_beginnings,
                        tanaoroshi_triple(two.last, second, next_solid(text, &place, end))))) {
    pair &= ~of_labels;
  }
  return pair;
}

/// What begins with two characters: bits of tanaoroshi_words.pairs.
static inline uint32_t pair_begins(
    const uint8_t *text, size_t start, size_t end, tanaoroshi_two two, const tanaoroshi_words *words) {
  const uint32_t pair = words->pairs[tanaoroshi_pair(two.last, two.unit) & 0xFFFF];
  const bool is_of_label =
      pair & (TANAOROSHI_PAIR_CARE | TANAOROSHI_PAIR_VALUE) || parts_label(two.last, two.unit);
  return is_of_label ? ask_labels(text, start, end, two, pair, words) : pair;
}

/// Whether a label of names or sex ends with a character, the last of two; blanks or dashes may stand in it.
static inline bool label_ends(
    const uint8_t *text, size_t start, tanaoroshi_two two, const tanaoroshi_words *words) {
  uint32_t units[3] = {two.last, 0, 0};
  size_t place = two.last_place;
  for (int known = 1;; known++) {
    if (is_in_set(words->label_ends, tanaoroshi_triple(units[2], units[1], units[0]))) return true;
    if (known == 3) return false;
    for (int passed = 0; passed <= 6 && place > start; passed++) {
      size_t width;
      const size_t before = step_back(text, start, place);
      units[known] = character(text, before, place, &width);
      place = before;
      if (!is_separator(units[known])) break;
    }
    if (units[known] == 0) return false;
  }
}

/// Whether the second of two characters is worth a look: their bits meet, in more than one of many pairs of the same bucket.
static inline bool is_worth(
    const uint8_t *text, size_t start, size_t end, tanaoroshi_two two, const tanaoroshi_words *words) {
  const uint32_t meeting = words->characters[two.last] & words->characters[two.unit] >> TANAOROSHI_SECOND;
  if (!meeting || calls_nobody(two.last, two.unit)) return false;
  return meeting & TANAOROSHI_ANY || pair_begins(text, start, end, two, words) ||
         (meeting & TANAOROSHI_LABEL_END && label_ends(text, start, two, words));
}

/// Whether the third character goes on with a long calling, or is none that can be told here.
static inline bool calling_goes_on(
    const uint8_t *text, size_t end, tanaoroshi_two two, const tanaoroshi_words *words) {
  size_t width;
  const uint32_t third = two.end < end ? character(text, two.end, end, &width) : 0x20;
  // What Callings.next knows.
  const bool is_known = third < 0x80 || (third >= 0x3000 && third <= 0x3002) || (third >= 0x3008 && third <= 0x3011) ||
                        is_hiragana(third) || (third >= 0x30A1 && third <= 0x30F4) || (third >= 0x3400 && third <= 0x9FFF);
  return !is_known || is_in_set(words->long_callings, tanaoroshi_triple(two.last, two.unit, third));
}

/// Whether a honorific, post or self-introduction that two characters begin may stand behind a name; `pair` are their bits.
static inline bool calling_stands(
    const uint8_t *text, size_t start, size_t end, tanaoroshi_two two, uint32_t pair,
    const tanaoroshi_words *words) {
  return name_may_end(text, start, two.last_place, character_before(text, start, two.last_place)) &&
         (pair & TANAOROSHI_PAIR_CALLING || calling_goes_on(text, end, two, words));
}

/// Whether 市区町村, the second of two characters, may end a municipality that a number follows.
static inline bool town_follows(
    const uint8_t *text, size_t end, size_t count, tanaoroshi_two two, const tanaoroshi_words *words) {
  return !(words->characters[two.last] & TANAOROSHI_NO_TOWN) && numeral_follows(text, two.end, end, count, words);
}

/// Whether the second of two characters is worth a look, and may hold something with what follows it up to the end of its
/// line; read_character asks for more.
static inline bool may_hold(
    const uint8_t *text, size_t start, size_t end, size_t count, tanaoroshi_two two,
    const tanaoroshi_words *words) {
  const uint32_t bits = words->characters[two.unit];
  const uint32_t meeting = words->characters[two.last] & bits >> TANAOROSHI_SECOND;
  if (!meeting || calls_nobody(two.last, two.unit)) return false;
  if (bits & TANAOROSHI_TOWN) return town_follows(text, end, count, two, words);
  if (meeting & TANAOROSHI_ANY) return true;
  const uint32_t pair = pair_begins(text, start, end, two, words);
  if (meeting & TANAOROSHI_LABEL_END && (pair || label_ends(text, start, two, words))) return true;
  const uint32_t of_callings = TANAOROSHI_PAIR_CALLING | TANAOROSHI_PAIR_LONG_CALLING;
  if (pair & ~(of_callings | TANAOROSHI_PAIR_CARE)) return true;
  if (pair & TANAOROSHI_PAIR_CARE && care_follows(text, two.place, end, words)) return true;
  return pair & of_callings && calling_stands(text, start, end, two, pair, words);
}
