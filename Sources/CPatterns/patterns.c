// Made by Scripts/list-patterns; do not edit.
#include "CPatterns.h"

static const unsigned char file_0[] = {
#embed "../../Patterns/README.md"
};
static const unsigned char file_1[] = {
#embed "../../Patterns/categories.yaml"
};

static const tanaoroshi_embedded_file files[] = {
  {"README.md", file_0, sizeof file_0},
  {"categories.yaml", file_1, sizeof file_1},
};

size_t tanaoroshi_embedded_count(void) { return sizeof files / sizeof *files; }

tanaoroshi_embedded_file tanaoroshi_embedded(size_t index) { return files[index]; }
