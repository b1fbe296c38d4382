// Runs of seven letters and digits of 256 bytes, sixteen at once, for processors with AVX-512; included by marks.h alone.
//
// Of each, 25 bits of some masks are moved together (a longer run with letters, or of digits alone, is nothing by itself), and
// the bytes around it: so there is no loop, the end of which nobody could foresee.

/// The bytes 0 to 63.
static inline __m512i numbers_to_63(void) {
  const __m128i numbers = _mm_setr_epi8(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
  return _mm512_add_epi8(
      _mm512_broadcast_i32x4(numbers), _mm512_set_epi32(
          0x30303030, 0x30303030, 0x30303030, 0x30303030, 0x20202020, 0x20202020, 0x20202020,
          0x20202020, 0x10101010, 0x10101010, 0x10101010, 0x10101010, 0, 0, 0, 0));
}

/// Masks of five blocks, the first four of which are given.
static inline __m512i five_masks(__m256i four, uint64_t fifth) {
  return _mm512_inserti64x4(
      _mm512_castsi256_si512(four), _mm256_castsi128_si256(_mm_cvtsi64_si128((long long)fifth)), 1);
}

/// 25 bits of masks from some places on: the first bytes of each, four times, and the bit in them.
static inline __m512i windows(__m512i masks, __m512i bytes, __m512i bits) {
  return _mm512_srlv_epi32(_mm512_permutexvar_epi8(bytes, masks), bits);
}

/// The bytes at 64 places of 256 bytes, the places being given as bytes.
static inline __m512i bytes_at(const uint8_t *text, __m512i places) {
  const __m512i lower = _mm512_permutex2var_epi8(
      _mm512_loadu_si512(text), places, _mm512_loadu_si512(text + 64));
  const __m512i upper = _mm512_permutex2var_epi8(
      _mm512_loadu_si512(text + 128), places, _mm512_loadu_si512(text + 192));
  return _mm512_mask_mov_epi8(lower, _mm512_movepi8_mask(places), upper);
}

/// Which runs, one bit each, begin with 0, stand behind `+` or `(`, and before what glues them to more, if a letter or digit is
/// behind that.
typedef struct {
  uint32_t first_zero, behind_sign, before_glue, before_solid;
} tanaoroshi_around;

/// The marks that are told, by the lower half of a byte, for each of the four; 1 and 0 are no bytes with these halves.
static const uint8_t marks_around[64] = {
    '0', 0, 0, 0, 0, 0,   0, 0, 0,   0, 0,   0,   0, 0,   0,   0,
    1,   0, 0, 0, 0, 0,   0, 0, '(', 0, 0,   '+', 0, 0,   0,   0,
    1,   0, 0, 0, 0, '%', 0, 0, 0,   0, ':', 0,   0, '-', '.', '/',
    1};

/// Looks at the bytes around sixteen runs that begin and end at places in 256 bytes.
static inline tanaoroshi_around look_around(const uint8_t *text, __m128i starts, __m128i ends) {
  // First bytes, those before, those behind, and those behind these.
  const __m512i places = _mm512_add_epi8(
      _mm512_inserti64x4(
          _mm512_castsi256_si512(_mm256_broadcastsi128_si256(starts)),
          _mm256_broadcastsi128_si256(ends), 1),
      _mm512_setr_epi64(0, 0, -1, -1, 0, 0, 0x0101010101010101, 0x0101010101010101));
  const __m512i bytes = bytes_at(text, places);
  const __m512i marks = _mm512_loadu_si512(marks_around);
  const __m512i letters = _mm512_sub_epi8(
      _mm512_or_si512(bytes, _mm512_set1_epi8(0x20)), _mm512_set1_epi8('a'));
  const uint64_t marked = _mm512_cmpeq_epi8_mask(bytes, _mm512_shuffle_epi8(marks, bytes)) |
                          _mm512_mask_cmpeq_epi8_mask(
                              0xFFFF00000000u, bytes, _mm512_set1_epi8('_'));
  const uint64_t solid =
      _mm512_cmplt_epu8_mask(letters, _mm512_set1_epi8(26)) |
      _mm512_cmplt_epu8_mask(
          _mm512_sub_epi8(bytes, _mm512_set1_epi8('0')), _mm512_set1_epi8(10));
  return (tanaoroshi_around){
      marked & 0xFFFF, marked >> 16 & 0xFFFF, marked >> 32 & 0xFFFF, (uint32_t)(solid >> 48)};
}

/// Keeps in four of the `runs`, where no groups are joined, those that can be something without a label, as token_matters;
/// `starts` says where they begin, no two of them in the same eight bytes. A fifth block must be there.
static inline void keep_sixteen_tokens(
    const uint8_t *text, size_t count, const tanaoroshi_classes *classes, uint64_t *runs,
    size_t blocks, size_t block, const uint64_t *starts) {
  // Eight bytes of text are a byte of the mask.
  const __m256i eights = _mm256_loadu_si256((const __m256i *)(const void *)starts);
  const __mmask32 with_start = _mm256_test_epi8_mask(eights, eights);
  const uint32_t many = (uint32_t)__builtin_popcount(with_start);
  const __m512i all = numbers_to_63();
  const __m128i single = _mm256_castsi256_si128(_mm256_maskz_compress_epi8(with_start, eights));
  const __m256i numbers = _mm256_maskz_compress_epi8(with_start, _mm512_castsi512_si256(all));
  // The number of the only bit in a byte.
  const __m128i bit = _mm_gf2p8affine_epi64_epi8(
      single, _mm_set1_epi64x((long long)0xAACCF00000000000u), 0);
  const __m512i bits = _mm512_cvtepu8_epi32(bit);
  const __m512i bytes = _mm512_add_epi8(
      _mm512_permutexvar_epi8(
          _mm512_and_si512(_mm512_srli_epi16(all, 2), _mm512_set1_epi8(0x0F)),
          _mm512_castsi256_si512(numbers)),
      _mm512_and_si512(all, _mm512_set1_epi8(3)));
  const tanaoroshi_classes *const these = classes + block;
  const __m512i inside =
      windows(_mm512_maskz_loadu_epi64(0x1F, runs + block), bytes, bits);
#define OF_FIVE(field)                                                                     \
  five_masks(                                                                              \
      _mm256_setr_epi64x(                                                                  \
          (long long)these[0].field, (long long)these[1].field, (long long)these[2].field, \
          (long long)these[3].field),                                                      \
      these[4].field)
  // The first bit behind the run, and all below it.
  const __m512i stops = _mm512_andnot_si512(inside, _mm512_add_epi32(inside, _mm512_set1_epi32(1)));
  const __m512i whole = _mm512_add_epi32(stops, _mm512_set1_epi32(-1));
  const __m512i digits = _mm512_and_si512(windows(OF_FIVE(digits), bytes, bits), whole);
  const __m512i counts = _mm512_popcnt_epi32(digits);
  const __m512i lengths = _mm512_popcnt_epi32(whole);
  const uint32_t has_letters =
      _mm512_test_epi32_mask(windows(OF_FIVE(letters), bytes, bits), whole);
#undef OF_FIVE
  const uint32_t is_short =
      _mm512_cmple_epu32_mask(lengths, _mm512_set1_epi32(TANAOROSHI_LONGEST_WORD));
  const uint32_t is_number = _mm512_cmpeq_epi32_mask(digits, whole);
  const __m128i places = _mm_or_si128(
      _mm_and_si128(_mm_slli_epi16(_mm256_castsi256_si128(numbers), 3), _mm_set1_epi8((char)0xF8)),
      bit);
  const __m128i sizes = _mm512_cvtepi32_epi8(lengths);
  const __m128i ends = _mm_add_epi8(places, sizes);
  const tanaoroshi_around around = look_around(text + block * 64, places, ends);
  // What stands around them lies beyond the 256 bytes.
  const uint32_t is_first = _mm_testn_epi8_mask(places, places);
  const uint32_t is_last =
      _mm_cmpeq_epi8_mask(_mm_adds_epu8(_mm_adds_epu8(places, sizes), _mm_set1_epi8(1)), _mm_set1_epi8(-1));
#define COUNTED(low, high)                                   \
  _mm512_cmple_epu32_mask(                                   \
      _mm512_sub_epi32(counts, _mm512_set1_epi32(low)), _mm512_set1_epi32((high) - (low)))
  // As parts_matter and may_be_phone.
  const uint32_t has_joints = is_short & ~(has_letters | is_number), is_dated = COUNTED(6, 32);
  const uint32_t is_likely = (is_short & has_letters & COUNTED(7, 14)) | (has_joints & is_dated);
  const uint32_t there = many < 16 ? (1u << many) - 1 : 0xFFFF;
  const uint32_t found =
      is_likely & ~is_last & ~(around.before_glue & around.before_solid) & there;
  const uint32_t asked =
      there & ((is_likely & is_last) | (has_joints & ~is_dated) | ~(is_short | has_letters) |
               (is_short & is_number &
                ((COUNTED(9, 14) & (around.behind_sign | is_first)) |
                 (COUNTED(9, 11) & around.first_zero))));
#undef COUNTED
  if (__builtin_expect(asked | (many > 16), 0)) {
    uint64_t kept[4] = {0};
    for (size_t index = 0; index < 4; index++) {
      for (uint64_t rest = starts[index]; rest; rest &= rest - 1) {
        const size_t start = (block + index) * 64 + (size_t)__builtin_ctzll(rest);
        if (token_matters(text, count, classes, runs, blocks, start)) kept[index] |= rest & -rest;
      }
    }
    for (size_t index = 0; index < 4; index++) runs[block + index] = kept[index];
    return;
  }
  _mm256_storeu_si256(
      (__m256i *)(void *)(runs + block),
      _mm256_maskz_expand_epi8(
          with_start, _mm256_castsi128_si256(_mm_maskz_mov_epi8((__mmask16)found, single))));
}
