// Splits delimited tables on processors with AVX-512: a block is one register, and the ends of cells are picked out of it.

#if defined(__x86_64__)
#include <immintrin.h>
#include <stdbool.h>
#include <string.h>

#include "CScanKernels.h"

#pragma clang attribute push( \
    __attribute__((target( \
        "avx512f,avx512bw,avx512dq,avx512vl,avx512vbmi,avx512vbmi2,bmi,bmi2,lzcnt,popcnt"))), \
    apply_to = function)

#include "vectors_avx512.h"

/// The lowest bit that is set; 64 for none.
static inline uint32_t lowest(uint64_t bits) { return (uint32_t)_tzcnt_u64(bits); }

/// Writes the places of the bits as ends of cells, each with the start of the cell behind it.
///
/// Eight at a time, also where fewer are left.
static inline void write_ends(uint64_t bits, size_t place, tanaoroshi_cell *next) {
  static const uint8_t every[64] = {
      0,  1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21,
      22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43,
      44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63};
  const __m512i places = _mm512_maskz_compress_epi8(bits, load64(every));
  // An end, and the start of the cell behind it.
  const __m512i base = _mm512_add_epi32(
      _mm512_set1_epi32((int32_t)place), _mm512_set1_epi64((int64_t)1 << 32));
  const __mmask64 lowest_bytes = 0x1111111111111111u;
  __m512i twice = _mm512_setr_epi64(
      0x0000000000000000, 0x0000000100000001, 0x0000000200000002, 0x0000000300000003,
      0x0000000400000004, 0x0000000500000005, 0x0000000600000006, 0x0000000700000007);
  uint8_t *target = (uint8_t *)&next->end;
  for (size_t left = (size_t)__builtin_popcountll(bits);;) {
    const __m512i ends = _mm512_add_epi32(
        base, _mm512_maskz_permutexvar_epi8(lowest_bytes, twice, places));
    _mm512_storeu_si512((void *)target, ends);
    if (__builtin_expect(left <= 8, 1)) return;
    left -= 8;
    target += 64;
    twice = _mm512_add_epi8(twice, _mm512_set1_epi8(8));
  }
}

#include "split_blocks.h"

static inline uint64_t equal_at(const uint8_t *bytes, uint8_t byte) {
  return equal64(load64(bytes), byte);
}

static inline block_masks look(const uint8_t *text, uint8_t delimiter) {
  const __m512i bytes = load64(text);
  return (block_masks){
      equal64(bytes, delimiter), equal64(bytes, 0x0A), equal64(bytes, 0x0D),
      equal64(bytes, 0x22) | equal64(bytes, 0x27)};
}

static inline plain_masks look_plain(const uint8_t *text, uint8_t delimiter, const bool returns) {
  const __m512i bytes = load64(text);
  // Each is found by its lower half; no byte equals what stands at the other places.
  const char other = (char)0x80, carriage = returns ? other : 0x0D;
  const __m512i special = _mm512_broadcast_i32x4(_mm_setr_epi8(
      other, other, 0x22, other, other, other, other, 0x27, other, other, other, other, other,
      carriage, other, other));
  const uint64_t feeds = equal64(bytes, 0x0A);
  return (plain_masks){
      equal64(bytes, delimiter) | feeds, feeds, returns ? equal64(bytes, 0x0D) : 0,
      _mm512_cmpeq_epi8_mask(_mm512_shuffle_epi8(special, bytes), bytes) != 0};
}

tanaoroshi_split_end tanaoroshi_split_plain_avx512(
    const uint8_t *text, size_t count, tanaoroshi_split *split, tanaoroshi_cell *cells,
    tanaoroshi_record_end *records, size_t room, size_t most) {
  SPLIT(look, look_plain, equal_at);
}

#pragma clang attribute pop
#endif
