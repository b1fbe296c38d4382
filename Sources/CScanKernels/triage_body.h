#pragma once

// One pass over a text that tells which of its lines may hold something. It may take a line for one that does; it never
// passes over one that does. What it knows of the readers is written beside each test.
//
// Compiled once for each set of instructions: TANAOROSHI_KERNEL gives the functions their names.

#include <stdbool.h>

#include "CScanKernels.h"

static inline uint64_t behind(uint64_t previous, uint64_t now, int count) {
  return now << count | previous >> (64 - count);
}

static inline uint64_t ahead(uint64_t now, uint64_t next, int count) {
  return now >> count | next << (64 - count);
}

/// Bits of one block that lie in [start, end).
static inline uint64_t part(size_t block, size_t start, size_t end) {
  uint64_t mask = ~(uint64_t)0;
  if (start > block * 64) mask <<= start - block * 64;
  if (end < block * 64 + 64) mask &= ((uint64_t)1 << (end - block * 64)) - 1;
  return mask;
}

static inline bool is_letter(uint8_t byte) { return (uint8_t)((byte | 0x20) - 'a') < 26; }
static inline bool is_digit(uint8_t byte) { return (uint8_t)(byte - '0') < 10; }

// MARK: Tokens

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

// MARK: Latin words

/// Whether a Latin word may be a label, or the beginning of one that goes on behind a blank or dash; told by its first
/// eight letters.
///
/// `others` are the bytes from `word` on that are no letters, as bits; ten bytes must be readable.
static inline bool may_begin_label(
    const uint8_t *word, uint64_t others, const tanaoroshi_words *words) {
  const unsigned length = (unsigned)__builtin_ctzll(others | (uint64_t)1 << 63);
  uint64_t letters;
  __builtin_memcpy(&letters, word, 8);
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  letters = __builtin_bswap64(letters);
#endif
  letters |= 0x2020202020202020;
#if defined(TANAOROSHI_EIGHT)
  letters = _bzhi_u64(letters, length < 8 ? length * 8 : 64);
#else
  if (length < 8) letters &= ((uint64_t)1 << (length * 8)) - 1;
#endif
  const uint32_t place = tanaoroshi_word_place(letters);
  if (!(words->latin_beginnings[place >> 6] >> (place & 63) & 1)) return false;
  if (length > 8) return true;
  const uint8_t next = word[length];
  if (next == ' ' || next == '_' || next == '-') {
    const uint8_t behind = word[length + 1];
    if (is_letter(behind) || behind == ' ' || behind == '_' || behind == '-' || behind >= 0x80) {
      return true;
    }
  }
  return words->latin_wholes[place >> 6] >> (place & 63) & 1;
}

/// Whether a label may begin at `start`, the beginning of a Latin word.
static bool label_begins(
    const uint8_t *text, size_t count, const tanaoroshi_words *words, size_t start) {
  const uint16_t *nodes = words->latin;
  size_t node = 0;
  int skipped = 0, letters = 0;
  const bool follows_digit = start > 0 && is_digit(text[start - 1]);
  for (size_t index = start; index < count; index++) {
    const uint8_t byte = text[index];
    const uint8_t letter = (uint8_t)((byte | 0x20) - 'a');
    if (letter < 26) {
      node = nodes[node * 32 + 1 + letter];
      if (node == 0) return false;
      letters++;
      if (nodes[node * 32]) {
        const uint8_t next = index + 1 < count ? text[index + 1] : 0;
        // Two letters that touch a digit are no label (LabelMatcher).
        if (!is_letter(next) && (letters > 2 || !(follows_digit || is_digit(next)))) return true;
      }
    } else if (nodes[node * 32 + 27]) {
      return true;
    } else if ((byte == ' ' || byte == '_' || byte == '-') && skipped < 6) {
      skipped++;
    } else {
      return false;
    }
  }
  return false;
}

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

