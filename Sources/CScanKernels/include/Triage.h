#pragma once

#include <stddef.h>
#include <stdint.h>

/// The classes of 64 bytes, one bit each; bit 0 is the first byte.
typedef struct {
  /// LF, CR.
  uint64_t ends;
  uint64_t digits;
  /// Latin letters.
  uint64_t letters;
  /// Bytes outside ASCII.
  uint64_t high;
  /// `@` and `%`.
  uint64_t signs;
  /// `-` and `.`.
  uint64_t joints;
  /// Blank, tab and `|`.
  uint64_t gaps;
} tanaoroshi_classes;

/// Classifies `count` bytes into ceil(count / 64) elements; behind the text all bits are 0.
void tanaoroshi_classify(
    const uint8_t *text, size_t count, tanaoroshi_classes *out, tanaoroshi_level level);

// What a line may hold (tanaoroshi_line.flags).
enum {
  /// Numbers that a label, their groups or their shape may explain: read all.
  TANAOROSHI_NUMBERS = 1,
  /// Numbers that only their own shape may explain: candidates of kind TOKEN.
  TANAOROSHI_TOKENS = 2,
  /// `@`, `%40` or the wide sign.
  TANAOROSHI_MAIL = 4,
  /// Names, whatever the candidates say.
  TANAOROSHI_ODD = 8,
  /// A date may stand before 生.
  TANAOROSHI_BORN = 16,
  /// 普通 or 当座, and digits.
  TANAOROSHI_ACCOUNT = 32,
  /// Any digit, in a line that is not ASCII.
  TANAOROSHI_DIGITS = 64,
  /// A short line without Latin letters.
  TANAOROSHI_SHORT = 128,
  /// A line too long to be read at once.
  TANAOROSHI_LONG = 256,
  /// Too many candidates: take the line for one that may hold anything.
  TANAOROSHI_FULL = 512,
  /// Not all ASCII.
  TANAOROSHI_HIGH = 1024,
  /// All ASCII, with the label of some data.
  TANAOROSHI_LABELLED = 2048,
  /// In a line that is not ASCII, the label of a birth date or of an insurance's sign.
  TANAOROSHI_VALUED = 4096,
  /// Few lines behind one that may hold a label, or behind the text's beginning: a label of an earlier line may speak for a
  /// number.
  TANAOROSHI_BELOW = 8192,
};

// What a candidate is (tanaoroshi_candidate.kind).
enum {
  /// A honorific or post of one character, or the first two characters of a longer one or of a self-introduction.
  TANAOROSHI_CALLING = 1,
  /// A mark that may stand behind a label.
  TANAOROSHI_MARK = 2,
  /// A bracket with kana behind a name's character.
  TANAOROSHI_READING = 3,
  /// 市 区 町 村.
  TANAOROSHI_MUNICIPALITY = 4,
  /// A gap behind what a label of names ends with.
  TANAOROSHI_GAP = 5,
  /// The beginning of a label of special care.
  TANAOROSHI_CARE = 6,
  /// A number, or letters and digits.
  TANAOROSHI_TOKEN = 7,
};

typedef struct {
  /// First byte.
  uint32_t start;
  /// One past the last, the line's end left out.
  uint32_t end;
  /// Number of the line in the text; the first is 0.
  uint32_t line;
  uint32_t flags;
  /// Its candidates.
  uint32_t first;
  uint32_t count;
} tanaoroshi_line;

typedef struct {
  uint32_t place;
  uint32_t kind;
} tanaoroshi_candidate;

// Bits of tanaoroshi_words.characters: how a character takes part in words. A character is worth a look when one of the
// lowest twelve bits of the one before it stands also in its highest twelve.
enum {
  /// Ten buckets of pairs, as the first character: five of honorifics and posts, five of labels.
  TANAOROSHI_PAIR = 0x3FF,
  /// The last character of a label of names or sex.
  TANAOROSHI_LABEL_END = 1 << 10,
  /// Every character.
  TANAOROSHI_ANY = 1 << 11,
  /// A honorific or post by itself.
  TANAOROSHI_SINGLE = 1 << 12,
  /// Looked at by its code.
  TANAOROSHI_SPECIAL_BIT = 13,
  TANAOROSHI_SPECIAL = 1 << TANAOROSHI_SPECIAL_BIT,
  /// A digit in any writing, or what may stand for one: the number of a house.
  TANAOROSHI_NUMERAL_BIT = 14,
  TANAOROSHI_NUMERAL = 1 << TANAOROSHI_NUMERAL_BIT,
  /// 、 and 。.
  TANAOROSHI_STOP_BIT = 15,
  TANAOROSHI_STOP = 1 << TANAOROSHI_STOP_BIT,
  /// 市区町村: the end of a municipality's name.
  TANAOROSHI_TOWN = 1 << 16,
  /// What stands before that in no name of one: a blank, 、。 and some particles.
  TANAOROSHI_NO_TOWN = 1 << 17,
  /// What may stand between the beginning of a label of special care and its value: the label's other characters, fillers.
  TANAOROSHI_INNER = 1 << 18,
  /// The lowest bit as the second character: of pairs, behind a label (a blank, colon or bracket), behind whatever (SINGLE
  /// or SPECIAL).
  TANAOROSHI_SECOND = 20,
};

