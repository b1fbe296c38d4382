// Finds the marks of delimited tables: quotes, delimiters, line breaks.

#include <stdbool.h>

#include "CScanKernels.h"

/// Writes the places of the set bits.
static inline __attribute__((always_inline)) uint32_t *flatten(
    uint64_t bits, uint32_t base, uint32_t *places) {
  while (bits != 0) {
    *places++ = base + (uint32_t)__builtin_ctzll(bits);
    bits &= bits - 1;
  }
  return places;
}

/// Leaves of 64 bits those of bytes that are text.
static inline __attribute__((always_inline)) uint64_t within(uint64_t bits, size_t left) {
  return left < 64 ? bits & ((1ULL << left) - 1) : bits;
}

/// What stands in a block of 64 bytes, one bit for each.
typedef struct {
  uint64_t delimiters;
  uint64_t feeds;
  uint64_t returns;
  /// Quotes and apostrophes.
  uint64_t marks;
} block_masks;

/// What a block hands on to the next: whether its last byte ends a cell or a record, is a CR, opens or closes a quoted
/// cell; and whether it stands within one, all bits then.
typedef struct {
  uint64_t cell;
  uint64_t record;
  uint64_t carriage;
  uint64_t opening;
  uint64_t closing;
  uint64_t quoted;
} block_carries;

/// Each bit becomes the sum, without carry, of itself and all below.
static inline __attribute__((always_inline)) uint64_t sums(uint64_t bits) {
  for (int shift = 1; shift < 64; shift *= 2) bits ^= bits << shift;
  return bits;
}

/// Takes the cells that end in a block; false, and nothing taken, when it holds more than plain cells and quoted ones on
/// one line without quotes inside.
///
/// `returns` says whether CRs are looked for: most tables have none, or one on each line. `quotes` are those of the block,
/// and `quoted` says whether there are any, or the block begins within a quoted cell or right behind its quote.
static inline __attribute__((always_inline)) bool split_block(
    const uint8_t *text, const block_masks *masks, const uint64_t quotes, const bool quoted,
    const bool returns, block_carries *carries, tanaoroshi_split *split, tanaoroshi_cell *cells,
    tanaoroshi_record_end *records) {
  const size_t place = split->place;
  uint64_t pairs = 0, lines = masks->feeds, last = masks->feeds, inside = 0;
  uint64_t delimiters = masks->delimiters;
  if (quoted) {
    // A quote far behind may count as one that is never closed: that is for others to say.
    if (carries->quoted != 0 && place - split->cell > 32768) return false;
    // From an opening quote up to what stands before the closing one.
    inside = sums(quotes) ^ carries->quoted;
    delimiters &= ~inside;
    // Such a cell goes over several lines.
    if (((masks->feeds | masks->returns) & inside) != 0) return false;
  }
  if (returns) {
    const uint64_t follows = (uint64_t)(text[place + 64] == 0x0A) << 63;
    pairs = masks->returns & (masks->feeds >> 1 | follows);
    lines = masks->returns | (masks->feeds & ~(masks->returns << 1 | carries->carriage));
    // Bytes behind which a record begins.
    last |= masks->returns & ~pairs;
  }
  const uint64_t ends = delimiters | lines;
  const uint64_t record_starts = last << 1 | carries->record;
  const uint64_t cell_starts = delimiters << 1 | record_starts | carries->cell;
  if ((lines & record_starts) != 0) return false;
  if (quoted) {
    const uint64_t opening = quotes & inside, closing = quotes & ~inside;
    const uint8_t next = text[place + 64];
    const uint64_t next_ends =
        (uint64_t)(next == split->delimiter || next == 0x0A || next == 0x0D) << 63;
    if ((opening & ~cell_starts) != 0 || (closing & ~(ends >> 1 | next_ends)) != 0
        || (masks->marks & ~quotes & (cell_starts | opening << 1 | carries->opening)) != 0) {
      return false;
    }
    carries->opening = opening >> 63;
    carries->closing = closing >> 63;
    carries->quoted = inside >> 63 != 0 ? ~(uint64_t)0 : 0;
  } else if ((masks->marks & cell_starts) != 0) {
    return false;
  }
  carries->cell = delimiters >> 63;
  carries->record = last >> 63;
  carries->carriage = masks->returns >> 63;
  tanaoroshi_cell *next = cells + split->cells;
  uint32_t start = (uint32_t)split->cell;
  // Four at a time, also where fewer are left: most blocks hold about as many, and no branch tells how many.
  for (uint64_t left = ends; left != 0;) {
    for (int slot = 0; slot < 4; slot++) {
      const uint32_t index = left != 0 ? (uint32_t)__builtin_ctzll(left) : 64;
      const uint32_t end = (uint32_t)place + index;
      // A quote at the front stands at the end as well.
      const uint32_t quote = quoted && left != 0 ? text[start] == 0x22 : 0;
      *next++ = (tanaoroshi_cell){start + quote, end - quote};
      start = end + 1 + (uint32_t)(pairs >> (index & 63) & 1);
      left &= left - 1;
    }
  }
  for (uint64_t left = lines; left != 0; left &= left - 1) {
    const int index = __builtin_ctzll(left);
    const size_t before = (size_t)__builtin_popcountll(ends & (((uint64_t)2 << index) - 1));
    records[split->records++] = (tanaoroshi_record_end){
        (uint32_t)(split->cells + before),
        (uint32_t)(place + (size_t)index + 1 + (size_t)(pairs >> index & 1))};
  }
  split->cells += (size_t)__builtin_popcountll(ends);
  if (ends != 0) {
    const int index = 63 - __builtin_clzll(ends);
    split->cell = place + (size_t)index + 1 + (size_t)(pairs >> index & 1);
  }
  split->place += 64;
  return true;
}