void TANAOROSHI_KERNEL(mark)(
    const uint8_t *text, size_t count, const tanaoroshi_classes *classes,
    const tanaoroshi_words *words, uint64_t *tokens, uint64_t *labels) {
  const size_t blocks = (count + 63) / 64;
  find_runs(classes, blocks, tokens, labels);
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
      uint32_t places[4 * 32 + 4];
      size_t many = 0;
      for (size_t index = 0; index < 4; index++) {
        for (uint64_t bits = starts[index]; bits; bits &= bits - 1) {
          places[many++] = (uint32_t)((block + index) * 64) + (uint32_t)__builtin_ctzll(bits);
        }
      }
      keep_tokens(text, count, classes, tokens, blocks, block, runs, 4);
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
}

// MARK: Lines

#define WINDOW(field)                                                                \
  static inline uint64_t last_##field(                                               \
      const tanaoroshi_classes *classes, size_t start, size_t end) {                 \
    const size_t block = end / 64, rest = end % 64;                                  \
    uint64_t bits = rest ? classes[block].field << (64 - rest) : 0;                  \
    if (block > 0) bits |= rest ? classes[block - 1].field >> rest : classes[block - 1].field; \
    if (end - start < 64) bits &= end > start ? ~(uint64_t)0 << (64 - (end - start)) : 0; \
    return bits;                                                                     \
  }
// The classes of the last 64 bytes of a line, the last in the highest bit.
WINDOW(digits)
WINDOW(letters)
WINDOW(joints)
WINDOW(gaps)
WINDOW(high)

/// Whether a number may be nearly all of the line or of the message in it, so that a label of an earlier line speaks for it.
static bool fills_line(
    const uint8_t *text, const tanaoroshi_classes *classes, size_t start, size_t end) {
  while (end > start && text[end - 1] <= 0x20) end--;
  const uint64_t digits = last_digits(classes, start, end);
  if (__builtin_popcountll(digits) < 4) return false;
  uint64_t runs = digits | last_letters(classes, start, end) | last_joints(classes, start, end) |
                  (last_gaps(classes, start, end) & digits << 1 & digits >> 1);
  // 0.6 of the message: at most two thirds of the number's length beside it.
  // The further from the end, the longer it must be: behind 11 bytes, 16.
  uint64_t long_runs = runs & runs << 1;
  long_runs &= long_runs << 2;
  long_runs &= long_runs << 4;
  long_runs &= long_runs << 8;
  size_t passed = 0;
  while (runs) {
    const size_t gap = (size_t)__builtin_clzll(runs);
    runs <<= gap;
    passed += gap;
    if (passed > 11 && !long_runs) return false;
    const uint64_t inverse = ~runs;
    if (passed > 26 && (passed > 43 || (size_t)__builtin_clzll(inverse) + passed < 64)) return false;
    const size_t length = inverse ? (size_t)__builtin_clzll(inverse) : 64;
    if (length + passed >= 64) return end - start >= 64 || passed * 3 <= length * 2 + 3;
    const uint64_t mask = ~(uint64_t)0 << (64 - length);
    if (__builtin_popcountll(digits << passed & mask) >= 4 && passed * 3 <= length * 2 + 3) {
      size_t room = length * 2 / 3 + 1 - passed;
      if (passed > length * 2 / 3 + 1) room = 0;
      size_t place = end - passed - length;
      for (;; place--, room--) {
        if (place == start) return true;
        const uint8_t before = text[place - 1];
        if (before == ':' || before == ']' || before == '>') return true;
        if (room == 0) break;
      }
    }
    runs = length < 64 ? runs << length : 0;
    passed += length;
  }
  return false;
}

typedef struct {
  tanaoroshi_line *line;
  tanaoroshi_candidate *candidates;
  size_t room;
  /// As in tanaoroshi_progress.
  uint32_t unlabelled;
} tanaoroshi_output;

static inline void put(tanaoroshi_output *out, size_t place, uint32_t kind) {
  if (out->line->count >= out->room) {
    out->line->flags |= TANAOROSHI_FULL;
    return;
  }
  out->candidates[out->line->first + out->line->count++] =
      (tanaoroshi_candidate){(uint32_t)place, kind};
}

