#pragma once

#include <stddef.h>
#include <stdint.h>

/// Where the fuzz program begins: hands its arguments to libFuzzer, and each input to `LLVMFuzzerTestOneInput`.
int Fuzzing_main(int count, char **arguments);
