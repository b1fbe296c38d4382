// The triage of lines for any processor, and the choice between the ways.

#define TANAOROSHI_KERNEL(name) tanaoroshi_##name##_portable
#include "Triage/lines.h"

#if defined(__x86_64__)
void tanaoroshi_mark_avx2(
    const uint8_t *text, size_t count, const tanaoroshi_classes *classes,
    const tanaoroshi_words *words, uint64_t *tokens, uint64_t *labels);
size_t tanaoroshi_triage_avx2(
    const uint8_t *text, size_t count, const tanaoroshi_classes *classes, const uint64_t *tokens,
    const uint64_t *labels, uint64_t *worth, const tanaoroshi_words *words, uint32_t long_line,
    tanaoroshi_progress *progress, tanaoroshi_line *lines, size_t most_lines,
    tanaoroshi_candidate *candidates, size_t most_candidates);
void tanaoroshi_mark_avx512(
    const uint8_t *text, size_t count, const tanaoroshi_classes *classes,
    const tanaoroshi_words *words, uint64_t *tokens, uint64_t *labels);
size_t tanaoroshi_triage_avx512(
    const uint8_t *text, size_t count, const tanaoroshi_classes *classes, const uint64_t *tokens,
    const uint64_t *labels, uint64_t *worth, const tanaoroshi_words *words, uint32_t long_line,
    tanaoroshi_progress *progress, tanaoroshi_line *lines, size_t most_lines,
    tanaoroshi_candidate *candidates, size_t most_candidates);
#endif

void tanaoroshi_mark(
    const uint8_t *text, size_t count, const tanaoroshi_classes *classes,
    const tanaoroshi_words *words, uint64_t *tokens, uint64_t *labels, tanaoroshi_level level) {
#if defined(__x86_64__)
  if (level >= tanaoroshi_level_avx512) {
    tanaoroshi_mark_avx512(text, count, classes, words, tokens, labels);
    return;
  }
  if (level >= tanaoroshi_level_avx2) {
    tanaoroshi_mark_avx2(text, count, classes, words, tokens, labels);
    return;
  }
#endif
  tanaoroshi_mark_portable(text, count, classes, words, tokens, labels);
}

size_t tanaoroshi_triage(
    const uint8_t *text, size_t count, const tanaoroshi_classes *classes, const uint64_t *tokens,
    const uint64_t *labels, uint64_t *worth, const tanaoroshi_words *words, uint32_t long_line,
    tanaoroshi_progress *progress, tanaoroshi_line *lines, size_t most_lines,
    tanaoroshi_candidate *candidates, size_t most_candidates, tanaoroshi_level level) {
#if defined(__x86_64__)
  if (level >= tanaoroshi_level_avx512) {
    return tanaoroshi_triage_avx512(
        text, count, classes, tokens, labels, worth, words, long_line, progress, lines, most_lines,
        candidates, most_candidates);
  }
  if (level >= tanaoroshi_level_avx2) {
    return tanaoroshi_triage_avx2(
        text, count, classes, tokens, labels, worth, words, long_line, progress, lines, most_lines,
        candidates, most_candidates);
  }
#endif
  return tanaoroshi_triage_portable(
      text, count, classes, tokens, labels, worth, words, long_line, progress, lines, most_lines,
      candidates, most_candidates);
}
