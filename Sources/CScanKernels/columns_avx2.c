// Cells of one column for processors with AVX2: names and mail addresses are looked at as a whole, 32 bytes at once.

#if defined(__x86_64__)
#include <immintrin.h>
#include <stdbool.h>
#include <string.h>

#include "CScanKernels.h"

#pragma clang attribute push(__attribute__((target("avx2,bmi,bmi2,lzcnt,popcnt"))), apply_to = function)

#include "cells_avx2.h"
#include "mail_marks.h"
#include "stored_names_avx2.h"

/// Whether a name may end in these four bytes, the last in the highest: not as words for "none" and "total" do, nor in a
/// blank that is taken off.
static inline bool may_end_name(uint32_t last) {
  // し 計 中 無 様 社 部 課, the first byte lowest; 店 and U+3000; U+00A0.
  const __m256i others = _mm256_setr_epi32(
      0x9781E3, 0x88A8E8, 0xADB8E4, 0xA184E7, 0x98A7E6, 0xBEA4E7, 0xA883E9, 0xB2AAE8);
  const uint32_t three = last >> 8;
  const __m256i is_other = _mm256_cmpeq_epi32(others, _mm256_set1_epi32((int)three));
  return three != 0x97BAE5 && three != 0x8080E3 && last >> 16 != 0xA0C2
         && _mm256_testz_si256(is_other, is_other);
}

static inline bool is_name(const uint8_t *cell, size_t length) {
  if (length - 6 > 42) return false;
  __m256i bytes = load32(cell);
  uint32_t first, last;
  memcpy(&first, cell, 4);
  memcpy(&last, cell + length - 4, 4);
  // U+3000 and U+00A0 are taken off ends.
  if ((first & 0xFFFFFF) == 0x8080E3 || (first & 0xFFFF) == 0xA0C2 || !may_end_name(last)) {
    return false;
  }
  // Full-width forms are EF BC.
  uint64_t letters = mask32(bytes);
  uint64_t wide = mask32(equal32(bytes, 0xEF));
  if (length <= 32) {
    const uint32_t within = _bzhi_u32(~(uint32_t)0, (unsigned)length);
    if ((((uint32_t)~letters | (uint32_t)wide) & within) == 0) return true;
  }
  uint64_t blanks = mask32(equal32(bytes, 0x20));
  if (length > 32) {
    bytes = load32(cell + 32);
    letters |= (uint64_t)mask32(bytes) << 32;
    wide |= (uint64_t)mask32(equal32(bytes, 0xEF)) << 32;
    blanks |= (uint64_t)mask32(equal32(bytes, 0x20)) << 32;
  }
  const uint64_t within = inside(length);
  letters |= blanks;
  if ((letters & within) != within || (blanks & (1 | (uint64_t)1 << (length - 1))) != 0) {
    return false;
  }
  wide &= within;
  while (wide != 0) {
    const size_t place = (size_t)__builtin_ctzll(wide);
    if (place + 1 < length && cell[place + 1] == 0xBC) return false;
    wide &= wide - 1;
  }
  return true;
}

/// What bytes are in a mail address, one bit each; 0 for no part of one. Digits, underscores, dots and `@` have the greatest
/// values.
///
/// By the halves of a byte: what it is stands in both tables.
static inline __m256i mail_classes(__m256i bytes) {
  enum {
    early = 0x01,  // A...O, a...o
    late = 0x02,   // P...Z, p...z
    dash = 0x04,
    digit = 0x10,
    under = 0x20,
    dot = 0x40,
    at = 0x80,
  };
  const __m256i lower = _mm256_broadcastsi128_si256(_mm_setr_epi8(
      (char)(late | digit | at), early | late | digit, early | late | digit, early | late | digit,
      early | late | digit, early | late | digit, early | late | digit, early | late | digit,
      early | late | digit, early | late | digit, early | late, early, early, early | dash,
      early | dot, early | under));
  const __m256i upper = _mm256_broadcastsi128_si256(_mm_setr_epi8(
      0, 0, dash | dot, digit, (char)(early | at), late | under, early, late, 0, 0, 0, 0, 0, 0, 0,
      0));
  const __m256i half = _mm256_and_si256(_mm256_srli_epi16(bytes, 4), _mm256_set1_epi8(0x0F));
  return _mm256_and_si256(
      _mm256_shuffle_epi8(lower, bytes), _mm256_shuffle_epi8(upper, half));
}

static inline mail_masks mail_marks(const uint8_t *bytes) {
  const __m256i classes = mail_classes(load32(bytes));
  return (mail_masks){
      mask32(classes), mask32(_mm256_add_epi8(classes, classes)),
      mask32(_mm256_adds_epu8(classes, _mm256_set1_epi8(0x70))),
      mask32(_mm256_cmpeq_epi8(classes, _mm256_setzero_si256()))};
}

static inline bool is_mail(const uint8_t *cell, size_t length) {
  if (length - 8 > 56) return false;
  mail_masks masks = mail_marks(cell);
  if (length <= 32) return is_mail_of(cell, length, masks);
  const mail_masks rest = mail_marks(cell + 32);
  masks.at |= rest.at << 32;
  masks.dots |= rest.dots << 32;
  masks.personal |= rest.personal << 32;
  masks.unusual |= rest.unusual << 32;
  return is_mail_of(cell, length, masks);
}

#include "columns_body.h"
#include "columns_fours.h"

void tanaoroshi_walk_column_avx2(
    const tanaoroshi_column *column, tanaoroshi_column_kind kind, tanaoroshi_column_tally *tally) {
  const bool has_fours = has_groups(kind);
  const size_t end = last_record(column, tally);
  // Cells that are walked over one by one where four cannot be taken; more where that is so time and again.
  size_t patience = has_fours ? 4 : column->records;
  while (tally->record < end) {
    const size_t before = tally->record;
    if (has_fours) {
      walk_fours(column, kind, tally, end);
      patience = tally->record > before ? 4 : patience < 64 ? patience * 2 : patience;
    }
    const size_t left = end - tally->record;
    const size_t upto = tally->record + (left < patience ? left : patience);
    walk_singles(column, kind, tally, upto);
    if (tally->record < upto) return;
  }
}

#pragma clang attribute pop
#endif
