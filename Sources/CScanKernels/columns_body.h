#pragma once

// The walk over the cells of one column, and what it asks of cells that no vector helps with.
//
// Compiled once for each set of instructions: the including file has the tests of single cells before.

#include "column_limits.h"
#include "words.h"

/// One to six digits.
static inline bool is_short_number(const uint8_t *cell, size_t length, uint64_t *value) {
  if (length > 6) return false;
  // The last digit in the highest byte, zeros in front of the first.
  const uint64_t digits = (word_at(cell) ^ 0x3030303030303030u) << (64 - length * 8);
  if (((digits | (digits + 0x0606060606060606u)) & 0xF0F0F0F0F0F0F0F0u) != 0) return false;
  const uint64_t pairs = (digits * 10 + (digits >> 8)) & 0x00FF00FF00FF00FFu;
  const uint64_t fours = (pairs * 100 + (pairs >> 16)) & 0x0000FFFF0000FFFFu;
  *value = (fours * 10000 + (fours >> 32)) & 0xFFFFFFFFu;
  return true;
}

/// Whether a cell ends in U+3000, U+00A0 or what looks like them at its last two bytes.
static inline bool has_wide_blank_end(const uint8_t *cell, size_t length) {
  const uint8_t last = cell[length - 1], before = cell[length - 2];
  return (last == 0x80 || last == 0xA0) && (before == 0x80 || before == 0xC2);
}

/// Begins with a Japanese letter, is at least five characters long, and holds a digit.
static inline bool is_address(const uint8_t *cell, size_t length) {
  if (length < 15 || length > 160 || cell[0] < 0xE3 || (cell[0] == 0xE3 && cell[1] == 0x80)) {
    return false;
  }
  if ((uint8_t)(cell[length - 1] - 0x30) <= 9) return true;
  if (cell[length - 1] <= 0x20 || has_wide_blank_end(cell, length)) return false;
  for (size_t index = length - 1; index > 0; index--) {
    if ((uint8_t)(cell[index] - 0x30) <= 9) return true;
    if ((uint8_t)(cell[index] - 0x90) <= 9 && cell[index - 1] == 0xBC) return true;
  }
  return false;
}

/// The same of well-formed CP932, for cells that surely have as few bytes in UTF-8.
static inline bool is_stored_address(const uint8_t *cell, size_t length) {
  if (length < 15 || length > 53) return false;
  const uint8_t first = cell[0], last = cell[length - 1];
  if (!(is_kanji_lead(first) || first == 0x83 || (first == 0x82 && cell[1] >= 0x9F))) return false;
  // Digits end no character of two bytes.
  if ((uint8_t)(last - 0x30) <= 9) return true;
  // 81 40 is the ideographic blank.
  if (last <= 0x20 || last == 0x40) return false;
  for (size_t index = 0; index < length; index++) {
    const uint8_t byte = cell[index];
    if ((uint8_t)(byte - 0x30) <= 9) return true;
    if (byte < 0x80 || (uint8_t)(byte - 0xA0) < 0x40) continue;
    // Full-width digits are 82 4F...58.
    if (byte == 0x82 && (uint8_t)(cell[index + 1] - 0x4F) <= 9) return true;
    index++;
  }
  return false;
}

/// Whether a date counts as one of four kinds, one bit each, beginning with the lowest.
static inline uint32_t date_kinds(uint32_t year, uint32_t month, uint32_t day, uint8_t mark) {
  return (uint32_t)(mark != 0x2F) | (uint32_t)(year - 1900 < 90) << 1
         | (uint32_t)(year >= 2009) << 2 | (uint32_t)(((month ^ 4) | (day ^ 1)) == 0) << 3;
}

static inline bool is_day(uint32_t year, uint32_t month, uint32_t day) {
  static const uint8_t days[16] = {0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (year - 1868 > 2150 - 1868 || month > 12 || day - 1 >= days[month]) return false;
  return month != 2 || day != 29
         || (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));
}

/// The numbers of a column as they come.
typedef struct {
  uint64_t previous;
  int64_t step;
  /// Numbers behind none or 0, from which no step leads.
  size_t firsts;
  size_t equal;
  uint64_t least;
  uint64_t most;
} numbers;

static inline void add_number(numbers *seen, uint64_t value) {
  const int64_t step = (int64_t)(value - seen->previous);
  seen->least = value < seen->least ? value : seen->least;
  seen->most = value > seen->most ? value : seen->most;
  if (seen->previous == 0) {
    seen->firsts++;
  } else if (step != seen->step) {
    seen->step = step;
  } else if (step != 0 && (uint64_t)(step + 999999) <= 1999998) {
    seen->equal++;
  }
  seen->previous = value;
}

