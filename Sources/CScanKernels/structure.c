// Finds the marks of delimited tables: quotes, delimiters, line breaks.

#include "CScanKernels.h"

/// Writes the places of the set bits.
static inline __attribute__((always_inline)) uint32_t *flatten(
    uint64_t bits, uint32_t base, uint32_t *places) {
  while (bits != 0) {
    *places++ = base + (uint32_t)__builtin_ctzll(bits);
    bits &= bits - 1;
  }
  return places;
}

/// Leaves of 64 bits those of bytes that are text.
static inline __attribute__((always_inline)) uint64_t within(uint64_t bits, size_t left) {
  return left < 64 ? bits & ((1ULL << left) - 1) : bits;
}

#if defined(__x86_64__)
#include <immintrin.h>

__attribute__((target("avx2,bmi"))) static size_t find_avx2(
    const uint8_t *text, size_t count, uint8_t delimiter, uint32_t *places) {
  const __m256i quote = _mm256_set1_epi8(0x22);
  const __m256i wanted = _mm256_set1_epi8((char)delimiter);
  const __m256i feed = _mm256_set1_epi8(0x0A);
  const __m256i carriage = _mm256_set1_epi8(0x0D);
  uint32_t *next = places;
  for (size_t base = 0; base < count; base += 64) {
    uint64_t bits = 0;
    for (int part = 0; part < 2; part++) {
      const __m256i lane = _mm256_loadu_si256((const __m256i *)(text + base + part * 32));
      const __m256i hit = _mm256_or_si256(
          _mm256_or_si256(_mm256_cmpeq_epi8(lane, quote), _mm256_cmpeq_epi8(lane, wanted)),
          _mm256_or_si256(_mm256_cmpeq_epi8(lane, feed), _mm256_cmpeq_epi8(lane, carriage)));
      bits |= (uint64_t)(uint32_t)_mm256_movemask_epi8(hit) << (part * 32);
    }
    next = flatten(within(bits, count - base), (uint32_t)base, next);
  }
  return (size_t)(next - places);
}
#endif

size_t tanaoroshi_find_structure(
    const uint8_t *text, size_t count, uint8_t delimiter, uint32_t *places,
    tanaoroshi_level level) {
#if defined(__x86_64__)
  if (level == tanaoroshi_level_avx2) return find_avx2(text, count, delimiter, places);
#endif
  uint32_t *next = places;
  for (size_t base = 0; base < count; base += 64) {
    uint64_t bits;
    if (level == tanaoroshi_level_portable) {
      bits = tanaoroshi_equal64_portable(text + base, 0x22)
             | tanaoroshi_equal64_portable(text + base, delimiter)
             | tanaoroshi_equal64_portable(text + base, 0x0A)
             | tanaoroshi_equal64_portable(text + base, 0x0D);
    } else {
      bits = tanaoroshi_equal64(text + base, 0x22) | tanaoroshi_equal64(text + base, delimiter)
             | tanaoroshi_equal64(text + base, 0x0A) | tanaoroshi_equal64(text + base, 0x0D);
    }
    next = flatten(within(bits, count - base), (uint32_t)base, next);
  }
  return (size_t)(next - places);
}
