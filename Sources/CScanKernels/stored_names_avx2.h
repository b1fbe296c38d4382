#pragma once

// Names in CP932, for processors with AVX2: each is looked at as a whole.

#include "vectors_avx2.h"

/// From `low` to `low + span`, in lanes of 16 bits.
static inline __m256i range16(__m256i codes, uint16_t low, uint16_t span) {
  const __m256i shifted = _mm256_sub_epi16(codes, _mm256_set1_epi16((int16_t)low));
  return _mm256_cmpeq_epi16(_mm256_min_epu16(shifted, _mm256_set1_epi16((int16_t)span)), shifted);
}

static inline __m256i equal16(__m256i codes, uint16_t code) {
  return _mm256_cmpeq_epi16(codes, _mm256_set1_epi16((int16_t)code));
}

/// Whether 2 to 16 characters of two bytes each are kanji, kana, the ideographic blank and 々 or ー.
static inline bool are_stored_letters(const uint8_t *cell, size_t length) {
  const __m256i swapped = _mm256_broadcastsi128_si256(
      _mm_setr_epi8(1, 0, 3, 2, 5, 4, 7, 6, 9, 8, 11, 10, 13, 12, 15, 14));
  const __m256i codes = _mm256_shuffle_epi8(load32(cell), swapped);
  // Between hiragana and katakana there is nothing.
  const __m256i letters = _mm256_or_si256(
      _mm256_or_si256(range16(codes, 0x8800, 0x17FF), range16(codes, 0xE000, 0x0AFF)),
      range16(codes, 0x829F, 0x8396 - 0x829F));
  const __m256i signs = _mm256_or_si256(
      equal16(codes, 0x8140), _mm256_or_si256(equal16(codes, 0x8158), equal16(codes, 0x815B)));
  const uint32_t within = _bzhi_u32(~(uint32_t)0, (unsigned)length);
  return (~mask32(_mm256_or_si256(letters, signs)) & within) == 0;
}

/// Whether a name may end in this character: not as words for "none" and "total" do, nor in a blank that is taken off.
static inline bool may_end_stored_name(const uint8_t *last) {
  // し 計 中 無 様 社 部 課 店 and the ideographic blank, the first byte lowest.
  const __m256i others = _mm256_setr_epi16(
      (short)0xB582, 0x768C, (short)0x8692, (short)0xB396, 0x6C97, (short)0xD08E, (short)0x9495,
      (short)0xDB89, 0x5893, 0x4081, 0, 0, 0, 0, 0, 0);
  uint16_t code;
  memcpy(&code, last, 2);
  const __m256i is_other = _mm256_cmpeq_epi16(others, _mm256_set1_epi16((short)code));
  return _mm256_testz_si256(is_other, is_other);
}

static inline bool is_stored_name(const uint8_t *cell, size_t length) {
  if (length - 2 > 30) return false;
  // Most names hold nothing but characters of two bytes.
  if (length % 2 == 0 && length >= 4 && are_stored_letters(cell, length)) {
    return cell[0] != 0x81 && may_end_stored_name(cell + length - 2);
  }
  const __m256i bytes = load32(cell), next = load32(cell + 1);
  const __m256i kanji = _mm256_or_si256(range32(bytes, 0x88, 0x17), range32(bytes, 0xE0, 0x0A));
  const __m256i hiragana = _mm256_and_si256(equal32(bytes, 0x82), range32(next, 0x9F, 0x60));
  const __m256i katakana = _mm256_and_si256(equal32(bytes, 0x83), range32(next, 0, 0x96));
  const __m256i sign = _mm256_and_si256(
      equal32(bytes, 0x81),
      _mm256_or_si256(
          equal32(next, 0x40), _mm256_or_si256(equal32(next, 0x58), equal32(next, 0x5B))));
  const __m256i letter = _mm256_or_si256(
      _mm256_or_si256(kanji, sign), _mm256_or_si256(hiragana, katakana));
  const uint64_t within = inside(length);
  const uint64_t letters = mask32(letter);
  // 81...9F and E0...FC: in a run of them every second one begins a character, from the first on.
  const uint64_t can_lead =
      mask32(range32(_mm256_xor_si256(bytes, _mm256_set1_epi8(0x20)), 0xA1, 0x3B)) & within;
  const uint64_t even = 0x5555555555555555u;
  const uint64_t begins = can_lead & ~(can_lead << 1);
  const uint64_t in_even = can_lead & ~(can_lead + (begins & even));
  const uint64_t leads = (in_even & even) | (can_lead & ~in_even & ~even);
  const uint64_t pairs = leads | leads << 1;
  const uint64_t blanks = mask32(equal32(bytes, 0x20)) & within & ~pairs;
  // Half-width kana.
  const uint64_t kana = mask32(range32(bytes, 0xA1, 0x3E)) & within & ~pairs;
  const size_t decoded = (size_t)__builtin_popcountll(leads | kana) * 3
                         + (size_t)__builtin_popcountll(blanks);
  if ((pairs | blanks | kana) != within || (leads & ~letters) != 0 || (blanks & 1) != 0
      || cell[0] == 0x81 || decoded - 6 > 42) {
    return false;
  }
  if ((kana >> (length - 1) & 1) != 0) return true;
  return (leads >> (length - 2) & 1) != 0 && may_end_stored_name(cell + length - 2);
}
