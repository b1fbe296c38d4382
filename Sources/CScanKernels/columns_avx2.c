// Cells of one column for processors with AVX2: each is looked at as a whole, 16 or 32 bytes at once.

#if defined(__x86_64__)
#include <immintrin.h>
#include <stdbool.h>
#include <string.h>

#include "CScanKernels.h"

#pragma clang attribute push(__attribute__((target("avx2,bmi,bmi2,lzcnt,popcnt"))), apply_to = function)

static inline __m128i load16(const uint8_t *bytes) {
  return _mm_loadu_si128((const __m128i *)(const void *)bytes);
}

static inline __m256i load32(const uint8_t *bytes) {
  return _mm256_loadu_si256((const __m256i *)(const void *)bytes);
}

static inline uint32_t mask32(__m256i bytes) { return (uint32_t)_mm256_movemask_epi8(bytes); }

static inline __m256i equal32(__m256i bytes, uint8_t byte) {
  return _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8((char)byte));
}

/// Bytes from `low` to `low + span`.
static inline __m256i range32(__m256i bytes, uint8_t low, uint8_t span) {
  const __m256i shifted = _mm256_sub_epi8(bytes, _mm256_set1_epi8((char)low));
  return _mm256_cmpeq_epi8(_mm256_min_epu8(shifted, _mm256_set1_epi8((char)span)), shifted);
}

/// Whether each byte is at least its `low` and at most `span` above it.
static inline bool fits16(__m128i bytes, __m128i low, __m128i span) {
  const __m128i shifted = _mm_sub_epi8(bytes, low);
  return _mm_movemask_epi8(_mm_cmpeq_epi8(_mm_min_epu8(shifted, span), shifted)) == 0xFFFF;
}

/// The values of four times four digits.
static inline __m128i fours(__m128i digits) {
  const __m128i pairs = _mm_maddubs_epi16(digits, _mm_set1_epi16(0x010A));
  return _mm_madd_epi16(pairs, _mm_set1_epi32(0x00010064));
}

/// The lowest `length` bits.
static inline uint64_t inside(size_t length) { return _bzhi_u64(~(uint64_t)0, (unsigned)length); }

/// Whether a name may end in these four bytes, the last in the highest: not as words for "none" and "total" do, nor in a
/// blank that is taken off.
static inline bool may_end_name(uint32_t last) {
  // し 計 中 無 様 社 部 課, the first byte lowest; 店 and U+3000; U+00A0.
  const __m256i others = _mm256_setr_epi32(
      0x9781E3, 0x88A8E8, 0xADB8E4, 0xA184E7, 0x98A7E6, 0xBEA4E7, 0xA883E9, 0xB2AAE8);
  const uint32_t three = last >> 8;
  const __m256i is_other = _mm256_cmpeq_epi32(others, _mm256_set1_epi32((int)three));
  return three != 0x97BAE5 && three != 0x8080E3 && last >> 16 != 0xA0C2
         && _mm256_testz_si256(is_other, is_other);
}

static inline bool is_name(const uint8_t *cell, size_t length) {
  if (length - 6 > 42) return false;
  __m256i bytes = load32(cell);
  uint32_t first, last;
  memcpy(&first, cell, 4);
  memcpy(&last, cell + length - 4, 4);
  // U+3000 and U+00A0 are taken off ends.
  if ((first & 0xFFFFFF) == 0x8080E3 || (first & 0xFFFF) == 0xA0C2 || !may_end_name(last)) {
    return false;
  }
  // Full-width forms are EF BC.
  uint64_t letters = mask32(bytes);
  uint64_t wide = mask32(equal32(bytes, 0xEF));
  if (length <= 32) {
    const uint32_t within = _bzhi_u32(~(uint32_t)0, (unsigned)length);
    if ((((uint32_t)~letters | (uint32_t)wide) & within) == 0) return true;
  }
  uint64_t blanks = mask32(equal32(bytes, 0x20));
  if (length > 32) {
    bytes = load32(cell + 32);
    letters |= (uint64_t)mask32(bytes) << 32;
    wide |= (uint64_t)mask32(equal32(bytes, 0xEF)) << 32;
    blanks |= (uint64_t)mask32(equal32(bytes, 0x20)) << 32;
  }
  const uint64_t within = inside(length);
  letters |= blanks;
  if ((letters & within) != within || (blanks & (1 | (uint64_t)1 << (length - 1))) != 0) {
    return false;
  }
  wide &= within;
  while (wide != 0) {
    const size_t place = (size_t)__builtin_ctzll(wide);
    if (place + 1 < length && cell[place + 1] == 0xBC) return false;
    wide &= wide - 1;
  }
  return true;
}

