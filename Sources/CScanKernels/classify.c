// Classes of bytes as masks of 64 bits. Four ways, the same results: plain C, SSSE3, AVX2 and AVX-512.

#include <stdbool.h>
#include <string.h>

#include "CScanKernels.h"

static void classify_portable(const uint8_t *text, size_t blocks, tanaoroshi_classes *out) {
  for (size_t block = 0; block < blocks; block++) {
    tanaoroshi_classes classes = {0};
    for (int index = 0; index < 64; index++) {
      const uint8_t byte = text[block * 64 + index];
      const uint8_t lowered = byte | 0x20;
      const uint64_t bit = (uint64_t)1 << index;
      if (byte == 0x0A || byte == 0x0D) classes.ends |= bit;
      if (byte >= '0' && byte <= '9') classes.digits |= bit;
      if (lowered >= 'a' && lowered <= 'z') classes.letters |= bit;
      if (byte >= 0x80) classes.high |= bit;
      if (byte == '@' || byte == '%') classes.signs |= bit;
      if (byte == '-' || byte == '.') classes.joints |= bit;
      if (byte == ' ' || byte == '|' || byte == 0x09) classes.gaps |= bit;
    }
    out[block] = classes;
  }
}

#if defined(__x86_64__)
#include <immintrin.h>

// One body for both widths: V is a vector of W bytes. Ranges are compared as signed bytes after a shift to their low end.
#define CLASSIFY(V, W, load, set1, eq, gt, or_, add, mask, all)                                  \
  for (size_t block = 0; block < blocks; block++) {                                              \
    tanaoroshi_classes classes = {0};                                                            \
    /* Nothing but Japanese. */                                                                  \
    bool all_high = true;                                                                        \
    for (int part = 0; part < 64 / W; part++) {                                                  \
      const V bytes = load((const V *)(const void *)(text + block * 64 + part * W));             \
      all_high &= mask(bytes) == all;                                                            \
    }                                                                                            \
    if (all_high) {                                                                              \
      classes.high = ~(uint64_t)0;                                                               \
      out[block] = classes;                                                                      \
      continue;                                                                                  \
    }                                                                                            \
    for (int part = 0; part < 64 / W; part++) {                                                  \
      const V bytes = load((const V *)(const void *)(text + block * 64 + part * W));             \
      const V lowered = or_(bytes, set1(0x20));                                                  \
      const V digits = gt(set1(-128 + 10), add(bytes, set1((char)(0x80 - '0'))));                \
      const V letters = gt(set1(-128 + 26), add(lowered, set1((char)(0x80 - 'a'))));             \
      const int shift = part * W;                                                                \
      classes.ends |= (uint64_t)mask(or_(eq(bytes, set1(0x0A)), eq(bytes, set1(0x0D)))) << shift; \
      classes.digits |= (uint64_t)mask(digits) << shift;                                         \
      classes.letters |= (uint64_t)mask(letters) << shift;                                       \
      classes.high |= (uint64_t)mask(bytes) << shift;                                            \
      classes.signs |= (uint64_t)mask(or_(eq(bytes, set1('@')), eq(bytes, set1('%')))) << shift; \
      classes.joints |= (uint64_t)mask(or_(eq(bytes, set1('-')), eq(bytes, set1('.')))) << shift; \
      classes.gaps |= (uint64_t)mask(or_(or_(eq(bytes, set1(' ')), eq(bytes, set1('|'))), eq(bytes, set1(0x09)))) << shift;\
    }                                                                                            \
    out[block] = classes;                                                                        \
  }

#define MASK16(v) (uint16_t) _mm_movemask_epi8(v)
#define MASK32(v) (uint32_t) _mm256_movemask_epi8(v)

__attribute__((target("ssse3"))) static void classify_ssse3(
    const uint8_t *text, size_t blocks, tanaoroshi_classes *out) {
  CLASSIFY(__m128i, 16, _mm_loadu_si128, _mm_set1_epi8, _mm_cmpeq_epi8, _mm_cmpgt_epi8,
           _mm_or_si128, _mm_add_epi8, MASK16, 0xFFFF)
}

__attribute__((target("avx2"))) static void classify_avx2(
    const uint8_t *text, size_t blocks, tanaoroshi_classes *out) {
  CLASSIFY(__m256i, 32, _mm256_loadu_si256, _mm256_set1_epi8, _mm256_cmpeq_epi8,
           _mm256_cmpgt_epi8, _mm256_or_si256, _mm256_add_epi8, MASK32, 0xFFFFFFFF)
}

