// Tells how far a text is well-formed CP932, without decoding it.

#include <stdbool.h>

#include "CScanKernels.h"

/// Goes on character by character from `place` to `end` or a little beyond; returns the place of the first that is none,
/// or one at or behind `end`. The last character must not be cut off by `count`.
static size_t walk(
    const uint8_t *text, size_t place, size_t end, size_t count, const uint32_t *table) {
  while (place < end) {
    const uint8_t lead = text[place];
    if (lead < 0x80 || (uint8_t)(lead - 0xA1) < 0x3F) {
      place++;
    } else if (place + 1 < count && table[(size_t)(lead & 0x7F) << 8 | text[place + 1]] != 0) {
      place += 2;
    } else {
      break;
    }
  }
  return place;
}

#if defined(__x86_64__)
#include <immintrin.h>

/// What 64 bytes can be in the most usual part of CP932, one bit each.
typedef struct {
  uint64_t high;
  /// 81...9F and E0...FC, which begin a character of two bytes unless they end one.
  uint64_t leads;
  /// Whether the byte and the one behind it are a character: signs, kana and kanji, not all that there are.
  uint64_t pairs;
} classes64;

/// Takes the 64 bytes at a place; false when a character there is none, whose place it becomes.
///
/// `carry` says whether the first byte of the block ends a character, then the first behind it.
static inline __attribute__((always_inline)) bool take64(
    classes64 classes, const uint8_t *text, size_t *place, uint64_t *carry, size_t count,
    const uint32_t *table) {
  const uint64_t even = 0x5555555555555555u;
  const uint64_t can_lead = classes.leads & ~*carry;
  // In a run of bytes that can begin a character every second one does, from the first on.
  const uint64_t begins = can_lead & ~(can_lead << 1);
  const uint64_t in_even = can_lead & ~(can_lead + (begins & even));
  const uint64_t leads = (in_even & even) | (can_lead & ~in_even & ~even);
  const uint64_t trails = leads << 1 | *carry;
  const size_t end = *place + 64;
  if (((leads & ~classes.pairs) | (classes.high & ~leads & ~trails)) != 0) {
    // Something less usual: which characters it has, and whether there are such, the table knows.
    const size_t stop = walk(text, *place + *carry, end, count, table);
    *carry = stop - end;
    *place = stop < end ? stop : end;
    return stop >= end;
  }
  *carry = leads >> 63;
  *place = end;
  return true;
}

#pragma clang attribute push(__attribute__((target("avx2,bmi,bmi2,popcnt"))), apply_to = function)

/// The same of 32 bytes.
typedef struct {
  uint32_t high;
  uint32_t leads;
  uint32_t pairs;
} classes32;