static inline bool is_katakana(uint32_t unit) {
  return (unit >= 0x30A1 && unit <= 0x30FA) || unit == 0x30FC;
}
static inline bool is_hiragana(uint32_t unit) { return unit >= 0x3041 && unit <= 0x3096; }
static inline bool is_name_unit(uint32_t unit) {
  return (unit >= 0x3400 && unit <= 0x9FFF) || is_katakana(unit) || unit == 0x3005 ||
         unit == 0x3013 || unit == 0x3007 || (unit >= 0xF900 && unit <= 0xFAFF);
}

/// The character at `place`; its width, at least 1.
static inline uint32_t character(const uint8_t *text, size_t place, size_t end, size_t *width) {
  const uint8_t lead = text[place];
  if (lead < 0x80) {
    *width = 1;
    return lead <= 0x20 ? 0x20 : (uint8_t)(lead - 'A') < 26 ? lead | 0x20 : lead;
  }
  const size_t wanted = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (place + wanted > end) {
    *width = 1;
    return 0xFFFD;
  }
  *width = wanted;
  if (wanted == 2) return (uint32_t)(lead & 0x1F) << 6 | (text[place + 1] & 0x3F);
  // What lies outside the basic plane stands for a rare kanji.
  if (wanted == 4) return lead == 0xF0 && text[place + 1] == 0x9F ? 0xFFFD : 0xFFFF;
  return (uint32_t)(lead & 0xF) << 12 | (uint32_t)(text[place + 1] & 0x3F) << 6 |
         (text[place + 2] & 0x3F);
}

/// Whether a name may end before `place`: kanji or katakana, a blank, or hiragana behind a blank (山田 はなこ).
static bool name_may_end(const uint8_t *text, size_t start, size_t place, uint32_t before) {
  if (is_name_unit(before)) return true;
  if (before == 0x20 || before == 0x3000 || before == 0xA0) return place > start + 1;
  if (before == 0xFFFD || before == 0xFFFF) return true;
  if (!is_hiragana(before)) return false;
  for (int passed = 0; passed < 10 && place >= start + 3; passed++) {
    const uint8_t *last = text + place - 3;
    if (last[0] != 0xE3 || last[1] > 0x83 || last[1] < 0x81) return text[place - 1] <= 0x20;
    place -= 3;
  }
  return place > start && text[place - 1] <= 0x20;
}

/// The character of three bytes at `text`.
static inline uint32_t three_bytes(const uint8_t *text) {
  return (uint32_t)(text[0] & 0xF) << 12 | (uint32_t)(text[1] & 0x3F) << 6 | (text[2] & 0x3F);
}

/// Whether a numeral stands within the length of a town's name (TextGate.isNumberInReach).
static bool numeral_follows(
    const uint8_t *text, size_t place, size_t end, size_t count, const tanaoroshi_words *words) {
  size_t width;
  uint32_t seen = 0;
  (void)count;
  for (int passed = 0; passed < 32 && place < end; passed++, place += width) {
#if defined(TANAOROSHI_EIGHT)
    uint32_t numerals, stops, special;
    while (passed <= 24 && place + 24 <= end && place + 28 <= count &&
           find_eight(text + place, words, &numerals, &stops, &special)) {
      if (numerals | stops) return numerals & ((stops & (0 - stops)) - 1);
      if (special) seen |= TANAOROSHI_SPECIAL;
      passed += 8;
      place += 24;
    }
    if (passed == 32 || place >= end) break;
#endif
    const uint32_t unit = character(text, place, end, &width);
    const uint32_t bits = words->characters[unit];
    seen |= bits;
    if (bits & TANAOROSHI_NUMERAL) return true;
    if (bits & TANAOROSHI_STOP) return false;
  }
  // Characters that are as good as absent do not count in the reader's limit.
  return place < end && (seen & TANAOROSHI_SPECIAL);
}

