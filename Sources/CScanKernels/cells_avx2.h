#pragma once

// Single numbers and dates of one column for processors with AVX2: each is looked at as a whole, 16 bytes at once.

#include "vectors_avx2.h"

/// First bytes of kanji in CP932.
static inline bool is_kanji_lead(uint8_t byte) {
  return (uint8_t)(byte - 0x88) <= 0x17 || (uint8_t)(byte - 0xE0) <= 0x0A;
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
