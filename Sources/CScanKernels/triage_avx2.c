// The triage of lines for processors with AVX2 and what comes with it: bits are counted by one instruction, and eight
// characters of three bytes are looked up together.

#if defined(__x86_64__)
#include <immintrin.h>
#include <stdbool.h>

#include "CScanKernels.h"

#pragma clang attribute push(__attribute__((target("avx2,bmi,bmi2,popcnt"))), apply_to = function)

/// Eight characters behind the two that stand before them, and what each takes part in.
typedef struct {
  uint32_t units[10];
  uint32_t bits[10];
} tanaoroshi_eight;

/// Decodes eight characters of three bytes; false when not all of them have three. 28 bytes must be readable.
static inline bool decode_eight(const uint8_t *text, __m256i *units) {
  const __m256i order = _mm256_setr_epi8(
      2, 1, 0, -1, 5, 4, 3, -1, 8, 7, 6, -1, 11, 10, 9, -1, 2, 1, 0, -1, 5, 4, 3, -1, 8, 7, 6, -1,
      11, 10, 9, -1);
  const __m256i both = _mm256_inserti128_si256(
      _mm256_castsi128_si256(_mm_loadu_si128((const __m128i *)(const void *)text)),
      _mm_loadu_si128((const __m128i *)(const void *)(text + 12)), 1);
  const __m256i bytes = _mm256_shuffle_epi8(both, order);
  const __m256i leads = _mm256_cmpeq_epi32(
      _mm256_and_si256(bytes, _mm256_set1_epi32(0xF00000)), _mm256_set1_epi32(0xE00000));
  *units = _mm256_or_si256(
      _mm256_and_si256(bytes, _mm256_set1_epi32(0x3F)),
      _mm256_or_si256(
          _mm256_and_si256(_mm256_srli_epi32(bytes, 2), _mm256_set1_epi32(0xFC0)),
          _mm256_and_si256(_mm256_srli_epi32(bytes, 4), _mm256_set1_epi32(0xF000))));
  return _mm256_movemask_epi8(leads) == -1;
}

/// Which of eight characters have a bit of tanaoroshi_words.characters, by its number.
static inline uint32_t lanes(__m256i bits, int number) {
  return (uint32_t)_mm256_movemask_ps(_mm256_castsi256_ps(_mm256_slli_epi32(bits, 31 - number)));
}

/// Which of eight characters have a bit, for three bits; false when not all of them have three bytes.
static inline bool find_eight(
    const uint8_t *text, const tanaoroshi_words *words, uint32_t *numerals, uint32_t *stops,
    uint32_t *special) {
  __m256i units;
  if (!decode_eight(text, &units)) return false;
  const __m256i bits = _mm256_i32gather_epi32((const int *)words->characters, units, 4);
  *numerals = lanes(bits, 20);
  *stops = lanes(bits, 21);
  *special = lanes(bits, 17);
  return true;
}

/// Which of eight characters begin a word of special care together with the one before them, `last` before the first.
///
/// False when some are not plain characters of three bytes, or end a sentence.
static inline bool find_care(
    const uint8_t *text, const tanaoroshi_words *words, uint32_t *last, uint32_t *found) {
  __m256i units;
  if (!decode_eight(text, &units)) return false;
  // From hiragana to the last kanji, marks of voicing left out; brackets and the like are read one by one.
  const __m256i plain = _mm256_and_si256(
      _mm256_cmpgt_epi32(units, _mm256_set1_epi32(0x3002)),
      _mm256_and_si256(
          _mm256_cmpgt_epi32(_mm256_set1_epi32(0xFE00), units),
          _mm256_or_si256(
              _mm256_cmpgt_epi32(_mm256_set1_epi32(0x3099), units),
              _mm256_cmpgt_epi32(units, _mm256_set1_epi32(0x309C)))));
  if (_mm256_movemask_epi8(plain) != -1) return false;
  const __m256i before = _mm256_blend_epi32(
      _mm256_permutevar8x32_epi32(units, _mm256_setr_epi32(7, 0, 1, 2, 3, 4, 5, 6)),
      _mm256_castsi128_si256(_mm_cvtsi32_si128((int)*last)), 1);
  // tanaoroshi_pair
  const __m256i pairs = _mm256_srli_epi32(
      _mm256_add_epi32(
          _mm256_mullo_epi32(before, _mm256_set1_epi32((int)0x9E3779B1u)),
          _mm256_mullo_epi32(units, _mm256_set1_epi32((int)0x85EBCA77u))),
      16);
  const __m256i sets = _mm256_i32gather_epi32(
      (const int *)(const void *)words->care_words, _mm256_srli_epi32(pairs, 5), 4);
  const __m256i bits = _mm256_srlv_epi32(sets, _mm256_and_si256(pairs, _mm256_set1_epi32(31)));
  *found = lanes(bits, 0);
  *last = (uint32_t)_mm256_extract_epi32(units, 7);
  return true;
}

/// Reads eight characters of three bytes; 28 bytes must be readable.
///
/// Bits 0...7 tell which of them are worth a look; bit 8 that not all of them have three bytes, and nothing was done.
static inline uint32_t take_eight(
    const uint8_t *text, const tanaoroshi_words *words, tanaoroshi_eight *eight) {
  __m256i units;
  if (!decode_eight(text, &units)) return 1 << 8;
  const __m256i bits = _mm256_i32gather_epi32((const int *)words->characters, units, 4);
  _mm256_storeu_si256((__m256i *)(void *)(eight->units + 2), units);
  _mm256_storeu_si256((__m256i *)(void *)(eight->bits + 2), bits);
  const __m256i before = _mm256_blend_epi32(
      _mm256_permutevar8x32_epi32(bits, _mm256_setr_epi32(7, 0, 1, 2, 3, 4, 5, 6)),
      _mm256_castsi128_si256(_mm_cvtsi32_si128((int)eight->bits[1])), 1);
  const __m256i pairs = _mm256_and_si256(
      _mm256_and_si256(before, _mm256_srli_epi32(bits, 8)),
      _mm256_set1_epi32(TANAOROSHI_PAIR_FIRST));
  const __m256i gaps = _mm256_and_si256(
      _mm256_and_si256(_mm256_srli_epi32(before, 1), bits),
      _mm256_set1_epi32(TANAOROSHI_GAP_CHARACTER));
  const __m256i alone =
      _mm256_and_si256(bits, _mm256_set1_epi32(TANAOROSHI_SINGLE | TANAOROSHI_SPECIAL));
  const __m256i nothing = _mm256_cmpeq_epi32(
      _mm256_or_si256(pairs, _mm256_or_si256(gaps, alone)), _mm256_setzero_si256());
  return ~(uint32_t)_mm256_movemask_ps(_mm256_castsi256_ps(nothing)) & 0xFF;
}

#define TANAOROSHI_EIGHT take_eight
#define TANAOROSHI_KERNEL(name) tanaoroshi_##name##_avx2
#include "triage_body.h"
#pragma clang attribute pop
#endif
