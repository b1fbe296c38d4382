// Cells of one column for processors with AVX2: each is looked at as a whole, 16 or 32 bytes at once.

#if defined(__x86_64__)
#include <immintrin.h>
#include <stdbool.h>
#include <string.h>

#include "CScanKernels.h"

#pragma clang attribute push(__attribute__((target("avx2,bmi,bmi2,popcnt"))), apply_to = function)

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

static inline bool is_name(const uint8_t *cell, size_t length) {
  if (length - 6 > 42) return false;
  __m256i bytes = load32(cell);
  __m256i blank = equal32(bytes, 0x20);
  // Full-width forms are EF BC.
  uint64_t letters = mask32(_mm256_or_si256(bytes, blank));
  uint64_t wide = mask32(equal32(bytes, 0xEF));
  uint64_t blanks = mask32(blank);
  if (length > 32) {
    bytes = load32(cell + 32);
    blank = equal32(bytes, 0x20);
    letters |= (uint64_t)mask32(_mm256_or_si256(bytes, blank)) << 32;
    wide |= (uint64_t)mask32(equal32(bytes, 0xEF)) << 32;
    blanks |= (uint64_t)mask32(blank) << 32;
  }
  const uint64_t within = inside(length);
  if ((letters & within) != within || (blanks & (1 | (uint64_t)1 << (length - 1))) != 0) {
    return false;
  }
  uint32_t first, last;
  memcpy(&first, cell, 4);
  memcpy(&last, cell + length - 4, 4);
  // U+3000 and U+00A0 are taken off ends.
  if ((first & 0xFFFFFF) == 0x8080E3 || (first & 0xFFFF) == 0xA0C2 || last >> 16 == 0xA0C2) {
    return false;
  }
  // し 計 中 無 様 社 部 課, the first byte lowest; 店 and the blank.
  const __m256i others = _mm256_setr_epi32(
      0x9781E3, 0x88A8E8, 0xADB8E4, 0xA184E7, 0x98A7E6, 0xBEA4E7, 0xA883E9, 0xB2AAE8);
  const uint32_t three = last >> 8;
  const __m256i is_other = _mm256_cmpeq_epi32(others, _mm256_set1_epi32((int)three));
  if (three == 0x97BAE5 || three == 0x8080E3 || !_mm256_testz_si256(is_other, is_other)) {
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

static inline bool is_stored_name(const uint8_t *cell, size_t length) {
  if (length - 2 > 30) return false;
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
  // し 計 中 無 様 社 部 課 店 and the ideographic blank, the first byte lowest.
  const __m256i others = _mm256_setr_epi16(
      (short)0xB582, 0x768C, (short)0x8692, (short)0xB396, 0x6C97, (short)0xD08E, (short)0x9495,
      (short)0xDB89, 0x5893, 0x4081, 0, 0, 0, 0, 0, 0);
  uint16_t last;
  memcpy(&last, cell + length - 2, 2);
  const __m256i is_other = _mm256_cmpeq_epi16(others, _mm256_set1_epi16((short)last));
  return (leads >> (length - 2) & 1) != 0 && _mm256_testz_si256(is_other, is_other);
}

typedef struct {
  uint64_t at;
  uint64_t dots;
  uint64_t personal;
  uint64_t usual;
} mail_masks;

static inline mail_masks mail_classes(const uint8_t *bytes) {
  const __m256i lane = load32(bytes);
  const __m256i at = equal32(lane, 0x40);
  const __m256i dot = equal32(lane, 0x2E);
  const __m256i personal =
      _mm256_or_si256(_mm256_or_si256(dot, equal32(lane, 0x5F)), range32(lane, 0x30, 9));
  const __m256i letter = range32(_mm256_or_si256(lane, _mm256_set1_epi8(0x20)), 0x61, 25);
  const __m256i usual = _mm256_or_si256(
      _mm256_or_si256(letter, equal32(lane, 0x2D)), _mm256_or_si256(personal, at));
  return (mail_masks){mask32(at), mask32(dot), mask32(personal), mask32(usual)};
}

static inline bool is_mail(const uint8_t *cell, size_t length) {
  if (length - 8 > 56) return false;
  mail_masks masks = mail_classes(cell);
  if (length > 32) {
    const mail_masks rest = mail_classes(cell + 32);
    masks.at |= rest.at << 32;
    masks.dots |= rest.dots << 32;
    masks.personal |= rest.personal << 32;
    masks.usual |= rest.usual << 32;
  }
  const uint64_t within = inside(length);
  masks.at &= within;
  masks.dots &= within;
  if (masks.at == 0) return false;
  const size_t sign = (size_t)__builtin_ctzll(masks.at);
  // The bits below the sign.
  const uint64_t before = (masks.at - 1) & ~masks.at;
  const uint64_t dots = masks.dots & ~before;
  if (dots == 0) return false;
  const size_t dot = 63 - (size_t)__builtin_clzll(dots);
  return (masks.usual & within) == within && (masks.at & (masks.at - 1)) == 0
         && (masks.personal & before) != 0 && sign != 0 && dot > sign + 1 && dot < length - 2
         && cell[sign + 1] != 0x65 && cell[length - 1] != 0x74 && cell[length - 1] != 0x64;
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

#define TANAOROSHI_KERNEL(name) tanaoroshi_##name##_avx2
#include "columns_body.h"

#pragma clang attribute pop
#endif
