// Copies text as long as it is well-formed, 64 bytes at a time.
//
// UTF-8 is checked by the method of Keiser and Lemire ("Validating UTF-8 in less than one instruction per byte",
// 2021): three table lookups by half bytes name every mistake that two neighbouring bytes can make; what a third
// and fourth byte must be follows from the leads two and three places back.

#include "CScanKernels.h"

#include <stdbool.h>
#include <string.h>

#include "utf8_mistakes.h"

#if defined(__x86_64__)
#include <immintrin.h>

__attribute__((target("ssse3"))) static inline __m128i mistakes16(__m128i input, __m128i before) {
  const __m128i low = _mm_set1_epi8(0x0F);
  const __m128i one = _mm_alignr_epi8(input, before, 15);
  const __m128i two = _mm_alignr_epi8(input, before, 14);
  const __m128i three = _mm_alignr_epi8(input, before, 13);
  const __m128i upper = _mm_shuffle_epi8(
      _mm_loadu_si128((const __m128i *)first_upper), _mm_and_si128(_mm_srli_epi16(one, 4), low));
  const __m128i lower = _mm_shuffle_epi8(_mm_loadu_si128((const __m128i *)first_lower), _mm_and_si128(one, low));
  const __m128i second = _mm_shuffle_epi8(
      _mm_loadu_si128((const __m128i *)second_upper), _mm_and_si128(_mm_srli_epi16(input, 4), low));
  const __m128i pairs = _mm_and_si128(_mm_and_si128(upper, lower), second);
  const __m128i later = _mm_or_si128(
      _mm_subs_epu8(two, _mm_set1_epi8(0xE0 - 0x80)), _mm_subs_epu8(three, _mm_set1_epi8(0xF0 - 0x80)));
  return _mm_xor_si128(_mm_and_si128(later, _mm_set1_epi8((char)0x80)), pairs);
}

/// `copies` says whether the bytes are written to `to`, or only looked at.
__attribute__((target("ssse3"))) static inline __attribute__((always_inline)) size_t pass_ssse3(
    const uint8_t *from, uint8_t *to, size_t count, const bool copies) {
  __m128i before = _mm_setzero_si128();
  size_t done = 0;
  while (done + 64 <= count) {
    __m128i lanes[4];
    __m128i any = _mm_setzero_si128();
    for (int lane = 0; lane < 4; lane++) {
      lanes[lane] = _mm_loadu_si128((const __m128i *)(from + done + lane * 16));
      any = _mm_or_si128(any, lanes[lane]);
    }
    __m128i wrong = _mm_setzero_si128();
    if (_mm_movemask_epi8(_mm_or_si128(any, before)) == 0) {
      before = lanes[3];
    } else {
      for (int lane = 0; lane < 4; lane++) {
        wrong = _mm_or_si128(wrong, mistakes16(lanes[lane], before));
        before = lanes[lane];
      }
    }
    if (_mm_movemask_epi8(_mm_cmpeq_epi8(wrong, _mm_setzero_si128())) != 0xFFFF) break;
    for (int lane = 0; lane < 4 && copies; lane++) {
      _mm_storeu_si128((__m128i *)(to + done + lane * 16), lanes[lane]);
    }
    done += 64;
  }
  return whole_characters(from, done);
}

__attribute__((target("ssse3"))) static size_t copy_utf8_ssse3(
    const uint8_t *from, uint8_t *to, size_t count) {
  return pass_ssse3(from, to, count, true);
}

__attribute__((target("ssse3"))) static size_t check_utf8_ssse3(
    const uint8_t *bytes, size_t count) {
  return pass_ssse3(bytes, NULL, count, false);
}

/// What is wrong with bytes, and with those one, two and three places before them.
__attribute__((target("avx2"))) static inline __m256i mistakes32(
    __m256i input, __m256i one, __m256i two, __m256i three) {
  const __m256i low = _mm256_set1_epi8(0x0F);
  const __m256i upper = _mm256_shuffle_epi8(
      _mm256_loadu_si256((const __m256i *)first_upper), _mm256_and_si256(_mm256_srli_epi16(one, 4), low));
  const __m256i lower = _mm256_shuffle_epi8(
      _mm256_loadu_si256((const __m256i *)first_lower), _mm256_and_si256(one, low));
  const __m256i second = _mm256_shuffle_epi8(
      _mm256_loadu_si256((const __m256i *)second_upper),
      _mm256_and_si256(_mm256_srli_epi16(input, 4), low));
  const __m256i pairs = _mm256_and_si256(_mm256_and_si256(upper, lower), second);
  const __m256i later = _mm256_or_si256(
      _mm256_subs_epu8(two, _mm256_set1_epi8(0xE0 - 0x80)),
      _mm256_subs_epu8(three, _mm256_set1_epi8(0xF0 - 0x80)));
  return _mm256_xor_si256(_mm256_and_si256(later, _mm256_set1_epi8((char)0x80)), pairs);
}

