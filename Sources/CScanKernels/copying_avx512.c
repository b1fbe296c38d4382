// Copies UTF-8 as long as it is well-formed, on processors with AVX-512.

#if defined(__x86_64__)
#include <immintrin.h>
#include <stdbool.h>

#include "CScanKernels.h"
#include "utf8_mistakes.h"

#pragma clang attribute push( \
    __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,avx512vbmi,avx512vbmi2"))), \
    apply_to = function)

#include "vectors_avx512.h"

static inline __m512i table64(const uint8_t *sixteen) {
  return _mm512_broadcast_i32x4(_mm_loadu_si128((const __m128i *)(const void *)sixteen));
}

/// What is wrong with bytes, behind the 64 bytes before them.
static inline __m512i mistakes64(__m512i input, __m512i before) {
  // The last 16 bytes before each lane.
  const __m512i ahead = _mm512_alignr_epi32(input, before, 12);
  const __m512i one = _mm512_alignr_epi8(input, ahead, 15);
  const __m512i two = _mm512_alignr_epi8(input, ahead, 14);
  const __m512i three = _mm512_alignr_epi8(input, ahead, 13);
  const __m512i low = _mm512_set1_epi8(0x0F);
  const __m512i upper = _mm512_shuffle_epi8(
      table64(first_upper), _mm512_and_si512(_mm512_srli_epi16(one, 4), low));
  const __m512i lower = _mm512_shuffle_epi8(table64(first_lower), _mm512_and_si512(one, low));
  const __m512i second = _mm512_shuffle_epi8(
      table64(second_upper), _mm512_and_si512(_mm512_srli_epi16(input, 4), low));
  const __m512i later = _mm512_or_si512(
      _mm512_subs_epu8(two, _mm512_set1_epi8(0xE0 - 0x80)),
      _mm512_subs_epu8(three, _mm512_set1_epi8(0xF0 - 0x80)));
  return _mm512_xor_si512(
      _mm512_and_si512(later, _mm512_set1_epi8((char)0x80)),
      _mm512_and_si512(_mm512_and_si512(upper, lower), second));
}

/// Sets the highest bit of bytes that are no continuation where one must be or the other way round, and of those behind a
/// lead that is not usual: two bytes stand before them.
///
/// Usual are the leads of two and three bytes behind which each continuation is right: no mistake goes without a bit.
static inline __m512i oddities64(const uint8_t *bytes, __m512i input) {
  // By the lower six bits of a lead: C0 and C1, E0, ED, and from F0 on.
  const __m512i leads = _mm512_setr_epi64(
      0x8080, 0, 0, 0, 0x80, (int64_t)0x800000000000, -1, -1);
  const __m512i one = load64(bytes - 1);
  // The highest bits of leads only: of two bytes and more, of three and more.
  const __m512i behind_lead = _mm512_subs_epu8(one, _mm512_set1_epi8(0xC0 - 0x80));
  const __m512i behind_two =
      _mm512_subs_epu8(load64(bytes - 2), _mm512_set1_epi8(0xE0 - 0x80));
  const __m512i continuations = _mm512_andnot_si512(_mm512_add_epi8(input, input), input);
  const __m512i unusual = _mm512_and_si512(_mm512_permutexvar_epi8(one, leads), behind_lead);
  return _mm512_or_si512(
      _mm512_xor_si512(_mm512_or_si512(behind_lead, behind_two), continuations), unusual);
}

/// Takes 256 bytes of usual characters, or of none but ASCII; three bytes stand before them.
static inline __attribute__((always_inline)) bool takes_usual(
    const uint8_t *from, uint8_t *to, const bool copies) {
  // What must follow a lead of four bytes is not asked.
  if (from[-2] >= 0xF0 || from[-3] >= 0xF0) return false;
  __m512i blocks[4];
  for (int index = 0; index < 4; index++) blocks[index] = load64(from + index * 64);
  const __m512i any = _mm512_or_si512(
      _mm512_or_si512(blocks[0], blocks[1]), _mm512_or_si512(blocks[2], blocks[3]));
  if ((_mm512_movepi8_mask(any) | (uint64_t)((from[-1] | from[-2]) >> 7)) != 0) {
    __m512i odd = _mm512_setzero_si512();
    for (int index = 0; index < 4; index++) {
      odd = _mm512_or_si512(odd, oddities64(from + index * 64, blocks[index]));
    }
    if (_mm512_movepi8_mask(odd) != 0) return false;
  }
  for (int index = 0; index < 4 && copies; index++) {
    _mm512_storeu_si512((void *)(to + index * 64), blocks[index]);
  }
  return true;
}

static inline __attribute__((always_inline)) size_t pass_avx512(
    const uint8_t *from, uint8_t *to, size_t count, const bool copies) {
  __m512i before = _mm512_setzero_si512();
  size_t done = 0;
  while (done + 64 <= count) {
    if (done > 0 && done + 256 <= count && takes_usual(from + done, to + done, copies)) {
      done += 256;
      before = load64(from + done - 64);
      continue;
    }
    for (int index = 0; index < 4 && done + 64 <= count; index++) {
      const __m512i input = load64(from + done);
      if (_mm512_movepi8_mask(_mm512_or_si512(input, before)) != 0) {
        const __m512i wrong = mistakes64(input, before);
        if (_mm512_test_epi8_mask(wrong, wrong) != 0) return whole_characters(from, done);
      }
      before = input;
      if (copies) _mm512_storeu_si512((void *)(to + done), input);
      done += 64;
    }
  }
  return whole_characters(from, done);
}

size_t tanaoroshi_copy_utf8_avx512(const uint8_t *from, uint8_t *to, size_t count) {
  return pass_avx512(from, to, count, true);
}

size_t tanaoroshi_check_utf8_avx512(const uint8_t *bytes, size_t count) {
  return pass_avx512(bytes, NULL, count, false);
}

#pragma clang attribute pop
#endif
