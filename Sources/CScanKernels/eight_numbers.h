#pragma once

// Numbers of one column, eight cells at a time, for processors with AVX-512; columns_eights.h walks over them.

#include "vectors_avx2.h"

/// 16 bytes each of eight cells: the first, third, fifth and seventh; the others.
typedef struct {
  __m512i odd;
  __m512i even;
} eight_cells;

/// 8 bytes each from two places.
static inline __m128i two_words(const void *first, const void *second) {
  return _mm_castpd_si128(_mm_loadh_pd(
      _mm_castsi128_pd(_mm_loadl_epi64((const __m128i *)first)), (const double *)second));
}

/// 16 bytes each, one behind the other.
static inline __m512i four_parts(__m128i first, __m128i second, __m128i third, __m128i fourth) {
  return _mm512_inserti64x4(
      _mm512_castsi256_si512(_mm256_inserti128_si256(_mm256_castsi128_si256(first), second, 1)),
      _mm256_inserti128_si256(_mm256_castsi128_si256(third), fourth, 1), 1);
}

/// Eight cells, each in a lane of 64 bits.
static inline __m512i cells_at(const tanaoroshi_cell *cells, size_t stride) {
  return four_parts(
      two_words(cells, cells + stride), two_words(cells + 2 * stride, cells + 3 * stride),
      two_words(cells + 4 * stride, cells + 5 * stride),
      two_words(cells + 6 * stride, cells + 7 * stride));
}

/// The bytes of each of eight cells; `wrong` gets a bit for each that does not begin before `limit`.
static inline __m512i lengths_of(
    const tanaoroshi_cell *cells, size_t stride, uint64_t limit, __mmask8 *wrong) {
  const __m512i pairs = cells_at(cells, stride);
  const __m512i lower = _mm512_set1_epi64(0xFFFFFFFF);
  *wrong = _mm512_cmpge_epu64_mask(
      _mm512_and_si512(pairs, lower), _mm512_set1_epi64((int64_t)limit));
  return _mm512_and_si512(_mm512_sub_epi32(_mm512_srli_epi64(pairs, 32), pairs), lower);
}

/// Whether eight cells are so long and begin before `limit`.
static inline bool are_so_long(
    const tanaoroshi_cell *cells, size_t stride, uint32_t length, uint64_t limit) {
  __mmask8 wrong;
  const __m512i lengths = lengths_of(cells, stride, limit, &wrong);
  return (wrong | _mm512_cmpneq_epi64_mask(lengths, _mm512_set1_epi64(length))) == 0;
}

/// 16 bytes each of four cells.
static inline __m512i load_quarters(
    const uint8_t *text, const tanaoroshi_cell *cells, size_t stride) {
  return four_parts(
      load16(text + cells[0].start), load16(text + cells[stride].start),
      load16(text + cells[2 * stride].start), load16(text + cells[3 * stride].start));
}

static inline eight_cells load_eight(
    const uint8_t *text, const tanaoroshi_cell *cells, size_t stride) {
  return (eight_cells){
      load_quarters(text, cells, stride * 2), load_quarters(text, cells + stride, stride * 2)};
}

/// 8 bytes each of two cells.
static inline __m128i words_of_two(
    const uint8_t *text, const tanaoroshi_cell *cells, size_t stride) {
  return two_words(text + cells[0].start, text + cells[stride].start);
}

/// 8 bytes each of eight cells, in their order.
static inline __m512i load_words(
    const uint8_t *text, const tanaoroshi_cell *cells, size_t stride) {
  return four_parts(
      words_of_two(text, cells, stride), words_of_two(text, cells + 2 * stride, stride),
      words_of_two(text, cells + 4 * stride, stride),
      words_of_two(text, cells + 6 * stride, stride));
}

/// The same 16 bytes in all quarters.
static inline __m512i four_times(__m128i bytes) { return _mm512_broadcast_i32x4(bytes); }

/// Whether each byte is at least its `low` and at most `span` above it.
static inline bool fit64(__m512i bytes, __m512i low, __m512i span) {
  return _mm512_cmple_epu8_mask(_mm512_sub_epi8(bytes, low), span) == ~(__mmask64)0;
}

/// The values of groups of four digits, where wanted.
static inline __m512i quads64(__m512i digits, __mmask16 wanted) {
  const __m512i pairs = _mm512_maddubs_epi16(digits, _mm512_set1_epi16(0x010A));
  return _mm512_maskz_mov_epi32(
      wanted, _mm512_madd_epi16(pairs, _mm512_set1_epi32(0x00010064)));
}

