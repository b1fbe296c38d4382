#pragma once

#include <stddef.h>
#include <stdint.h>

#include "Level.h"
#include "Triage.h"

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

/// Copies UTF-8 up to some place before the first malformed or cut-off character; both must hold `count` bytes.
///
/// Returns how many bytes were copied: whole characters, perhaps fewer than there are well-formed ones.
/// Bytes of `to` behind them may have been written.
size_t tanaoroshi_copy_utf8(
    const uint8_t *from, uint8_t *to, size_t count, tanaoroshi_level level);

/// Copies ASCII without ESC, in steps of 64 bytes; returns how many bytes were copied.
size_t tanaoroshi_copy_plain(const uint8_t *from, uint8_t *to, size_t count);

/// How many lines end within `count` bytes: LF, CR LF, and CR alone.
size_t tanaoroshi_count_lines(const uint8_t *text, size_t count, tanaoroshi_level level);

/// Finds quotes, delimiters and line breaks (LF and CR).
///
/// `text` must be readable up to the next multiple of 64 behind `count`; `places` must have room for `count`.
/// Returns how many there are; their places are ascending.
size_t tanaoroshi_find_structure(
    const uint8_t *text, size_t count, uint8_t delimiter, uint32_t *places,
    tanaoroshi_level level);

/// The bytes of a cell that matter for a mail address, one bit each; bit 0 is the first byte.
typedef struct {
  uint64_t at;
  uint64_t dots;
  /// Dots, underscores and digits.
  uint64_t personal;
  /// What plain addresses do not hold.
  uint64_t unusual;
} tanaoroshi_mail_marks;

/// The marks of the first `count` bytes, at most 64; 64 bytes must be readable.
tanaoroshi_mail_marks tanaoroshi_mail_marks64(const uint8_t *bytes, size_t count);

/// Whether the first `count` bytes, at most 64, are UTF-8 outside ASCII and blanks, without full-width forms
/// of U+FF00...FF3F; 64 bytes must be readable.
int tanaoroshi_is_letters64(const uint8_t *bytes, size_t count);
