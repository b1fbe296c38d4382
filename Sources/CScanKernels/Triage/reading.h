#pragma once

// The characters of a line that is not all ASCII.

#include "candidates.h"
#include "characters.h"
#include "worth.h"

/// Looks at the second of two characters, which is worth a look, for what the line may hold there.
static void read_character(
    const uint8_t *text, size_t start, size_t end, size_t count, tanaoroshi_two two,
    const tanaoroshi_words *words, tanaoroshi_output *out) {
  const uint32_t last = two.last, unit = two.unit;
  const uint32_t bits = words->characters[unit];
  const uint32_t meeting = words->characters[last] & bits >> TANAOROSHI_SECOND;
  if (meeting & TANAOROSHI_PAIR) {
    const uint32_t pair = pair_begins(text, start, end, two, words);
    if (pair & (TANAOROSHI_PAIR_CALLING | TANAOROSHI_PAIR_LONG_CALLING) &&
        calling_stands(text, start, end, two, pair, words)) {
      put(out, two.last_place, TANAOROSHI_CALLING);
    }
    if (pair & TANAOROSHI_PAIR_CARE && care_follows(text, two.place, end, words)) {
      put(out, two.last_place, TANAOROSHI_CARE);
    }
    if (pair & TANAOROSHI_PAIR_VALUE) out->line->flags |= TANAOROSHI_VALUED;
    if (pair & TANAOROSHI_PAIR_ACCOUNT) out->line->flags |= TANAOROSHI_ACCOUNT;
  }
  if (meeting & TANAOROSHI_LABEL_END && label_ends(text, start, two, words)) put(out, two.place, TANAOROSHI_GAP);
  if (bits & TANAOROSHI_SINGLE && !calls_nobody(last, unit) &&
      name_may_end(text, start, two.place, last)) {
    size_t ignored;
    const uint32_t next = two.end < end ? character(text, two.end, end, &ignored) : 0x20;
    if (!is_name_unit(next)) put(out, two.place, TANAOROSHI_CALLING);
  }
  if (!(bits & TANAOROSHI_SPECIAL)) return;
  switch (unit) {
    case ':': case '=': case ']': case '|': case 0xFF1A: case 0xFF1D: case 0xFF3D:
    case 0xFF5C: case 0x3011: case 0x2192: case 0x2502: case 0x3009: case 0x300D:
      put(out, two.place, TANAOROSHI_MARK);
      break;
    case '(': case 0xFF08:
      if (name_may_end(text, start, two.place, last)) put(out, two.place, TANAOROSHI_READING);
      break;
    case 'c': case 0xFF43: case 0xFF23:
      if (name_may_end(text, start, two.place, last)) put(out, two.place, TANAOROSHI_CALLING);
      break;
    case 0x5E02: case 0x533A: case 0x753A: case 0x6751:
      if (town_follows(text, end, count, two, words)) put(out, two.place, TANAOROSHI_MUNICIPALITY);
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
