#include "FuzzingMain.h"

// libFuzzer's driver as a function; its own `main` is not linked, since SwiftPM defines `main` as `Fuzzing_main`.
extern int LLVMFuzzerRunDriver(int *count, char ***arguments, int (*test)(const uint8_t *, size_t));
extern int LLVMFuzzerTestOneInput(const uint8_t *start, size_t count);

int Fuzzing_main(int count, char **arguments) {
  return LLVMFuzzerRunDriver(&count, &arguments, LLVMFuzzerTestOneInput);
}
