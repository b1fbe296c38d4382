#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "Columns.h"
#include "Level.h"
#include "Triage.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#elif defined(__ARM_NEON)
#include <arm_neon.h>
#endif

/// The double-byte characters of CP932 as Unicode: 60 lead bytes x 188 trail bytes; 0 where there is none.
extern const uint16_t tanaoroshi_cp932[11280];
/// The characters of JIS X 0212 as EUC-JP-MS has them behind 8F: 94 x 94; 0 where there is none.
extern const uint16_t tanaoroshi_jisx0212[8836];

// Swift does not import arrays of this size, but pointers.
static inline const uint16_t *tanaoroshi_cp932_start(void) { return tanaoroshi_cp932; }
static inline const uint16_t *tanaoroshi_jisx0212_start(void) { return tanaoroshi_jisx0212; }

/// One bit for each of 64 bytes: whether it equals `byte`; bit 0 is the first. Plain C, the reference of the others.
static inline __attribute__((always_inline)) uint64_t tanaoroshi_equal64_portable(
    const uint8_t *bytes, uint8_t byte) {
  uint64_t mask = 0;
  for (int word = 0; word < 8; word++) {
    uint64_t flags = 0;
    for (int index = 0; index < 8; index++) {
      flags |= (uint64_t)(bytes[word * 8 + index] == byte) << index;
    }
    mask |= flags << (word * 8);
  }
  return mask;
}

/// As above, by whatever the processor's baseline offers.
static inline __attribute__((always_inline)) uint64_t tanaoroshi_equal64(
    const uint8_t *bytes, uint8_t byte) {
#if defined(__SSE2__)
  const __m128i wanted = _mm_set1_epi8((char)byte);
  uint64_t mask = 0;
  for (int part = 0; part < 4; part++) {
    const __m128i lane = _mm_loadu_si128((const __m128i *)(bytes + part * 16));
    mask |= (uint64_t)(uint16_t)_mm_movemask_epi8(_mm_cmpeq_epi8(lane, wanted)) << (part * 16);
  }
  return mask;
#elif defined(__ARM_NEON)
  static const uint8_t weights[16] = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
  const uint8x16_t weight = vld1q_u8(weights);
  const uint8x16_t wanted = vdupq_n_u8(byte);
  uint64_t mask = 0;
  for (int part = 0; part < 4; part++) {
    const uint8x16_t hit = vandq_u8(vceqq_u8(vld1q_u8(bytes + part * 16), wanted), weight);
    const uint64_t low = vaddv_u8(vget_low_u8(hit));
    const uint64_t high = vaddv_u8(vget_high_u8(hit));
    mask |= (low | high << 8) << (part * 16);
  }
  return mask;
#else
  return tanaoroshi_equal64_portable(bytes, byte);
#endif
}

/// Where words may begin among 64 bytes, one bit each; bit 0 is the first byte.
typedef struct {
  /// ASCII letters.
  uint64_t letters;
  uint64_t digits;
  /// First bytes of characters outside ASCII.
  uint64_t leads;
} tanaoroshi_word_marks;

/// Plain C, the reference of the other.
static inline tanaoroshi_word_marks tanaoroshi_word_marks64_portable(const uint8_t *bytes) {
  tanaoroshi_word_marks marks = {0, 0, 0};
  for (int index = 0; index < 64; index++) {
    const uint8_t lowered = bytes[index] | 0x20;
    if (lowered >= 'a' && lowered <= 'z') marks.letters |= (uint64_t)1 << index;
    if (bytes[index] >= '0' && bytes[index] <= '9') marks.digits |= (uint64_t)1 << index;
    if (bytes[index] >= 0xC0) marks.leads |= (uint64_t)1 << index;
  }
  return marks;
}

/// As above, by whatever the processor's baseline offers.
static inline __attribute__((always_inline)) tanaoroshi_word_marks tanaoroshi_word_marks64(
    const uint8_t *bytes) {
#if defined(__SSE2__)
  tanaoroshi_word_marks marks = {0, 0, 0};
  for (int part = 0; part < 4; part++) {
    const __m128i lane = _mm_loadu_si128((const __m128i *)(bytes + part * 16));
    const __m128i lowered = _mm_or_si128(lane, _mm_set1_epi8(0x20));
    const __m128i letters = _mm_cmpgt_epi8(
        _mm_set1_epi8(-128 + 26), _mm_add_epi8(lowered, _mm_set1_epi8((char)(0x80 - 'a'))));
    const __m128i digits = _mm_cmpgt_epi8(
        _mm_set1_epi8(-128 + 10), _mm_add_epi8(lane, _mm_set1_epi8((char)(0x80 - '0'))));
    // Signed: 0xC0 and more are -64 to -1.
    const __m128i leads = _mm_and_si128(lane, _mm_cmpgt_epi8(lane, _mm_set1_epi8(-65)));
    marks.letters |= (uint64_t)(uint16_t)_mm_movemask_epi8(letters) << (part * 16);
    marks.digits |= (uint64_t)(uint16_t)_mm_movemask_epi8(digits) << (part * 16);
    marks.leads |= (uint64_t)(uint16_t)_mm_movemask_epi8(leads) << (part * 16);
  }
  return marks;
#else
  return tanaoroshi_word_marks64_portable(bytes);
#endif
}

