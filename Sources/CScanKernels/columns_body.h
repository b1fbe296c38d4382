#pragma once

// The walk over the cells of one column, and what it asks of cells that no vector helps with.
//
// Compiled once for each set of instructions: TANAOROSHI_KERNEL gives the function its name, and the including file has
// the tests of single cells before.

/// Eight bytes as a number, the first lowest.
static inline uint64_t word_at(const uint8_t *bytes) {
  uint64_t word;
  memcpy(&word, bytes, 8);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  word = __builtin_bswap64(word);
#endif
  return word;
}

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
  return (uint32_t)(mark != 0x2F) | (uint32_t)(year >= 1900 && year < 1990) << 1
         | (uint32_t)(year >= 2009) << 2 | (uint32_t)(month == 4 && day == 1) << 3;
}

static inline bool is_day(uint32_t year, uint32_t month, uint32_t day) {
  static const uint8_t days[13] = {0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (year - 1868 > 2150 - 1868 || month - 1 > 11 || day - 1 > 30) return false;
  if (day <= 28) return true;
  if (month == 2 && !(year % 4 == 0 && (year % 100 != 0 || year % 400 == 0))) return false;
  return day <= days[month];
}

static inline void add_number(tanaoroshi_column_tally *tally, uint64_t value) {
  const int64_t step = (int64_t)(value - tally->previous_value);
  const bool has_step = tally->previous_value != 0;
  const bool is_equal = step == tally->previous_step && step != 0
                        && (uint64_t)(step + 999999) <= 1999998;
  tally->steps += has_step;
  tally->equal_steps += has_step & is_equal;
  tally->previous_step = has_step ? step : tally->previous_step;
  tally->previous_value = value;
  tally->least = value < tally->least ? value : tally->least;
  tally->most = value > tally->most ? value : tally->most;
}

/// `TEST` says whether the cell has the usual shape, and counts what is to be counted.
#define WALK(TEST)                                                                               \
  for (; record < column->records; record++, next += stride) {                                   \
    const size_t start = next->start;                                                            \
    const size_t length = (size_t)next->end - start;                                             \
    if (length == 0) {                                                                           \
      seen.blanks++;                                                                             \
      continue;                                                                                  \
    }                                                                                            \
    if (start > limit || length > limit + 64 - start || filled >= most) break;                   \
    const uint8_t *const cell = text + start;                                                    \
    TEST;                                                                                        \
    filled++;                                                                                    \
  }

void TANAOROSHI_KERNEL(walk_column)(
    const tanaoroshi_column *column, tanaoroshi_column_kind kind, tanaoroshi_column_tally *tally) {
  if (tally->record >= column->records) return;
  // A copy of its own, which the compiler may keep in registers.
  tanaoroshi_column_tally seen = *tally;
  size_t record = seen.record;
  size_t filled = 0;
  const uint8_t *const text = column->text;
  const size_t stride = column->stride;
  const tanaoroshi_cell *next = column->cells + record * stride;
  // Cells at the very end of the text are not looked at; where it is shorter than that, none but blank ones.
  const bool is_short = column->count < 64;
  const size_t limit = is_short ? 0 : column->count - 64;
  const size_t most = is_short || seen.left == 0 ? 0 : seen.left - 1;
  uint64_t value = 0;
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
      uint32_t kinds = 0;
      const uint32_t forbidden = ~seen.allowed;
      WALK({
        if (!is_date(cell, length, &kinds) || (kinds & forbidden) != 0) break;
        seen.special[0] += kinds & 1;
        seen.special[1] += kinds >> 1 & 1;
        seen.special[2] += kinds >> 2 & 1;
        seen.special[3] += kinds >> 3 & 1;
      })
      break;
    }
    case tanaoroshi_column_mobiles:
      WALK({
        if (!is_mobile(cell, length, &value)) break;
        add_number(&seen, value);
      })
      break;
    case tanaoroshi_column_postal_codes: {
      const uint64_t *const listed = column->listed;
      WALK({
        if (!is_postal_code(cell, length, &value)) break;
        const uint32_t is_listed = (uint32_t)(listed[value >> 6] >> (value & 63)) & 1;
        if ((is_listed & ~seen.allowed) != 0) break;
        seen.special[0] += is_listed;
        add_number(&seen, value);
      })
      break;
    }
    case tanaoroshi_column_my_numbers:
      WALK({
        if (!is_my_number(cell, length, &value)) break;
        const uint32_t is_round = cell[11] == 0x30;
        if ((is_round & ~seen.allowed) != 0) break;
        seen.special[0] += is_round;
        add_number(&seen, value);
      })
      break;
    case tanaoroshi_column_short_numbers:
      WALK({
        if (!is_short_number(cell, length, &value)) break;
        seen.special[length]++;
        add_number(&seen, value);
      })
      break;
  }
  seen.record = record;
  seen.filled += filled;
  seen.left -= filled;
  *tally = seen;
}

#undef WALK