__attribute__((target("avx2"))) static inline __m256i load32(const uint8_t *bytes) {
  return _mm256_loadu_si256((const __m256i *)(const void *)bytes);
}

/// The same of bytes that at least three stand before: loading them again is quicker than to shift what was loaded.
__attribute__((target("avx2"))) static inline __m256i mistakes_at(
    const uint8_t *bytes, __m256i input) {
  return mistakes32(input, load32(bytes - 1), load32(bytes - 2), load32(bytes - 3));
}

/// The same of bytes before which nothing stands.
__attribute__((target("avx2"))) static inline __m256i mistakes_at_front(__m256i input) {
  const __m256i before = _mm256_permute2x128_si256(input, input, 0x08);
  return mistakes32(
      input, _mm256_alignr_epi8(input, before, 15), _mm256_alignr_epi8(input, before, 14),
      _mm256_alignr_epi8(input, before, 13));
}

__attribute__((target("avx2"))) static inline __attribute__((always_inline)) size_t pass_avx2(
    const uint8_t *from, uint8_t *to, size_t count, const bool copies) {
  __m256i before = _mm256_setzero_si256();
  size_t done = 0;
  while (done + 64 <= count) {
    const __m256i first = load32(from + done), second = load32(from + done + 32);
    if (_mm256_movemask_epi8(_mm256_or_si256(_mm256_or_si256(first, second), before)) != 0) {
      const __m256i wrong = _mm256_or_si256(
          done == 0 ? mistakes_at_front(first) : mistakes_at(from + done, first),
          mistakes_at(from + done + 32, second));
      if (!_mm256_testz_si256(wrong, wrong)) break;
    }
    before = second;
    if (copies) {
      _mm256_storeu_si256((__m256i *)(to + done), first);
      _mm256_storeu_si256((__m256i *)(to + done + 32), second);
    }
    done += 64;
  }
  return whole_characters(from, done);
}

__attribute__((target("avx2"))) static size_t copy_utf8_avx2(
    const uint8_t *from, uint8_t *to, size_t count) {
  return pass_avx2(from, to, count, true);
}

__attribute__((target("avx2"))) static size_t check_utf8_avx2(
    const uint8_t *bytes, size_t count) {
  return pass_avx2(bytes, NULL, count, false);
}

size_t tanaoroshi_copy_utf8_avx512(const uint8_t *from, uint8_t *to, size_t count);
size_t tanaoroshi_check_utf8_avx512(const uint8_t *bytes, size_t count);
#endif

/// Bytes of the well-formed character at the front, or 0.
static size_t character(const uint8_t *bytes, size_t count) {
  const uint8_t lead = bytes[0];
  const size_t length =
      lead < 0x80 ? 1 : lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
  if (length > count) return 0;
  if (length > 1) {
    const uint8_t second = bytes[1];
    const uint8_t lowest = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    const uint8_t highest = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    if (second < lowest || second > highest) return 0;
    if (length > 2 && (bytes[2] & 0xC0) != 0x80) return 0;
    if (length > 3 && (bytes[3] & 0xC0) != 0x80) return 0;
  }
  return length;
}

size_t tanaoroshi_copy_utf8(
    const uint8_t *from, uint8_t *to, size_t count, tanaoroshi_level level) {
#if defined(__x86_64__)
  if (level >= tanaoroshi_level_avx512) return tanaoroshi_copy_utf8_avx512(from, to, count);
  if (level >= tanaoroshi_level_avx2) return copy_utf8_avx2(from, to, count);
  if (level == tanaoroshi_level_ssse3) return copy_utf8_ssse3(from, to, count);
#endif
  // The plain form: well-formed characters one by one.
  const size_t done = tanaoroshi_check_utf8(from, count, level);
  if (done > 0) memcpy(to, from, done);
  return done;
}

size_t tanaoroshi_check_utf8(const uint8_t *bytes, size_t count, tanaoroshi_level level) {
#if defined(__x86_64__)
  if (level >= tanaoroshi_level_avx512) return tanaoroshi_check_utf8_avx512(bytes, count);
  if (level >= tanaoroshi_level_avx2) return check_utf8_avx2(bytes, count);
  if (level == tanaoroshi_level_ssse3) return check_utf8_ssse3(bytes, count);
#endif
  size_t done = 0;
  while (done < count) {
    const size_t length = character(bytes + done, count - done);
    if (length == 0) break;
    done += length;
  }
  return done;
}
