// Counts lines, and finds single bytes and words.

#define _GNU_SOURCE
#include <string.h>

#include "CScanKernels.h"

size_t tanaoroshi_find_byte(const uint8_t *text, size_t count, uint8_t byte) {
  // The C library's own is as fast as the memory.
  const uint8_t *found = memchr(text, byte, count);
  return found ? (size_t)(found - text) : count;
}

size_t tanaoroshi_find_word(
    const uint8_t *text, size_t count, const uint8_t *word, size_t length) {
  const uint8_t *found = memmem(text, count, word, length);
  return found ? (size_t)(found - text) : count;
}

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

__attribute__((target("avx2,popcnt"))) static size_t count_blocks_avx2(
    const uint8_t *text, size_t blocks, uint64_t *carry) {
  size_t count = 0;
  for (size_t block = 0; block < blocks; block++) {
    const __m256i low = _mm256_loadu_si256((const __m256i *)(const void *)(text + block * 64));
    const __m256i high =
        _mm256_loadu_si256((const __m256i *)(const void *)(text + block * 64 + 32));
    count += ends(equal_avx2(low, high, 0x0A), equal_avx2(low, high, 0x0D), carry);
  }
  return count;
}

/// Most texts have no CR: LF are added up in bytes, as long as these cannot overflow.
__attribute__((target("avx2,popcnt"))) static size_t count_avx2(
    const uint8_t *text, size_t blocks, uint64_t *carry) {
  enum { group = 64 };
  const __m256i feed = _mm256_set1_epi8(0x0A), back = _mm256_set1_epi8(0x0D);
  size_t count = 0;
  for (size_t block = 0; block < blocks; block += group) {
    const size_t end = block + group < blocks ? block + group : blocks;
    __m256i feeds = _mm256_setzero_si256(), returns = feeds;
    for (size_t index = block; index < end; index++) {
      const __m256i low = _mm256_loadu_si256((const __m256i *)(const void *)(text + index * 64));
      const __m256i high =
          _mm256_loadu_si256((const __m256i *)(const void *)(text + index * 64 + 32));
      feeds = _mm256_sub_epi8(
          feeds, _mm256_add_epi8(_mm256_cmpeq_epi8(low, feed), _mm256_cmpeq_epi8(high, feed)));
      returns = _mm256_or_si256(
          returns,
          _mm256_or_si256(_mm256_cmpeq_epi8(low, back), _mm256_cmpeq_epi8(high, back)));
    }
    if (*carry || !_mm256_testz_si256(returns, returns)) {
      count += count_blocks_avx2(text + block * 64, end - block, carry);
    } else {
      const __m256i sums = _mm256_sad_epu8(feeds, _mm256_setzero_si256());
      count += (size_t)(_mm256_extract_epi64(sums, 0) + _mm256_extract_epi64(sums, 1) +
                        _mm256_extract_epi64(sums, 2) + _mm256_extract_epi64(sums, 3));
    }
  }
  return count;
}
#endif

size_t tanaoroshi_count_lines(const uint8_t *text, size_t count, tanaoroshi_level level) {
  const size_t blocks = count / 64;
  uint64_t carry = 0;
  size_t lines = 0, place = 0;
#if defined(__x86_64__)
  if (level >= tanaoroshi_level_avx2) {
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
