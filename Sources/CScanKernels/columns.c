// Cells of one column for any processor, and the choice between the ways.

#include <stdbool.h>
#include <string.h>

#include "CScanKernels.h"

/// The value of so many digits; -1 when one of them is something else.
static inline int64_t digits(const uint8_t *bytes, size_t count) {
  int64_t value = 0;
  for (size_t index = 0; index < count; index++) {
    const uint8_t digit = (uint8_t)(bytes[index] - 0x30);
    if (digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/// First bytes of kanji in CP932.
static inline bool is_kanji_lead(uint8_t byte) {
  return (uint8_t)(byte - 0x88) <= 0x17 || (uint8_t)(byte - 0xE0) <= 0x0A;
}

/// Three bytes of UTF-8 that end a word for "none" or "total", or something other than a person:
/// し 計 中 無 様 社 部 課 店.
static inline bool ends_other_word(const uint8_t *last) {
  switch ((uint32_t)last[0] << 16 | (uint32_t)last[1] << 8 | last[2]) {
    case 0xE38197: case 0xE8A888: case 0xE4B8AD: case 0xE784A1: case 0xE6A798: case 0xE7A4BE:
    case 0xE983A8: case 0xE8AAB2: case 0xE5BA97: return true;
    default: return false;
  }
}

/// U+3000, which is taken off ends, as is U+00A0.
static inline bool is_wide_blank(const uint8_t *bytes) {
  return bytes[0] == 0xE3 && bytes[1] == 0x80 && bytes[2] == 0x80;
}

static inline bool is_name(const uint8_t *cell, size_t length) {
  if (length < 6 || length > 48 || cell[0] < 0x80 || cell[length - 1] < 0x80
      || is_wide_blank(cell) || is_wide_blank(cell + length - 3)
      || (cell[0] == 0xC2 && cell[1] == 0xA0)
      || (cell[length - 2] == 0xC2 && cell[length - 1] == 0xA0)) {
    return false;
  }
  for (size_t index = 0; index < length; index++) {
    if (cell[index] < 0x80 && cell[index] != 0x20) return false;
    if (index > 0 && cell[index] == 0xBC && cell[index - 1] == 0xEF) return false;
  }
  return !ends_other_word(cell + length - 3);
}

static inline bool is_stored_name(const uint8_t *cell, size_t length) {
  if (length < 2 || length > 32 || cell[0] == 0x81 || cell[0] == 0x20) return false;
  size_t decoded = 0, index = 0, last = 0;
  while (index < length) {
    const uint8_t lead = cell[index], trail = cell[index + 1];
    last = index;
    if (lead == 0x20) {
      decoded++;
      index++;
      continue;
    }
    // Half-width kana.
    if ((uint8_t)(lead - 0xA1) <= 0x3E) {
      decoded += 3;
      index++;
      continue;
    }
    const bool fits = is_kanji_lead(lead) || (lead == 0x82 && trail >= 0x9F)
                      || (lead == 0x83 && trail <= 0x96)
                      || (lead == 0x81 && (trail == 0x40 || trail == 0x58 || trail == 0x5B));
    if (!fits) return false;
    decoded += 3;
    index += 2;
  }
  if (index != length || decoded < 6 || decoded > 48) return false;
  if (last + 2 != length) return cell[last] != 0x20;
  switch ((uint32_t)cell[last] << 8 | cell[last + 1]) {
    case 0x82B5: case 0x8C76: case 0x9286: case 0x96B3: case 0x976C: case 0x8ED0: case 0x9594:
    case 0x89DB: case 0x9358: case 0x8140: return false;
    default: return true;
  }
}

static inline bool is_mail(const uint8_t *cell, size_t length) {
  if (length < 8 || length > 64) return false;
  size_t sign = 0, dot = 0;
  bool has_sign = false, is_personal = false;
  for (size_t index = 0; index < length; index++) {
    const uint8_t byte = cell[index];
    const bool is_digit = (uint8_t)(byte - 0x30) <= 9;
    const bool is_letter = (uint8_t)((byte | 0x20) - 0x61) <= 25;
    if (byte == 0x40) {
      if (has_sign) return false;
      has_sign = true;
      sign = index;
    } else if (is_digit || byte == 0x2E || byte == 0x5F) {
      if (!has_sign) is_personal = true;
      if (byte == 0x2E) dot = index;
    } else if (!is_letter && byte != 0x2D) {
      return false;
    }
  }
  return has_sign && sign > 0 && dot > sign + 1 && dot < length - 2 && is_personal
         && cell[sign + 1] != 0x65 && cell[length - 1] != 0x74 && cell[length - 1] != 0x64;
}

static inline bool is_mobile(const uint8_t *cell, size_t length, uint64_t *value) {
  if (length != 13 || cell[3] != 0x2D || cell[8] != 0x2D || cell[0] != 0x30 || cell[2] != 0x30
      || cell[1] < 0x36 || cell[4] == 0x30) {
    return false;
  }
  const int64_t first = digits(cell, 3), second = digits(cell + 4, 4), third = digits(cell + 9, 4);
  if (first < 0 || second < 0 || third < 0) return false;
  *value = (uint64_t)(first * 100000000 + second * 10000 + third);
  return true;
}

static inline bool is_postal_code(const uint8_t *cell, size_t length, uint64_t *value) {
  if (length != 8 || cell[3] != 0x2D) return false;
  const int64_t front = digits(cell, 3), back = digits(cell + 4, 4);
  if (front < 0 || back < 0) return false;
  *value = (uint64_t)(front * 10000 + back);
  return true;
}

/// Weights 6 5 4 3 2 7 6 5 4 3 2 from the left, modulus 11 (総務省令 平成26年第85号 5条); the check digit is 0 where
/// eleven less the remainder has two.
static inline bool is_my_number(const uint8_t *cell, size_t length, uint64_t *value) {
  static const uint8_t weights[11] = {6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2};
  if (length != 12) return false;
  const int64_t number = digits(cell, 12);
  if (number < 0) return false;
  uint32_t sum = 0;
  for (size_t index = 0; index < 11; index++) {
    sum += weights[index] * (uint32_t)(cell[index] - 0x30);
  }
  const uint32_t rest = sum % 11;
  if ((uint32_t)(cell[11] - 0x30) != (rest <= 1 ? 0 : 11 - rest)) return false;
  *value = (uint64_t)number;
  return true;
}

static inline uint32_t date_kinds(uint32_t year, uint32_t month, uint32_t day, uint8_t mark);
static inline bool is_day(uint32_t year, uint32_t month, uint32_t day);

static inline bool is_date(const uint8_t *cell, size_t length, uint32_t *kinds) {
  if (length != 10 || cell[4] != cell[7] || cell[4] < 0x2D || cell[4] > 0x2F) return false;
  const int64_t year = digits(cell, 4), month = digits(cell + 5, 2), day = digits(cell + 8, 2);
  if (year < 0 || month < 0 || day < 0
      || !is_day((uint32_t)year, (uint32_t)month, (uint32_t)day)) {
    return false;
  }
  *kinds = date_kinds((uint32_t)year, (uint32_t)month, (uint32_t)day, cell[4]);
  return true;
}

#include "columns_body.h"

#if defined(__x86_64__)
void tanaoroshi_walk_column_avx2(
    const tanaoroshi_column *column, tanaoroshi_column_kind kind, tanaoroshi_column_tally *tally);

void tanaoroshi_walk_column_avx512(
    const tanaoroshi_column *column, tanaoroshi_column_kind kind, tanaoroshi_column_tally *tally);
#endif

void tanaoroshi_walk_column(
    const tanaoroshi_column *column, tanaoroshi_column_kind kind, tanaoroshi_column_tally *tally,
    tanaoroshi_level level) {
#if defined(__x86_64__)
  if (level >= tanaoroshi_level_avx512) {
    tanaoroshi_walk_column_avx512(column, kind, tally);
    return;
  }
  if (level >= tanaoroshi_level_avx2) {
    tanaoroshi_walk_column_avx2(column, kind, tally);
    return;
  }
#endif
  walk_singles(column, kind, tally, last_record(column, tally));
}