// Bits of a byte's classes: each is that of its field in tanaoroshi_classes, which has one of 64 bits for each.
enum { END = 1, DIGIT = 2, LETTER = 4, HIGH = 8, SIGN = 16, JOINT = 32, GAP = 64 };
#define CLASS(byte)                                                                        \
  ((byte) == 0x0A || (byte) == 0x0D                                    ? END               \
   : (byte) >= '0' && (byte) <= '9'                                    ? DIGIT             \
   : ((byte) | 0x20) >= 'a' && ((byte) | 0x20) <= 'z' && (byte) >= 'A' ? LETTER            \
   : (byte) == '@' || (byte) == '%'                                    ? SIGN              \
   : (byte) == '-' || (byte) == '.'                                    ? JOINT             \
   : (byte) == ' ' || (byte) == '|' || (byte) == 0x09                  ? GAP               \
                                                                       : 0)
#define FOUR_CLASSES(byte) CLASS(byte), CLASS((byte) + 1), CLASS((byte) + 2), CLASS((byte) + 3)
#define SIXTEEN_CLASSES(byte) \
  FOUR_CLASSES(byte), FOUR_CLASSES((byte) + 4), FOUR_CLASSES((byte) + 8), FOUR_CLASSES((byte) + 12)
static const uint8_t ascii_classes[128] = {
    SIXTEEN_CLASSES(0x00), SIXTEEN_CLASSES(0x10), SIXTEEN_CLASSES(0x20), SIXTEEN_CLASSES(0x30),
    SIXTEEN_CLASSES(0x40), SIXTEEN_CLASSES(0x50), SIXTEEN_CLASSES(0x60), SIXTEEN_CLASSES(0x70)};

static_assert(sizeof(tanaoroshi_classes) == 7 * sizeof(uint64_t));

/// Looks the classes of 64 bytes up, and turns their bits into one mask for each class.
__attribute__((target("avx512f,avx512bw,avx512vbmi,gfni"))) static void classify_avx512(
    const uint8_t *text, size_t blocks, tanaoroshi_classes *out) {
  const __m512i lower = _mm512_loadu_si512(ascii_classes), upper = _mm512_loadu_si512(ascii_classes + 64);
  // The bytes of eight in reverse, since the highest bit comes from the first.
  const __m512i reverse = _mm512_broadcast_i32x4(
      _mm_setr_epi8(7, 6, 5, 4, 3, 2, 1, 0, 15, 14, 13, 12, 11, 10, 9, 8));
  const __m512i single = _mm512_set1_epi64((long long)0x8040201008040201u);
  // The first byte of each eight, the second of each, …
  uint8_t places[64];
  for (int index = 0; index < 64; index++) places[index] = (uint8_t)(index % 8 * 8 + index / 8);
  const __m512i order = _mm512_loadu_si512(places);
  for (size_t block = 0; block < blocks; block++) {
    const __m512i bytes = _mm512_loadu_si512(text + block * 64);
    const __m512i classes = _mm512_mask_mov_epi8(
        _mm512_permutex2var_epi8(lower, bytes, upper), _mm512_movepi8_mask(bytes),
        _mm512_set1_epi8(HIGH));
    const __m512i turned =
        _mm512_gf2p8affine_epi64_epi8(single, _mm512_shuffle_epi8(classes, reverse), 0);
    _mm512_mask_storeu_epi64(out + block, 0x7F, _mm512_permutexvar_epi8(order, turned));
  }
}
#endif

static void classify(
    const uint8_t *text, size_t blocks, tanaoroshi_classes *out, tanaoroshi_level level) {
#if defined(__x86_64__)
  if (level >= tanaoroshi_level_avx512) {
    classify_avx512(text, blocks, out);
    return;
  }
  if (level >= tanaoroshi_level_avx2) {
    classify_avx2(text, blocks, out);
    return;
  }
  if (level == tanaoroshi_level_ssse3) {
    classify_ssse3(text, blocks, out);
    return;
  }
#endif
  classify_portable(text, blocks, out);
}

void tanaoroshi_classify(
    const uint8_t *text, size_t count, tanaoroshi_classes *out, tanaoroshi_level level) {
  const size_t blocks = count / 64;
  const size_t rest = count % 64;
  classify(text, blocks, out, level);
  if (rest > 0) {
    uint8_t last[64] = {0};
    memcpy(last, text + blocks * 64, rest);
    classify(last, 1, out + blocks, level);
  }
}