/// `TEST` leaves the loop when the cell has not the usual shape, and counts what is to be counted.
#define WALK(TEST)                                                                               \
  for (; record < end; record++, next += stride) {                                               \
    const size_t start = next->start;                                                            \
    const size_t length = (size_t)(next->end - next->start);                                     \
    if (length == 0) {                                                                           \
      blanks++;                                                                                  \
      continue;                                                                                  \
    }                                                                                            \
    if (start >= limit) break;                                                                   \
    const uint8_t *const cell = text + start;                                                    \
    TEST;                                                                                        \
  }

/// Walks over the cells of the records below `end` one by one.
static void walk_singles(
    const tanaoroshi_column *column, tanaoroshi_column_kind kind, tanaoroshi_column_tally *tally,
    size_t end) {
  size_t record = tally->record;
  if (record >= end) return;
  // Most of what is counted is told from where the walk began and ended.
  const size_t first = record;
  const uint8_t *const text = column->text;
  const size_t stride = column->stride;
  const tanaoroshi_cell *next = column->cells + record * stride;
  const size_t limit = column->count < longest_cell ? 0 : column->count - longest_cell + 1;
  const uint32_t forbidden = ~tally->allowed;
  size_t blanks = 0;
  uint64_t value = 0;
  // By what is told apart among the cells of a kind.
  uint32_t kinds[16] = {0};
  numbers seen = {tally->previous_value, tally->previous_step, 0, 0, tally->least, tally->most};
  bool is_number = false;
  switch (kind) {
    case tanaoroshi_column_blanks:
      WALK({
        (void)cell;
        break;
      })
      break;
    case tanaoroshi_column_names:
      WALK(if (!is_name(cell, length)) break)
      break;
    case tanaoroshi_column_addresses:
      WALK(if (!is_address(cell, length)) break)
      break;
    case tanaoroshi_column_stored_names:
      WALK(if (!is_stored_name(cell, length)) break)
      break;
    case tanaoroshi_column_stored_addresses:
      WALK(if (!is_stored_address(cell, length)) break)
      break;
    case tanaoroshi_column_mails:
      WALK(if (!is_mail(cell, length)) break)
      break;
    case tanaoroshi_column_dates: {
      uint32_t date = 0;
      WALK({
        if (!is_date(cell, length, &date) || (date & forbidden) != 0) break;
        kinds[date]++;
      })
      for (uint32_t index = 0; index < 16; index++) {
        for (uint32_t bit = 0; bit < 4; bit++) {
          tally->special[bit] += kinds[index] * (index >> bit & 1);
        }
      }
      break;
    }
    case tanaoroshi_column_mobiles:
      is_number = true;
      WALK({
        if (!is_mobile(cell, length, &value)) break;
        add_number(&seen, value);
      })
      break;
    case tanaoroshi_column_postal_codes: {
      const uint64_t *const listed = column->listed;
      is_number = true;
      WALK({
        if (!is_postal_code(cell, length, &value)) break;
        const uint32_t is_listed = (uint32_t)(listed[value >> 6] >> (value & 63)) & 1;
        if ((is_listed & forbidden) != 0) break;
        kinds[is_listed]++;
        add_number(&seen, value);
      })
      tally->special[0] += kinds[1];
      break;
    }
    case tanaoroshi_column_my_numbers:
      is_number = true;
      WALK({
        if (!is_my_number(cell, length, &value)) break;
        const uint32_t is_round = cell[11] == 0x30;
        if ((is_round & forbidden) != 0) break;
        kinds[is_round]++;
        add_number(&seen, value);
      })
      tally->special[0] += kinds[1];
      break;
    case tanaoroshi_column_short_numbers:
      is_number = true;
      WALK({
        if (!is_short_number(cell, length, &value)) break;
        kinds[length]++;
        add_number(&seen, value);
      })
      for (uint32_t index = 1; index < 7; index++) tally->special[index] += kinds[index];
      break;
  }
  const size_t filled = record - first - blanks;
  tally->record = record;
  tally->filled += filled;
  tally->blanks += blanks;
  tally->left -= filled;
  if (is_number) {
    tally->previous_value = seen.previous;
    tally->previous_step = seen.step;
    tally->steps += filled - seen.firsts;
    tally->equal_steps += seen.equal;
    tally->least = seen.least;
    tally->most = seen.most;
  }
}

#undef WALK