/// The numbers of eight digits, from the values of their halves.
static inline __m512i eight_digits64(__m512i halves) {
  return _mm512_add_epi64(
      _mm512_mul_epu32(halves, _mm512_set1_epi64(10000)), _mm512_srli_epi64(halves, 32));
}

/// The numbers of twelve digits, from the values of their thirds.
static inline __m512i twelve_digits64(__m512i odd, __m512i even) {
  return _mm512_add_epi64(
      _mm512_mul_epu32(
          eight_digits64(_mm512_unpacklo_epi64(odd, even)), _mm512_set1_epi64(10000)),
      _mm512_unpackhi_epi64(odd, even));
}

/// The numbers of a column as they come, in lanes of 64 bits.
typedef struct {
  /// The last of them is the number before, and the step to it.
  __m512i values;
  __m512i steps;
  __m512i least;
  __m512i most;
  size_t equal;
} eight_numbers;

/// Adds eight numbers; false, and nothing added, when a step would lead from none or 0.
static inline bool add_eights(eight_numbers *seen, __m512i values) {
  const __m512i previous = _mm512_alignr_epi64(values, seen->values, 7);
  if (_mm512_testn_epi64_mask(previous, previous) != 0) return false;
  const __m512i steps = _mm512_sub_epi64(values, previous);
  const __mmask8 equal =
      _mm512_cmpeq_epi64_mask(steps, _mm512_alignr_epi64(steps, seen->steps, 7));
  if (equal != 0) {
    // Other than 0 and below a million.
    const __mmask8 counts = _mm512_mask_cmple_epu64_mask(
        _mm512_test_epi64_mask(steps, steps),
        _mm512_add_epi64(steps, _mm512_set1_epi64(999999)), _mm512_set1_epi64(1999998));
    seen->equal += (size_t)__builtin_popcount(equal & counts);
  }
  seen->least = _mm512_min_epu64(seen->least, values);
  seen->most = _mm512_max_epu64(seen->most, values);
  seen->values = values;
  seen->steps = steps;
  return true;
}

static inline bool take_eight_mobiles(
    const uint8_t *text, const tanaoroshi_cell *cells, size_t stride, uint64_t limit,
    eight_numbers *seen) {
  if (!are_so_long(cells, stride, 13, limit)) return false;
  const eight_cells eight = load_eight(text, cells, stride);
  const __m512i low = four_times(_mm_setr_epi8(
      0x30, 0x36, 0x30, 0x2D, 0x31, 0x30, 0x30, 0x30, 0x2D, 0x30, 0x30, 0x30, 0x30, 0, 0, 0));
  const __m512i span =
      four_times(_mm_setr_epi8(0, 3, 0, 0, 8, 9, 9, 9, 0, 9, 9, 9, 9, -1, -1, -1));
  if (!fit64(eight.odd, low, span) || !fit64(eight.even, low, span)) return false;
  const __m512i order =
      four_times(_mm_setr_epi8(-1, 0, 1, 2, 4, 5, 6, 7, 9, 10, 11, 12, -1, -1, -1, -1));
  const __m512i zeros = _mm512_set1_epi8(0x30);
  const __mmask16 all = 0xFFFF;
  return add_eights(
      seen,
      twelve_digits64(
          quads64(_mm512_shuffle_epi8(_mm512_sub_epi8(eight.odd, zeros), order), all),
          quads64(_mm512_shuffle_epi8(_mm512_sub_epi8(eight.even, zeros), order), all)));
}

/// `listed` counts those that are.
static inline bool take_eight_postal_codes(
    const uint8_t *text, const tanaoroshi_cell *cells, size_t stride, uint64_t limit,
    const uint64_t *codes, bool is_forbidden, eight_numbers *seen, size_t *listed) {
  if (!are_so_long(cells, stride, 8, limit)) return false;
  const __m512i bytes = load_words(text, cells, stride);
  const __m512i low = _mm512_set1_epi64(0x303030302D303030);
  const __m512i span = _mm512_set1_epi64(0x0909090900090909);
  if (!fit64(bytes, low, span)) return false;
  const __m512i order =
      four_times(_mm_setr_epi8(-1, 0, 1, 2, 4, 5, 6, 7, -1, 8, 9, 10, 12, 13, 14, 15));
  const __m512i values = eight_digits64(quads64(
      _mm512_shuffle_epi8(_mm512_sub_epi8(bytes, _mm512_set1_epi8(0x30)), order), 0xFFFF));
  uint64_t each[8];
  _mm512_storeu_si512((void *)each, values);
  size_t found = 0;
  for (size_t index = 0; index < 8; index++) {
    found += codes[each[index] >> 6] >> (each[index] & 63) & 1;
  }
  if ((is_forbidden && found != 0) || !add_eights(seen, values)) return false;
  *listed += found;
  return true;
}