/// Whether a word of special care may begin in the reach of a label, which ends with its sentence at the latest
/// (LineFilter.mayBeCare, TextGate.care).
static bool care_follows(
    const uint8_t *text, size_t place, size_t end, size_t count, const tanaoroshi_words *words) {
  uint32_t last = 0x20;
  size_t width;
  (void)count;
  for (int passed = 0; passed < 64 && place < end; passed++, place += width) {
#if defined(TANAOROSHI_EIGHT)
    uint32_t found;
    while (passed <= 56 && place + 24 <= end && place + 28 <= count &&
           find_care(text + place, words, &last, &found)) {
      if (found) return true;
      passed += 8;
      place += 24;
    }
    if (passed == 64 || place >= end) break;
#endif
    uint32_t unit = character(text, place, end, &width);
    // 。; and what folds into something else.
    if (unit == 0x3002) return false;
    if (unit >= 0xFE00 || unit - 0x3099 < 4 || unit - 0x2000 < 0x70 || unit - 0x300 < 0x70) return true;
    if (unit == 0x3000) unit = 0x20;
    const uint32_t pair = tanaoroshi_pair(last, unit) & 0xFFFF;
    if (words->care_words[pair >> 6] >> (pair & 63) & 1) return true;
    last = unit;
  }
  return place < end;
}

/// What may part the characters of a label.
static inline bool is_separator(uint32_t unit) {
  return unit == 0x20 || unit == 0x3000 || unit == '-' || unit == '_';
}

/// Whether a character whose bits meet those of the one before is more than one of many pairs of the same bucket.
static inline bool is_worth(
    uint32_t last, uint32_t unit, uint32_t last_bits, uint32_t bits,
    const tanaoroshi_words *words) {
  return last_bits & bits >> TANAOROSHI_SECOND & (TANAOROSHI_LABEL_END | TANAOROSHI_ANY) ||
         words->pairs[tanaoroshi_pair(last, unit) & 0xFFFF] || is_separator(unit);
}

/// Looks at a character that its bits, or those of the one before, make worth a look.
///
/// `last` and `second` are the characters before it, `last_place` is where `last` begins.
static void take_character(
    const uint8_t *text, size_t start, size_t end, size_t count, size_t place, size_t width, size_t last_place,
    uint32_t second, uint32_t last, uint32_t unit, uint32_t last_bits, uint32_t bits,
    const tanaoroshi_words *words, tanaoroshi_output *out) {
  const uint32_t meeting = last_bits & bits >> TANAOROSHI_SECOND;
  if (meeting & TANAOROSHI_PAIR) {
    const uint8_t pair = words->pairs[tanaoroshi_pair(last, unit) & 0xFFFF];
    const bool is_parted = is_separator(unit);
    if (pair & TANAOROSHI_PAIR_CALLING && name_may_end(text, start, last_place, second)) {
      put(out, last_place, TANAOROSHI_CALLING);
    }
    if ((pair & TANAOROSHI_PAIR_CARE || is_parted) && care_follows(text, place, end, count, words)) {
      put(out, last_place, TANAOROSHI_CARE);
    }
    if (pair & TANAOROSHI_PAIR_VALUE || is_parted) out->line->flags |= TANAOROSHI_VALUED;
    if (pair & TANAOROSHI_PAIR_ACCOUNT) out->line->flags |= TANAOROSHI_ACCOUNT;
  }
  if (meeting & TANAOROSHI_LABEL_END) put(out, place, TANAOROSHI_GAP);
  // 仕様 calls nobody (TextNameScan.isWord).
  if (bits & TANAOROSHI_SINGLE && !(last == 0x4ED5 && unit == 0x69D8) &&
      name_may_end(text, start, place, last)) {
    size_t ignored;
    const uint32_t next =
        place + width < end ? character(text, place + width, end, &ignored) : 0x20;
    if (!is_name_unit(next)) put(out, place, TANAOROSHI_CALLING);
  }
  if (!(bits & TANAOROSHI_SPECIAL)) return;
  switch (unit) {
    case ':': case '=': case ']': case '|': case 0xFF1A: case 0xFF1D: case 0xFF3D:
    case 0xFF5C: case 0x3011: case 0x2192: case 0x2502: case 0x3009: case 0x300D:
      put(out, place, TANAOROSHI_MARK);
      break;
    case '(': case 0xFF08:
      if (name_may_end(text, start, place, last)) put(out, place, TANAOROSHI_READING);
      break;
    case 'c': case 0xFF43: case 0xFF23:
      if (name_may_end(text, start, place, last)) put(out, place, TANAOROSHI_CALLING);
      break;
    case 0x5E02: case 0x533A: case 0x753A: case 0x6751:
      if (numeral_follows(text, place + width, end, count, words)) put(out, place, TANAOROSHI_MUNICIPALITY);
      break;
    case 0x751F:
      if ((last >= '0' && last <= '9') || last == 0x65E5 || (last >= 0xFF10 && last <= 0xFF19) ||
          (last >= 0x2460 && last <= 0x2468)) {
        out->line->flags |= TANAOROSHI_BORN;
      }
      break;
    case 0xFF20: out->line->flags |= TANAOROSHI_MAIL; break;
    default:
      if (unit >= 0xFF10 && unit <= 0xFF19) {
        out->line->flags |= TANAOROSHI_DIGITS | TANAOROSHI_NUMBERS;
      } else if (unit >= 0x2460 && unit <= 0x2468) {
        out->line->flags |= TANAOROSHI_DIGITS;
      } else {
        out->line->flags |= TANAOROSHI_ODD;
      }
  }
}

