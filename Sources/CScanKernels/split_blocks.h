#pragma once

// Splits delimited tables, 64 bytes at a time, from masks of what stands there: plain blocks in a few steps, blocks with
// quotes and the like in more.
//
// Compiled once for each set of instructions: the including file has `lowest` and `write_ends` before.

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "CScanKernels.h"

/// What stands in a block of 64 bytes, one bit for each.
typedef struct {
  uint64_t delimiters;
  uint64_t feeds;
  uint64_t returns;
  /// Quotes and apostrophes.
  uint64_t marks;
} block_masks;

/// The same of a block that mostly holds nothing but delimiters and the ends of lines.
typedef struct {
  /// Delimiters and LF.
  uint64_t ends;
  uint64_t feeds;
  uint64_t returns;
  /// Whether quotes or apostrophes stand in the block, or CRs where these are not asked for.
  bool is_special;
} plain_masks;

/// What a block hands on to the next: whether its last byte ends a cell or a record, is a CR, opens or closes a quoted
/// cell; and whether it stands within one, all bits then.
typedef struct {
  uint64_t cell;
  uint64_t record;
  uint64_t carriage;
  uint64_t opening;
  uint64_t closing;
  uint64_t quoted;
} block_carries;

/// Each bit becomes the sum, without carry, of itself and all below.
static inline __attribute__((always_inline)) uint64_t sums(uint64_t bits) {
  for (int shift = 1; shift < 64; shift *= 2) bits ^= bits << shift;
  return bits;
}

/// Takes the cells that end in a block; false, and nothing taken, when it holds more than plain cells and quoted ones on
/// one line without quotes inside.
///
/// `quotes` are those of the block, and `quoted` says whether there are any, or the block begins within a quoted cell or
/// right behind its quote.
static inline __attribute__((always_inline)) bool split_block(
    const uint8_t *text, const block_masks *masks, const uint64_t quotes, const bool quoted,
    block_carries *carries, tanaoroshi_split *split, tanaoroshi_cell *cells,
    tanaoroshi_record_end *records) {
  const size_t place = split->place;
  uint64_t inside = 0;
  uint64_t delimiters = masks->delimiters;
  if (quoted) {
    // A quote far behind may count as one that is never closed: that is for others to say.
    if (carries->quoted != 0 && place - split->cell > 32768) return false;
    // From an opening quote up to what stands before the closing one.
    inside = sums(quotes) ^ carries->quoted;
    delimiters &= ~inside;
    // Such a cell goes over several lines.
    if (((masks->feeds | masks->returns) & inside) != 0) return false;
  }
  const uint64_t follows = (uint64_t)(text[place + 64] == 0x0A) << 63;
  const uint64_t pairs = masks->returns & (masks->feeds >> 1 | follows);
  const uint64_t lines =
      masks->returns | (masks->feeds & ~(masks->returns << 1 | carries->carriage));
  // Bytes behind which a record begins.
  const uint64_t last = masks->feeds | (masks->returns & ~pairs);
  const uint64_t ends = delimiters | lines;
  const uint64_t record_starts = last << 1 | carries->record;
  const uint64_t cell_starts = delimiters << 1 | record_starts | carries->cell;
  if ((lines & record_starts) != 0) return false;
  if (quoted) {
    const uint64_t opening = quotes & inside, closing = quotes & ~inside;
    const uint8_t next = text[place + 64];
    const uint64_t next_ends =
        (uint64_t)(next == split->delimiter || next == 0x0A || next == 0x0D) << 63;
    if ((opening & ~cell_starts) != 0 || (closing & ~(ends >> 1 | next_ends)) != 0
        || (masks->marks & ~quotes & (cell_starts | opening << 1 | carries->opening)) != 0) {
      return false;
    }
    carries->opening = opening >> 63;
    carries->closing = closing >> 63;
    carries->quoted = inside >> 63 != 0 ? ~(uint64_t)0 : 0;
  } else if ((masks->marks & cell_starts) != 0) {
    return false;
  }
  carries->cell = delimiters >> 63;
  carries->record = last >> 63;
  carries->carriage = masks->returns >> 63;
  tanaoroshi_cell *next = cells + split->cells;
  uint32_t start = (uint32_t)split->cell;
  // Four at a time, also where fewer are left: most blocks hold about as many, and no branch tells how many.
  for (uint64_t left = ends; left != 0;) {
    for (int slot = 0; slot < 4; slot++) {
      const uint32_t index = left != 0 ? (uint32_t)__builtin_ctzll(left) : 64;
      const uint32_t end = (uint32_t)place + index;
      // A quote at the front stands at the end as well.
      const uint32_t quote = quoted && left != 0 ? text[start] == 0x22 : 0;
      *next++ = (tanaoroshi_cell){start + quote, end - quote};
      start = end + 1 + (uint32_t)(pairs >> (index & 63) & 1);
      left &= left - 1;
    }
  }
  for (uint64_t left = lines; left != 0; left &= left - 1) {
    const int index = __builtin_ctzll(left);
    const size_t before = (size_t)__builtin_popcountll(ends & (((uint64_t)2 << index) - 1));
    records[split->records++] = (tanaoroshi_record_end){
        (uint32_t)(split->cells + before),
        (uint32_t)(place + (size_t)index + 1 + (size_t)(pairs >> index & 1))};
  }
  split->cells += (size_t)__builtin_popcountll(ends);
  if (ends != 0) {
    const int index = 63 - __builtin_clzll(ends);
    split->cell = place + (size_t)index + 1 + (size_t)(pairs >> index & 1);
  }
  split->place += 64;
  return true;
}

