#pragma once

// What characters that were noted are, sixteen at a time, for processors with AVX-512; included by noted.h alone.

#include <immintrin.h>

/// The characters of three bytes whose bytes are the lowest three of each of sixteen numbers, the first lowest.
static inline __m512i three_bytes_sixteen(__m512i bytes) {
  const __m512i six = _mm512_set1_epi32(0x3F);
  const __m512i first = _mm512_slli_epi32(_mm512_and_si512(bytes, _mm512_set1_epi32(0xF)), 12);
  const __m512i second = _mm512_slli_epi32(_mm512_and_si512(_mm512_srli_epi32(bytes, 8), six), 6);
  return _mm512_or_si512(
      _mm512_or_si512(first, second), _mm512_and_si512(_mm512_srli_epi32(bytes, 16), six));
}

/// Sixteen bytes of ASCII as characters, as character() has them.
static inline __m512i ascii_sixteen(__m512i bytes) {
  const __mmask16 upper = _mm512_cmplt_epu32_mask(
      _mm512_sub_epi32(bytes, _mm512_set1_epi32('A')), _mm512_set1_epi32(26));
  const __m512i blank = _mm512_set1_epi32(0x20);
  return _mm512_max_epu32(_mm512_mask_or_epi32(bytes, upper, bytes, blank), blank);
}

static inline __mmask16 separators(__m512i units) {
  return _mm512_cmpeq_epi32_mask(units, _mm512_set1_epi32(0x20)) |
         _mm512_cmpeq_epi32_mask(units, _mm512_set1_epi32(0x3000)) |
         _mm512_cmpeq_epi32_mask(units, _mm512_set1_epi32('-')) |
         _mm512_cmpeq_epi32_mask(units, _mm512_set1_epi32('_'));
}

/// What each of sixteen characters is, as noted_kind tells: `last` and `unit` are those before and they themselves.
static inline void kinds_of_sixteen(
    __m512i last, __m512i unit, const tanaoroshi_words *words, __mmask16 kinds[NOTED_KINDS]) {
  const __m512i before = _mm512_i32gather_epi32(last, words->characters, 4);
  const __m512i bits = _mm512_i32gather_epi32(unit, words->characters, 4);
  // tanaoroshi_pair; of the bytes read the lowest is the pair's.
  const __m512i number = _mm512_srli_epi32(
      _mm512_add_epi32(
          _mm512_mullo_epi32(last, _mm512_set1_epi32((int)0x9E3779B1u)),
          _mm512_mullo_epi32(unit, _mm512_set1_epi32((int)0x85EBCA77u))),
      16);
  const __m512i pair = _mm512_i32gather_epi32(number, words->pairs, 1);
  const __m512i meeting = _mm512_and_si512(before, _mm512_srli_epi32(bits, TANAOROSHI_SECOND));
  const int of_callings = TANAOROSHI_PAIR_CALLING | TANAOROSHI_PAIR_LONG_CALLING;
  const __mmask16 nobody = _mm512_cmpeq_epi32_mask(last, _mm512_set1_epi32(0x4ED5)) &
                           _mm512_cmpeq_epi32_mask(unit, _mm512_set1_epi32(0x69D8));
  const __mmask16 meets = _mm512_test_epi32_mask(meeting, meeting) & ~nobody;
  const __mmask16 towns = _mm512_test_epi32_mask(bits, _mm512_set1_epi32(TANAOROSHI_TOWN));
  const __mmask16 no_towns = _mm512_test_epi32_mask(before, _mm512_set1_epi32(TANAOROSHI_NO_TOWN));
  const __mmask16 others =
      _mm512_test_epi32_mask(meeting, _mm512_set1_epi32(TANAOROSHI_ANY | TANAOROSHI_LABEL_END)) |
      _mm512_test_epi32_mask(pair, _mm512_set1_epi32(0xFF & ~of_callings)) |
      (separators(unit) & ~separators(last));
  const __mmask16 callings = _mm512_test_epi32_mask(pair, _mm512_set1_epi32(of_callings));
  kinds[NOTED_TOWN] = meets & towns & ~no_towns;
  kinds[NOTED_CALLING] = meets & ~towns & ~others & callings;
  kinds[NOTED_OTHER] = meets & ~towns & others;
}

/// Parts the places of characters by what they are, as noted_kind does one by one.
///
/// Sixteen elements are read and written at a time, whether there or not.
static inline void part_noted(
    const uint8_t *text, size_t start, const uint32_t *places, size_t many,
    const tanaoroshi_words *words, uint32_t of[NOTED_KINDS][NOTED_ROOM + 16], size_t counts[NOTED_KINDS]) {
  const __m512i none = _mm512_setzero_si512();
  for (size_t index = 0; index < many; index += 16) {
    const size_t left = many - index;
    const __mmask16 there = (__mmask16)_bzhi_u32(0xFFFF, left < 16 ? (unsigned)left : 16);
    const __m512i at = _mm512_loadu_si512(places + index);
    const __mmask16 within =
        there & _mm512_cmpge_epu32_mask(at, _mm512_set1_epi32((int)start + 3));
    // Four bytes are read, never beyond the character itself: the one before and its own first, and this with the last of the
    // one before.
    const __m512i before = _mm512_mask_i32gather_epi32(
        none, within, _mm512_sub_epi32(at, _mm512_set1_epi32(3)), text, 1);
    const __m512i last_byte = _mm512_and_si512(_mm512_srli_epi32(before, 16), _mm512_set1_epi32(0xFF));
    const __m512i lead = _mm512_srli_epi32(before, 24);
    const __mmask16 is_ascii = within & ~_mm512_movepi32_mask(before);
    const __mmask16 follows_ascii = _mm512_testn_epi32_mask(last_byte, _mm512_set1_epi32(0x80));
    const __mmask16 follows_three = _mm512_cmpeq_epi32_mask(
        _mm512_and_si512(before, _mm512_set1_epi32(0xF0)), _mm512_set1_epi32(0xE0));
    const __mmask16 usual = within & (follows_ascii | follows_three);
    const __m512i own = _mm512_mask_i32gather_epi32(
        none, usual & ~is_ascii, _mm512_sub_epi32(at, _mm512_set1_epi32(1)), text, 1);
    const __m512i last = _mm512_mask_blend_epi32(
        follows_ascii, three_bytes_sixteen(before), ascii_sixteen(last_byte));
    const __m512i unit = _mm512_mask_blend_epi32(
        is_ascii, three_bytes_sixteen(_mm512_srli_epi32(own, 8)), ascii_sixteen(lead));
    __mmask16 kinds[NOTED_KINDS];
    kinds_of_sixteen(last, unit, words, kinds);
    for (size_t kind = NOTED_NOTHING + 1; kind < NOTED_KINDS; kind++) {
      const __mmask16 those = (kinds[kind] & usual) | (kind == NOTED_OTHER ? there & ~usual : 0);
      _mm512_storeu_si512(of[kind] + counts[kind], _mm512_maskz_compress_epi32(those, at));
      counts[kind] += (size_t)__builtin_popcount(those);
    }
  }
}
