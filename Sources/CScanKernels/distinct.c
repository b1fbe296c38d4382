// Counts the distinct cells of a column by keyed hashes.

#include "CScanKernels.h"
#include "words.h"

static inline uint64_t mix(uint64_t value, uint64_t key) {
  const unsigned __int128 product = (unsigned __int128)value * key;
  return (uint64_t)(product >> 64) ^ (uint64_t)product ^ value >> 29;
}

/// The hash of `text[start ..< end]` as Detecting's CountingHash has it, which hashes single cells: tests compare the two.
/// The last word overlaps what came before where eight bytes are there to be read.
static inline uint64_t hash(
    const uint8_t *text, size_t start, size_t end, uint64_t key0, uint64_t key1) {
  uint64_t state = key0 ^ (uint64_t)(end - start);
  size_t index = start;
  for (; index + 8 <= end; index += 8) state = mix(state ^ word_at(text + index), key1);
  if (index == end) return mix(state, key1);
  if (end >= 8) {
    return mix(state ^ word_at(text + end - 8) >> (8 - (end - index)) * 8, key1);
  }
  uint64_t word = 0;
  for (unsigned shift = 0; index < end; index++, shift += 8) word |= (uint64_t)text[index] << shift;
  return mix(state ^ word, key1);
}

size_t tanaoroshi_gather_new(
    const tanaoroshi_column *column, uint64_t key0, uint64_t key1, uint64_t *slots, size_t mask,
    tanaoroshi_cell *fresh) {
  // So many are on their way from memory at once.
  enum { group = 32 };
  const tanaoroshi_cell *next = column->cells;
  size_t found = 0;
  for (size_t record = 0; record < column->records;) {
    uint64_t hashes[group];
    tanaoroshi_cell cells[group];
    size_t count = 0;
    for (; record < column->records && count < group; record++, next += column->stride) {
      if (next->start >= next->end || next->end > column->count) continue;
      const uint64_t value = hash(column->text, next->start, next->end, key0, key1);
      hashes[count] = value == 0 ? 1 : value;
      __builtin_prefetch(slots + (hashes[count] & mask), 1);
      cells[count++] = *next;
    }
    for (size_t index = 0; index < count; index++) {
      size_t slot = hashes[index] & mask;
      while (slots[slot] != 0 && slots[slot] != hashes[index]) slot = (slot + 1) & mask;
      // Written either way, and kept when it is new: which it will be cannot be guessed.
      fresh[found] = cells[index];
      found += slots[slot] == 0;
      slots[slot] = hashes[index];
    }
  }
  return found;
}
