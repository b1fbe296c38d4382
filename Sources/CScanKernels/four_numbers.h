#pragma once

// Numbers of one column, four cells at a time, for processors with AVX2; columns_fours.h walks over them.

/// 16 bytes each of four cells: the first and third, the second and fourth.
typedef struct {
  __m256i odd;
  __m256i even;
} four_cells;

/// Whether four cells are so long and begin before `limit`.
static inline bool are_long(
    const tanaoroshi_cell *cells, size_t stride, uint32_t length, uint64_t limit) {
  uint64_t wrong = 0;
  for (size_t index = 0; index < 4; index++) {
    const tanaoroshi_cell cell = cells[index * stride];
    wrong |= (uint32_t)(cell.end - cell.start) ^ length;
    // Below 0 from the limit on.
    wrong |= (limit - 1 - cell.start) >> 63;
  }
  return wrong == 0;
}

static inline four_cells load_fours(
    const uint8_t *text, const tanaoroshi_cell *cells, size_t stride) {
  return (four_cells){
      _mm256_inserti128_si256(
          _mm256_castsi128_si256(load16(text + cells[0].start)),
          load16(text + cells[2 * stride].start), 1),
      _mm256_inserti128_si256(
          _mm256_castsi128_si256(load16(text + cells[stride].start)),
          load16(text + cells[3 * stride].start), 1)};
}

/// 8 bytes each of four cells, in their order.
static inline __m256i load_eights(
    const uint8_t *text, const tanaoroshi_cell *cells, size_t stride) {
  uint64_t words[4];
  for (size_t index = 0; index < 4; index++) {
    words[index] = word_at(text + cells[index * stride].start);
  }
  return _mm256_setr_epi64x(
      (int64_t)words[0], (int64_t)words[1], (int64_t)words[2], (int64_t)words[3]);
}

/// The same 16 bytes in both halves.
static inline __m256i twice(__m128i bytes) { return _mm256_broadcastsi128_si256(bytes); }

/// FF for each byte that is at least its `low` and at most `span` above it.
static inline __m256i fitting(__m256i bytes, __m256i low, __m256i span) {
  const __m256i shifted = _mm256_sub_epi8(bytes, low);
  return _mm256_cmpeq_epi8(_mm256_min_epu8(shifted, span), shifted);
}

static inline bool are_all(__m256i masks) { return _mm256_movemask_epi8(masks) == -1; }

/// The values of groups of four digits.
static inline __m256i quads(__m256i digits) {
  const __m256i pairs = _mm256_maddubs_epi16(digits, _mm256_set1_epi16(0x010A));
  return _mm256_madd_epi16(pairs, _mm256_set1_epi32(0x00010064));
}

/// The numbers of eight digits, from the values of their halves.
static inline __m256i eight_digits(__m256i halves) {
  return _mm256_add_epi64(
      _mm256_mul_epu32(halves, _mm256_set1_epi64x(10000)), _mm256_srli_epi64(halves, 32));
}

/// The numbers of twelve digits, from the values of their thirds.
static inline __m256i twelve_digits(__m256i odd, __m256i even) {
  return _mm256_add_epi64(
      _mm256_mul_epu32(
          eight_digits(_mm256_unpacklo_epi64(odd, even)), _mm256_set1_epi64x(10000)),
      _mm256_unpackhi_epi64(odd, even));
}

/// The numbers of a column as they come, in lanes of 64 bits.
typedef struct {
  /// The last of them is the number before, and the step to it.
  __m256i values;
  __m256i steps;
  __m256i equal;
  __m256i least;
  __m256i most;
} four_numbers;

