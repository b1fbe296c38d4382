#pragma once

// What the kernels of columns ask of vectors and kinds, for processors with AVX2.

static inline __m128i load16(const uint8_t *bytes) {
  return _mm_loadu_si128((const __m128i *)(const void *)bytes);
}

static inline __m256i load32(const uint8_t *bytes) {
  return _mm256_loadu_si256((const __m256i *)(const void *)bytes);
}

static inline uint32_t mask32(__m256i bytes) { return (uint32_t)_mm256_movemask_epi8(bytes); }

static inline __m256i equal32(__m256i bytes, uint8_t byte) {
  return _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8((char)byte));
}

/// Bytes from `low` to `low + span`.
static inline __m256i range32(__m256i bytes, uint8_t low, uint8_t span) {
  const __m256i shifted = _mm256_sub_epi8(bytes, _mm256_set1_epi8((char)low));
  return _mm256_cmpeq_epi8(_mm256_min_epu8(shifted, _mm256_set1_epi8((char)span)), shifted);
}

/// Whether each byte is at least its `low` and at most `span` above it.
static inline bool fits16(__m128i bytes, __m128i low, __m128i span) {
  const __m128i shifted = _mm_sub_epi8(bytes, low);
  return _mm_movemask_epi8(_mm_cmpeq_epi8(_mm_min_epu8(shifted, span), shifted)) == 0xFFFF;
}

/// The values of four times four digits.
static inline __m128i fours(__m128i digits) {
  const __m128i pairs = _mm_maddubs_epi16(digits, _mm_set1_epi16(0x010A));
  return _mm_madd_epi16(pairs, _mm_set1_epi32(0x00010064));
}

/// The lowest `length` bits.
static inline uint64_t inside(size_t length) { return _bzhi_u64(~(uint64_t)0, (unsigned)length); }

/// Whether cells of a kind can be walked over several at a time.
static inline bool has_groups(tanaoroshi_column_kind kind) {
  return kind == tanaoroshi_column_dates || kind == tanaoroshi_column_mobiles
         || kind == tanaoroshi_column_postal_codes || kind == tanaoroshi_column_my_numbers
         || kind == tanaoroshi_column_short_numbers;
}
