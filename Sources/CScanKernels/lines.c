// Counts lines.

#include "CScanKernels.h"

/// Line ends among 64 bytes whose LF and CR are given; `carry` is whether the byte before is a CR, and becomes so for the next.
static inline __attribute__((always_inline)) size_t ends(
    uint64_t feeds, uint64_t returns, uint64_t *carry) {
  const uint64_t behind_return = returns << 1 | *carry;
  *carry = returns >> 63;
  return (size_t)__builtin_popcountll(feeds & ~behind_return) +
         (size_t)__builtin_popcountll(returns);
}

#if defined(__x86_64__)
#include <immintrin.h>

__attribute__((target("avx2,popcnt"))) static inline uint64_t equal_avx2(
    __m256i low, __m256i high, char byte) {
  const __m256i wanted = _mm256_set1_epi8(byte);
  return (uint64_t)(uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(low, wanted)) |
         (uint64_t)(uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(high, wanted)) << 32;
}

__attribute__((target("avx2,popcnt"))) static size_t count_avx2(
    const uint8_t *text, size_t blocks, uint64_t *carry) {
  size_t count = 0;
  for (size_t block = 0; block < blocks; block++) {
    const __m256i low = _mm256_loadu_si256((const __m256i *)(const void *)(text + block * 64));
    const __m256i high =
        _mm256_loadu_si256((const __m256i *)(const void *)(text + block * 64 + 32));
    const uint64_t feeds = equal_avx2(low, high, 0x0A), returns = equal_avx2(low, high, 0x0D);
    count += ends(feeds, returns, carry);
  }
  return count;
}
#endif

size_t tanaoroshi_count_lines(const uint8_t *text, size_t count, tanaoroshi_level level) {
  const size_t blocks = count / 64;
  uint64_t carry = 0;
  size_t lines = 0, place = 0;
#if defined(__x86_64__)
  if (level == tanaoroshi_level_avx2) {
    lines = count_avx2(text, blocks, &carry);
    place = blocks * 64;
  }
#endif
  for (; place + 64 <= count; place += 64) {
    lines += ends(
        tanaoroshi_equal64(text + place, 0x0A), tanaoroshi_equal64(text + place, 0x0D), &carry);
  }
  for (; place < count; place++) {
    lines += text[place] == 0x0D || (text[place] == 0x0A && !carry);
    carry = text[place] == 0x0D;
  }
  return lines;
}