static inline classes32 look32(const uint8_t *text) {
  const __m256i bytes = _mm256_loadu_si256((const __m256i *)(const void *)text);
  const uint32_t high = (uint32_t)_mm256_movemask_epi8(bytes);
  if (high == 0) return (classes32){0, 0, 0};
  const __m256i next = _mm256_loadu_si256((const __m256i *)(const void *)(text + 1));
  const __m256i shifted = _mm256_sub_epi8(
      _mm256_xor_si256(bytes, _mm256_set1_epi8(0x20)), _mm256_set1_epi8((char)0xA1));
  const __m256i leads =
      _mm256_cmpeq_epi8(_mm256_min_epu8(shifted, _mm256_set1_epi8(0x3B)), shifted);
  // The greatest second byte by the lower half of the first, for 8x, 9x and Ex. 82: hiragana and full-width digits only;
  // 83: katakana; 98: level 1 and what follows it up to the gap; 00 where nothing passes.
  const __m256i eight = _mm256_broadcastsi128_si256(_mm_setr_epi8(
      0, (char)0xAC, (char)0xF1, (char)0x96, 0, 0, 0, 0, (char)0xFC, (char)0xFC, (char)0xFC,
      (char)0xFC, (char)0xFC, (char)0xFC, (char)0xFC, (char)0xFC));
  const __m256i nine = _mm256_broadcastsi128_si256(_mm_setr_epi8(
      (char)0xFC, (char)0xFC, (char)0xFC, (char)0xFC, (char)0xFC, (char)0xFC, (char)0xFC,
      (char)0xFC, 0x72, (char)0xFC, (char)0xFC, (char)0xFC, (char)0xFC, (char)0xFC, (char)0xFC,
      (char)0xFC));
  const __m256i fourteen = _mm256_broadcastsi128_si256(_mm_setr_epi8(
      (char)0xFC, (char)0xFC, (char)0xFC, (char)0xFC, (char)0xFC, (char)0xFC, (char)0xFC,
      (char)0xFC, (char)0xFC, (char)0xFC, (char)0xA4, 0, 0, 0, 0, 0));
  // The least second byte for 8x; 40 for all others.
  const __m256i least = _mm256_broadcastsi128_si256(_mm_setr_epi8(
      0x40, 0x40, (char)0x9F, 0x40, 0x40, 0x40, 0x40, 0x40, (char)0x9F, 0x40, 0x40, 0x40, 0x40,
      0x40, 0x40, 0x40));
  // Bytes of the wanted sixteen keep their lower half, all others get a highest bit, for which the shuffle gives 00.
  const __m256i fill = _mm256_set1_epi8(0x70);
  const __m256i in_eight =
      _mm256_adds_epu8(_mm256_xor_si256(bytes, _mm256_set1_epi8((char)0x80)), fill);
  const __m256i in_nine =
      _mm256_adds_epu8(_mm256_xor_si256(bytes, _mm256_set1_epi8((char)0x90)), fill);
  const __m256i in_fourteen =
      _mm256_adds_epu8(_mm256_xor_si256(bytes, _mm256_set1_epi8((char)0xE0)), fill);
  const __m256i most = _mm256_or_si256(
      _mm256_or_si256(
          _mm256_shuffle_epi8(eight, in_eight), _mm256_shuffle_epi8(nine, in_nine)),
      _mm256_shuffle_epi8(fourteen, in_fourteen));
  const __m256i from = _mm256_max_epu8(
      _mm256_shuffle_epi8(least, in_eight), _mm256_set1_epi8(0x40));
  const __m256i within = _mm256_and_si256(
      _mm256_cmpeq_epi8(_mm256_min_epu8(next, most), next),
      _mm256_cmpeq_epi8(_mm256_max_epu8(next, from), next));
  // 82 4F...58 are full-width digits.
  const __m256i digit = _mm256_sub_epi8(next, _mm256_set1_epi8(0x4F));
  const __m256i digits = _mm256_and_si256(
      _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8((char)0x82)),
      _mm256_cmpeq_epi8(_mm256_min_epu8(digit, _mm256_set1_epi8(9)), digit));
  const __m256i pairs = _mm256_andnot_si256(
      _mm256_cmpeq_epi8(next, _mm256_set1_epi8(0x7F)), _mm256_or_si256(within, digits));
  return (classes32){
      high, (uint32_t)_mm256_movemask_epi8(leads), (uint32_t)_mm256_movemask_epi8(pairs)};
}

static inline classes64 look64(const uint8_t *text) {
  const classes32 low = look32(text), upper = look32(text + 32);
  return (classes64){
      low.high | (uint64_t)upper.high << 32, low.leads | (uint64_t)upper.leads << 32,
      low.pairs | (uint64_t)upper.pairs << 32};
}

static size_t check_avx2(const uint8_t *text, size_t count, const uint32_t *table) {
  size_t place = 0;
  uint64_t carry = 0;
  while (place + 65 <= count) {
    if (!take64(look64(text + place), text, &place, &carry, count, table)) return place;
  }
  return walk(text, place + carry, count, count, table);
}

#pragma clang attribute pop

#pragma clang attribute push( \
    __attribute__((target( \
        "avx512f,avx512bw,avx512dq,avx512vl,avx512vbmi,avx512vbmi2,bmi,bmi2,lzcnt,popcnt"))), \
    apply_to = function)

#include "vectors_avx512.h"

