#pragma once

#include <stdint.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#elif defined(__ARM_NEON)
#include <arm_neon.h>
#endif

/// The double-byte characters of CP932 as Unicode: 60 lead bytes x 188 trail bytes; 0 where there is none.
extern const uint16_t tanaoroshi_cp932[11280];
/// The characters of JIS X 0212 as EUC-JP-MS has them behind 8F: 94 x 94; 0 where there is none.
extern const uint16_t tanaoroshi_jisx0212[8836];

// Swift does not import arrays of this size, but pointers.
static inline const uint16_t *tanaoroshi_cp932_start(void) { return tanaoroshi_cp932; }
static inline const uint16_t *tanaoroshi_jisx0212_start(void) { return tanaoroshi_jisx0212; }

/// One bit for each of 64 bytes: whether it equals `byte`; bit 0 is the first. Plain C, the reference of the others.
static inline __attribute__((always_inline)) uint64_t tanaoroshi_equal64_portable(
    const uint8_t *bytes, uint8_t byte) {
  uint64_t mask = 0;
  for (int word = 0; word < 8; word++) {
    uint64_t flags = 0;
    for (int index = 0; index < 8; index++) {
      flags |= (uint64_t)(bytes[word * 8 + index] == byte) << index;
    }
    mask |= flags << (word * 8);
  }
  return mask;
}

/// As above, by whatever the processor's baseline offers.
static inline __attribute__((always_inline)) uint64_t tanaoroshi_equal64(
    const uint8_t *bytes, uint8_t byte) {
#if defined(__SSE2__)
  const __m128i wanted = _mm_set1_epi8((char)byte);
  uint64_t mask = 0;
  for (int part = 0; part < 4; part++) {
    const __m128i lane = _mm_loadu_si128((const __m128i *)(bytes + part * 16));
    mask |= (uint64_t)(uint16_t)_mm_movemask_epi8(_mm_cmpeq_epi8(lane, wanted)) << (part * 16);
  }
  return mask;
#elif defined(__ARM_NEON)
  static const uint8_t weights[16] = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
  const uint8x16_t weight = vld1q_u8(weights);
  const uint8x16_t wanted = vdupq_n_u8(byte);
  uint64_t mask = 0;
  for (int part = 0; part < 4; part++) {
    const uint8x16_t hit = vandq_u8(vceqq_u8(vld1q_u8(bytes + part * 16), wanted), weight);
    const uint64_t low = vaddv_u8(vget_low_u8(hit));
    const uint64_t high = vaddv_u8(vget_high_u8(hit));
    mask |= (low | high << 8) << (part * 16);
  }
  return mask;
#else
  return tanaoroshi_equal64_portable(bytes, byte);
#endif
}