/// The weights are those of take_my_numbers: of such sums 0 is left by 11, or 1 where the last digit is 0.
static inline bool take_eight_my_numbers(
    const uint8_t *text, const tanaoroshi_cell *cells, size_t stride, uint64_t limit,
    bool is_forbidden, eight_numbers *seen, size_t *rounds) {
  if (!are_so_long(cells, stride, 12, limit)) return false;
  const eight_cells eight = load_eight(text, cells, stride);
  const __m512i zeros = _mm512_set1_epi8(0x30), zero = _mm512_setzero_si512();
  const __m512i odd = _mm512_sub_epi8(eight.odd, zeros);
  const __m512i even = _mm512_sub_epi8(eight.even, zeros);
  const __m512i span =
      four_times(_mm_setr_epi8(9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, -1, -1, -1, -1));
  const __m512i weights = four_times(_mm_setr_epi8(6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1, 0, 0, 0, 0));
  // No sum of two products is above 99.
  const __m512i odd_sums = _mm512_sad_epu8(_mm512_maddubs_epi16(odd, weights), zero);
  const __m512i even_sums = _mm512_sad_epu8(_mm512_maddubs_epi16(even, weights), zero);
  const __m512i sums = _mm512_add_epi64(
      _mm512_unpacklo_epi64(odd_sums, even_sums), _mm512_unpackhi_epi64(odd_sums, even_sums));
  // 5958 is the least number above 65536 / 11.
  const __m512i rests = _mm512_sub_epi16(
      sums, _mm512_mullo_epi16(
                _mm512_mulhi_epu16(sums, _mm512_set1_epi64(5958)), _mm512_set1_epi64(11)));
  const __mmask8 is_round = _mm512_testn_epi64_mask(
      _mm512_unpackhi_epi64(odd, even), _mm512_set1_epi64((int64_t)0xFF000000));
  const __mmask8 fits =
      _mm512_testn_epi64_mask(rests, rests)
      | _mm512_mask_cmpeq_epi64_mask(is_round, rests, _mm512_set1_epi64(1));
  if (!fit64(odd, zero, span) || !fit64(even, zero, span) || fits != 0xFF
      || (is_forbidden && is_round != 0)) {
    return false;
  }
  // What follows the digits is nothing to the numbers.
  const __mmask16 twelve = 0x7777;
  if (!add_eights(seen, twelve_digits64(quads64(odd, twelve), quads64(even, twelve)))) {
    return false;
  }
  *rounds += (size_t)__builtin_popcount(is_round);
  return true;
}

/// `lengths` counts them by their digits.
static inline bool take_eight_short_numbers(
    const uint8_t *text, const tanaoroshi_cell *cells, size_t stride, uint64_t limit,
    eight_numbers *seen, uint32_t *lengths) {
  __mmask8 wrong;
  const __m512i widths = lengths_of(cells, stride, limit, &wrong);
  const __m512i one = _mm512_set1_epi64(1);
  wrong |= _mm512_cmpgt_epu64_mask(_mm512_sub_epi64(widths, one), _mm512_set1_epi64(5));
  if (wrong != 0) return false;
  const __m512i bytes = _mm512_xor_si512(load_words(text, cells, stride), _mm512_set1_epi8(0x30));
  // The last digit in the highest byte, zeros in front of the first.
  const __m512i digits = _mm512_sllv_epi64(
      bytes, _mm512_sub_epi64(_mm512_set1_epi64(64), _mm512_slli_epi64(widths, 3)));
  if (!fit64(digits, _mm512_setzero_si512(), _mm512_set1_epi8(9))
      || !add_eights(seen, eight_digits64(quads64(digits, 0xFFFF)))) {
    return false;
  }
  const __m512i first = _mm512_broadcastq_epi64(_mm512_castsi512_si128(widths));
  if (_mm512_cmpneq_epi64_mask(widths, first) == 0) {
    lengths[cells[0].end - cells[0].start] += 8;
  } else {
    for (size_t index = 0; index < 8; index++) {
      lengths[cells[index * stride].end - cells[index * stride].start]++;
    }
  }
  return true;
}
