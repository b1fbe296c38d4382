#pragma once

/// The widths of instructions for which a kernel is written; all give the same results.
typedef enum {
  tanaoroshi_level_portable = 0,
  tanaoroshi_level_ssse3 = 1,
  tanaoroshi_level_avx2 = 2,
  /// AVX-512 with the parts that look bytes up, pick them out, turn their bits and count them (VBMI, VBMI2, GFNI, VPOPCNTDQ):
  /// Intel since Ice Lake, AMD since Zen 4.
  tanaoroshi_level_avx512 = 3,
} tanaoroshi_level;

/// The best level that this processor has.
tanaoroshi_level tanaoroshi_best_level(void);
