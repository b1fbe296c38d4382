// Made by Scripts/list-patterns; do not edit.
#include "CPatterns.h"

static const unsigned char file_0[] = {
#embed "../../Patterns/README.md"
};
static const unsigned char file_1[] = {
#embed "../../Patterns/categories.yaml"
};
static const unsigned char file_2[] = {
#embed "../../Patterns/words/NOTICES.md"
};
static const unsigned char file_3[] = {
#embed "../../Patterns/words/README.md"
};
static const unsigned char file_4[] = {
#embed "../../Patterns/words/banks.bin"
};
static const unsigned char file_5[] = {
#embed "../../Patterns/words/foreign-names.txt"
};
static const unsigned char file_6[] = {
#embed "../../Patterns/words/given-names.txt"
};
static const unsigned char file_7[] = {
#embed "../../Patterns/words/lexicon.bin"
};
static const unsigned char file_8[] = {
#embed "../../Patterns/words/phone-areas.bin"
};
static const unsigned char file_9[] = {
#embed "../../Patterns/words/postal-codes.bin"
};
static const unsigned char file_10[] = {
#embed "../../Patterns/words/terms.bin"
};
static const unsigned char file_11[] = {
#embed "../../Patterns/words/terms.txt"
};
static const unsigned char file_12[] = {
#embed "../../Patterns/words/variants.bin"
};
static const unsigned char file_13[] = {
#embed "../../Patterns/words/variants.txt"
};

static const tanaoroshi_embedded_file files[] = {
  {"README.md", file_0, sizeof file_0},
  {"categories.yaml", file_1, sizeof file_1},
  {"words/NOTICES.md", file_2, sizeof file_2},
  {"words/README.md", file_3, sizeof file_3},
  {"words/banks.bin", file_4, sizeof file_4},
  {"words/foreign-names.txt", file_5, sizeof file_5},
  {"words/given-names.txt", file_6, sizeof file_6},
  {"words/lexicon.bin", file_7, sizeof file_7},
  {"words/phone-areas.bin", file_8, sizeof file_8},
  {"words/postal-codes.bin", file_9, sizeof file_9},
  {"words/terms.bin", file_10, sizeof file_10},
  {"words/terms.txt", file_11, sizeof file_11},
  {"words/variants.bin", file_12, sizeof file_12},
  {"words/variants.txt", file_13, sizeof file_13},
};

size_t tanaoroshi_embedded_count(void) { return sizeof files / sizeof *files; }

tanaoroshi_embedded_file tanaoroshi_embedded(size_t index) { return files[index]; }