/// First bytes of kanji in CP932.
static inline bool is_kanji_lead(uint8_t byte) {
  return (uint8_t)(byte - 0x88) <= 0x17 || (uint8_t)(byte - 0xE0) <= 0x0A;
}

/// From `low` to `low + span`, in lanes of 16 bits.
static inline __m256i range16(__m256i codes, uint16_t low, uint16_t span) {
  const __m256i shifted = _mm256_sub_epi16(codes, _mm256_set1_epi16((int16_t)low));
  return _mm256_cmpeq_epi16(_mm256_min_epu16(shifted, _mm256_set1_epi16((int16_t)span)), shifted);
}

static inline __m256i equal16(__m256i codes, uint16_t code) {
  return _mm256_cmpeq_epi16(codes, _mm256_set1_epi16((int16_t)code));
}

/// Whether 2 to 16 characters of two bytes each are kanji, kana, the ideographic blank and 々 or ー.
static inline bool are_stored_letters(const uint8_t *cell, size_t length) {
  const __m256i swapped = _mm256_broadcastsi128_si256(
      _mm_setr_epi8(1, 0, 3, 2, 5, 4, 7, 6, 9, 8, 11, 10, 13, 12, 15, 14));
  const __m256i codes = _mm256_shuffle_epi8(load32(cell), swapped);
  // Between hiragana and katakana there is nothing.
  const __m256i letters = _mm256_or_si256(
      _mm256_or_si256(range16(codes, 0x8800, 0x17FF), range16(codes, 0xE000, 0x0AFF)),
      range16(codes, 0x829F, 0x8396 - 0x829F));
  const __m256i signs = _mm256_or_si256(
      equal16(codes, 0x8140), _mm256_or_si256(equal16(codes, 0x8158), equal16(codes, 0x815B)));
  const uint32_t within = _bzhi_u32(~(uint32_t)0, (unsigned)length);
  return (~mask32(_mm256_or_si256(letters, signs)) & within) == 0;
}

/// Whether a name may end in this character: not as words for "none" and "total" do, nor in a blank that is taken off.
static inline bool may_end_stored_name(const uint8_t *last) {
  // し 計 中 無 様 社 部 課 店 and the ideographic blank, the first byte lowest.
  const __m256i others = _mm256_setr_epi16(
      (short)0xB582, 0x768C, (short)0x8692, (short)0xB396, 0x6C97, (short)0xD08E, (short)0x9495,
      (short)0xDB89, 0x5893, 0x4081, 0, 0, 0, 0, 0, 0);
  uint16_t code;
  memcpy(&code, last, 2);
  const __m256i is_other = _mm256_cmpeq_epi16(others, _mm256_set1_epi16((short)code));
  return _mm256_testz_si256(is_other, is_other);
}