/// Adds four numbers; false, and nothing added, when a step would lead from none or 0.
static inline bool add_fours(four_numbers *seen, __m256i values) {
  const __m256i zero = _mm256_setzero_si256();
  const __m256i previous = _mm256_blend_epi32(
      _mm256_permute4x64_epi64(values, 0x90), _mm256_permute4x64_epi64(seen->values, 0xFF), 3);
  const __m256i nothing = _mm256_cmpeq_epi64(previous, zero);
  if (!_mm256_testz_si256(nothing, nothing)) return false;
  const __m256i steps = _mm256_sub_epi64(values, previous);
  const __m256i before = _mm256_blend_epi32(
      _mm256_permute4x64_epi64(steps, 0x90), _mm256_permute4x64_epi64(seen->steps, 0xFF), 3);
  const __m256i equal = _mm256_cmpeq_epi64(steps, before);
  if (!_mm256_testz_si256(equal, equal)) {
    // Other than 0 and below a million.
    const __m256i shifted = _mm256_add_epi64(steps, _mm256_set1_epi64x(1000000));
    const __m256i counts = _mm256_and_si256(
        _mm256_cmpgt_epi64(shifted, zero),
        _mm256_cmpgt_epi64(_mm256_set1_epi64x(2000000), shifted));
    seen->equal = _mm256_sub_epi64(
        seen->equal,
        _mm256_andnot_si256(_mm256_cmpeq_epi64(steps, zero), _mm256_and_si256(equal, counts)));
  }
  seen->least = _mm256_blendv_epi8(
      seen->least, values, _mm256_cmpgt_epi64(seen->least, values));
  seen->most = _mm256_blendv_epi8(seen->most, values, _mm256_cmpgt_epi64(values, seen->most));
  seen->values = values;
  seen->steps = steps;
  return true;
}

static inline bool take_mobiles(
    const uint8_t *text, const tanaoroshi_cell *cells, size_t stride, uint64_t limit,
    four_numbers *seen) {
  if (!are_long(cells, stride, 13, limit)) return false;
  const four_cells four = load_fours(text, cells, stride);
  const __m256i low = twice(_mm_setr_epi8(
      0x30, 0x36, 0x30, 0x2D, 0x31, 0x30, 0x30, 0x30, 0x2D, 0x30, 0x30, 0x30, 0x30, 0, 0, 0));
  const __m256i span = twice(_mm_setr_epi8(0, 3, 0, 0, 8, 9, 9, 9, 0, 9, 9, 9, 9, -1, -1, -1));
  if (!are_all(_mm256_and_si256(
          fitting(four.odd, low, span), fitting(four.even, low, span)))) {
    return false;
  }
  const __m256i order =
      twice(_mm_setr_epi8(-1, 0, 1, 2, 4, 5, 6, 7, 9, 10, 11, 12, -1, -1, -1, -1));
  const __m256i zeros = _mm256_set1_epi8(0x30);
  return add_fours(
      seen, twelve_digits(
                quads(_mm256_shuffle_epi8(_mm256_sub_epi8(four.odd, zeros), order)),
                quads(_mm256_shuffle_epi8(_mm256_sub_epi8(four.even, zeros), order))));
}

/// `listed` counts those that are.
static inline bool take_postal_codes(
    const uint8_t *text, const tanaoroshi_cell *cells, size_t stride, uint64_t limit,
    const uint64_t *codes, bool is_forbidden, four_numbers *seen, size_t *listed) {
  if (!are_long(cells, stride, 8, limit)) return false;
  const __m256i bytes = load_eights(text, cells, stride);
  const __m256i low = _mm256_set1_epi64x(0x303030302D303030);
  const __m256i span = _mm256_set1_epi64x(0x0909090900090909);
  if (!are_all(fitting(bytes, low, span))) return false;
  const __m256i order =
      twice(_mm_setr_epi8(-1, 0, 1, 2, 4, 5, 6, 7, -1, 8, 9, 10, 12, 13, 14, 15));
  const __m256i values = eight_digits(
      quads(_mm256_shuffle_epi8(_mm256_sub_epi8(bytes, _mm256_set1_epi8(0x30)), order)));
  uint64_t each[4];
  _mm256_storeu_si256((__m256i *)(void *)each, values);
  size_t found = 0;
  for (size_t index = 0; index < 4; index++) {
    found += codes[each[index] >> 6] >> (each[index] & 63) & 1;
  }
  if ((is_forbidden && found != 0) || !add_fours(seen, values)) return false;
  *listed += found;
  return true;
}