/// Reads the characters of a line that is not all ASCII.
__attribute__((noinline)) static void read_characters(
    const uint8_t *text, size_t start, size_t end, size_t count, const tanaoroshi_words *words,
    tanaoroshi_output *out) {
  const uint32_t *const characters = words->characters;
  uint32_t last = 0x20, second = 0x20, last_bits = TANAOROSHI_ANY;
  size_t last_place = start;
  size_t width = 1;
#if defined(TANAOROSHI_EIGHT)
  // The last place at which eight characters can be read.
  const size_t room = end < count - 4 ? end : count - 4;
  const size_t last_eight = count >= 28 && room >= 24 ? room - 24 : 0;
#endif
  for (size_t place = start; place < end; place += width) {
#if defined(TANAOROSHI_EIGHT)
    if (place <= last_eight && last_eight > 0 && text[place] >= 0xE0) {
      // First all are looked up, then those that are worth it looked at: one after another would wait for each answer.
      uint32_t units[2 + 64], bits[2 + 64];
      units[0] = second;
      units[1] = last;
      bits[1] = last_bits;
      __m256i lasts = _mm256_set1_epi32((int)last_bits);
      uint64_t worth = 0;
      size_t lanes = 0, from = place;
      while (lanes < 64 && place <= last_eight) {
        const uint32_t mask = take_eight(text + place, words, &lasts, units + 2 + lanes, bits + 2 + lanes);
        if (mask >> 8) break;
        worth |= (uint64_t)mask << lanes;
        lanes += 8;
        place += 24;
      }
      const size_t left = (end - place) / 3;
      if (place < end && left < 8 && left * 3 == end - place && lanes > 0 && lanes < 64 && end - 24 <= last_eight) {
        // The last few characters together with those before them, which find nothing new.
        const size_t shift = 8 - left;
        lasts = _mm256_setr_epi32(0, 0, 0, 0, 0, 0, 0, (int)bits[1 + lanes - shift]);
        const uint32_t mask = take_eight(
            text + end - 24, words, &lasts, units + 2 + lanes - shift, bits + 2 + lanes - shift);
        if (!(mask >> 8)) {
          worth |= (uint64_t)(mask >> shift) << lanes;
          lanes += left;
          place = end;
        }
      }
      for (; worth; worth &= worth - 1) {
        const size_t lane = (size_t)__builtin_ctzll(worth), at = from + lane * 3;
        if (is_worth(units[lane + 1], units[lane + 2], bits[lane + 1], bits[lane + 2], words)) {
          take_character(
              text, start, end, count, at, 3, lane > 0 ? at - 3 : last_place, units[lane],
              units[lane + 1], units[lane + 2], bits[lane + 1], bits[lane + 2], words, out);
        }
      }
      if (lanes > 0) {
        second = units[lanes];
        last = units[lanes + 1];
        last_bits = bits[lanes + 1];
        last_place = place - 3;
        width = 0;
        continue;
      }
    }
#endif
    uint32_t unit;
    if (text[place] >= 0xE0 && text[place] < 0xF0 && place + 3 <= end) {
      unit = three_bytes(text + place);
      width = 3;
    } else {
      unit = character(text, place, end, &width);
    }
    const uint32_t bits = characters[unit];
    if (last_bits & bits >> TANAOROSHI_SECOND & 0xFF &&
        is_worth(last, unit, last_bits, bits, words)) {
      take_character(
          text, start, end, count, place, width, last_place, second, last, unit, last_bits, bits,
          words, out);
    }
    second = last;
    last = unit;
    last_bits = bits;
    last_place = place;
  }
}

