#pragma once

// The walk over names and mail addresses of one column, two cells of up to 32 bytes at a time, for processors with AVX-512.
//
// Where two cannot be taken so, the first of them is looked at by itself.

#include "vectors_avx2.h"
#include "column_limits.h"

/// Two cells of up to 32 bytes, the second in the upper half.
typedef struct {
  __m512i bytes;
  /// Bits of the bytes of the cells.
  uint64_t within;
  /// The bit of the last byte of each.
  uint64_t lasts;
} two_cells;

/// The lowest bit of each half.
static const uint64_t halves = ((uint64_t)1 << 32) + 1;

/// Whether a mask has bits in both halves.
static inline bool in_both(uint64_t mask) { return (uint32_t)mask != 0 && mask >> 32 != 0; }

/// False when one is shorter than `least`, longer than 32 bytes or does not begin before `limit`.
static inline bool load_two(
    const uint8_t *text, const tanaoroshi_cell *cells, size_t stride, uint32_t least,
    uint64_t limit, two_cells *two) {
  const tanaoroshi_cell first = cells[0], second = cells[stride];
  const uint32_t front = first.end - first.start, back = second.end - second.start;
  if (front - least > 32 - least || back - least > 32 - least || first.start >= limit
      || second.start >= limit) {
    return false;
  }
  two->bytes = _mm512_inserti64x4(
      _mm512_castsi256_si512(load32(text + first.start)), load32(text + second.start), 1);
  two->lasts = (uint64_t)1 << (front - 1) | (uint64_t)1 << (back + 31);
  two->within = two->lasts | (two->lasts - halves);
  return true;
}

/// Whether two cells are names of nothing but letters of more than a byte.
static inline bool are_two_names(
    const uint8_t *text, const tanaoroshi_cell *cells, size_t stride, uint64_t limit) {
  two_cells two;
  if (!load_two(text, cells, stride, 6, limit, &two)) return false;
  const uint64_t others =
      (~_mm512_movepi8_mask(two.bytes) | equal64(two.bytes, 0xEF)) & two.within;
  uint32_t first, second;
  memcpy(&first, text + cells[0].end - 4, 4);
  memcpy(&second, text + cells[stride].end - 4, 4);
  const __m512i ends = _mm512_mask_set1_epi32(_mm512_set1_epi32((int)first), 0xFF00, (int)second);
  // し 計 中 無 様 社 部 課, and 店, U+3000, U+00A0: the first byte lowest.
  const __m512i eight = _mm512_broadcast_i32x8(_mm256_setr_epi32(
      0x9781E3, 0x88A8E8, 0xADB8E4, 0xA184E7, 0x98A7E6, 0xBEA4E7, 0xA883E9, 0xB2AAE8));
  const __m512i three = _mm512_broadcast_i32x8(_mm256_setr_epi32(
      (int)0x97BAE500, (int)0x8080E300, (int)0xA0C20000, 1, 1, 1, 1, 1));
  const __m512i asked = _mm512_broadcast_i32x8(_mm256_setr_epi32(
      (int)0xFFFFFF00, (int)0xFFFFFF00, (int)0xFFFF0000, 0, 0, 0, 0, 0));
  // U+3000 and U+00A0 are taken off the front as well.
  const __mmask16 bounds =
      _mm512_cmpeq_epi32_mask(_mm512_srli_epi32(ends, 8), eight)
      | _mm512_cmpeq_epi32_mask(_mm512_and_si512(ends, asked), three)
      | _mm512_mask_cmpeq_epi32_mask(
          0x0101, _mm512_and_si512(two.bytes, _mm512_set1_epi32(0xFFFFFF)),
          _mm512_set1_epi32(0x8080E3));
  const __mmask32 fronts = _mm512_mask_cmpeq_epi16_mask(
      0x00010001, two.bytes, _mm512_set1_epi16((short)0xA0C2));
  return (others | bounds | fronts) == 0;
}

/// Whether two cells are mail addresses: what is asked of one in mail_marks.h, of both at once.
static inline bool are_two_mails(
    const uint8_t *text, const tanaoroshi_cell *cells, size_t stride, uint64_t limit) {
  two_cells two;
  if (!load_two(text, cells, stride, 8, limit, &two)) return false;
  const __m512i classes = mail_classes64(two.bytes);
  const uint64_t within = two.within;
  const uint64_t at = _mm512_movepi8_mask(classes) & within;
  const uint64_t dots = _mm512_test_epi8_mask(classes, _mm512_set1_epi8(0x40)) & within;
  const uint64_t personal = _mm512_test_epi8_mask(classes, _mm512_set1_epi8(0x20));
  const uint64_t unusual = _mm512_testn_epi8_mask(classes, classes) | _mm512_movepi8_mask(two.bytes);
  if (!in_both(at)) return false;
  const uint64_t before = (at - halves) & ~at;
  const uint64_t wrong =
      (unusual & within) | (at & (at - halves)) | (dots & (two.lasts | two.lasts >> 1))
      | (at << 1 & equal64(two.bytes, 0x65))
      | (two.lasts & (equal64(two.bytes, 0x74) | equal64(two.bytes, 0x64)));
  return wrong == 0 && in_both(personal & before) && in_both(dots & ~(before | at | at << 1));
}

#define WALK_PAIRS(TWO, TEST)                                                     \
  while (record < end) {                                                        \
    if (record + 1 < end && TWO(text, next, stride, limit)) {                   \
      record += 2;                                                              \
      next += 2 * stride;                                                       \
      continue;                                                                 \
    }                                                                           \
    const size_t start = next->start;                                           \
    const size_t length = (size_t)(next->end - next->start);                    \
    if (length == 0) {                                                          \
      blanks++;                                                                 \
    } else if (start >= limit || !TEST(text + start, length)) {                 \
      break;                                                                    \
    }                                                                           \
    record++;                                                                   \
    next += stride;                                                             \
  }

/// Walks over the names or mail addresses of the records below `end`.
static void walk_pairs(
    const tanaoroshi_column *column, tanaoroshi_column_kind kind, tanaoroshi_column_tally *tally,
    size_t end) {
  const size_t stride = column->stride, first = tally->record;
  const uint8_t *const text = column->text;
  const tanaoroshi_cell *next = column->cells + first * stride;
  const uint64_t limit = column->count < longest_cell ? 0 : column->count - longest_cell + 1;
  size_t record = first, blanks = 0;
  if (kind == tanaoroshi_column_names) {
    WALK_PAIRS(are_two_names, is_name)
  } else {
    WALK_PAIRS(are_two_mails, is_mail)
  }
  const size_t filled = record - first - blanks;
  tally->record = record;
  tally->filled += filled;
  tally->blanks += blanks;
  tally->left -= filled;
}

#undef WALK_PAIRS