/// The weights are those of the plain form in columns.c, with 1 for the check digit: of such sums 0 is left by 11, or 1 where
/// the digit is 0.
static inline bool take_my_numbers(
    const uint8_t *text, const tanaoroshi_cell *cells, size_t stride, uint64_t limit,
    bool is_forbidden, four_numbers *seen, __m256i *rounds) {
  if (!are_long(cells, stride, 12, limit)) return false;
  const four_cells four = load_fours(text, cells, stride);
  const __m256i zeros = _mm256_set1_epi8(0x30), zero = _mm256_setzero_si256();
  const __m256i span = twice(_mm_setr_epi8(9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, -1, -1, -1, -1));
  const __m256i odd = _mm256_sub_epi8(four.odd, zeros), even = _mm256_sub_epi8(four.even, zeros);
  const __m256i weights = twice(_mm_setr_epi8(6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1, 0, 0, 0, 0));
  // No sum of two products is above 99.
  const __m256i odd_sums = _mm256_sad_epu8(_mm256_maddubs_epi16(odd, weights), zero);
  const __m256i even_sums = _mm256_sad_epu8(_mm256_maddubs_epi16(even, weights), zero);
  const __m256i sums = _mm256_add_epi64(
      _mm256_unpacklo_epi64(odd_sums, even_sums), _mm256_unpackhi_epi64(odd_sums, even_sums));
  // 5958 is the least number above 65536 / 11.
  const __m256i rests = _mm256_sub_epi16(
      sums, _mm256_mullo_epi16(
                _mm256_mulhi_epu16(sums, _mm256_set1_epi64x(5958)), _mm256_set1_epi64x(11)));
  const __m256i last = _mm256_and_si256(
      _mm256_unpackhi_epi64(odd, even), _mm256_set1_epi64x((int64_t)0xFF000000));
  const __m256i is_round = _mm256_cmpeq_epi64(last, zero);
  const __m256i fits = _mm256_or_si256(
      _mm256_cmpeq_epi64(rests, zero),
      _mm256_and_si256(_mm256_cmpeq_epi64(rests, _mm256_set1_epi64x(1)), is_round));
  const __m256i digits = _mm256_and_si256(
      _mm256_cmpeq_epi8(_mm256_min_epu8(odd, span), odd),
      _mm256_cmpeq_epi8(_mm256_min_epu8(even, span), even));
  if (!are_all(_mm256_and_si256(digits, fits))
      || (is_forbidden && !_mm256_testz_si256(is_round, is_round))) {
    return false;
  }
  // What follows the digits is nothing to the numbers.
  const __m256i twelve = twice(_mm_setr_epi32(-1, -1, -1, 0));
  if (!add_fours(
          seen, twelve_digits(
                    _mm256_and_si256(quads(odd), twelve), _mm256_and_si256(quads(even), twelve)))) {
    return false;
  }
  *rounds = _mm256_sub_epi64(*rounds, is_round);
  return true;
}

/// `lengths` counts them by their digits.
static inline bool take_short_numbers(
    const uint8_t *text, const tanaoroshi_cell *cells, size_t stride, uint64_t limit,
    four_numbers *seen, uint32_t *lengths) {
  uint64_t beyond = 0;
  uint32_t length[4];
  for (size_t index = 0; index < 4; index++) {
    const tanaoroshi_cell cell = cells[index * stride];
    length[index] = cell.end - cell.start;
    beyond |= (uint64_t)(uint32_t)(length[index] - 1) > 5;
    beyond |= (limit - 1 - cell.start) >> 63;
  }
  if (beyond != 0) return false;
  const __m256i bytes =
      _mm256_xor_si256(load_eights(text, cells, stride), _mm256_set1_epi8(0x30));
  const __m256i widths = _mm256_setr_epi64x(length[0], length[1], length[2], length[3]);
  // The last digit in the highest byte, zeros in front of the first.
  const __m256i digits = _mm256_sllv_epi64(
      bytes, _mm256_sub_epi64(_mm256_set1_epi64x(64), _mm256_slli_epi64(widths, 3)));
  const __m256i nine = _mm256_set1_epi8(9);
  if (!are_all(_mm256_cmpeq_epi8(_mm256_min_epu8(digits, nine), digits))
      || !add_fours(seen, eight_digits(quads(digits)))) {
    return false;
  }
  for (size_t index = 0; index < 4; index++) lengths[length[index]]++;
  return true;
}
