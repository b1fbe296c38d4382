#pragma once

// Where tokens and labels of a text begin: a pass over blocks, before lines are told apart.

#include "latin_words.h"
#include "tokens.h"

/// Whether digits or letters stand in four blocks.
static inline bool has_ascii(const tanaoroshi_classes *classes) {
  return (classes[0].digits | classes[0].letters | classes[1].digits | classes[1].letters |
          classes[2].digits | classes[2].letters | classes[3].digits | classes[3].letters) != 0;
}

/// Where runs of letters, digits and joints stand (`tokens`), and single digits that stand apart (`labels`).
static void find_runs(
    const tanaoroshi_classes *classes, size_t blocks, uint64_t *tokens, uint64_t *labels) {
  uint64_t last_digits = 0;
  for (size_t block = 0; block < blocks; block++) {
    // Four blocks of Japanese at once.
    if (block + 4 <= blocks && !has_ascii(classes + block)) {
      for (size_t index = block; index < block + 4; index++) tokens[index] = labels[index] = 0;
      last_digits = 0;
      block += 3;
      continue;
    }
#if defined(TANAOROSHI_EIGHT)
    if (block + 4 < blocks) {
      find_four_runs(classes + block, last_digits, tokens + block, labels + block);
      last_digits = classes[block + 3].digits;
      block += 3;
      continue;
    }
#endif
    const uint64_t digits = classes[block].digits;
    const uint64_t next = block + 1 < blocks ? classes[block + 1].digits : 0;
    // Letters and digits, and joints between digits; a blank between groups of four.
    const uint64_t before = behind(last_digits, digits, 1), after = ahead(digits, next, 1);
    const uint64_t gaps = classes[block].gaps & before & after;
    const uint64_t two_before = behind(last_digits, digits, 2), two_after = ahead(digits, next, 2);
    tokens[block] = digits | classes[block].letters | (classes[block].joints & before & after) |
                    (gaps & two_before & behind(last_digits, digits, 3) &
                     behind(last_digits, digits, 4) & two_after & ahead(digits, next, 3) &
                     ahead(digits, next, 4));
    // Single digits that stand apart, as in boxes, may be a number when they are joined: taken for a label.
    labels[block] = gaps & ~two_before & ~two_after;
    last_digits = digits;
  }
}

/// Where runs of seven and more begin.
static inline uint64_t long_runs(uint64_t last, uint64_t runs, uint64_t next) {
  const uint64_t two = runs & ahead(runs, next, 1), two_next = next & next >> 1;
  const uint64_t four = two & ahead(two, two_next, 2), four_next = two_next & two_next >> 2;
  return four & ahead(four, four_next, 3) & ~behind(last, runs, 1);
}

/// Where Latin words begin; directly behind a digit only those of three letters (LabelMatcher).
static inline uint64_t word_starts(
    uint64_t last_letters, uint64_t letters, uint64_t next_letters, uint64_t last_digits,
    uint64_t digits) {
  const uint64_t three = ahead(letters, next_letters, 1) & ahead(letters, next_letters, 2);
  return letters & ~behind(last_letters, letters, 1) & (three | ~behind(last_digits, digits, 1));
}

/// Keeps in `runs`, of some blocks, those that can be something without a label; `starts` says where they begin.
__attribute__((noinline)) static void keep_tokens(
    const uint8_t *text, size_t count, const tanaoroshi_classes *classes, uint64_t *runs,
    size_t blocks, size_t block, const uint64_t *starts, size_t many) {
  for (size_t index = 0; index < many; index++, block++) {
    uint64_t found = 0;
    for (uint64_t bits = starts[index]; bits; bits &= bits - 1) {
      const size_t start = block * 64 + (size_t)__builtin_ctzll(bits);
      if (token_matters(text, count, classes, runs, blocks, start)) found |= bits & -bits;
    }
    runs[block] = found;
  }
}

