// The triage of lines for processors with AVX2 and what comes with it: counting bits takes one instruction there.

#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("avx2,bmi,bmi2,popcnt"))), apply_to = function)
#define TANAOROSHI_KERNEL(name) tanaoroshi_##name##_avx2
#include "triage_body.h"
#pragma clang attribute pop
#endif
