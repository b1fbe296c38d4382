#pragma once

// Masks of 64 bytes, one bit a byte.

#include <stdbool.h>
#include "CScanKernels.h"

static inline uint64_t behind(uint64_t previous, uint64_t now, int count) {
  return now << count | previous >> (64 - count);
}

static inline uint64_t ahead(uint64_t now, uint64_t next, int count) {
  return now >> count | next << (64 - count);
}

/// Bits of one block that lie in [start, end).
static inline uint64_t part(size_t block, size_t start, size_t end) {
  uint64_t mask = ~(uint64_t)0;
  if (start > block * 64) mask <<= start - block * 64;
  if (end < block * 64 + 64) mask &= ((uint64_t)1 << (end - block * 64)) - 1;
  return mask;
}

static inline bool is_letter(uint8_t byte) { return (uint8_t)((byte | 0x20) - 'a') < 26; }
static inline bool is_digit(uint8_t byte) { return (uint8_t)(byte - '0') < 10; }
