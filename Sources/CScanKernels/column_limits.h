#pragma once

// How far a walk over a column may go.

#include "include/Columns.h"

/// No test takes a longer cell than that, nor looks at more than 64 bytes of a shorter one.
enum { longest_cell = 160 };

/// One past the last record that the walk may take.
static inline size_t last_record(
    const tanaoroshi_column *column, const tanaoroshi_column_tally *tally) {
  if (tally->record >= column->records) return tally->record;
  const size_t most = tally->left == 0 ? 0 : tally->left - 1;
  const size_t left = column->records - tally->record;
  return tally->record + (left < most ? left : most);
}