/// What stands somewhere in a stretch of bytes; flags of `tanaoroshi_traits`.
enum {
  /// Zero bytes.
  tanaoroshi_has_zero = 1,
  /// Control characters that text has not: all but tab, LF, CR, form feed, ESC, SO, SI, SUB and zero; DEL.
  tanaoroshi_has_control = 2,
  /// ESC.
  tanaoroshi_has_escape = 4,
  /// Bytes outside ASCII.
  tanaoroshi_has_high = 8,
};

/// Plain C, the reference of the other.
uint32_t tanaoroshi_traits_portable(const uint8_t *bytes, size_t count);

/// As above, by whatever the processor's baseline offers.
uint32_t tanaoroshi_traits(const uint8_t *bytes, size_t count);

/// Copies UTF-8 up to some place before the first malformed or cut-off character; both must hold `count` bytes.
///
/// Returns how many bytes were copied: whole characters, perhaps fewer than there are well-formed ones.
/// Bytes of `to` behind them may have been written.
size_t tanaoroshi_copy_utf8(
    const uint8_t *from, uint8_t *to, size_t count, tanaoroshi_level level);

/// How many bytes the above would copy.
size_t tanaoroshi_check_utf8(const uint8_t *bytes, size_t count, tanaoroshi_level level);

/// Copies ASCII without ESC, in steps of 64 bytes; returns how many bytes were copied.
size_t tanaoroshi_copy_plain(
    const uint8_t *from, uint8_t *to, size_t count, tanaoroshi_level level);

/// How many bytes the above would copy.
size_t tanaoroshi_check_plain(const uint8_t *bytes, size_t count, tanaoroshi_level level);

/// How many lines end within `count` bytes: LF, CR LF, and CR alone.
size_t tanaoroshi_count_lines(const uint8_t *text, size_t count, tanaoroshi_level level);

/// Where a byte stands first; `count` when it does not.
size_t tanaoroshi_find_byte(const uint8_t *text, size_t count, uint8_t byte);

/// Offset of the first occurrence of `length` bytes; `count` when there is none.
size_t tanaoroshi_find_word(
    const uint8_t *text, size_t count, const uint8_t *word, size_t length);

/// Decodes CP932 to UTF-8 up to some place before the first byte that begins no character, or the end.
///
/// `table` holds 128 x 256 characters by `(lead & 0x7F) << 8 | trail`: the UTF-8 bytes, first in the lowest bits, and
/// their count in the highest; 0 where there is none. Returns how many of `count` bytes were decoded; at most `room` bytes
/// of `to` are written, of which `written` are text.
size_t tanaoroshi_copy_cp932(
    const uint8_t *from, size_t count, uint8_t *to, size_t room, const uint32_t *table,
    size_t *written, tanaoroshi_level level);

/// The place of the first byte that begins no character of CP932, a cut-off one included, or `count`; `table` as above.
size_t tanaoroshi_check_cp932(
    const uint8_t *text, size_t count, const uint32_t *table, tanaoroshi_level level);

/// Finds quotes, delimiters and line breaks (LF and CR).
///
/// `text` must be readable up to the next multiple of 64 behind `count`; `places` must have room for `count`.
/// Returns how many there are; their places are ascending.
size_t tanaoroshi_find_structure(
    const uint8_t *text, size_t count, uint8_t delimiter, uint32_t *places,
    tanaoroshi_level level);

/// Where a table is being split.
typedef struct {
  /// The first byte not looked at.
  size_t place;
  /// First byte of the cell at hand.
  size_t cell;
  /// First byte of the record at hand.
  size_t record;
  /// Cells and records so far.
  size_t cells;
  size_t records;
  uint8_t delimiter;
  /// Whether the cell at hand began with a quote that is still open.
  bool is_quoted;
} tanaoroshi_split;

/// The end of a record: how many cells there are up to it, and where the next begins.
typedef struct {
  uint32_t cells;
  uint32_t next;
} tanaoroshi_record_end;

/// Why splitting ended.
typedef enum {
  /// Fewer than 65 bytes are left.
  tanaoroshi_split_through = 0,
  /// No room for the cells of another block, or as many records as are wanted.
  tanaoroshi_split_full = 1,
  /// The next 64 bytes hold a blank line, an apostrophe in front of a cell, a line break within quotes, or a quote that
  /// neither begins a cell nor ends one that a quote began.
  tanaoroshi_split_special = 2,
} tanaoroshi_split_end;

/// Splits records, 64 bytes at a time, and the cells of the one at the end as far as they go. Quotes around a cell are no
/// part of it.
///
/// `cells` and `records` must have room for as many as `room` says; what lies behind those counted may be written. It ends
/// with the block in which `most` records are reached.
/// A byte that ends a record at `split->place` must not be the second half of CR LF. `split->record` is not kept up.
tanaoroshi_split_end tanaoroshi_split_plain(
    const uint8_t *text, size_t count, tanaoroshi_split *split, tanaoroshi_cell *cells,
    tanaoroshi_record_end *records, size_t room, size_t most, tanaoroshi_level level);

