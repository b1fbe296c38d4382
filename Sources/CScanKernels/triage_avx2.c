// The triage of lines for processors with AVX2 and what comes with it: bits are counted by one instruction, and eight
// characters of three bytes are looked up together.

#if defined(__x86_64__)
#include <immintrin.h>
#include <stdbool.h>

#include "CScanKernels.h"

#pragma clang attribute push(__attribute__((target("avx2,bmi,bmi2,popcnt"))), apply_to = function)

#define TANAOROSHI_EIGHT 1
#include "Triage/eight_characters_avx2.h"
#include "Triage/four_blocks_avx2.h"

#define TANAOROSHI_KERNEL(name) tanaoroshi_##name##_avx2
#include "Triage/lines.h"
#pragma clang attribute pop
#endif