/// Takes the cells that end in a block without quotes and apostrophes; false, and nothing taken, at a blank line, and where
/// CRs are not each followed by an LF within the block.
///
/// `returns` says whether lines end in CR LF, or all in LF.
static inline __attribute__((always_inline)) bool split_plain_block(
    const plain_masks *masks, const bool returns, uint64_t *record_carry, tanaoroshi_split *split,
    tanaoroshi_cell *cells, tanaoroshi_record_end *records) {
  const uint64_t lines = returns ? masks->returns : masks->feeds;
  const size_t width = returns ? 2 : 1;
  if (returns && (masks->feeds != lines << 1 || lines >> 63 != 0)) return false;
  if ((lines & (lines << width | *record_carry)) != 0) return false;
  const uint64_t ends = returns ? (masks->ends & ~masks->feeds) | lines : masks->ends;
  tanaoroshi_cell *const first = cells + split->cells;
  write_ends(ends, split->place, first);
  uint64_t left = lines;
  // The first is written also where there is none: whether there is one cannot be guessed.
  do {
    const size_t before = (size_t)__builtin_popcountll(ends & (left ^ (left - 1)));
    records[split->records] = (tanaoroshi_record_end){
        (uint32_t)(split->cells + before), (uint32_t)(split->place + width + lowest(left))};
    split->records += left != 0;
    if (returns) first[before].start += left != 0;
    left &= left - 1;
  } while (__builtin_expect(left != 0, 0));
  *record_carry = masks->feeds >> 63;
  split->cells += (size_t)__builtin_popcountll(ends);
  split->place += 64;
  return true;
}

/// Splits block by block; `LOOK` gives the masks of one, `PLAIN` those of one that may be plain, `QUOTES` the quotes.
///
/// The start of the cell at hand stands in its place among the cells throughout.
#define SPLIT(LOOK, PLAIN, QUOTES)                                                               \
  const uint8_t delimiter = split->delimiter;                                                    \
  block_carries carries = {                                                                      \
      split->cell == split->place, split->record == split->place, 0,                             \
      split->is_quoted && split->cell + 1 == split->place, 0,                                    \
      split->is_quoted ? ~(uint64_t)0 : 0};                                                      \
  tanaoroshi_split at = *split;                                                                  \
  tanaoroshi_split_end end = tanaoroshi_split_through;                                           \
  bool returns = false, is_plain = !split->is_quoted;                                            \
  if (room > 0) cells[0].start = (uint32_t)at.cell;                                              \
  while (at.place + 64 < count) {                                                                \
    if (at.cells + 80 > room || at.records >= most) {                                            \
      end = tanaoroshi_split_full;                                                               \
      break;                                                                                     \
    }                                                                                            \
    if (is_plain) {                                                                              \
      const plain_masks plain = returns ? PLAIN(text + at.place, delimiter, true)                \
                                        : PLAIN(text + at.place, delimiter, false);              \
      if (!plain.is_special                                                                      \
          && (returns ? split_plain_block(&plain, true, &carries.record, &at, cells, records)    \
                      : split_plain_block(&plain, false, &carries.record, &at, cells, records))) {\
        continue;                                                                                \
      }                                                                                          \
    }                                                                                            \
    at.cell = cells[at.cells].start;                                                             \
    carries.cell = at.cell == at.place;                                                          \
    const block_masks masks = LOOK(text + at.place, delimiter);                                  \
    returns |= masks.returns != 0;                                                               \
    const bool is_quoted = (masks.marks | carries.quoted | carries.closing) != 0;                \
    const uint64_t quotes = is_quoted ? QUOTES(text + at.place, 0x22) : 0;                       \
    const bool taken =                                                                           \
        is_quoted ? split_block(text, &masks, quotes, true, &carries, &at, cells, records)       \
                  : split_block(text, &masks, 0, false, &carries, &at, cells, records);          \
    if (!taken) {                                                                                \
      end = tanaoroshi_split_special;                                                            \
      break;                                                                                     \
    }                                                                                            \
    cells[at.cells].start = (uint32_t)at.cell;                                                   \
    is_plain = (masks.marks | carries.quoted | carries.closing | carries.carriage) == 0;         \
  }                                                                                              \
  if (room > 0) at.cell = cells[at.cells].start;                                                 \
  at.is_quoted = carries.quoted != 0;                                                            \
  *split = at;                                                                                   \
  return end