/// Splits block by block; `LOOK` gives the masks of one, `QUOTES` the quotes among its marks.
#define SPLIT(LOOK, QUOTES)                                                                      \
  const uint8_t delimiter = split->delimiter;                                                    \
  block_carries carries = {                                                                      \
      split->cell == split->place, split->record == split->place, 0,                             \
      split->is_quoted && split->cell + 1 == split->place, 0,                                    \
      split->is_quoted ? ~(uint64_t)0 : 0};                                                      \
  tanaoroshi_split at = *split;                                                                  \
  tanaoroshi_split_end end = tanaoroshi_split_through;                                           \
  bool returns = false;                                                                          \
  while (at.place + 64 < count) {                                                                \
    if (at.cells + 68 > room || at.records >= most) {                                            \
      end = tanaoroshi_split_full;                                                               \
      break;                                                                                     \
    }                                                                                            \
    const block_masks masks = LOOK(text + at.place, delimiter);                                  \
    bool taken;                                                                                  \
    returns |= masks.returns != 0;                                                               \
    if ((masks.marks | carries.quoted | carries.closing) == 0) {                                 \
      taken = returns                                                                            \
                  ? split_block(text, &masks, 0, false, true, &carries, &at, cells, records)     \
                  : split_block(text, &masks, 0, false, false, &carries, &at, cells, records);   \
    } else {                                                                                     \
      const uint64_t quotes = QUOTES(text + at.place, 0x22);                                     \
      taken = split_block(text, &masks, quotes, true, true, &carries, &at, cells, records);      \
    }                                                                                            \
    if (!taken) {                                                                                \
      end = tanaoroshi_split_special;                                                            \
      break;                                                                                     \
    }                                                                                            \
  }                                                                                              \
  at.is_quoted = carries.quoted != 0;                                                            \
  *split = at;                                                                                   \
  return end

static inline __attribute__((always_inline)) block_masks look(
    const uint8_t *bytes, uint8_t delimiter) {
  return (block_masks){
      tanaoroshi_equal64(bytes, delimiter), tanaoroshi_equal64(bytes, 0x0A),
      tanaoroshi_equal64(bytes, 0x0D),
      tanaoroshi_equal64(bytes, 0x22) | tanaoroshi_equal64(bytes, 0x27)};
}

static inline __attribute__((always_inline)) block_masks look_portable(
    const uint8_t *bytes, uint8_t delimiter) {
  return (block_masks){
      tanaoroshi_equal64_portable(bytes, delimiter), tanaoroshi_equal64_portable(bytes, 0x0A),
      tanaoroshi_equal64_portable(bytes, 0x0D),
      tanaoroshi_equal64_portable(bytes, 0x22) | tanaoroshi_equal64_portable(bytes, 0x27)};
}

#if defined(__x86_64__)
#include <immintrin.h>

__attribute__((target("avx2,bmi"))) static size_t find_avx2(
    const uint8_t *text, size_t count, uint8_t delimiter, uint32_t *places) {
  const __m256i quote = _mm256_set1_epi8(0x22);
  const __m256i wanted = _mm256_set1_epi8((char)delimiter);
  const __m256i feed = _mm256_set1_epi8(0x0A);
  const __m256i carriage = _mm256_set1_epi8(0x0D);
  uint32_t *next = places;
  for (size_t base = 0; base < count; base += 64) {
    uint64_t bits = 0;
    for (int part = 0; part < 2; part++) {
      const __m256i lane = _mm256_loadu_si256((const __m256i *)(text + base + part * 32));
      const __m256i hit = _mm256_or_si256(
          _mm256_or_si256(_mm256_cmpeq_epi8(lane, quote), _mm256_cmpeq_epi8(lane, wanted)),
          _mm256_or_si256(_mm256_cmpeq_epi8(lane, feed), _mm256_cmpeq_epi8(lane, carriage)));
      bits |= (uint64_t)(uint32_t)_mm256_movemask_epi8(hit) << (part * 32);
    }
    next = flatten(within(bits, count - base), (uint32_t)base, next);
  }
  return (size_t)(next - places);
}

