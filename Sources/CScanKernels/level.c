// What this processor can do: each level stands for all the sets of instructions that its kernels are written with.

#include "Level.h"

tanaoroshi_level tanaoroshi_best_level(void) {
#if defined(__x86_64__)
  if (!__builtin_cpu_supports("ssse3")) return tanaoroshi_level_portable;
  if (!(__builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") &&
        __builtin_cpu_supports("bmi2") && __builtin_cpu_supports("lzcnt") &&
        __builtin_cpu_supports("popcnt"))) {
    return tanaoroshi_level_ssse3;
  }
  if (!(__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
        __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl") &&
        __builtin_cpu_supports("avx512vbmi") && __builtin_cpu_supports("avx512vbmi2") &&
        __builtin_cpu_supports("avx512vpopcntdq") && __builtin_cpu_supports("gfni"))) {
    return tanaoroshi_level_avx2;
  }
  return tanaoroshi_level_avx512;
#else
  return tanaoroshi_level_portable;
#endif
}
