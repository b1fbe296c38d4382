#pragma once

// Runs of letters, digits and joints that can be something without a label.

#include "masks.h"

/// Whether the number of 9 to 14 digits without separators can be a telephone number by itself (PhoneReader).
static bool may_be_phone(const uint8_t *text, size_t count, size_t start, size_t end, int digits) {
  const uint8_t before = start > 0 ? text[start - 1] : 0;
  if (before == '+' || before == '(') return true;
  if (text[start] != '0') return false;
  const uint8_t after = end < count ? text[end] : 0;
  // Groups may go on behind a blank or bracket.
  if (digits < 11) return after == ' ' || after == '(' || after == ')' || after == '-' || after == '.';
  if (digits > 11) return false;
  return text[start + 1] >= '5' && text[start + 2] == '0';
}

/// Whether a piece of something longer ends before `end`, which is no number (NumberToken.isGlued).
static inline bool is_glued(const uint8_t *text, size_t count, size_t end) {
  if (end + 1 >= count) return false;
  const uint8_t after = text[end];
  return (after == '/' || after == '_' || after == ':' || after == '-' || after == '.' || after == '%') &&
         (is_digit(text[end + 1]) || is_letter(text[end + 1]));
}

/// Whether what a run of letters, digits and joints is made of can be something without a label.
static inline bool parts_matter(
    const uint8_t *text, size_t count, size_t start, size_t end, int digits, int letters,
    int gaps) {
  const size_t length = end - start;
  if (gaps > 0) return true;
  if (letters > 0) {
    if (digits < 7 || digits > 14 || length > TANAOROSHI_LONGEST_WORD) return false;
  } else if ((size_t)digits == length) {
    return digits >= 9 && digits <= 14 && may_be_phone(text, count, start, end, digits);
  } else if (digits < 6) {
    // An Internet address has three dots.
    int dots = 0;
    for (size_t index = start; index < end; index++) dots += text[index] == '.';
    if (dots < 3) return false;
  }
  return !is_glued(text, count, end);
}

/// As token_matters, for runs of 64 bytes and more.
__attribute__((noinline)) static bool long_token_matters(
    const uint8_t *text, size_t count, const tanaoroshi_classes *classes, const uint64_t *runs,
    size_t blocks, size_t start) {
  size_t block = start / 64;
  size_t end = 0;
  int digits = 0, letters = 0, gaps = 0;
  for (size_t from = start;; from = block * 64) {
    if (block >= blocks) {
      end = count;
      break;
    }
    const uint64_t rest = ~runs[block] & part(block, from, block * 64 + 64);
    const size_t stop = rest ? block * 64 + (size_t)__builtin_ctzll(rest) : block * 64 + 64;
    const uint64_t mask = stop > from ? part(block, from, stop) : 0;
    digits += __builtin_popcountll(classes[block].digits & mask);
    letters += __builtin_popcountll(classes[block].letters & mask);
    gaps += __builtin_popcountll(classes[block].gaps & mask);
    if (rest) {
      end = stop;
      break;
    }
    block++;
  }
  return parts_matter(text, count, start, end, digits, letters, gaps);
}

/// Whether a run of letters, digits and joints can be something without a label.
__attribute__((always_inline)) static inline bool token_matters(
    const uint8_t *text, size_t count, const tanaoroshi_classes *classes, const uint64_t *runs,
    size_t blocks, size_t start) {
  size_t block = start / 64;
  const size_t shift = start % 64;
  // Most runs end within 64 bytes: their masks are moved together.
  uint64_t rest = ~(runs[block] >> shift);
  if (shift > 0) {
    const uint64_t next = block + 1 < blocks ? runs[block + 1] : 0;
    rest &= ~(next << (64 - shift));
  }
  if (rest) {
    const size_t length = (size_t)__builtin_ctzll(rest);
    if (length > 0) {
      const uint64_t mask = ((uint64_t)1 << length) - 1;
      const tanaoroshi_classes *here = &classes[block];
      uint64_t digits = here->digits >> shift, letters = here->letters >> shift;
      uint64_t gaps = here->gaps >> shift;
      if (shift + length > 64) {
        digits |= here[1].digits << (64 - shift);
        letters |= here[1].letters << (64 - shift);
        gaps |= here[1].gaps << (64 - shift);
      }
      return parts_matter(
          text, count, start, start + length, __builtin_popcountll(digits & mask),
          __builtin_popcountll(letters & mask), __builtin_popcountll(gaps & mask));
    }
  }
  return long_token_matters(text, count, classes, runs, blocks, start);
}
