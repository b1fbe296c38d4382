#pragma once

// Four blocks of 64 bytes, or four words, at once, for processors with AVX2; included by triage_avx2.c alone.

#include <immintrin.h>

#include "tokens.h"

/// A class of four blocks.
#define FOUR(field)                                                                \
  _mm256_setr_epi64x(                                                              \
      (long long)classes[0].field, (long long)classes[1].field, (long long)classes[2].field, \
      (long long)classes[3].field)

/// The blocks before each of four.
static inline __m256i previous(uint64_t last, __m256i four) {
  return _mm256_blend_epi32(
      _mm256_permute4x64_epi64(four, 0x90), _mm256_castsi128_si256(_mm_cvtsi64_si128((long long)last)),
      3);
}

/// The blocks behind each of four.
static inline __m256i following(__m256i four, uint64_t next) {
  return _mm256_blend_epi32(
      _mm256_permute4x64_epi64(four, 0xF9), _mm256_set1_epi64x((long long)next), 0xC0);
}

#define BEHIND(before, now, count) \
  _mm256_or_si256(_mm256_slli_epi64(now, count), _mm256_srli_epi64(before, 64 - (count)))
#define AHEAD(now, next, count) \
  _mm256_or_si256(_mm256_srli_epi64(now, count), _mm256_slli_epi64(next, 64 - (count)))
#define AND _mm256_and_si256
#define OR _mm256_or_si256

/// As one round of find_runs each; a fifth block must be there.
static inline void find_four_runs(
    const tanaoroshi_classes *classes, uint64_t last_digits, uint64_t *tokens, uint64_t *labels) {
  const __m256i digits = FOUR(digits), gap = FOUR(gaps);
  const __m256i last = previous(last_digits, digits), next = following(digits, classes[4].digits);
  const __m256i between = AND(BEHIND(last, digits, 1), AHEAD(digits, next, 1));
  __m256i runs = OR(OR(digits, FOUR(letters)), AND(FOUR(joints), between)), boxes;
  const __m256i gaps = AND(gap, between);
  if (_mm256_testz_si256(gaps, gaps)) {
    boxes = _mm256_setzero_si256();
  } else {
    const __m256i before = BEHIND(last, digits, 2), after = AHEAD(digits, next, 2);
    boxes = _mm256_andnot_si256(OR(before, after), gaps);
    const __m256i all = AND(
        AND(AND(before, BEHIND(last, digits, 3)), BEHIND(last, digits, 4)),
        AND(AND(after, AHEAD(digits, next, 3)), AHEAD(digits, next, 4)));
    runs = OR(runs, AND(gaps, all));
  }
  _mm256_storeu_si256((__m256i *)(void *)tokens, runs);
  _mm256_storeu_si256((__m256i *)(void *)labels, boxes);
}

/// As long_runs and word_starts for four blocks; a fifth must be there.
static inline void find_four_starts(
    const tanaoroshi_classes *classes, const uint64_t *tokens, uint64_t last_run,
    uint64_t last_letter, uint64_t last_digit, uint64_t *long_starts, uint64_t *starts) {
  const __m256i runs = _mm256_loadu_si256((const __m256i *)(const void *)tokens);
  const __m256i next = _mm256_loadu_si256((const __m256i *)(const void *)(tokens + 1));
  const __m256i two = AND(runs, AHEAD(runs, next, 1));
  const __m256i two_next = AND(next, _mm256_srli_epi64(next, 1));
  const __m256i four = AND(two, AHEAD(two, two_next, 2));
  const __m256i four_next = AND(two_next, _mm256_srli_epi64(two_next, 2));
  const __m256i last = previous(last_run, runs);
  _mm256_storeu_si256(
      (__m256i *)(void *)long_starts,
      _mm256_andnot_si256(BEHIND(last, runs, 1), AND(four, AHEAD(four, four_next, 3))));
  const __m256i letters = FOUR(letters), digits = FOUR(digits);
  const __m256i next_letters = following(letters, classes[4].letters);
  const __m256i three = AND(AHEAD(letters, next_letters, 1), AHEAD(letters, next_letters, 2));
  const __m256i last_letters = previous(last_letter, letters);
  const __m256i last_digits = previous(last_digit, digits);
  _mm256_storeu_si256(
      (__m256i *)(void *)starts,
      AND(_mm256_andnot_si256(BEHIND(last_letters, letters, 1), letters),
          OR(three, _mm256_xor_si256(BEHIND(last_digits, digits, 1), _mm256_set1_epi64x(-1)))));
}

