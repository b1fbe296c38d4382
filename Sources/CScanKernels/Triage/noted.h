// Characters that were noted since they and the one before meet, looked at closer; included by noted_avx2.h alone.

/// Characters that are looked at together at most.
enum { NOTED_ROOM = 1024 };

/// What a character that was noted is, which says how it is looked at.
typedef enum {
  /// Not worth a look, as a closer one at it and the one before tells.
  NOTED_NOTHING,
  /// The end of a municipality's name.
  NOTED_TOWN,
  /// Of a honorific, post or self-introduction, and of nothing else.
  NOTED_CALLING,
  /// Whatever else.
  NOTED_OTHER,
  NOTED_KINDS,
} tanaoroshi_noted_kind;

/// Where the line ends in which a character stands, or the text.
static inline size_t line_end(size_t place, size_t count, const tanaoroshi_classes *classes) {
  size_t block = place / 64;
  uint64_t ends = classes[block].ends & ~(uint64_t)0 << place % 64;
  for (const size_t blocks = (count + 63) / 64; !ends && ++block < blocks;) ends = classes[block].ends;
  return ends ? block * 64 + (size_t)__builtin_ctzll(ends) : count;
}

/// Whether a character that was noted and the one before it have three bytes, as most do.
static inline bool is_usual(const uint8_t *text, size_t start, size_t place) {
  return text[place] >= 0x80 && place >= start + 3 && (text[place - 3] & 0xF0) == 0xE0;
}

/// A character of three bytes and the one before it, which has three as well.
static inline tanaoroshi_two usual_two(const uint8_t *text, size_t place) {
  return (tanaoroshi_two){
      three_bytes(text + place - 3), three_bytes(text + place), place - 3, place, place + 3};
}

/// What the second of two characters is; without a branch, since what comes next cannot be foreseen.
static inline size_t noted_kind(tanaoroshi_two two, const tanaoroshi_words *words) {
  const uint32_t before = words->characters[two.last], bits = words->characters[two.unit];
  const uint32_t meeting = before & bits >> TANAOROSHI_SECOND;
  const uint32_t pair = words->pairs[tanaoroshi_pair(two.last, two.unit) & 0xFFFF];
  const uint32_t of_callings = TANAOROSHI_PAIR_CALLING | TANAOROSHI_PAIR_LONG_CALLING;
  const uint32_t others = (meeting & (TANAOROSHI_ANY | TANAOROSHI_LABEL_END)) |
                          (pair & ~of_callings) | (uint32_t)parts_label(two.last, two.unit);
  size_t kind = pair & of_callings ? NOTED_CALLING : NOTED_NOTHING;
  kind = others ? NOTED_OTHER : kind;
  const size_t town = before & TANAOROSHI_NO_TOWN ? NOTED_NOTHING : NOTED_TOWN;
  kind = bits & TANAOROSHI_TOWN ? town : kind;
  return !meeting || calls_nobody(two.last, two.unit) ? NOTED_NOTHING : kind;
}

#if defined(TANAOROSHI_SIXTEEN)
#include "noted_avx512.h"
#else
/// Parts the places of characters by what they are.
static inline void part_noted(
    const uint8_t *text, size_t start, const uint32_t *places, size_t many,
    const tanaoroshi_words *words, uint32_t of[NOTED_KINDS][NOTED_ROOM + 16], size_t counts[NOTED_KINDS]) {
  for (size_t index = 0; index < many; index++) {
    const size_t place = places[index];
    const size_t kind =
        is_usual(text, start, place) ? noted_kind(usual_two(text, place), words) : NOTED_OTHER;
    of[kind][counts[kind]++] = (uint32_t)place;
  }
}
#endif

/// Marks those of some characters that are worth a look, in lines from `start` on; none of them is a line's end.
///
/// They are parted by what they are at first, so that those that follow each other take the same way.
__attribute__((noinline)) static void mark_places(
    const uint8_t *text, size_t start, size_t count, const tanaoroshi_classes *classes,
    const uint32_t *places, size_t many, const tanaoroshi_words *words, uint64_t *worth) {
  // Not each kind at the same bytes of a page as the others.
  uint32_t of[NOTED_KINDS][NOTED_ROOM + 16];
  size_t counts[NOTED_KINDS] = {0};
  part_noted(text, start, places, many, words, of, counts);
  // Over the line's end at first where that is enough: few are left to be asked once more.
  for (size_t index = 0; index < counts[NOTED_TOWN]; index++) {
    const size_t place = of[NOTED_TOWN][index];
    if (numeral_follows(text, place + 3, line_end(place, count, classes), count, words)) {
      mark_place(worth, place);
    }
  }
  for (size_t index = 0; index < counts[NOTED_CALLING]; index++) {
    const size_t place = of[NOTED_CALLING][index];
    const tanaoroshi_two two = usual_two(text, place);
    // At a line's beginning no name stands before it.
    if (two.last_place > start && text[two.last_place - 1] == '\n') continue;
    const uint32_t pair = words->pairs[tanaoroshi_pair(two.last, two.unit) & 0xFFFF];
    if (calling_stands(text, start, line_end(place, count, classes), two, pair, words)) {
      mark_place(worth, place);
    }
  }
  for (size_t index = 0; index < counts[NOTED_OTHER]; index++) {
    const size_t place = of[NOTED_OTHER][index];
    const tanaoroshi_two two =
        is_usual(text, start, place) ? usual_two(text, place) : two_at(text, start, place, count);
    if (may_hold(text, start, line_end(place, count, classes), count, two, words)) mark_place(worth, place);
  }
}
