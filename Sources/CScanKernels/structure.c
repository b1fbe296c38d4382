// Finds the marks of delimited tables: quotes, delimiters, line breaks.

#include <string.h>

#include "CScanKernels.h"

/// The lowest bit that is set; 64 for none.
static inline __attribute__((always_inline)) uint32_t lowest(uint64_t bits) {
  return bits != 0 ? (uint32_t)__builtin_ctzll(bits) : 64;
}

/// Writes the places of the bits as ends of cells, each with the start of the cell behind it.
///
/// Six at a time, also where fewer are left: most blocks hold about four, and no branch tells how many.
static inline __attribute__((always_inline)) void write_ends(
    uint64_t bits, size_t place, tanaoroshi_cell *next) {
  const uint64_t both = ((uint64_t)1 << 32) + 1;
  const uint64_t base = place * both + ((uint64_t)1 << 32);
  uint8_t *target = (uint8_t *)&next->end;
  do {
    for (int slot = 0; slot < 6; slot++) {
      const uint64_t pair = base + lowest(bits) * both;
      memcpy(target, &pair, sizeof pair);
      target += sizeof pair;
      bits &= bits - 1;
    }
  } while (__builtin_expect(bits != 0, 0));
}

#include "split_blocks.h"

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

static inline __attribute__((always_inline)) plain_masks plain(
    block_masks masks, const bool returns) {
  return (plain_masks){
      masks.delimiters | masks.feeds, masks.feeds, masks.returns,
      (masks.marks | (returns ? 0 : masks.returns)) != 0};
}

static inline __attribute__((always_inline)) plain_masks look_plain(
    const uint8_t *bytes, uint8_t delimiter, const bool returns) {
  return plain(look(bytes, delimiter), returns);
}

static inline __attribute__((always_inline)) plain_masks look_plain_portable(
    const uint8_t *bytes, uint8_t delimiter, const bool returns) {
  return plain(look_portable(bytes, delimiter), returns);
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

/// Bytes that are those of a table by the lower half of their own value: for each half there is one, or none.
__attribute__((target("avx2,bmi,bmi2,lzcnt,popcnt"))) static inline __attribute__((
    always_inline)) __m256i listed_avx2(__m256i bytes, __m256i table) {
  return _mm256_cmpeq_epi8(_mm256_shuffle_epi8(table, bytes), bytes);
}

__attribute__((target("avx2,bmi,bmi2,lzcnt,popcnt"))) static inline __attribute__((
    always_inline)) plain_masks look_plain_avx2(
    const uint8_t *bytes, uint8_t delimiter, const bool returns) {
  const __m256i low = _mm256_loadu_si256((const __m256i *)(const void *)bytes);
  const __m256i high = _mm256_loadu_si256((const __m256i *)(const void *)(bytes + 32));
  const __m256i wanted = _mm256_set1_epi8((char)delimiter), feed = _mm256_set1_epi8(0x0A);
  const __m256i low_feeds = _mm256_cmpeq_epi8(low, feed);
  const __m256i high_feeds = _mm256_cmpeq_epi8(high, feed);
  plain_masks masks = {
      mask_avx2(
          _mm256_or_si256(low_feeds, _mm256_cmpeq_epi8(low, wanted)),
          _mm256_or_si256(high_feeds, _mm256_cmpeq_epi8(high, wanted))),
      mask_avx2(low_feeds, high_feeds), 0, false};
  // Each is found by its lower half; no byte equals what stands at the other places.
  const char other = (char)0x80, carriage = returns ? other : 0x0D;
  const __m256i special = _mm256_setr_epi8(
      other, other, 0x22, other, other, other, other, 0x27, other, other, other, other, other,
      carriage, other, other, other, other, 0x22, other, other, other, other, 0x27, other, other,
      other, other, other, carriage, other, other);
  const __m256i found =
      _mm256_or_si256(listed_avx2(low, special), listed_avx2(high, special));
  masks.is_special = !_mm256_testz_si256(found, found);
  if (returns) {
    const __m256i carriages = _mm256_set1_epi8(0x0D);
    masks.returns =
        mask_avx2(_mm256_cmpeq_epi8(low, carriages), _mm256_cmpeq_epi8(high, carriages));
  }
  return masks;
}

__attribute__((target("avx2,bmi,bmi2,lzcnt,popcnt"))) static tanaoroshi_split_end split_avx2(
    const uint8_t *text, size_t count, tanaoroshi_split *split, tanaoroshi_cell *cells,
    tanaoroshi_record_end *records, size_t room, size_t most) {
  SPLIT(look_avx2, look_plain_avx2, equal_avx2);
}

tanaoroshi_split_end tanaoroshi_split_plain_avx512(
    const uint8_t *text, size_t count, tanaoroshi_split *split, tanaoroshi_cell *cells,
    tanaoroshi_record_end *records, size_t room, size_t most);
#endif

static tanaoroshi_split_end split_native(
    const uint8_t *text, size_t count, tanaoroshi_split *split, tanaoroshi_cell *cells,
    tanaoroshi_record_end *records, size_t room, size_t most) {
  SPLIT(look, look_plain, tanaoroshi_equal64);
}

static tanaoroshi_split_end split_portable(
    const uint8_t *text, size_t count, tanaoroshi_split *split, tanaoroshi_cell *cells,
    tanaoroshi_record_end *records, size_t room, size_t most) {
  SPLIT(look_portable, look_plain_portable, tanaoroshi_equal64_portable);
}

tanaoroshi_split_end tanaoroshi_split_plain(
    const uint8_t *text, size_t count, tanaoroshi_split *split, tanaoroshi_cell *cells,
    tanaoroshi_record_end *records, size_t room, size_t most, tanaoroshi_level level) {
#if defined(__x86_64__)
  if (level >= tanaoroshi_level_avx512) {
    return tanaoroshi_split_plain_avx512(text, count, split, cells, records, room, most);
  }
  if (level >= tanaoroshi_level_avx2) {
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
  if (level >= tanaoroshi_level_avx2) return find_avx2(text, count, delimiter, places);
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
