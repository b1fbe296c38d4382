// The triage of lines for processors with AVX-512: as with AVX2, but Latin words are looked up eight and sixteen together, and
// runs of letters and digits told sixteen together.

#if defined(__x86_64__)
#include <immintrin.h>
#include <stdbool.h>

#include "CScanKernels.h"

#pragma clang attribute push(                                                                            \
    __attribute__((target(                                                                               \
        "avx2,bmi,bmi2,lzcnt,popcnt,gfni,avx512f,avx512bw,avx512dq,avx512vl,avx512vbmi,avx512vbmi2," \
        "avx512vpopcntdq"))), \
    apply_to = function)

#define TANAOROSHI_EIGHT 1
#define TANAOROSHI_SIXTEEN 1
#include "Triage/eight_characters_avx2.h"
#include "Triage/four_blocks_avx2.h"

#define TANAOROSHI_KERNEL(name) tanaoroshi_##name##_avx512
#include "Triage/lines.h"
#pragma clang attribute pop
#endif
