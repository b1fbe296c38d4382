#pragma once

#include <stddef.h>
#include <stdint.h>

#include "Level.h"

// Cells of one column, many at a time: those of the column's usual shape are counted, and the first that is not ends the
// walk. What the shapes are is said in Detecting's SettledReader, whose tests of single cells must agree.

/// The range of a cell in its text.
typedef struct {
  uint32_t start;
  uint32_t end;
} tanaoroshi_cell;

/// What the cells of a column usually are.
typedef enum {
  tanaoroshi_column_blanks = 0,
  tanaoroshi_column_names = 1,
  tanaoroshi_column_addresses = 2,
  tanaoroshi_column_mails = 3,
  tanaoroshi_column_dates = 4,
  tanaoroshi_column_mobiles = 5,
  tanaoroshi_column_postal_codes = 6,
  tanaoroshi_column_my_numbers = 7,
  tanaoroshi_column_short_numbers = 8,
  /// Of CP932 known to be well-formed, as it is stored; all other kinds are ASCII, for which it makes no difference.
  tanaoroshi_column_stored_names = 9,
  tanaoroshi_column_stored_addresses = 10,
} tanaoroshi_column_kind;

/// Cells of one column.
typedef struct {
  const uint8_t *text;
  /// Bytes of the text.
  size_t count;
  /// The cell of the first record.
  const tanaoroshi_cell *cells;
  /// From the cell of one record to that of the next.
  size_t stride;
  size_t records;
  /// For postal codes: one bit for each of 10,000,000, whether it is listed.
  const uint64_t *listed;
} tanaoroshi_column;

/// What is counted on a walk; each walk adds to it.
typedef struct {
  /// Record at which the walk begins; becomes the one at which it ended, for its cell is not of the usual shape.
  size_t record;
  size_t filled;
  size_t blanks;
  /// Filled cells that the walk may take, and one more.
  size_t left;
  /// By kind. Dates: those that may be numbers, before 1990, from 2009 on, on the first of April; postal codes: those
  /// listed; My Numbers: those that end in 0; short numbers: by their count of digits.
  size_t special[8];
  /// Bit n is set when `special[n]` may be counted; a cell that would be ends the walk otherwise.
  uint32_t allowed;
  /// The number before, 0 for none, and the step to it.
  uint64_t previous_value;
  int64_t previous_step;
  size_t steps;
  /// Steps like the one before, other than 0 and below a million.
  size_t equal_steps;
  /// The least and the greatest number.
  uint64_t least;
  uint64_t most;
} tanaoroshi_column_tally;

/// Walks over a column. Ranges that do not lie in the text, and cells that begin in its last 160 bytes, end the walk,
/// unless they are empty.
void tanaoroshi_walk_column(
    const tanaoroshi_column *column, tanaoroshi_column_kind kind, tanaoroshi_column_tally *tally,
    tanaoroshi_level level);

/// Puts the hashes of the filled cells of a column into a table, and gathers the cells whose hash was not there.
///
/// `key1` has its lowest and highest bits set.
/// `slots` has `mask + 1` places, a power of two, of which more are free than the column has records; 0 is free, and a hash
/// of 0 counts as 1. `fresh` has room for as many cells as there are records. Ranges that do not lie in the text are passed
/// over. Returns how many cells are new.
size_t tanaoroshi_gather_new(
    const tanaoroshi_column *column, uint64_t key0, uint64_t key1, uint64_t *slots, size_t mask,
    tanaoroshi_cell *fresh);
