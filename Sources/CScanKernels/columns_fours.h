#pragma once

// The walk over numbers and dates of one column, four cells at a time, for processors with AVX2.
//
// A group of four is taken when all are of the usual shape, and none is one of a few that would need more than a look; else
// nothing of it is taken, and its cells are walked over one by one.

#include "four_dates.h"
#include "four_numbers.h"

/// The sum of four lanes.
static inline uint64_t total(__m256i lanes) {
  return (uint64_t)_mm256_extract_epi64(lanes, 0) + (uint64_t)_mm256_extract_epi64(lanes, 1)
         + (uint64_t)_mm256_extract_epi64(lanes, 2) + (uint64_t)_mm256_extract_epi64(lanes, 3);
}

/// Walks over the cells of the records below `end` four at a time, as long as these can be taken.
static void walk_fours(
    const tanaoroshi_column *column, tanaoroshi_column_kind kind, tanaoroshi_column_tally *tally,
    size_t end) {
  const size_t stride = column->stride, step = stride * 4;
  const uint8_t *const text = column->text;
  const tanaoroshi_cell *next = column->cells + tally->record * stride;
  const size_t groups = (end - tally->record) / 4;
  const uint64_t limit = column->count < longest_cell ? 0 : column->count - longest_cell + 1;
  const uint32_t forbidden = ~tally->allowed;
  size_t group = 0;
  four_numbers seen = {
      _mm256_set1_epi64x((int64_t)tally->previous_value),
      _mm256_set1_epi64x(tally->previous_step), _mm256_setzero_si256(),
      _mm256_set1_epi64x(INT64_MAX), _mm256_setzero_si256()};
  switch (kind) {
    case tanaoroshi_column_mobiles:
      for (; group < groups; group++, next += step) {
        if (!take_mobiles(text, next, stride, limit, &seen)) break;
      }
      break;
    case tanaoroshi_column_postal_codes: {
      size_t listed = 0;
      for (; group < groups; group++, next += step) {
        if (!take_postal_codes(
                text, next, stride, limit, column->listed, (forbidden & 1) != 0, &seen, &listed)) {
          break;
        }
      }
      tally->special[0] += listed;
      break;
    }
    case tanaoroshi_column_my_numbers: {
      __m256i rounds = _mm256_setzero_si256();
      for (; group < groups; group++, next += step) {
        if (!take_my_numbers(
                text, next, stride, limit, (forbidden & 1) != 0, &seen, &rounds)) {
          break;
        }
      }
      tally->special[0] += total(rounds);
      break;
    }
    case tanaoroshi_column_short_numbers: {
      uint32_t lengths[8] = {0};
      for (; group < groups; group++, next += step) {
        if (!take_short_numbers(text, next, stride, limit, &seen, lengths)) break;
      }
      for (uint32_t index = 1; index < 7; index++) tally->special[index] += lengths[index];
      break;
    }
    case tanaoroshi_column_dates: {
      const __m256i none = _mm256_setzero_si256();
      four_dates dates = {
          0, none, none, none, _mm256_set1_epi8((forbidden & 2) != 0 ? -1 : 0),
          _mm256_set1_epi8((forbidden & 4) != 0 ? -1 : 0),
          _mm256_set1_epi8((forbidden & 8) != 0 ? -1 : 0), (forbidden & 1) != 0};
      for (; group < groups; group++, next += step) {
        if (!take_dates(text, next, stride, limit, &dates)) break;
      }
      tally->special[0] += group * 4 - dates.slashes;
      tally->special[1] += total(dates.before1990);
      tally->special[2] += total(dates.from2009);
      tally->special[3] += total(dates.first_of_april);
      break;
    }
    default: return;
  }
  const size_t taken = group * 4;
  tally->record += taken;
  tally->filled += taken;
  tally->left -= taken;
  if (taken == 0 || kind == tanaoroshi_column_dates) return;
  tally->previous_value = (uint64_t)_mm256_extract_epi64(seen.values, 3);
  tally->previous_step = _mm256_extract_epi64(seen.steps, 3);
  tally->steps += taken;
  tally->equal_steps += total(seen.equal);
  uint64_t least[4], most_values[4];
  _mm256_storeu_si256((__m256i *)(void *)least, seen.least);
  _mm256_storeu_si256((__m256i *)(void *)most_values, seen.most);
  for (size_t lane = 0; lane < 4; lane++) {
    if (least[lane] < tally->least) tally->least = least[lane];
    if (most_values[lane] > tally->most) tally->most = most_values[lane];
  }
}
