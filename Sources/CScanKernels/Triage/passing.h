#pragma once

// Lines that hold nothing, passed over together, block by block.

#include <stdbool.h>

#include "CScanKernels.h"

/// Lines that are passed over together: of one kind, as long as they hold nothing that stops them.
typedef struct {
  /// Where they begin, and where they end at the latest: none of them is a long line.
  size_t start, most;
  /// How many they are, the last block in which some end, and which ends.
  size_t lines, last;
  uint64_t last_ends;
} tanaoroshi_passing;

static inline tanaoroshi_passing begin_passing(size_t start, size_t most, uint32_t long_line) {
  return (tanaoroshi_passing){start, most - start < long_line ? most : start + long_line, 0, 0, 0};
}

/// Counts the lines that end in a block before the first of `stops`; whether the next block may go on.
static inline bool pass_block(tanaoroshi_passing *of, size_t block, uint64_t ends, uint64_t stops) {
  if (of->most - block * 64 < 64) stops |= ~(uint64_t)0 << of->most % 64;
  ends &= ~stops & (stops - 1);
  of->lines += (size_t)__builtin_popcountll(ends);
  of->last = ends ? block * 64 : of->last;
  of->last_ends = ends ? ends : of->last_ends;
  return stops == 0;
}

/// Goes on behind the lines passed over; whether there was one.
static inline bool end_passing(
    const tanaoroshi_passing *of, const uint8_t *text, size_t count, tanaoroshi_progress *progress) {
  if (of->lines == 0) return false;
  size_t place = of->last + 64 - (size_t)__builtin_clzll(of->last_ends);
  if (place < count && text[place] == 0x0A && text[place - 1] == 0x0D) place++;
  progress->place = (uint32_t)place;
  progress->line += (uint32_t)of->lines;
  progress->filled += (uint32_t)of->lines;
  return true;
}

/// Passes over lines from `progress->place` on, whose first begins with a character outside ASCII, as long as they hold
/// nothing but characters that are not worth a look, and to the first that ends in CR LF or is followed by an empty one;
/// whether there was one.
///
/// Lines are marked from there to `progress->marked`.
static inline bool pass_plain_lines(
    const uint8_t *text, size_t count, const tanaoroshi_classes *classes, const uint64_t *labels,
    const uint64_t *worth, uint32_t long_line, tanaoroshi_progress *progress) {
  tanaoroshi_passing passing = begin_passing(progress->place, progress->marked, long_line);
  uint64_t mask = ~(uint64_t)0 << passing.start % 64, carry = 0;
  for (size_t block = passing.start / 64; block * 64 < passing.most; block++) {
    const tanaoroshi_classes *of = &classes[block];
    const uint64_t busy = of->signs | of->digits | of->letters | labels[block] | worth[block];
    const uint64_t ends = of->ends & mask;
    if (!pass_block(&passing, block, ends, (busy & mask) | (ends & (ends << 1 | carry)))) break;
    carry = ends >> 63;
    mask = ~(uint64_t)0;
  }
  if (!end_passing(&passing, text, count, progress)) return false;
  progress->unlabelled = 0;
  return true;
}

/// Passes over lines of ASCII from `progress->place` on, far behind any label, as long as each has a letter and nothing that
/// read_ascii_line would report, and to the first that ends in CR LF; whether there was one.
static inline bool pass_ascii_lines(
    const uint8_t *text, size_t count, const tanaoroshi_classes *classes, const uint64_t *tokens,
    const uint64_t *labels, uint32_t long_line, tanaoroshi_progress *progress) {
  tanaoroshi_passing passing = begin_passing(progress->place, count, long_line);
  // A line begins.
  uint64_t mask = ~(uint64_t)0 << passing.start % 64;
  unsigned long long begins = (uint64_t)1 << passing.start % 64;
  for (size_t block = passing.start / 64; block * 64 < passing.most; block++) {
    const tanaoroshi_classes *of = &classes[block];
    const uint64_t busy = of->signs | of->high | tokens[block] | labels[block];
    const uint64_t ends = of->ends & mask;
    // Added to what is neither letter nor end, the beginning of a line is carried to its first letter or its end.
    const uint64_t between = ~(of->letters | of->ends);
    unsigned long long carried, sum;
    carried = __builtin_add_overflow(between, begins | ends << 1, &sum);
    if (!pass_block(&passing, block, ends, (busy & mask) | (ends & sum))) break;
    // Either the carry goes on, or the next block begins with a line.
    begins = carried | ends >> 63;
    mask = ~(uint64_t)0;
  }
  return end_passing(&passing, text, count, progress);
}
