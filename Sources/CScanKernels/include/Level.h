#pragma once

/// The widths of instructions for which a kernel is written; all give the same results.
typedef enum {
  tanaoroshi_level_portable = 0,
  tanaoroshi_level_ssse3 = 1,
  tanaoroshi_level_avx2 = 2,
} tanaoroshi_level;

/// The best level that this processor has.
tanaoroshi_level tanaoroshi_best_level(void);
