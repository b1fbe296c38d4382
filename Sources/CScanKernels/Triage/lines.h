#pragma once

// One pass over a text that tells which of its lines may hold something. It may take a line for one that does; it never
// passes over one that does. What it knows of the readers is written beside each test.
//
// Compiled once for each set of instructions: TANAOROSHI_KERNEL gives the functions their names.

#include "lone_numbers.h"
#include "marks.h"
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
