#include "CPatterns.h"

static const unsigned char readme[] = {
#embed "../../Patterns/README.md"
};

const tanaoroshi_embedded_file tanaoroshi_embedded_files[] = {
  {"README.md", readme, sizeof readme},
};
const size_t tanaoroshi_embedded_file_count = sizeof tanaoroshi_embedded_files / sizeof *tanaoroshi_embedded_files;
