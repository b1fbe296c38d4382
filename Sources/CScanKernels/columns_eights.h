#pragma once

// The walk over numbers and dates of one column, eight cells at a time, for processors with AVX-512.
//
// A group of eight is taken as one of four is in columns_fours.h.

#include "column_limits.h"
#include "eight_dates.h"
#include "eight_numbers.h"

/// Walks over the cells of the records below `end` eight at a time, as long as these can be taken.
static void walk_eights(
    const tanaoroshi_column *column, tanaoroshi_column_kind kind, tanaoroshi_column_tally *tally,
    size_t end) {
  const size_t stride = column->stride, step = stride * 8;
  const uint8_t *const text = column->text;
  const tanaoroshi_cell *next = column->cells + tally->record * stride;
  const size_t groups = (end - tally->record) / 8;
  const uint64_t limit = column->count < longest_cell ? 0 : column->count - longest_cell + 1;
  const uint32_t forbidden = ~tally->allowed;
  size_t group = 0;
  eight_numbers seen = {
      _mm512_set1_epi64((int64_t)tally->previous_value), _mm512_set1_epi64(tally->previous_step),
      _mm512_set1_epi64((int64_t)tally->least), _mm512_set1_epi64((int64_t)tally->most), 0};
  switch (kind) {
    case tanaoroshi_column_mobiles:
      for (; group < groups; group++, next += step) {
        if (!take_eight_mobiles(text, next, stride, limit, &seen)) break;
      }
      break;
    case tanaoroshi_column_postal_codes: {
      size_t listed = 0;
      for (; group < groups; group++, next += step) {
        if (!take_eight_postal_codes(
                text, next, stride, limit, column->listed, (forbidden & 1) != 0, &seen, &listed)) {
          break;
        }
      }
      tally->special[0] += listed;
      break;
    }
    case tanaoroshi_column_my_numbers: {
      size_t rounds = 0;
      for (; group < groups; group++, next += step) {
        if (!take_eight_my_numbers(
                text, next, stride, limit, (forbidden & 1) != 0, &seen, &rounds)) {
          break;
        }
      }
      tally->special[0] += rounds;
      break;
    }
    case tanaoroshi_column_short_numbers: {
      uint32_t lengths[8] = {0};
      for (; group < groups; group++, next += step) {
        if (!take_eight_short_numbers(text, next, stride, limit, &seen, lengths)) break;
      }
      for (uint32_t index = 1; index < 7; index++) tally->special[index] += lengths[index];
      break;
    }
    case tanaoroshi_column_dates: {
      eight_dates dates = {
          0, 0, 0, 0, (forbidden & 2) != 0 ? 0xFF : 0, (forbidden & 4) != 0 ? 0xFF : 0,
          (forbidden & 8) != 0 ? 0xFF : 0, (forbidden & 1) != 0};
      for (; group < groups; group++, next += step) {
        if (!take_eight_dates(text, next, stride, limit, &dates)) break;
      }
      tally->special[0] += group * 8 - dates.slashes;
      tally->special[1] += dates.before1990;
      tally->special[2] += dates.from2009;
      tally->special[3] += dates.first_of_april;
      break;
    }
    default: return;
  }
  const size_t taken = group * 8;
  tally->record += taken;
  tally->filled += taken;
  tally->left -= taken;
  if (taken == 0 || kind == tanaoroshi_column_dates) return;
  uint64_t last[8];
  _mm512_storeu_si512((void *)last, seen.values);
  tally->previous_value = last[7];
  _mm512_storeu_si512((void *)last, seen.steps);
  tally->previous_step = (int64_t)last[7];
  tally->steps += taken;
  tally->equal_steps += seen.equal;
  tally->least = _mm512_reduce_min_epu64(seen.least);
  tally->most = _mm512_reduce_max_epu64(seen.most);
}
