// Latin words of blocks of 64 bytes, eight at once, for processors with AVX-512; included by marks.h alone.
//
// Their letters are moved out of the block by one shuffle, since a gather takes a cycle and more for each; they are looked up
// many blocks later, since what was just written in other widths cannot be read yet.

/// Room for words: looked up together, long after they were written.
enum { WORDS_ROOM = 1024, WORDS_OF_BLOCK = 32 };

/// Words of a text: where they begin, and the numbers of their first eight letters (tanaoroshi_word_place).
typedef struct {
  uint32_t places[WORDS_ROOM + 16];
  uint32_t numbers[WORDS_ROOM + 16];
  size_t many;
} tanaoroshi_numbered;

/// Letters of 64 bytes in lower case, and zeros for all else.
static inline __m512i lower_letters(const uint8_t *text, uint64_t letters) {
  return _mm512_maskz_mov_epi8(
      letters, _mm512_or_si512(_mm512_loadu_si512(text), _mm512_set1_epi8(0x20)));
}

/// Numbers the words that begin in a block where `starts` says; another block must follow it.
static inline void number_words(
    const uint8_t *text, size_t block, const tanaoroshi_classes *classes, uint64_t starts,
    tanaoroshi_numbered *to) {
  const uint8_t *const bytes = text + block * 64;
  const __m512i here = lower_letters(bytes, classes[block].letters);
  const __m512i next = lower_letters(bytes + 64, classes[block + 1].letters);
  // 0 to 63; each of eight places eight times; 0 to 7 eight times.
  const __m512i all = numbers_to_63();
  const __m512i spread = _mm512_and_si512(_mm512_srli_epi16(all, 3), _mm512_set1_epi8(7));
  const __m512i steps = _mm512_and_si512(all, _mm512_set1_epi8(7));
  // Picked by a shuffle, since what narrows while it stores is slow.
  const __m512i lower_halves =
      _mm512_setr_epi32(0, 2, 4, 6, 8, 10, 12, 14, 0, 2, 4, 6, 8, 10, 12, 14);
  const __m256i base = _mm256_set1_epi32((int)(block * 64));
  __m512i places = _mm512_maskz_compress_epi8(starts, all);
  const size_t count = (size_t)__builtin_popcountll(starts);
  for (size_t index = 0; index < count; index += 8) {
    __m512i letters = _mm512_permutex2var_epi8(
        here, _mm512_add_epi8(_mm512_permutexvar_epi8(spread, places), steps), next);
    // All that lies below the first byte that is no letter.
    const __m512i others = _mm512_movm_epi8(_mm512_testn_epi8_mask(letters, letters));
    letters = _mm512_ternarylogic_epi64(
        letters, others, _mm512_add_epi64(others, _mm512_set1_epi64(-1)), 0x20);
    // tanaoroshi_word_place
    const __m512i products =
        _mm512_mullo_epi32(letters, _mm512_set1_epi64((long long)0x85EBCA779E3779B1u));
    const __m512i sums = _mm512_add_epi32(products, _mm512_srli_epi64(products, 32));
    _mm256_storeu_si256(
        (__m256i *)(void *)(to->numbers + to->many + index),
        _mm512_castsi512_si256(_mm512_permutexvar_epi32(lower_halves, _mm512_srli_epi32(sums, 16))));
    _mm256_storeu_si256(
        (__m256i *)(void *)(to->places + to->many + index),
        _mm256_add_epi32(base, _mm256_cvtepu8_epi32(_mm512_castsi512_si128(places))));
    places = _mm512_alignr_epi64(places, places, 1);
  }
  to->many += count;
}

/// Marks which of the words numbered may be labels, and forgets them.
__attribute__((noinline)) static void mark_numbered(
    const uint8_t *text, size_t count, const tanaoroshi_classes *classes,
    const tanaoroshi_words *words, tanaoroshi_numbered *of, uint64_t *labels) {
  // Few are left: their places are moved together, so that no loop ends where nobody can foresee it.
  size_t hits = 0;
  for (size_t index = 0; index < of->many; index += 16) {
    const size_t left = of->many - index;
    const __mmask16 there = (__mmask16)_bzhi_u32(0xFFFF, left < 16 ? (uint32_t)left : 16);
    const __m512i numbers = _mm512_maskz_loadu_epi32(there, of->numbers + index);
    const __m512i shifts = _mm512_and_si512(numbers, _mm512_set1_epi32(31));
    const __m512i sets = _mm512_i32gather_epi32(
        _mm512_srli_epi32(numbers, 5), (const int *)(const void *)words->latin_beginnings, 4);
    const __mmask16 found =
        _mm512_mask_test_epi32_mask(there, _mm512_srlv_epi32(sets, shifts), _mm512_set1_epi32(1));
    _mm512_storeu_si512(of->numbers + hits, _mm512_maskz_compress_epi32(found, numbers));
    _mm512_storeu_si512(
        of->places + hits, _mm512_maskz_compress_epi32(found, _mm512_loadu_si512(of->places + index)));
    hits += (size_t)__builtin_popcount(found);
  }
  for (size_t index = 0; index < hits; index++) {
    const size_t start = of->places[index], at = start / 64;
    const uint64_t letters = classes[at].letters >> start % 64 |
                             classes[at + 1].letters << 1 << (63 - start % 64);
    const unsigned length = (unsigned)_tzcnt_u64(~letters);
    if (may_go_on(text + start, length, of->numbers[index], words) &&
        label_begins(text, count, words, start)) {
      labels[at] |= (uint64_t)1 << start % 64;
    }
  }
  of->many = 0;
}
