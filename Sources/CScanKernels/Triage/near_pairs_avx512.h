#pragma once

// Characters of three bytes that may be worth a look, sixty-four at a time, told by tables that fit into registers, for
// processors with AVX-512; included by worth.h alone.

#include <immintrin.h>

#include "CScanKernels.h"

enum { MANY_BYTES = 192 };

/// Sixty-four characters of three bytes: of each the second and the third byte, and tanaoroshi_mixed of all.
typedef struct {
  __m512i second, third, mixed;
} tanaoroshi_many;

/// Where the first byte of each of sixty-four characters lies.
static inline __m512i many_firsts(void) {
  static const uint8_t firsts[64] __attribute__((aligned(64))) = {
      0,   3,   6,   9,   12,  15,  18,  21,  24,  27,  30,  33,  36,  39,  42,  45,
      48,  51,  54,  57,  60,  63,  66,  69,  72,  75,  78,  81,  84,  87,  90,  93,
      96,  99,  102, 105, 108, 111, 114, 117, 120, 123, 126, 129, 132, 135, 138, 141,
      144, 147, 150, 153, 156, 159, 162, 165, 168, 171, 174, 177, 180, 183, 186, 189};
  return _mm512_load_si512(firsts);
}

/// Parts the bytes of characters, of which 192 must be readable; returns which of them have three.
static inline uint64_t part_many(const uint8_t *text, tanaoroshi_many *many) {
  const __m512i a = _mm512_loadu_si512(text), b = _mm512_loadu_si512(text + 64);
  const __m512i c = _mm512_loadu_si512(text + 128), one = _mm512_set1_epi8(1);
  // Seven bits of a place tell one of the first 128 bytes, six one of the last 64.
  __m512i places = many_firsts();
  const __m512i lead = _mm512_mask_permutexvar_epi8(
      _mm512_permutex2var_epi8(a, places, b), ~(uint64_t)0 << 43, places, c);
  places = _mm512_add_epi8(places, one);
  many->second = _mm512_mask_permutexvar_epi8(
      _mm512_permutex2var_epi8(a, places, b), ~(uint64_t)0 << 43, places, c);
  places = _mm512_add_epi8(places, one);
  many->third = _mm512_mask_permutexvar_epi8(
      _mm512_permutex2var_epi8(a, places, b), ~(uint64_t)0 << 42, places, c);
  // As tanaoroshi_mixed.
  const __m512i turned =
      _mm512_gf2p8affine_epi64_epi8(many->third, _mm512_set1_epi64(0x2010080402010000), 0);
  const __m512i high =
      _mm512_gf2p8affine_epi64_epi8(lead, _mm512_set1_epi64(0x0000000102040000), 0);
  many->mixed = _mm512_ternarylogic_epi64(many->second, turned, high, 0x96);
  return _mm512_cmpeq_epi8_mask(
      _mm512_and_si512(lead, _mm512_set1_epi8((char)0xF0)), _mm512_set1_epi8((char)0xE0));
}

/// The buckets of three tables in which each character stands.
static inline __m512i buckets(const uint8_t *tables, tanaoroshi_many many) {
  return _mm512_ternarylogic_epi64(
      _mm512_permutexvar_epi8(many.second, _mm512_loadu_si512(tables)),
      _mm512_permutexvar_epi8(many.third, _mm512_loadu_si512(tables + 64)),
      _mm512_permutexvar_epi8(many.mixed, _mm512_loadu_si512(tables + 128)), 0x80);
}

/// Which of sixty-four characters may be worth a look by themselves or behind the one before them.
static inline uint64_t near_lanes(const uint8_t *tables, tanaoroshi_many many) {
  __m512i found = _mm512_setzero_si512();
  static const uint8_t before[64] __attribute__((aligned(64))) = {
      0,  0,  1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20,
      21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42,
      43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62};
  for (int group = 0; group < TANAOROSHI_NEAR_GROUPS; group++, tables += 384) {
    const __m512i firsts = buckets(tables, many), seconds = buckets(tables + 192, many);
    found = _mm512_ternarylogic_epi64(
        found, _mm512_permutexvar_epi8(_mm512_load_si512(before), firsts), seconds, 0xF8);
  }
  for (int group = 0; group < TANAOROSHI_SINGLE_GROUPS; group++, tables += 192) {
    found = _mm512_or_si512(found, buckets(tables, many));
  }
  return _mm512_test_epi8_mask(found, found);
}

/// Adds the places of some of sixty-four characters of three bytes, the first of which stands at `place`; returns how many.
///
/// Sixteen elements are written whether there or not: a loop would end where nobody can foresee it.
static inline size_t note_lanes(uint64_t lanes, uint32_t place, uint32_t *places) {
  const __m512i firsts = _mm512_maskz_compress_epi8(lanes, many_firsts());
  _mm512_storeu_si512(
      places, _mm512_add_epi32(
                  _mm512_cvtepu8_epi32(_mm512_castsi512_si128(firsts)), _mm512_set1_epi32((int)place)));
  const size_t some = (size_t)__builtin_popcountll(lanes);
  if (__builtin_expect(some > 16, 0)) {
    uint8_t all[64];
    _mm512_storeu_si512(all, firsts);
    for (size_t index = 16; index < some; index++) places[index] = place + all[index];
  }
  return some;
}

/// Notes characters of three bytes, sixty-four at a time, over the ends of lines, up to one of another width, the end of the
/// lines, the last 192 bytes, or the end of the room; returns where that stands.
///
/// `last` is the character before and receives the last one read; `found` places are there already, of which NOTED_ROOM fit.
static inline size_t note_many(
    const uint8_t *text, size_t place, size_t end, size_t count, const tanaoroshi_words *words,
    uint32_t *last, uint32_t *places, size_t *found) {
  const uint32_t *const characters = words->characters;
  // A run of characters of three bytes within a line: where it began, what stands before it.
  size_t run = place;
  uint32_t before = *last;
  while (place + MANY_BYTES <= count && *found + 64 <= NOTED_ROOM) {
    tanaoroshi_many many;
    const uint64_t valid = part_many(text + place, &many);
    const size_t taken = (size_t)_tzcnt_u64(~valid);
    // The first one was the last before, but where the run begins.
    uint64_t lanes = _bzhi_u64(near_lanes(words->near_pairs, many), (unsigned)taken) & ~(uint64_t)1;
    if (place == run) {
      const uint32_t second = characters[three_bytes(text + place)] >> TANAOROSHI_SECOND;
      lanes |= valid & ((characters[before] & second) != 0);
    }
    *found += note_lanes(lanes, (uint32_t)place, places + *found);
    if (taken == 64) {
      // The last one is read again, as the one before the next.
      place += MANY_BYTES - 3;
      continue;
    }
    place += taken * 3;
    if (text[place] != '\n' || place + 1 >= end || text[place + 1] < 0xE0) break;
    run = ++place;
    before = 0x20;
  }
  *last = place > run ? three_bytes(text + place - 3) : before;
  return place;
}