/// Whether an `@` or `%40` stands in the line.
static bool has_sign(
    const uint8_t *text, const tanaoroshi_classes *classes, size_t start, size_t end) {
  for (size_t block = start / 64; block * 64 < end; block++) {
    for (uint64_t signs = classes[block].signs & part(block, start, end); signs;
         signs &= signs - 1) {
      const size_t place = block * 64 + (size_t)__builtin_ctzll(signs);
      if (text[place] == '@') return true;
      if (place + 2 < end && text[place + 1] == '4' && text[place + 2] == '0') return true;
    }
  }
  return false;
}

static void read_line(
    const uint8_t *text, size_t start, size_t end, const tanaoroshi_classes *classes,
    size_t count, const uint64_t *tokens, const uint64_t *labels, const tanaoroshi_words *words,
    tanaoroshi_output *out) {
  uint64_t signs = 0, high = 0;
  uint64_t marked = 0, labelled = 0;
  size_t digits = 0;
  bool busy = false;
  uint64_t mask = ~(uint64_t)0 << start % 64;
  for (size_t block = start / 64, last = (end - 1) / 64; block <= last; block++, mask = ~(uint64_t)0) {
    if (block == last) mask &= ~(uint64_t)0 >> (63 - (end - 1) % 64);
    high |= classes[block].high & mask;
    // Most blocks of Japanese text hold nothing else.
    const uint64_t ascii = classes[block].signs | classes[block].digits | classes[block].letters;
    if (!((ascii | labels[block]) & mask)) continue;
    busy = true;
    signs |= classes[block].signs & mask;
    marked |= tokens[block] & mask;
    labelled |= labels[block] & mask;
    digits += (size_t)__builtin_popcountll(classes[block].digits & mask);
  }
  uint32_t flags = 0;
  const uint32_t unlabelled = out->unlabelled;
  if (high || labelled) {
    out->unlabelled = 0;
  } else if (busy) {
    out->unlabelled++;
  }
  if (signs && has_sign(text, classes, start, end)) flags |= TANAOROSHI_MAIL;
  if (high) {
    flags |= TANAOROSHI_HIGH;
    if (labelled) flags |= TANAOROSHI_VALUED;
    if (digits > 0) flags |= TANAOROSHI_DIGITS;
    if (digits >= 4) flags |= TANAOROSHI_NUMBERS;
    out->line->flags = flags;
    read_characters(text, start, end, count, words, out);
    flags = out->line->flags;
  } else if (labelled) {
    flags |= TANAOROSHI_LABELLED;
    if (digits >= 4) flags |= TANAOROSHI_NUMBERS;
  } else if (digits >= 4) {
    if (words->own_patterns ||
        (unlabelled <= TANAOROSHI_LABEL_LASTS && fills_line(text, classes, start, end))) {
      flags |= TANAOROSHI_NUMBERS;
    } else if (marked) {
      flags |= TANAOROSHI_TOKENS;
      out->line->flags = flags;
      for (size_t block = start / 64; block * 64 < end; block++) {
        for (uint64_t bits = tokens[block] & part(block, start, end); bits; bits &= bits - 1) {
          put(out, block * 64 + (size_t)__builtin_ctzll(bits), TANAOROSHI_TOKEN);
        }
      }
      flags = out->line->flags;
    }
  }
  // A line that may be one number and nothing else.
  if (end - start <= 64 && (digits > 0 || flags & TANAOROSHI_NUMBERS) &&
      last_letters(classes, start, end) == 0 &&
      (digits >= 4 || __builtin_popcountll(last_high(classes, start, end)) >= 12)) {
    flags |= TANAOROSHI_SHORT;
  }
  if (flags & TANAOROSHI_ACCOUNT && !(flags & TANAOROSHI_DIGITS)) flags &= ~TANAOROSHI_ACCOUNT;
  out->line->flags = flags;
}

