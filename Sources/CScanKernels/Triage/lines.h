#pragma once

// One pass over a text that tells which of its lines may hold something. It may take a line for one that does; it never
// passes over one that does. What it knows of the readers is written beside each test.
//
// Compiled once for each set of instructions: TANAOROSHI_KERNEL gives the functions their names.

#include "lone_numbers.h"
#include "marks.h"
#include "passing.h"
#include "reading.h"

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

/// Marks the characters of a line that is not all ASCII, unless that is done.
static inline void mark_line(
    const uint8_t *text, size_t start, size_t end, size_t count, const tanaoroshi_classes *classes,
    const tanaoroshi_words *words, uint64_t *worth, tanaoroshi_progress *progress) {
  if (progress->marked >= end) return;
  progress->marked = (uint32_t)mark_characters(text, start, count, classes, words, worth);
}

/// Whether a line whose characters are marked holds nothing but characters that are not worth a look.
static inline bool is_plain(
    size_t start, size_t end, const tanaoroshi_classes *classes, const uint64_t *labels,
    const uint64_t *worth) {
  uint64_t mask = ~(uint64_t)0 << start % 64;
  for (size_t block = start / 64, last = (end - 1) / 64; block <= last; block++, mask = ~(uint64_t)0) {
    if (block == last) mask &= ~(uint64_t)0 >> (63 - (end - 1) % 64);
    const tanaoroshi_classes *of = &classes[block];
    if ((of->signs | of->digits | of->letters | labels[block] | worth[block]) & mask) return false;
  }
  return true;
}

/// Whether a line may be one number and nothing else.
static inline bool is_lone_number(
    size_t start, size_t end, const tanaoroshi_classes *classes, size_t digits, bool has_numbers) {
  return end - start <= 64 && (digits > 0 || has_numbers) && last_letters(classes, start, end) == 0 &&
         (digits >= 4 || __builtin_popcountll(last_high(classes, start, end)) >= 12);
}

/// Reads a line that is not all ASCII.
__attribute__((noinline)) static void read_high_line(
    const uint8_t *text, size_t start, size_t end, const tanaoroshi_classes *classes,
    size_t count, const uint64_t *labels, const uint64_t *worth, const tanaoroshi_words *words,
    tanaoroshi_output *out) {
  uint64_t signs = 0, labelled = 0;
  size_t digits = 0;
  uint64_t mask = ~(uint64_t)0 << start % 64;
  for (size_t block = start / 64, last = (end - 1) / 64; block <= last; block++, mask = ~(uint64_t)0) {
    if (block == last) mask &= ~(uint64_t)0 >> (63 - (end - 1) % 64);
    signs |= classes[block].signs & mask;
    labelled |= labels[block] & mask;
    digits += (size_t)__builtin_popcountll(classes[block].digits & mask);
    for (uint64_t bits = worth[block] & mask; bits; bits &= bits - 1) {
      const size_t place = block * 64 + (size_t)__builtin_ctzll(bits);
      read_character(text, start, end, count, two_at(text, start, place, end), words, out);
    }
  }
  uint32_t flags = out->line->flags | TANAOROSHI_HIGH;
  if (signs && has_sign(text, classes, start, end)) flags |= TANAOROSHI_MAIL;
  if (labelled) flags |= TANAOROSHI_VALUED;
  if (digits > 0) flags |= TANAOROSHI_DIGITS;
  if (digits >= 4) flags |= TANAOROSHI_NUMBERS;
  if (is_lone_number(start, end, classes, digits, flags & TANAOROSHI_NUMBERS)) {
    flags |= TANAOROSHI_SHORT;
  }
  if (!(flags & TANAOROSHI_DIGITS)) flags &= ~(uint32_t)TANAOROSHI_ACCOUNT;
  out->line->flags = flags;
  out->unlabelled = 0;
}

/// Reads a line of ASCII; false when it is none.
static inline bool read_ascii_line(
    const uint8_t *text, size_t start, size_t end, const tanaoroshi_classes *classes,
    const uint64_t *tokens, const uint64_t *labels, const tanaoroshi_words *words,
    tanaoroshi_output *out) {
  uint64_t signs = 0, marked = 0, labelled = 0, busy = 0, high = 0;
  size_t digits = 0;
  uint64_t mask = ~(uint64_t)0 << start % 64;
  for (size_t block = start / 64, last = (end - 1) / 64; block <= last; block++, mask = ~(uint64_t)0) {
    if (block == last) mask &= ~(uint64_t)0 >> (63 - (end - 1) % 64);
    signs |= classes[block].signs & mask;
    marked |= tokens[block] & mask;
    labelled |= labels[block] & mask;
    busy |= (classes[block].digits | classes[block].letters) & mask;
    high |= classes[block].high & mask;
    digits += (size_t)__builtin_popcountll(classes[block].digits & mask);
  }
  if (high) return false;
  uint32_t flags = 0;
  const uint32_t unlabelled = out->unlabelled;
  if (labelled) {
    out->unlabelled = 0;
  } else if (busy | signs) {
    out->unlabelled++;
  }
  if (signs && has_sign(text, classes, start, end)) flags |= TANAOROSHI_MAIL;
  if (labelled) {
    flags |= TANAOROSHI_LABELLED;
    if (digits >= 4) flags |= TANAOROSHI_NUMBERS;
  } else if (digits >= 4) {
    if (words->own_patterns ||
        (unlabelled <= TANAOROSHI_LABEL_LASTS && fills_line(text, classes, start, end))) {
      flags |= TANAOROSHI_NUMBERS;
    } else if (marked) {
      flags |= TANAOROSHI_TOKENS;
      for (size_t block = start / 64; block * 64 < end; block++) {
        for (uint64_t bits = tokens[block] & part(block, start, end); bits; bits &= bits - 1) {
          put(out, block * 64 + (size_t)__builtin_ctzll(bits), TANAOROSHI_TOKEN);
        }
      }
    }
  }
  if (is_lone_number(start, end, classes, digits, flags & TANAOROSHI_NUMBERS)) {
    flags |= TANAOROSHI_SHORT;
  }
  out->line->flags |= flags;
  return true;
}