/// The least second byte of usual characters by the first, from 80 on: those of look32. 7F, which is none, where there are
/// no such; the second half is how far it is to the greatest.
static const uint8_t seconds[256] = {
    0x7F, 0x40, 0x9F, 0x40, 0x7F, 0x7F, 0x7F, 0x7F, 0x9F, 0x40, 0x40, 0x40, 0x40, 0x40, 0x40, 0x40,
    0x40, 0x40, 0x40, 0x40, 0x40, 0x40, 0x40, 0x40, 0x40, 0x40, 0x40, 0x40, 0x40, 0x40, 0x40, 0x40,
    0x7F, 0x7F, 0x7F, 0x7F, 0x7F, 0x7F, 0x7F, 0x7F, 0x7F, 0x7F, 0x7F, 0x7F, 0x7F, 0x7F, 0x7F, 0x7F,
    0x7F, 0x7F, 0x7F, 0x7F, 0x7F, 0x7F, 0x7F, 0x7F, 0x7F, 0x7F, 0x7F, 0x7F, 0x7F, 0x7F, 0x7F, 0x7F,
    0x7F, 0x7F, 0x7F, 0x7F, 0x7F, 0x7F, 0x7F, 0x7F, 0x7F, 0x7F, 0x7F, 0x7F, 0x7F, 0x7F, 0x7F, 0x7F,
    0x7F, 0x7F, 0x7F, 0x7F, 0x7F, 0x7F, 0x7F, 0x7F, 0x7F, 0x7F, 0x7F, 0x7F, 0x7F, 0x7F, 0x7F, 0x7F,
    0x40, 0x40, 0x40, 0x40, 0x40, 0x40, 0x40, 0x40, 0x40, 0x40, 0x40, 0x7F, 0x7F, 0x7F, 0x7F, 0x7F,
    0x7F, 0x7F, 0x7F, 0x7F, 0x7F, 0x7F, 0x7F, 0x7F, 0x7F, 0x7F, 0x7F, 0x7F, 0x7F, 0x7F, 0x7F, 0x7F,
    0x00, 0x6C, 0x52, 0x56, 0x00, 0x00, 0x00, 0x00, 0x5D, 0xBC, 0xBC, 0xBC, 0xBC, 0xBC, 0xBC, 0xBC,
    0xBC, 0xBC, 0xBC, 0xBC, 0xBC, 0xBC, 0xBC, 0xBC, 0x32, 0xBC, 0xBC, 0xBC, 0xBC, 0xBC, 0xBC, 0xBC,
    0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
    0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
    0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
    0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
    0xBC, 0xBC, 0xBC, 0xBC, 0xBC, 0xBC, 0xBC, 0xBC, 0xBC, 0xBC, 0x64, 0x00, 0x00, 0x00, 0x00, 0x00,
    0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
};

static inline classes64 look512(const uint8_t *text) {
  const __m512i bytes = load64(text);
  const __m512i next = load64(text + 1);
  const __m512i shifted = _mm512_sub_epi8(
      _mm512_xor_si512(bytes, _mm512_set1_epi8(0x20)), _mm512_set1_epi8((char)0xA1));
  // The lower seven bits tell first bytes apart; bytes below 80 are no leads, and of no account.
  const __m512i least = _mm512_permutex2var_epi8(load64(seconds), bytes, load64(seconds + 64));
  const __m512i span =
      _mm512_permutex2var_epi8(load64(seconds + 128), bytes, load64(seconds + 192));
  const __mmask64 within = _mm512_cmple_epu8_mask(_mm512_sub_epi8(next, least), span);
  // 82 4F...58 are full-width digits.
  const __mmask64 digits = _mm512_mask_cmple_epu8_mask(
      _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8((char)0x82)),
      _mm512_sub_epi8(next, _mm512_set1_epi8(0x4F)), _mm512_set1_epi8(9));
  return (classes64){
      _mm512_movepi8_mask(bytes),
      _mm512_cmple_epu8_mask(shifted, _mm512_set1_epi8(0x3B)),
      _mm512_mask_cmpneq_epi8_mask(within | digits, next, _mm512_set1_epi8(0x7F))};
}

static size_t check_avx512(const uint8_t *text, size_t count, const uint32_t *table) {
  size_t place = 0;
  uint64_t carry = 0;
  while (place + 65 <= count) {
    if (!take64(look512(text + place), text, &place, &carry, count, table)) return place;
  }
  return walk(text, place + carry, count, count, table);
}

#pragma clang attribute pop
#endif

size_t tanaoroshi_check_cp932(
    const uint8_t *text, size_t count, const uint32_t *table, tanaoroshi_level level) {
#if defined(__x86_64__)
  if (level >= tanaoroshi_level_avx512) return check_avx512(text, count, table);
  if (level >= tanaoroshi_level_avx2) return check_avx2(text, count, table);
#endif
  (void)level;
  return walk(text, 0, count, count, table);
}