static inline bool is_stored_name(const uint8_t *cell, size_t length) {
  if (length - 2 > 30) return false;
  // Most names hold nothing but characters of two bytes.
  if (length % 2 == 0 && length >= 4 && are_stored_letters(cell, length)) {
    return cell[0] != 0x81 && may_end_stored_name(cell + length - 2);
  }
  const __m256i bytes = load32(cell), next = load32(cell + 1);
  const __m256i kanji = _mm256_or_si256(range32(bytes, 0x88, 0x17), range32(bytes, 0xE0, 0x0A));
  const __m256i hiragana = _mm256_and_si256(equal32(bytes, 0x82), range32(next, 0x9F, 0x60));
  const __m256i katakana = _mm256_and_si256(equal32(bytes, 0x83), range32(next, 0, 0x96));
  const __m256i sign = _mm256_and_si256(
      equal32(bytes, 0x81),
      _mm256_or_si256(
          equal32(next, 0x40), _mm256_or_si256(equal32(next, 0x58), equal32(next, 0x5B))));
  const __m256i letter = _mm256_or_si256(
      _mm256_or_si256(kanji, sign), _mm256_or_si256(hiragana, katakana));
  const uint64_t within = inside(length);
  const uint64_t letters = mask32(letter);
  // 81...9F and E0...FC: in a run of them every second one begins a character, from the first on.
  const uint64_t can_lead =
      mask32(range32(_mm256_xor_si256(bytes, _mm256_set1_epi8(0x20)), 0xA1, 0x3B)) & within;
  const uint64_t even = 0x5555555555555555u;
  const uint64_t begins = can_lead & ~(can_lead << 1);
  const uint64_t in_even = can_lead & ~(can_lead + (begins & even));
  const uint64_t leads = (in_even & even) | (can_lead & ~in_even & ~even);
  const uint64_t pairs = leads | leads << 1;
  const uint64_t blanks = mask32(equal32(bytes, 0x20)) & within & ~pairs;
  // Half-width kana.
  const uint64_t kana = mask32(range32(bytes, 0xA1, 0x3E)) & within & ~pairs;
  const size_t decoded = (size_t)__builtin_popcountll(leads | kana) * 3
                         + (size_t)__builtin_popcountll(blanks);
  if ((pairs | blanks | kana) != within || (leads & ~letters) != 0 || (blanks & 1) != 0
      || cell[0] == 0x81 || decoded - 6 > 42) {
    return false;
  }
  if ((kana >> (length - 1) & 1) != 0) return true;
  return (leads >> (length - 2) & 1) != 0 && may_end_stored_name(cell + length - 2);
}

/// What bytes are in a mail address, one bit each; 0 for no part of one. Digits, underscores, dots and `@` have the greatest
/// values.
///
/// By the halves of a byte: what it is stands in both tables.
static inline __m256i mail_classes(__m256i bytes) {
  enum {
    early = 0x01,  // A...O, a...o
    late = 0x02,   // P...Z, p...z
    dash = 0x04,
    digit = 0x10,
    under = 0x20,
    dot = 0x40,
    at = 0x80,
  };
  const __m256i lower = _mm256_broadcastsi128_si256(_mm_setr_epi8(
      (char)(late | digit | at), early | late | digit, early | late | digit, early | late | digit,
      early | late | digit, early | late | digit, early | late | digit, early | late | digit,
      early | late | digit, early | late | digit, early | late, early, early, early | dash,
      early | dot, early | under));
  const __m256i upper = _mm256_broadcastsi128_si256(_mm_setr_epi8(
      0, 0, dash | dot, digit, (char)(early | at), late | under, early, late, 0, 0, 0, 0, 0, 0, 0,
      0));
  const __m256i half = _mm256_and_si256(_mm256_srli_epi16(bytes, 4), _mm256_set1_epi8(0x0F));
  return _mm256_and_si256(
      _mm256_shuffle_epi8(lower, bytes), _mm256_shuffle_epi8(upper, half));
}

typedef struct {
  uint64_t at;
  uint64_t dots;
  /// Digits, underscores, dots and `@`.
  uint64_t personal;
  uint64_t unusual;
} mail_masks;

static inline mail_masks mail_marks(const uint8_t *bytes) {
  const __m256i classes = mail_classes(load32(bytes));
  return (mail_masks){
      mask32(classes), mask32(_mm256_add_epi8(classes, classes)),
      mask32(_mm256_adds_epu8(classes, _mm256_set1_epi8(0x70))),
      mask32(_mm256_cmpeq_epi8(classes, _mm256_setzero_si256()))};
}

