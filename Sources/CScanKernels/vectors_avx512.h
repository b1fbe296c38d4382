#pragma once

// What the kernels for processors with AVX-512 share; included where the instructions are allowed.

#include <immintrin.h>
#include <stdint.h>

static inline __m512i load64(const uint8_t *bytes) {
  return _mm512_loadu_si512((const void *)bytes);
}

/// The bytes of 64 that equal one.
static inline uint64_t equal64(__m512i bytes, uint8_t byte) {
  return _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8((char)byte));
}