/// The bytes of a cell that matter for a mail address, one bit each; bit 0 is the first byte.
typedef struct {
  uint64_t at;
  uint64_t dots;
  /// Dots, underscores and digits.
  uint64_t personal;
  /// What plain addresses do not hold.
  uint64_t unusual;
} tanaoroshi_mail_marks;

/// The marks of the first `count` bytes, at most 64; 64 bytes must be readable.
tanaoroshi_mail_marks tanaoroshi_mail_marks64(const uint8_t *bytes, size_t count);

/// Whether the first `count` bytes, at most 64, are UTF-8 outside ASCII and blanks, without full-width forms
/// of U+FF00...FF3F; 64 bytes must be readable.
int tanaoroshi_is_letters64(const uint8_t *bytes, size_t count);

/// How far a text of XML goes.
typedef struct {
  /// Bytes before the first `<`, `>`, `&` or noncharacter U+FFFE or U+FFFF, or what is left of `count`.
  uint32_t length;
  /// Line feeds among them.
  uint32_t lines;
} tanaoroshi_xml_text;

/// Plain C, the reference of the other; as below.
static inline tanaoroshi_xml_text tanaoroshi_xml_text_portable(
    const uint8_t *bytes, uint32_t count) {
  tanaoroshi_xml_text text = {0, 0};
  while (text.length < count) {
    const uint8_t *next = bytes + text.length;
    if (*next == 0x3C || *next == 0x3E || *next == 0x26) break;
    if (*next == 0xEF && next[1] == 0xBF && next[2] >= 0xBE) break;
    text.lines += *next == 0x0A;
    text.length++;
  }
  return text;
}

/// Looks for the end of a text; 16 bytes behind `count` must be readable.
static inline __attribute__((always_inline)) tanaoroshi_xml_text tanaoroshi_xml_text_end(
    const uint8_t *bytes, uint32_t count) {
#if defined(__SSE2__)
  tanaoroshi_xml_text text = {0, 0};
  while (text.length < count) {
    const uint8_t *next = bytes + text.length;
    const __m128i lane = _mm_loadu_si128((const __m128i *)next);
    // `<` and `>` differ in one bit.
    const __m128i angle = _mm_cmpeq_epi8(
        _mm_or_si128(lane, _mm_set1_epi8(0x02)), _mm_set1_epi8(0x3E));
    const __m128i odd = _mm_or_si128(
        _mm_cmpeq_epi8(lane, _mm_set1_epi8(0x26)), _mm_cmpeq_epi8(lane, _mm_set1_epi8((char)0xEF)));
    uint32_t stops = (uint32_t)_mm_movemask_epi8(_mm_or_si128(angle, odd));
    uint32_t feeds =
        (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(lane, _mm_set1_epi8(0x0A)));
    // Full-width forms begin as the noncharacters do.
    while (stops != 0) {
      const uint8_t *stop = next + __builtin_ctz(stops);
      if (*stop != 0xEF || (stop[1] == 0xBF && stop[2] >= 0xBE)) break;
      stops &= stops - 1;
    }
    uint32_t step = stops != 0 ? (uint32_t)__builtin_ctz(stops) : 16;
    if (step > count - text.length) step = count - text.length;
    feeds &= (1u << step) - 1;
    if (feeds != 0) text.lines += (uint32_t)__builtin_popcount(feeds);
    text.length += step;
    if (step < 16) break;
  }
  return text;
#else
  return tanaoroshi_xml_text_portable(bytes, count);
#endif
}

/// Bytes before the first of 16 that ends a name: a blank or control character, `/`, `<`, `=` or `>`; 16 when there is none.
static inline __attribute__((always_inline)) uint32_t tanaoroshi_xml_name_end(
    const uint8_t *bytes) {
#if defined(__SSE2__)
  const __m128i lane = _mm_loadu_si128((const __m128i *)bytes);
  const __m128i blank = _mm_cmpeq_epi8(_mm_min_epu8(lane, _mm_set1_epi8(0x20)), lane);
  const __m128i angle = _mm_cmpeq_epi8(
      _mm_or_si128(lane, _mm_set1_epi8(0x02)), _mm_set1_epi8(0x3E));
  const __m128i mark = _mm_or_si128(
      _mm_cmpeq_epi8(lane, _mm_set1_epi8(0x2F)), _mm_cmpeq_epi8(lane, _mm_set1_epi8(0x3D)));
  const uint32_t ends =
      (uint32_t)_mm_movemask_epi8(_mm_or_si128(_mm_or_si128(blank, angle), mark));
  return (uint32_t)__builtin_ctz(ends | 0x10000u);
#else
  uint32_t length = 0;
  while (length < 16 && bytes[length] > 0x20 && bytes[length] != 0x2F && bytes[length] != 0x3C
         && bytes[length] != 0x3D && bytes[length] != 0x3E) {
    length++;
  }
  return length;
#endif
}
