// The triage of lines for processors with AVX2 and what comes with it: bits are counted by one instruction, and eight
// characters of three bytes are looked up together.

#if defined(__x86_64__)
#include <immintrin.h>
#include <stdbool.h>

#include "CScanKernels.h"

#pragma clang attribute push(__attribute__((target("avx2,bmi,bmi2,popcnt"))), apply_to = function)

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
  *units = _mm256_or_si256(
      _mm256_and_si256(bytes, _mm256_set1_epi32(0x3F)),
      _mm256_or_si256(
          _mm256_and_si256(_mm256_srli_epi32(bytes, 2), _mm256_set1_epi32(0xFC0)),
          _mm256_and_si256(_mm256_srli_epi32(bytes, 4), _mm256_set1_epi32(0xF000))));
  return (uint32_t)_mm256_movemask_ps(_mm256_castsi256_ps(leads));
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
  *numerals = lanes(bits, 20) & mask;
  *stops = lanes(bits, 21) & mask;
  *special = lanes(bits, 17) & mask;
  return taken;
}

/// Which of eight characters begin a word of special care together with the one before them, `last` before the first.
///
/// False when some are not plain characters of three bytes, or end a sentence.
static inline bool find_care(
    const uint8_t *text, const tanaoroshi_words *words, uint32_t *last, uint32_t *found) {
  __m256i units;
  if (decode_eight(text, &units) != 0xFF) return false;
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

/// The bits (tanaoroshi_words.characters) of the characters before each of eight: `lasts` holds those of the eight before.
static inline __m256i bits_before(__m256i lasts, __m256i bits) {
  return _mm256_alignr_epi8(bits, _mm256_permute2x128_si256(lasts, bits, 0x21), 12);
}

/// Whether some of eight characters may have bits that meet those of the one before; a few that have none pass as well.
static inline bool may_meet(__m256i before, __m256i bits) {
  return !_mm256_testz_si256(before, _mm256_srli_epi32(bits, TANAOROSHI_SECOND));
}

/// Which of eight characters have bits that meet those of the one before.
static inline uint32_t meeting_lanes(__m256i before, __m256i bits) {
  const __m256i meeting = _mm256_and_si256(before, _mm256_srli_epi32(bits, TANAOROSHI_SECOND));
  const __m256i nothing = _mm256_cmpeq_epi32(_mm256_slli_epi32(meeting, 24), _mm256_setzero_si256());
  return ~(uint32_t)_mm256_movemask_ps(_mm256_castsi256_ps(nothing)) & 0xFF;
}

// MARK: Four blocks at once

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

#define TANAOROSHI_EIGHT 1
#define TANAOROSHI_KERNEL(name) tanaoroshi_##name##_avx2
#include "Triage/lines.h"
#pragma clang attribute pop
#endif