size_t TANAOROSHI_KERNEL(triage)(
    const uint8_t *text, size_t count, const tanaoroshi_classes *classes, const uint64_t *tokens,
    const uint64_t *labels, const tanaoroshi_words *words, uint32_t long_line,
    tanaoroshi_progress *progress, tanaoroshi_line *lines, size_t most_lines,
    tanaoroshi_candidate *candidates, size_t most_candidates) {
  size_t given = 0, used = 0;
  size_t start = progress->place;
  const size_t blocks = (count + 63) / 64;
  uint32_t number = progress->line, filled = progress->filled;
  uint32_t unlabelled = progress->unlabelled;
  while (start < count && given < most_lines && used * 2 <= most_candidates) {
    size_t block = start / 64;
    uint64_t ends = classes[block].ends & ~(uint64_t)0 << start % 64;
    while (!ends && ++block < blocks) ends = classes[block].ends;
    const size_t end = ends ? block * 64 + (size_t)__builtin_ctzll(ends) : count;
    if (end > start) {
      tanaoroshi_line *line = &lines[given];
      *line = (tanaoroshi_line){(uint32_t)start, (uint32_t)end, number, 0, (uint32_t)used, 0};
      if (end - start > long_line) {
        line->flags = TANAOROSHI_LONG;
        unlabelled = 0;
      } else {
        filled++;
        if (text[start] == 0xE7 && end - start > 9 && text[start + 1] == 0xAC &&
            text[start + 2] == 0xAC) {
          // 第N条 (DocumentStanding).
          const size_t stop = end - 2 < start + 24 ? end - 2 : start + 24;
          for (size_t index = start + 3; index < stop; index++) {
            if (text[index] == 0xE6 && text[index + 1] == 0x9D && text[index + 2] == 0xA1) {
              progress->articles++;
              break;
            }
          }
        }
        tanaoroshi_output out = {line, candidates, most_candidates - used, unlabelled};
        read_line(text, start, end, classes, count, tokens, labels, words, &out);
        unlabelled = out.unlabelled;
      }
      // Digits and the label of a value count together only.
      const uint32_t both = TANAOROSHI_DIGITS | TANAOROSHI_VALUED, flags = line->flags;
      if (flags & ~(TANAOROSHI_HIGH | both) || line->count > 0 || (flags & both) == both) {
        used += line->count;
        given++;
      }
    }
    start = end + 1;
    if (start < count && text[end] == 0x0D && text[start] == 0x0A) start++;
    number++;
  }
  progress->line = number;
  progress->filled = filled;
  progress->unlabelled = unlabelled;
  progress->place = (uint32_t)(start < count ? start : count);
  return given;
}
