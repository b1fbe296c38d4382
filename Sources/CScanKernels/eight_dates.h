#pragma once

// Dates of one column, eight cells at a time, for processors with AVX-512; columns_eights.h walks over them.

#include "eight_numbers.h"

/// What is counted of dates, and what may not be: all bits then.
typedef struct {
  size_t slashes;
  size_t before1990;
  size_t from2009;
  size_t first_of_april;
  __mmask8 no_before1990;
  __mmask8 no_from2009;
  __mmask8 no_first_of_april;
  bool no_number;
} eight_dates;

/// Years, nothing, months and days of four dates; `wrong` gets bits where one is no date.
static inline __m512i parts_of_dates(__m512i bytes, __mmask16 *wrong) {
  const __m512i order =
      four_times(_mm_setr_epi8(0, 1, 2, 3, -1, -1, -1, -1, -1, -1, 5, 6, -1, -1, 8, 9));
  const __m512i parts = quads64(
      _mm512_shuffle_epi8(_mm512_sub_epi8(bytes, _mm512_set1_epi8(0x30)), order), 0xFFFF);
  // By the month, which is moved to where the day stands. The 29th of February is looked at by itself.
  const __m512i days =
      four_times(_mm_setr_epi8(0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31, 0, 0, 0));
  const __m512i most = _mm512_shuffle_epi8(days, _mm512_bslli_epi128(parts, 4));
  // The two marks are the same.
  const __mmask64 first_marks = 0x0010001000100010u;
  const __mmask64 others = _mm512_mask_cmpneq_epi8_mask(
      first_marks, bytes, _mm512_srli_epi64(bytes, 24));
  *wrong |= _mm512_cmpgt_epu32_mask(
                _mm512_sub_epi32(parts, four_times(_mm_setr_epi32(1868, 0, 1, 1))),
                four_times(_mm_setr_epi32(2150 - 1868, 0, 11, 30)))
            | _mm512_mask_cmpgt_epu32_mask(0x8888, parts, most) | (others != 0);
  return parts;
}

static inline bool take_eight_dates(
    const uint8_t *text, const tanaoroshi_cell *cells, size_t stride, uint64_t limit,
    eight_dates *seen) {
  if (!are_so_long(cells, stride, 10, limit)) return false;
  const eight_cells eight = load_eight(text, cells, stride);
  // Dash, dot and slash follow each other.
  const __m512i low = four_times(_mm_setr_epi8(
      0x30, 0x30, 0x30, 0x30, 0x2D, 0x30, 0x30, 0x2D, 0x30, 0x30, 0, 0, 0, 0, 0, 0));
  const __m512i span =
      four_times(_mm_setr_epi8(9, 9, 9, 9, 2, 9, 9, 2, 9, 9, -1, -1, -1, -1, -1, -1));
  if (!fit64(eight.odd, low, span) || !fit64(eight.even, low, span)) return false;
  __mmask16 wrong = 0;
  const __m512i odd = parts_of_dates(eight.odd, &wrong);
  const __m512i even = parts_of_dates(eight.even, &wrong);
  // Years of eight dates, then their months and days.
  const __m512i years = _mm512_unpacklo_epi64(odd, even), rest = _mm512_unpackhi_epi64(odd, even);
  const __mmask8 before1990 = _mm512_cmplt_epu64_mask(
      _mm512_sub_epi64(years, _mm512_set1_epi64(1900)), _mm512_set1_epi64(90));
  const __mmask8 from2009 = _mm512_cmpgt_epu64_mask(years, _mm512_set1_epi64(2008));
  const __mmask8 first_of_april =
      _mm512_cmpeq_epi64_mask(rest, _mm512_set1_epi64((int64_t)1 << 32 | 4));
  wrong |= (before1990 & seen->no_before1990) | (from2009 & seen->no_from2009)
           | (first_of_april & seen->no_first_of_april);
  if (wrong != 0) return false;
  const __m512i slash = _mm512_set1_epi8(0x2F);
  const __mmask64 first_marks = 0x0010001000100010u;
  const size_t slashes =
      (size_t)__builtin_popcountll(_mm512_mask_cmpeq_epi8_mask(first_marks, eight.odd, slash))
      + (size_t)__builtin_popcountll(_mm512_mask_cmpeq_epi8_mask(first_marks, eight.even, slash));
  if (seen->no_number && slashes != 8) return false;
  seen->slashes += slashes;
  seen->before1990 += (size_t)__builtin_popcount(before1990);
  seen->from2009 += (size_t)__builtin_popcount(from2009);
  seen->first_of_april += (size_t)__builtin_popcount(first_of_april);
  return true;
}
