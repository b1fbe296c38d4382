// Runs of seven letters and digits of 256 bytes one by one, for processors with AVX2; included by marks.h alone.

/// Digits and letters of five blocks, whose bits follow each other.
typedef struct {
  uint64_t digits[5];
  uint64_t letters[5];
} tanaoroshi_near;

/// Eight bytes of bits from the byte on that holds the bit `offset`.
static inline uint64_t window(const uint64_t *bits, size_t offset) {
  uint64_t word;
  __builtin_memcpy(&word, (const uint8_t *)bits + offset / 8, sizeof word);
  return word;
}

/// Whether a run of digits and joints can be something without a label.
__attribute__((noinline)) static bool joined_digits_matter(
    const uint8_t *text, size_t count, size_t start, size_t end, int digits) {
  return parts_matter(text, count, start, end, digits, 0, 0);
}

/// Digits and letters of four blocks with those of a fifth, which must be there.
static inline tanaoroshi_near near_masks(const tanaoroshi_classes *classes) {
  tanaoroshi_near near;
  _mm256_storeu_si256((__m256i *)(void *)near.letters, FOUR(letters));
  _mm256_storeu_si256((__m256i *)(void *)near.digits, FOUR(digits));
  near.letters[4] = classes[4].letters;
  near.digits[4] = classes[4].digits;
  return near;
}

/// Keeps in four of the `runs`, where no groups are joined, those that can be something without a label, as token_matters;
/// `starts` says where they begin. A fifth block must be there.
__attribute__((noinline)) static void keep_near_tokens(
    const uint8_t *text, size_t count, const tanaoroshi_classes *classes, uint64_t *runs,
    size_t blocks, size_t block, const uint64_t *starts) {
  uint32_t offsets[4 * 8 + 2];
  const size_t many = place_bits(starts, 0, 2, offsets);
  const tanaoroshi_near near = near_masks(classes + block);
  uint64_t found[4] = {0};
  const uint64_t *const these = runs + block;
  for (size_t index = 0; index < many; index++) {
    const size_t offset = offsets[index], start = block * 64 + offset;
    // At least 57 bits of each mask; 0 behind them.
    const unsigned shift = offset % 8;
    const uint64_t rest = ~window(these, offset) >> shift;
    bool matters;
    if (__builtin_expect(!rest, 0)) {
      matters = long_token_matters(text, count, classes, runs, blocks, start);
    } else {
      const unsigned length = (unsigned)_tzcnt_u64(rest);
      const unsigned digits = (unsigned)__builtin_popcountll(
          _bzhi_u64(window(near.digits, offset) >> shift, length));
      if (_bzhi_u64(window(near.letters, offset) >> shift, length)) {
        matters = digits - 7 <= 7 && length <= TANAOROSHI_LONGEST_WORD &&
                  !is_glued(text, count, start + length);
      } else if (digits == length) {
        matters = digits - 9 <= 5 &&
                  may_be_phone(text, count, start, start + length, (int)digits);
      } else {
        matters = joined_digits_matter(text, count, start, start + length, (int)digits);
      }
    }
    found[offset / 64] |= (uint64_t)matters << offset % 64;
  }
  for (size_t index = 0; index < 4; index++) runs[block + index] = found[index];
}