// Bits of tanaoroshi_words.pairs: what begins with a pair of characters.
enum {
  /// A honorific, post or self-introduction.
  TANAOROSHI_PAIR_CALLING = 1,
  /// A label of special care.
  TANAOROSHI_PAIR_CARE = 2,
  /// A label of a birth date or of an insurance's sign.
  TANAOROSHI_PAIR_VALUE = 4,
  /// 普通 or 当座, or 普, 当 or 貯 before a closing bracket.
  TANAOROSHI_PAIR_ACCOUNT = 8,
  /// A honorific, post or self-introduction of three characters and more: see tanaoroshi_words.long_callings.
  TANAOROSHI_PAIR_LONG_CALLING = 16,
  /// The beginning of an article of regulations, at a line's beginning: such a line is looked at by itself.
  TANAOROSHI_PAIR_ARTICLE = 32,
};

/// Bytes of the longest word of letters and digits that an expression of the packs can match, a third more than it matches
/// (LineScanner.matchBundled).
enum { TANAOROSHI_LONGEST_WORD = 24 };

enum { TANAOROSHI_NEAR_GROUPS = 2, TANAOROSHI_SINGLE_GROUPS = 2 };

/// Six bits that depend on all three bytes of a character: those of the second byte, those of the third the other way round
/// and three of the first, added without carries.
static inline uint32_t tanaoroshi_mixed(uint32_t unit) {
  uint32_t turned = 0;
  for (int bit = 0; bit < 6; bit++) turned |= (unit >> bit & 1) << (5 - bit);
  return (unit >> 6 & 0x3F) ^ turned ^ (unit >> 12 & 7) << 3;
}

/// The words that are looked for.
typedef struct {
  /// For each of 65,536 characters, the bits above.
  const uint32_t *characters;
  /// For each of 65,536 numbers of tanaoroshi_pair, the bits above.
  const uint8_t *pairs;
  /// Bits of pairs that begin words of special care.
  const uint64_t *care_words;
  /// Bits of the first three characters of honorifics, posts and self-introductions, by tanaoroshi_triple.
  const uint64_t *long_callings;
  /// Bits of the first three characters of labels of special care, birth dates and signs, by tanaoroshi_triple; 0 stands for
  /// one that is not there.
  const uint64_t *label_beginnings;
  /// Bits of the last three characters of labels of names or sex, in the same way.
  const uint64_t *label_ends;
  /// A trie of Latin words: 32 next nodes for each node, 0: none; the bit 0x8000: a word may end there. Node 0 is the root.
  const uint16_t *latin;
  /// Bits of the beginnings of the words of the trie, each of one to eight letters: 65,536 by tanaoroshi_word_place.
  const uint64_t *latin_beginnings;
  /// Bits of those that are a whole word, or are followed by something else than a letter in one.
  const uint64_t *latin_wholes;
  /// Tables that tell characters of three bytes which may be worth a look: TANAOROSHI_NEAR_GROUPS times six tables of 64 bytes
  /// for pairs, then TANAOROSHI_SINGLE_GROUPS times three for characters that are looked at behind whatever.
  ///
  /// Each table gives the eight buckets of a group in which the six bits of a character's second byte, of its third, or
  /// tanaoroshi_mixed stand; of six tables the first three are those of a pair's first character.
  const uint8_t *near_pairs;
  /// Nodes of the trie.
  size_t latin_nodes;
  /// Whether patterns of the organisation may match any word of letters and digits.
  int own_patterns;
} tanaoroshi_words;

/// The number of up to eight letters in lower case, the first in the lowest byte, in the set of beginnings.
static inline uint32_t tanaoroshi_word_place(uint64_t letters) {
  return ((uint32_t)letters * 0x9E3779B1u + (uint32_t)(letters >> 32) * 0x85EBCA77u) >> 16;
}

/// The number of a pair of characters in the sets of pairs.
static inline uint32_t tanaoroshi_pair(uint32_t first, uint32_t second) {
  return (first * 0x9E3779B1u + second * 0x85EBCA77u) >> 16;
}

/// The number of three characters in the set of long callings.
static inline uint32_t tanaoroshi_triple(uint32_t first, uint32_t second, uint32_t third) {
  return tanaoroshi_pair(tanaoroshi_pair(first, second), third);
}

/// Lines after which the label of an earlier line speaks for no number (LineScanner.Carry).
enum { TANAOROSHI_LABEL_LASTS = 5 };

/// Where the pass over a text stands.
typedef struct {
  /// First byte of the next line.
  uint32_t place;
  /// Its number.
  uint32_t line;
  /// Lines passed that were not empty; long ones are not counted.
  uint32_t filled;
  /// Lines passed that begin as articles do: 第…条.
  uint32_t articles;
  /// Lines with letters or digits since the last that may hold a label, or since the beginning.
  uint32_t unlabelled;
  /// One past the last byte whose characters have been told to be worth a look or not.
  uint32_t marked;
} tanaoroshi_progress;

/// Marks places in `classes` that may matter: finds what is to be looked at before lines are told apart.
///
/// `tokens` and `labels` receive one element for each of `classes`.
void tanaoroshi_mark(
    const uint8_t *text, size_t count, const tanaoroshi_classes *classes,
    const tanaoroshi_words *words, uint64_t *tokens, uint64_t *labels, tanaoroshi_level level);

/// Goes on from `progress` and gives the next lines that may hold something, at most `most_lines` of them.
///
/// `worth` is room for one element for each of `classes`, kept from call to call; `candidates` has room for
/// `most_candidates`; returns the lines given, fewer than `most_lines` only at the text's end.
size_t tanaoroshi_triage(
    const uint8_t *text, size_t count, const tanaoroshi_classes *classes, const uint64_t *tokens,
    const uint64_t *labels, uint64_t *worth, const tanaoroshi_words *words, uint32_t long_line,
    tanaoroshi_progress *progress, tanaoroshi_line *lines, size_t most_lines,
    tanaoroshi_candidate *candidates, size_t most_candidates, tanaoroshi_level level);