/// Which of the Latin words that begin in a block may be labels.
static uint64_t words_that_matter(
    const uint8_t *text, size_t count, const tanaoroshi_words *words, size_t block,
    uint64_t letters, uint64_t next_letters, uint64_t starts) {
  if (words->latin_nodes == 0) return starts;
  uint64_t begins = 0;
  for (; starts; starts &= starts - 1) {
    const size_t start = block * 64 + (size_t)__builtin_ctzll(starts);
    // Few words are, or begin, a label.
    const uint64_t others = ~(letters >> start % 64 | next_letters << 1 << (63 - start % 64));
    if (start + 10 <= count && !may_begin_label(text + start, others, words)) continue;
    if (label_begins(text, count, words, start)) begins |= starts & -starts;
  }
  return begins;
}

#if defined(TANAOROSHI_SIXTEEN)
#include "runs_avx512.h"
#include "words_avx512.h"
#elif defined(TANAOROSHI_EIGHT)
#include "near_runs_avx2.h"
#endif

void TANAOROSHI_KERNEL(mark)(
    const uint8_t *text, size_t count, const tanaoroshi_classes *classes,
    const tanaoroshi_words *words, uint64_t *tokens, uint64_t *labels) {
  const size_t blocks = (count + 63) / 64;
  find_runs(classes, blocks, tokens, labels);
#if defined(TANAOROSHI_SIXTEEN)
  tanaoroshi_numbered numbered;
  numbered.many = 0;
#endif
  uint64_t last_runs = 0, last_letters = 0, last_digits = 0;
  for (size_t block = 0; block < blocks; block++) {
    if (block + 4 <= blocks &&
        !(tokens[block] | tokens[block + 1] | tokens[block + 2] | tokens[block + 3])) {
      last_runs = last_letters = last_digits = 0;
      block += 3;
      continue;
    }
#if defined(TANAOROSHI_EIGHT)
    if (words->latin_nodes > 0 && count < INT32_MAX && block * 64 + 256 + 64 < count) {
      uint64_t runs[4], starts[4];
      find_four_starts(
          classes + block, tokens + block, last_runs, last_letters, last_digits, runs, starts);
      last_runs = tokens[block + 3];
      last_letters = classes[block + 3].letters;
      last_digits = classes[block + 3].digits;
      if (are_joined(classes + block, tokens + block)) {
        keep_tokens(text, count, classes, tokens, blocks, block, runs, 4);
      } else {
#if defined(TANAOROSHI_SIXTEEN)
        keep_sixteen_tokens(text, count, classes, tokens, blocks, block, runs);
#else
        keep_near_tokens(text, count, classes, tokens, blocks, block, runs);
#endif
      }
#if defined(TANAOROSHI_SIXTEEN)
      for (size_t index = 0; index < 4; index++) {
        number_words(text, block + index, classes, starts[index], &numbered);
      }
      if (numbered.many > WORDS_ROOM - 4 * WORDS_OF_BLOCK) {
        mark_numbered(text, count, classes, words, &numbered, labels);
      }
#else
      uint32_t places[4 * 32 + 8];
      const size_t many = place_bits(starts, (uint32_t)(block * 64), 4, places);
      // Those that are read once more find nothing new.
      for (size_t index = many; index % 4; index++) places[index] = places[many - 1];
      for (size_t index = 0; index < many; index += 4) {
        for (uint32_t hits = find_words(text, places + index, words); hits; hits &= hits - 1) {
          const size_t start = places[index + (size_t)__builtin_ctz(hits)], at = start / 64;
          labels[at] |= words_that_matter(
              text, count, words, at, classes[at].letters, classes[at + 1].letters,
              (uint64_t)1 << start % 64);
        }
      }
#endif
      block += 3;
      continue;
    }
#endif
    const uint64_t runs = tokens[block], digits = classes[block].digits;
    const uint64_t letters = classes[block].letters;
    const uint64_t next = block + 1 < blocks ? tokens[block + 1] : 0;
    const uint64_t next_letters = block + 1 < blocks ? classes[block + 1].letters : 0;
    const uint64_t starts = long_runs(last_runs, runs, next);
    keep_tokens(text, count, classes, tokens, blocks, block, &starts, 1);
    labels[block] |= words_that_matter(
        text, count, words, block, letters, next_letters,
        word_starts(last_letters, letters, next_letters, last_digits, digits));
    last_runs = runs;
    last_letters = letters;
    last_digits = digits;
  }
#if defined(TANAOROSHI_SIXTEEN)
  mark_numbered(text, count, classes, words, &numbered, labels);
#endif
}