/// One `@`, something personal before it, and the last dot neither next to it nor among the last two bytes.
static inline bool is_mail_of(const uint8_t *cell, size_t length, mail_masks masks) {
  const uint64_t within = inside(length);
  const uint64_t at = masks.at & within, dots = masks.dots & within;
  const uint64_t before = (at - 1) & ~at;
  const uint64_t wrong =
      (masks.unusual & within) | (at & (at - 1)) | (dots & ~(within >> 2));
  if (wrong != 0 || (masks.personal & before) == 0 || (dots & ~(before | at | at << 1)) == 0) {
    return false;
  }
  return cell[(size_t)__builtin_ctzll(at) + 1] != 0x65 && cell[length - 1] != 0x74
         && cell[length - 1] != 0x64;
}

static inline bool is_mail(const uint8_t *cell, size_t length) {
  if (length - 8 > 56) return false;
  mail_masks masks = mail_marks(cell);
  if (length <= 32) return is_mail_of(cell, length, masks);
  const mail_masks rest = mail_marks(cell + 32);
  masks.at |= rest.at << 32;
  masks.dots |= rest.dots << 32;
  masks.personal |= rest.personal << 32;
  masks.unusual |= rest.unusual << 32;
  return is_mail_of(cell, length, masks);
}

static inline bool is_mobile(const uint8_t *cell, size_t length, uint64_t *value) {
  const __m128i bytes = load16(cell);
  const __m128i low = _mm_setr_epi8(
      0x30, 0x36, 0x30, 0x2D, 0x31, 0x30, 0x30, 0x30, 0x2D, 0x30, 0x30, 0x30, 0x30, 0, 0, 0);
  const __m128i span = _mm_setr_epi8(0, 3, 0, 0, 8, 9, 9, 9, 0, 9, 9, 9, 9, -1, -1, -1);
  if (length != 13 || !fits16(bytes, low, span)) return false;
  const __m128i order = _mm_setr_epi8(-1, 0, 1, 2, 4, 5, 6, 7, 9, 10, 11, 12, -1, -1, -1, -1);
  const __m128i groups =
      fours(_mm_shuffle_epi8(_mm_sub_epi8(bytes, _mm_set1_epi8(0x30)), order));
  const uint64_t front = (uint64_t)_mm_cvtsi128_si64(groups);
  const uint32_t back = (uint32_t)_mm_extract_epi32(groups, 2);
  *value = (front & 0xFFFFFFFF) * 100000000 + (front >> 32) * 10000 + back;
  return true;
}

static inline bool is_postal_code(const uint8_t *cell, size_t length, uint64_t *value) {
  const __m128i bytes = load16(cell);
  const __m128i low = _mm_setr_epi8(
      0x30, 0x30, 0x30, 0x2D, 0x30, 0x30, 0x30, 0x30, 0, 0, 0, 0, 0, 0, 0, 0);
  const __m128i span = _mm_setr_epi8(9, 9, 9, 0, 9, 9, 9, 9, -1, -1, -1, -1, -1, -1, -1, -1);
  if (length != 8 || !fits16(bytes, low, span)) return false;
  const __m128i order =
      _mm_setr_epi8(-1, 0, 1, 2, 4, 5, 6, 7, -1, -1, -1, -1, -1, -1, -1, -1);
  const uint64_t groups = (uint64_t)_mm_cvtsi128_si64(
      fours(_mm_shuffle_epi8(_mm_sub_epi8(bytes, _mm_set1_epi8(0x30)), order)));
  *value = (groups & 0xFFFFFFFF) * 10000 + (groups >> 32);
  return true;
}

