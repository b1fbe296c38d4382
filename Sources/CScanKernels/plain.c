// ASCII without ESC, 64 bytes at a time: nothing in it decides on an encoding.

#include <string.h>

#include "CScanKernels.h"

#if defined(__x86_64__)
#include <immintrin.h>

__attribute__((target("avx2"))) static size_t check_avx2(const uint8_t *bytes, size_t count) {
  const __m256i escape = _mm256_set1_epi8(0x1B);
  size_t done = 0;
  for (; done + 64 <= count; done += 64) {
    const __m256i low = _mm256_loadu_si256((const __m256i *)(const void *)(bytes + done));
    const __m256i high = _mm256_loadu_si256((const __m256i *)(const void *)(bytes + done + 32));
    const __m256i escapes =
        _mm256_or_si256(_mm256_cmpeq_epi8(low, escape), _mm256_cmpeq_epi8(high, escape));
    if (_mm256_movemask_epi8(_mm256_or_si256(_mm256_or_si256(low, high), escapes))) break;
  }
  return done;
}

__attribute__((target("avx512f,avx512bw"))) static size_t check_avx512(
    const uint8_t *bytes, size_t count) {
  const __m512i escape = _mm512_set1_epi8(0x1B);
  size_t done = 0;
  for (; done + 64 <= count; done += 64) {
    const __m512i block = _mm512_loadu_si512(bytes + done);
    if (_mm512_cmpeq_epi8_mask(block, escape) | _mm512_movepi8_mask(block)) break;
  }
  return done;
}
#endif

static size_t check_portable(const uint8_t *bytes, size_t count) {
  size_t done = 0;
  for (; done + 64 <= count; done += 64) {
    uint8_t special = 0;
    for (size_t index = done; index < done + 64; index++) {
      special |= (uint8_t)(bytes[index] & 0x80) | (uint8_t)(bytes[index] == 0x1B);
    }
    if (special) break;
  }
  return done;
}

size_t tanaoroshi_check_plain(const uint8_t *bytes, size_t count, tanaoroshi_level level) {
#if defined(__x86_64__)
  if (level >= tanaoroshi_level_avx512) return check_avx512(bytes, count);
  if (level >= tanaoroshi_level_avx2) return check_avx2(bytes, count);
#endif
  return check_portable(bytes, count);
}

size_t tanaoroshi_copy_plain(
    const uint8_t *from, uint8_t *to, size_t count, tanaoroshi_level level) {
  const size_t done = tanaoroshi_check_plain(from, count, level);
  memcpy(to, from, done);
  return done;
}