__attribute__((target("avx2,bmi,bmi2,lzcnt,popcnt"))) static inline __attribute__((
    always_inline)) uint64_t mask_avx2(__m256i low, __m256i high) {
  return (uint64_t)(uint32_t)_mm256_movemask_epi8(low)
         | (uint64_t)(uint32_t)_mm256_movemask_epi8(high) << 32;
}

__attribute__((target("avx2,bmi,bmi2,lzcnt,popcnt"))) static inline __attribute__((
    always_inline)) block_masks look_avx2(const uint8_t *bytes, uint8_t delimiter) {
  const __m256i low = _mm256_loadu_si256((const __m256i *)(const void *)bytes);
  const __m256i high = _mm256_loadu_si256((const __m256i *)(const void *)(bytes + 32));
  const __m256i wanted = _mm256_set1_epi8((char)delimiter);
  const __m256i feed = _mm256_set1_epi8(0x0A), carriage = _mm256_set1_epi8(0x0D);
  const __m256i quote = _mm256_set1_epi8(0x22), apostrophe = _mm256_set1_epi8(0x27);
  return (block_masks){
      mask_avx2(_mm256_cmpeq_epi8(low, wanted), _mm256_cmpeq_epi8(high, wanted)),
      mask_avx2(_mm256_cmpeq_epi8(low, feed), _mm256_cmpeq_epi8(high, feed)),
      mask_avx2(_mm256_cmpeq_epi8(low, carriage), _mm256_cmpeq_epi8(high, carriage)),
      mask_avx2(
          _mm256_or_si256(_mm256_cmpeq_epi8(low, quote), _mm256_cmpeq_epi8(low, apostrophe)),
          _mm256_or_si256(_mm256_cmpeq_epi8(high, quote), _mm256_cmpeq_epi8(high, apostrophe)))};
}

__attribute__((target("avx2,bmi,bmi2,lzcnt,popcnt"))) static inline __attribute__((
    always_inline)) uint64_t equal_avx2(const uint8_t *bytes, uint8_t byte) {
  const __m256i wanted = _mm256_set1_epi8((char)byte);
  return mask_avx2(
      _mm256_cmpeq_epi8(_mm256_loadu_si256((const __m256i *)(const void *)bytes), wanted),
      _mm256_cmpeq_epi8(_mm256_loadu_si256((const __m256i *)(const void *)(bytes + 32)), wanted));
}

__attribute__((target("avx2,bmi,bmi2,lzcnt,popcnt"))) static tanaoroshi_split_end split_avx2(
    const uint8_t *text, size_t count, tanaoroshi_split *split, tanaoroshi_cell *cells,
    tanaoroshi_record_end *records, size_t room, size_t most) {
  SPLIT(look_avx2, equal_avx2);
}
#endif

static tanaoroshi_split_end split_native(
    const uint8_t *text, size_t count, tanaoroshi_split *split, tanaoroshi_cell *cells,
    tanaoroshi_record_end *records, size_t room, size_t most) {
  SPLIT(look, tanaoroshi_equal64);
}

static tanaoroshi_split_end split_portable(
    const uint8_t *text, size_t count, tanaoroshi_split *split, tanaoroshi_cell *cells,
    tanaoroshi_record_end *records, size_t room, size_t most) {
  SPLIT(look_portable, tanaoroshi_equal64_portable);
}

tanaoroshi_split_end tanaoroshi_split_plain(
    const uint8_t *text, size_t count, tanaoroshi_split *split, tanaoroshi_cell *cells,
    tanaoroshi_record_end *records, size_t room, size_t most, tanaoroshi_level level) {
#if defined(__x86_64__)
  if (level == tanaoroshi_level_avx2) {
    return split_avx2(text, count, split, cells, records, room, most);
  }
#endif
  if (level == tanaoroshi_level_portable) {
    return split_portable(text, count, split, cells, records, room, most);
  }
  return split_native(text, count, split, cells, records, room, most);
}

size_t tanaoroshi_find_structure(
    const uint8_t *text, size_t count, uint8_t delimiter, uint32_t *places,
    tanaoroshi_level level) {
#if defined(__x86_64__)
  if (level == tanaoroshi_level_avx2) return find_avx2(text, count, delimiter, places);
#endif
  uint32_t *next = places;
  for (size_t base = 0; base < count; base += 64) {
    uint64_t bits;
    if (level == tanaoroshi_level_portable) {
      bits = tanaoroshi_equal64_portable(text + base, 0x22)
             | tanaoroshi_equal64_portable(text + base, delimiter)
             | tanaoroshi_equal64_portable(text + base, 0x0A)
             | tanaoroshi_equal64_portable(text + base, 0x0D);
    } else {
      bits = tanaoroshi_equal64(text + base, 0x22) | tanaoroshi_equal64(text + base, delimiter)
             | tanaoroshi_equal64(text + base, 0x0A) | tanaoroshi_equal64(text + base, 0x0D);
    }
    next = flatten(within(bits, count - base), (uint32_t)base, next);
  }
  return (size_t)(next - places);
}
