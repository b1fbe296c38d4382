#pragma once

// Eight characters of three bytes at once, for processors with AVX2; included by triage_avx2.c alone.

#include <immintrin.h>
#include <stdbool.h>

#include "CScanKernels.h"

/// Decodes eight characters of three bytes, and tells which of them have three; 28 bytes must be readable.
static inline uint32_t decode_eight(const uint8_t *text, __m256i *units) {
  const __m256i order = _mm256_setr_epi8(
      2, 1, 0, -1, 5, 4, 3, -1, 8, 7, 6, -1, 11, 10, 9, -1, 2, 1, 0, -1, 5, 4, 3, -1, 8, 7, 6, -1,
      11, 10, 9, -1);
  const __m256i both = _mm256_inserti128_si256(
      _mm256_castsi128_si256(_mm_loadu_si128((const __m128i *)(const void *)text)),
      _mm_loadu_si128((const __m128i *)(const void *)(text + 12)), 1);
  const __m256i bytes = _mm256_shuffle_epi8(both, order);
  const __m256i leads = _mm256_cmpeq_epi32(
      _mm256_and_si256(bytes, _mm256_set1_epi32(0xF00000)), _mm256_set1_epi32(0xE00000));
  // The third byte and 64 times the second; 4,096 times the first.
  const __m256i parts = _mm256_maddubs_epi16(
      _mm256_and_si256(bytes, _mm256_set1_epi32(0x0F3F3F)), _mm256_set1_epi32(0x014001));
  *units = _mm256_madd_epi16(parts, _mm256_set1_epi32(0x10000001));
  return (uint32_t)_mm256_movemask_ps(_mm256_castsi256_ps(leads));
}

/// Eight bytes of ASCII as characters: letters in lower case, every control character a blank.
static inline __m256i ascii_units(__m128i bytes) {
  const __m256i units = _mm256_cvtepu8_epi32(bytes);
  const __m256i is_upper = _mm256_and_si256(
      _mm256_cmpgt_epi32(units, _mm256_set1_epi32('A' - 1)),
      _mm256_cmpgt_epi32(_mm256_set1_epi32('Z' + 1), units));
  return _mm256_max_epi32(
      _mm256_or_si256(units, _mm256_and_si256(is_upper, _mm256_set1_epi32(0x20))),
      _mm256_set1_epi32(0x20));
}

/// Which of eight bytes are letters of ASCII.
static inline uint32_t ascii_letters(__m128i bytes) {
  const __m128i place = _mm_sub_epi8(_mm_or_si128(bytes, _mm_set1_epi8(0x20)), _mm_set1_epi8('a'));
  return (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(_mm_min_epu8(place, _mm_set1_epi8(25)), place)) & 0xFF;
}

/// Which of eight bytes of ASCII are blanks or control characters.
static inline uint32_t ascii_blanks(__m128i bytes) {
  return (uint32_t)_mm_movemask_epi8(_mm_cmpgt_epi8(_mm_set1_epi8(0x21), bytes)) & 0xFF;
}

/// Which of eight characters have a bit of tanaoroshi_words.characters, by its number.
static inline uint32_t lanes(__m256i bits, int number) {
  return (uint32_t)_mm256_movemask_ps(_mm256_castsi256_ps(_mm256_slli_epi32(bits, 31 - number)));
}

/// Which of the next characters of three bytes have a bit, for three bits; returns how many of those there are, at most 8.
static inline uint32_t find_eight(
    const uint8_t *text, const tanaoroshi_words *words, uint32_t *numerals, uint32_t *stops,
    uint32_t *special) {
  __m256i units;
  const uint32_t valid = decode_eight(text, &units);
  const __m256i bits = _mm256_i32gather_epi32((const int *)words->characters, units, 4);
  const __m256i wanted =
      _mm256_set1_epi32(TANAOROSHI_NUMERAL | TANAOROSHI_STOP | TANAOROSHI_SPECIAL);
  // Mostly nothing of the kind is among them.
  if (valid == 0xFF && _mm256_testz_si256(bits, wanted)) {
    *numerals = *stops = *special = 0;
    return 8;
  }
  const uint32_t taken = (uint32_t)__builtin_ctz(~valid);
  const uint32_t mask = ((uint32_t)1 << taken) - 1;
  *numerals = lanes(bits, TANAOROSHI_NUMERAL_BIT) & mask;
  *stops = lanes(bits, TANAOROSHI_STOP_BIT) & mask;
  *special = lanes(bits, TANAOROSHI_SPECIAL_BIT) & mask;
  return taken;
}

/// The bits (tanaoroshi_words.characters) of the characters before each of eight: `lasts` holds those of the eight before.
static inline __m256i bits_before(__m256i lasts, __m256i bits) {
  return _mm256_alignr_epi8(bits, _mm256_permute2x128_si256(lasts, bits, 0x21), 12);
}

/// Which of eight characters have bits that meet those of the one before.
static inline uint32_t meeting_lanes(__m256i before, __m256i bits) {
  const __m256i meeting = _mm256_and_si256(before, _mm256_srli_epi32(bits, TANAOROSHI_SECOND));
  return (uint32_t)_mm256_movemask_ps(
      _mm256_castsi256_ps(_mm256_cmpgt_epi32(meeting, _mm256_setzero_si256())));
}
