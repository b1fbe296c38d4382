// Cells of one column for processors with AVX-512: names and mail addresses are looked at as a whole, 64 bytes at once.

#if defined(__x86_64__)
#include <immintrin.h>
#include <stdbool.h>
#include <string.h>

#include "CScanKernels.h"

void tanaoroshi_walk_column_avx2(
    const tanaoroshi_column *column, tanaoroshi_column_kind kind, tanaoroshi_column_tally *tally);

#pragma clang attribute push( \
    __attribute__((target( \
        "avx512f,avx512bw,avx512dq,avx512vl,avx512vbmi,avx512vbmi2,bmi,bmi2,lzcnt,popcnt"))), \
    apply_to = function)

#include "vectors_avx2.h"
#include "vectors_avx512.h"
#include "mail_marks.h"

/// Whether a name may begin and end in these four bytes, the last in the highest: not end as words for "none" and "total"
/// do, and neither in a blank that is taken off.
static inline bool may_bound_name(uint32_t first, uint32_t last) {
  // Of the last bytes: し 計 中 無 様 社 部 課 店 and U+3000, U+00A0; of the first: U+3000, U+00A0; nothing.
  const __m512i others = _mm512_setr_epi32(
      (int)0x9781E300, (int)0x88A8E800, (int)0xADB8E400, (int)0xA184E700, (int)0x98A7E600,
      (int)0xBEA4E700, (int)0xA883E900, (int)0xB2AAE800, (int)0x97BAE500, (int)0x8080E300,
      (int)0xA0C20000, 0x8080E3, 0xA0C2, 1, 1, 1);
  const int three = (int)0xFFFFFF00;
  const __m512i asked = _mm512_setr_epi32(
      three, three, three, three, three, three, three, three, three, three, (int)0xFFFF0000,
      0xFFFFFF, 0xFFFF, 0, 0, 0);
  const __m512i both =
      _mm512_mask_set1_epi32(_mm512_set1_epi32((int)last), 1 << 11 | 1 << 12, (int)first);
  return _mm512_cmpeq_epi32_mask(_mm512_and_si512(both, asked), others) == 0;
}

static inline bool is_name(const uint8_t *cell, size_t length) {
  if (length - 6 > 42) return false;
  uint32_t first, last;
  memcpy(&first, cell, 4);
  memcpy(&last, cell + length - 4, 4);
  if (!may_bound_name(first, last)) return false;
  const __m512i bytes = load64(cell);
  const uint64_t within = inside(length);
  const uint64_t others = ~_mm512_movepi8_mask(bytes) & within;
  const uint64_t wide = equal64(bytes, 0xEF) & within;
  if ((others | wide) == 0) return true;
  const uint64_t blanks = equal64(bytes, 0x20) & within;
  // Full-width forms are EF BC.
  return others == blanks && (blanks & (1 | (uint64_t)1 << (length - 1))) == 0
         && (wide << 1 & equal64(bytes, 0xBC) & within) == 0;
}

/// What bytes are in a mail address: one bit for all that may stand there, one more for what is personal, one for dots, the
/// highest for `@`. Of a byte the lower seven bits are looked up.
static inline __m512i mail_classes64(__m512i bytes) {
  enum { no = 0, yes = 0x01, own = 0x21, dot = 0x61, at = 0xA1 };
  static const uint8_t classes[128] = {
      no,  no,  no,  no,  no,  no,  no,  no,  no,  no,  no,  no,  no,  no,  no,  no,
      no,  no,  no,  no,  no,  no,  no,  no,  no,  no,  no,  no,  no,  no,  no,  no,
      no,  no,  no,  no,  no,  no,  no,  no,  no,  no,  no,  no,  no,  yes, dot, no,
      own, own, own, own, own, own, own, own, own, own, no,  no,  no,  no,  no,  no,
      at,  yes, yes, yes, yes, yes, yes, yes, yes, yes, yes, yes, yes, yes, yes, yes,
      yes, yes, yes, yes, yes, yes, yes, yes, yes, yes, yes, no,  no,  no,  no,  own,
      no,  yes, yes, yes, yes, yes, yes, yes, yes, yes, yes, yes, yes, yes, yes, yes,
      yes, yes, yes, yes, yes, yes, yes, yes, yes, yes, yes, no,  no,  no,  no,  no,
  };
  return _mm512_permutex2var_epi8(load64(classes), bytes, load64(classes + 64));
}

static inline bool is_mail(const uint8_t *cell, size_t length) {
  if (length - 8 > 56) return false;
  const __m512i bytes = load64(cell);
  const __m512i found = mail_classes64(bytes);
  return is_mail_of(
      cell, length,
      (mail_masks){
          _mm512_movepi8_mask(found), _mm512_test_epi8_mask(found, _mm512_set1_epi8(0x40)),
          _mm512_test_epi8_mask(found, _mm512_set1_epi8(0x20)),
          _mm512_testn_epi8_mask(found, found) | _mm512_movepi8_mask(bytes)});
}

#include "columns_eights.h"
#include "columns_pairs.h"

void tanaoroshi_walk_column_avx512(
    const tanaoroshi_column *column, tanaoroshi_column_kind kind, tanaoroshi_column_tally *tally) {
  const size_t end = last_record(column, tally);
  const bool has_pairs = kind == tanaoroshi_column_names || kind == tanaoroshi_column_mails;
  if (has_pairs && tally->record < end) walk_pairs(column, kind, tally, end);
  if (has_pairs) return;
  // Cells that are walked over in smaller groups where eight cannot be taken; more where that is so time and again.
  size_t patience = 8;
  while (has_groups(kind) && tally->record < end) {
    const size_t before = tally->record;
    walk_eights(column, kind, tally, end);
    patience = tally->record > before ? 8 : patience < 64 ? patience * 2 : patience;
    const size_t left = end - tally->record;
    tanaoroshi_column part = *column;
    part.records = tally->record + (left < patience ? left : patience);
    tanaoroshi_walk_column_avx2(&part, kind, tally);
    if (tally->record < part.records) return;
  }
  // Nothing was gained by more than AVX2 for the others: names in CP932 and addresses.
  if (!has_groups(kind)) tanaoroshi_walk_column_avx2(column, kind, tally);
}

#pragma clang attribute pop
#endif
