#pragma once

// Latin words that may be labels.

#include "masks.h"

/// Whether a word of a number (tanaoroshi_word_place) that begins a label is one, or is followed by what a label may go on
/// with; told by its first eight letters.
static inline bool may_go_on(
    const uint8_t *word, unsigned length, uint32_t place, const tanaoroshi_words *words) {
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
  return words->latin_beginnings[place >> 6] >> (place & 63) & 1 && may_go_on(word, length, place, words);
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
