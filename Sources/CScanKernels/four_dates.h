#pragma once

// Dates of one column, four cells at a time, for processors with AVX2; columns_fours.h walks over them.

#include "four_numbers.h"

/// What is counted of dates, in lanes of 32 bits: of years in the first, of days in the third.
typedef struct {
  size_t slashes;
  __m256i before1990;
  __m256i from2009;
  __m256i first_of_april;
  /// All bits where the like may not be counted.
  __m256i no_before1990;
  __m256i no_from2009;
  __m256i no_first_of_april;
  bool no_number;
} four_dates;

/// Years, nothing, months and days; `wrong` gets bits where one is no date.
static inline __m256i date_parts(__m256i bytes, __m256i *wrong) {
  const __m256i order =
      twice(_mm_setr_epi8(0, 1, 2, 3, -1, -1, -1, -1, -1, -1, 5, 6, -1, -1, 8, 9));
  const __m256i parts =
      quads(_mm256_shuffle_epi8(_mm256_sub_epi8(bytes, _mm256_set1_epi8(0x30)), order));
  const __m256i shifted = _mm256_sub_epi32(parts, twice(_mm_setr_epi32(1868, 0, 1, 1)));
  const __m256i span = twice(_mm_setr_epi32(2150 - 1868, 0, 11, 30));
  const __m256i within = _mm256_cmpeq_epi32(_mm256_min_epu32(shifted, span), shifted);
  // By the month, which is moved to where the day stands. The 29th of February is looked at by itself.
  const __m256i days = twice(
      _mm_setr_epi8(0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31, 0, 0, 0));
  const __m256i most = _mm256_shuffle_epi8(days, _mm256_slli_si256(parts, 4));
  const __m256i late = _mm256_and_si256(
      _mm256_cmpgt_epi32(parts, most), twice(_mm_setr_epi32(0, 0, 0, -1)));
  // The two marks are the same.
  const __m256i marks = _mm256_and_si256(
      _mm256_xor_si256(bytes, _mm256_srli_epi64(bytes, 24)),
      twice(_mm_setr_epi8(0, 0, 0, 0, -1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)));
  *wrong = _mm256_or_si256(
      _mm256_or_si256(*wrong, _mm256_or_si256(late, marks)),
      _mm256_xor_si256(within, _mm256_set1_epi8(-1)));
  return parts;
}

static inline bool take_dates(
    const uint8_t *text, const tanaoroshi_cell *cells, size_t stride, uint64_t limit,
    four_dates *seen) {
  if (!are_long(cells, stride, 10, limit)) return false;
  const four_cells four = load_fours(text, cells, stride);
  // Dash, dot and slash follow each other.
  const __m256i low = twice(_mm_setr_epi8(
      0x30, 0x30, 0x30, 0x30, 0x2D, 0x30, 0x30, 0x2D, 0x30, 0x30, 0, 0, 0, 0, 0, 0));
  const __m256i span = twice(_mm_setr_epi8(9, 9, 9, 9, 2, 9, 9, 2, 9, 9, -1, -1, -1, -1, -1, -1));
  if (!are_all(_mm256_and_si256(
          fitting(four.odd, low, span), fitting(four.even, low, span)))) {
    return false;
  }
  __m256i wrong = _mm256_setzero_si256();
  const __m256i odd = date_parts(four.odd, &wrong), even = date_parts(four.even, &wrong);
  // Years of four dates, then their months and days.
  const __m256i years = _mm256_unpacklo_epi64(odd, even), rest = _mm256_unpackhi_epi64(odd, even);
  const __m256i since = _mm256_sub_epi64(years, _mm256_set1_epi64x(1900));
  const __m256i before1990 = _mm256_andnot_si256(
      _mm256_cmpgt_epi64(_mm256_setzero_si256(), since),
      _mm256_cmpgt_epi64(_mm256_set1_epi64x(90), since));
  const __m256i from2009 = _mm256_cmpgt_epi64(years, _mm256_set1_epi64x(2008));
  const __m256i first_of_april =
      _mm256_cmpeq_epi64(rest, _mm256_set1_epi64x((int64_t)1 << 32 | 4));
  wrong = _mm256_or_si256(
      _mm256_or_si256(wrong, _mm256_and_si256(before1990, seen->no_before1990)),
      _mm256_or_si256(
          _mm256_and_si256(from2009, seen->no_from2009),
          _mm256_and_si256(first_of_april, seen->no_first_of_april)));
  if (!_mm256_testz_si256(wrong, wrong)) return false;
  // Only the two marks can be slashes.
  const __m256i slash = _mm256_set1_epi8(0x2F);
  const uint32_t places = 1u << 4 | 1u << 20;
  const uint32_t slashes =
      (mask32(_mm256_cmpeq_epi8(four.odd, slash)) & places)
      | (mask32(_mm256_cmpeq_epi8(four.even, slash)) & places) << 1;
  if (seen->no_number && slashes != (places | places << 1)) return false;
  seen->slashes += (size_t)__builtin_popcount(slashes);
  seen->before1990 = _mm256_sub_epi64(seen->before1990, before1990);
  seen->from2009 = _mm256_sub_epi64(seen->from2009, from2009);
  seen->first_of_april = _mm256_sub_epi64(seen->first_of_april, first_of_april);
  return true;
}