/// The numbers of the bits of four blocks, the first being `base`; returns how many.
///
/// Of each block as many as `usual` are written whether they are there or not, so up to that many elements more are written:
/// a loop for each block would end where nobody can foresee it.
__attribute__((always_inline)) static inline size_t place_bits(
    const uint64_t *blocks, uint32_t base, size_t usual, uint32_t *places) {
  size_t many = 0;
  for (uint32_t block = 0; block < 4; block++, base += 64) {
    uint64_t bits = blocks[block];
    const size_t count = (size_t)__builtin_popcountll(bits);
    uint32_t *to = places + many;
    for (size_t index = 0; index < usual; index++, bits = _blsr_u64(bits)) {
      to[index] = base + (uint32_t)_tzcnt_u64(bits);
    }
    for (size_t index = usual; __builtin_expect(index < count, 0); index++, bits = _blsr_u64(bits)) {
      to[index] = base + (uint32_t)_tzcnt_u64(bits);
    }
    many += count;
  }
  return many;
}

/// Which of the words that begin at four places are, or begin, a label, told by their first eight letters (may_begin_label).
///
/// Eight bytes must be readable at each; places fit 31 bits.
static inline uint32_t find_words(
    const uint8_t *text, const uint32_t *places, const tanaoroshi_words *words) {
  __m256i letters = _mm256_i32gather_epi64(
      (const long long *)(const void *)text, _mm_loadu_si128((const __m128i *)(const void *)places),
      1);
  const __m256i bytes = OR(letters, _mm256_set1_epi8(0x20));
  const __m256i others = _mm256_cmpgt_epi8(
      _mm256_add_epi8(bytes, _mm256_set1_epi8((char)(0x80 - 'a'))), _mm256_set1_epi8(-128 + 25));
  // All that lies below the first byte that is no letter.
  const __m256i first = AND(others, _mm256_sub_epi64(_mm256_setzero_si256(), others));
  letters = AND(bytes, _mm256_add_epi64(first, _mm256_set1_epi64x(-1)));
  // tanaoroshi_word_place
  const __m256i products =
      _mm256_mullo_epi32(letters, _mm256_set1_epi64x((long long)0x85EBCA779E3779B1u));
  const __m256i sums = _mm256_add_epi32(products, _mm256_srli_epi64(products, 32));
  const __m128i numbers = _mm_srli_epi32(
      _mm256_castsi256_si128(
          _mm256_permutevar8x32_epi32(sums, _mm256_setr_epi32(0, 2, 4, 6, 0, 0, 0, 0))),
      16);
  const __m128i sets = _mm_i32gather_epi32(
      (const int *)(const void *)words->latin_beginnings, _mm_srli_epi32(numbers, 5), 4);
  const __m128i bits = _mm_srlv_epi32(sets, _mm_and_si128(numbers, _mm_set1_epi32(31)));
  const uint32_t hits = (uint32_t)_mm_movemask_ps(_mm_castsi128_ps(_mm_slli_epi32(bits, 31)));
  if (!hits) return 0;
  // Of beginnings that are no whole label only those that go on: behind eight letters, or a blank, `_` or `-` and one more.
  const __m128i wholes = _mm_srlv_epi32(
      _mm_i32gather_epi32(
          (const int *)(const void *)words->latin_wholes, _mm_srli_epi32(numbers, 5), 4),
      _mm_and_si128(numbers, _mm_set1_epi32(31)));
  const __m256i zero = _mm256_setzero_si256();
  const __m256i parting =
      OR(OR(_mm256_cmpeq_epi8(bytes, _mm256_set1_epi8(0x20)),
            _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8(0x7F))),
         _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8(0x2D)));
  const __m256i going_on =
      OR(OR(parting, _mm256_cmpgt_epi8(zero, bytes)), _mm256_cmpeq_epi8(others, zero));
  // The byte behind the first one, where it has been read.
  const __m256i behind = _mm256_slli_epi64(first, 8);
  const __m256i stops = _mm256_andnot_si256(
      _mm256_cmpeq_epi64(behind, zero), _mm256_cmpeq_epi64(AND(behind, going_on), zero));
  const __m256i ends = _mm256_andnot_si256(
      _mm256_cmpeq_epi64(first, zero),
      OR(_mm256_cmpeq_epi64(AND(parting, first), zero), stops));
  return hits & ((uint32_t)_mm_movemask_ps(_mm_castsi128_ps(_mm_slli_epi32(wholes, 31))) |
                 ~(uint32_t)_mm256_movemask_pd(_mm256_castsi256_pd(ends)));
}

/// Whether blanks join groups of digits in five blocks.
static inline bool are_joined(const tanaoroshi_classes *classes, const uint64_t *runs) {
  return ((runs[0] & classes[0].gaps) | (runs[1] & classes[1].gaps) | (runs[2] & classes[2].gaps) |
          (runs[3] & classes[3].gaps) | (runs[4] & classes[4].gaps)) != 0;
}