/// Whether a line begins as an article of regulations does: 第N条 (DocumentStanding).
static inline bool is_article(const uint8_t *text, size_t start, size_t end) {
  if (text[start] != 0xE7 || end - start <= 9 || text[start + 1] != 0xAC || text[start + 2] != 0xAC) {
    return false;
  }
  const size_t stop = end - 2 < start + 24 ? end - 2 : start + 24;
  for (size_t index = start + 3; index < stop; index++) {
    if (text[index] == 0xE6 && text[index + 1] == 0x9D && text[index + 2] == 0xA1) return true;
  }
  return false;
}

size_t TANAOROSHI_KERNEL(triage)(
    const uint8_t *text, size_t count, const tanaoroshi_classes *classes, const uint64_t *tokens,
    const uint64_t *labels, uint64_t *worth, const tanaoroshi_words *words, uint32_t long_line,
    tanaoroshi_progress *progress, tanaoroshi_line *lines, size_t most_lines,
    tanaoroshi_candidate *candidates, size_t most_candidates) {
  size_t given = 0, used = 0;
  const size_t blocks = (count + 63) / 64;
  while (progress->place < count && given < most_lines && used * 2 <= most_candidates) {
    const size_t start = progress->place;
    const bool begins_high = text[start] >= 0x80;
    if (begins_high && start < progress->marked &&
        pass_plain_lines(text, count, classes, labels, worth, long_line, progress)) {
      continue;
    }
    if (!begins_high && progress->unlabelled > TANAOROSHI_LABEL_LASTS && !words->own_patterns &&
        pass_ascii_lines(text, count, classes, tokens, labels, long_line, progress)) {
      continue;
    }
    size_t block = start / 64;
    uint64_t ends = classes[block].ends & ~(uint64_t)0 << start % 64;
    while (!ends && ++block < blocks) ends = classes[block].ends;
    const size_t end = ends ? block * 64 + (size_t)__builtin_ctzll(ends) : count;
    if (end - start > long_line) {
      lines[given++] = (tanaoroshi_line){
          (uint32_t)start, (uint32_t)end, progress->line, TANAOROSHI_LONG, (uint32_t)used, 0};
      progress->unlabelled = 0;
    } else if (end > start) {
      progress->filled++;
      if (is_article(text, start, end)) progress->articles++;
      if (begins_high) mark_line(text, start, end, count, classes, words, worth, progress);
      // Most lines of Japanese hold nothing.
      if (begins_high && is_plain(start, end, classes, labels, worth)) {
        progress->unlabelled = 0;
      } else {
        tanaoroshi_line *line = &lines[given];
        const bool is_below = progress->unlabelled <= TANAOROSHI_LABEL_LASTS;
        tanaoroshi_output out = {line, candidates, most_candidates - used, progress->unlabelled};
        *line = (tanaoroshi_line){(uint32_t)start, (uint32_t)end, progress->line, 0, (uint32_t)used, 0};
        if (begins_high ||
            !read_ascii_line(text, start, end, classes, tokens, labels, words, &out)) {
          mark_line(text, start, end, count, classes, words, worth, progress);
          read_high_line(text, start, end, classes, count, labels, worth, words, &out);
        }
        progress->unlabelled = out.unlabelled;
        // Digits and the label of a value count together only.
        const uint32_t both = TANAOROSHI_DIGITS | TANAOROSHI_VALUED, flags = line->flags;
        if (flags & ~(TANAOROSHI_HIGH | both) || line->count > 0 || (flags & both) == both) {
          if (is_below) line->flags |= TANAOROSHI_BELOW;
          used += line->count;
          given++;
        }
      }
    }
    progress->place = (uint32_t)end + 1;
    if (end + 1 < count && text[end] == 0x0D && text[end + 1] == 0x0A) progress->place++;
    if (progress->place > count) progress->place = (uint32_t)count;
    progress->line++;
  }
  return given;
}