/// The weights are those of the plain form in columns.c.
static inline bool is_my_number(const uint8_t *cell, size_t length, uint64_t *value) {
  const __m128i span = _mm_setr_epi8(9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, -1, -1, -1, -1);
  const __m128i bytes = load16(cell);
  if (length != 12 || !fits16(bytes, _mm_set1_epi8(0x30), span)) return false;
  const __m128i number = _mm_sub_epi8(bytes, _mm_set1_epi8(0x30));
  const __m128i weights = _mm_setr_epi8(6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 0, 0, 0, 0, 0);
  const __m128i products = _mm_sad_epu8(_mm_maddubs_epi16(number, weights), _mm_setzero_si128());
  const uint32_t sum =
      (uint32_t)_mm_cvtsi128_si32(products) + (uint32_t)_mm_extract_epi32(products, 2);
  const uint32_t rest = sum % 11;
  const uint32_t digit = (uint32_t)(cell[11] - 0x30);
  if (digit != (rest <= 1 ? 0 : 11 - rest)) return false;
  const __m128i groups = fours(number);
  const uint64_t front = (uint64_t)_mm_cvtsi128_si64(groups);
  const uint32_t back = (uint32_t)_mm_extract_epi32(groups, 2);
  *value = (front & 0xFFFFFFFF) * 100000000 + (front >> 32) * 10000 + back;
  return true;
}

static inline uint32_t date_kinds(uint32_t year, uint32_t month, uint32_t day, uint8_t mark);
static inline bool is_day(uint32_t year, uint32_t month, uint32_t day);

static inline bool is_date(const uint8_t *cell, size_t length, uint32_t *kinds) {
  const __m128i bytes = load16(cell);
  // Dash, dot and slash follow each other.
  const __m128i low = _mm_setr_epi8(
      0x30, 0x30, 0x30, 0x30, 0x2D, 0x30, 0x30, 0x2D, 0x30, 0x30, 0, 0, 0, 0, 0, 0);
  const __m128i span = _mm_setr_epi8(9, 9, 9, 9, 2, 9, 9, 2, 9, 9, -1, -1, -1, -1, -1, -1);
  if (length != 10 || !fits16(bytes, low, span) || cell[4] != cell[7]) return false;
  const __m128i order =
      _mm_setr_epi8(0, 1, 2, 3, -1, -1, 5, 6, -1, -1, 8, 9, -1, -1, -1, -1);
  const __m128i groups =
      fours(_mm_shuffle_epi8(_mm_sub_epi8(bytes, _mm_set1_epi8(0x30)), order));
  const uint64_t front = (uint64_t)_mm_cvtsi128_si64(groups);
  const uint32_t year = (uint32_t)front, month = (uint32_t)(front >> 32);
  const uint32_t day = (uint32_t)_mm_extract_epi32(groups, 2);
  if (!is_day(year, month, day)) return false;
  *kinds = date_kinds(year, month, day, cell[4]);
  return true;
}

#include "columns_body.h"
#include "columns_fours.h"

void tanaoroshi_walk_column_avx2(
    const tanaoroshi_column *column, tanaoroshi_column_kind kind, tanaoroshi_column_tally *tally) {
  const bool has_fours = kind == tanaoroshi_column_dates || kind == tanaoroshi_column_mobiles
                         || kind == tanaoroshi_column_postal_codes
                         || kind == tanaoroshi_column_my_numbers
                         || kind == tanaoroshi_column_short_numbers;
  const size_t end = last_record(column, tally);
  // Cells that are walked over one by one where four cannot be taken; more where that is so time and again.
  size_t patience = has_fours ? 4 : column->records;
  while (tally->record < end) {
    const size_t before = tally->record;
    if (has_fours) {
      walk_fours(column, kind, tally, end);
      patience = tally->record > before ? 4 : patience < 64 ? patience * 2 : patience;
    }
    const size_t left = end - tally->record;
    const size_t upto = tally->record + (left < patience ? left : patience);
    walk_singles(column, kind, tally, upto);
    if (tally->record < upto) return;
  }
}

#pragma clang attribute pop
#endif
