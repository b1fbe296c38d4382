#include "CPatterns.h"

#include <string.h>

static uint64_t word(const unsigned char *bytes) {
  uint64_t word;
  memcpy(&word, bytes, sizeof word);
  return word;
}

static uint64_t mix(uint64_t one, uint64_t other) {
  unsigned __int128 product = (unsigned __int128)one * other;
  return (uint64_t)product ^ (uint64_t)(product >> 64);
}

uint64_t tanaoroshi_fingerprint(uint64_t state, const unsigned char *bytes, size_t count) {
  const uint64_t one = 0x9E3779B97F4A7C15, other = 0xC2B2AE3D27D4EB4F;
  // Two lanes, so that a multiplication need not wait for the one before it.
  uint64_t first = state ^ one;
  uint64_t second = state ^ other;
  size_t index = 0;
  for (; index + 32 <= count; index += 32) {
    first = mix(word(bytes + index) ^ first, word(bytes + index + 8) ^ one);
    second = mix(word(bytes + index + 16) ^ second, word(bytes + index + 24) ^ other);
  }
  unsigned char rest[32] = {0};
  memcpy(rest, bytes + index, count - index);
  first = mix(word(rest) ^ first, word(rest + 8) ^ one);
  second = mix(word(rest + 16) ^ second, word(rest + 24) ^ other);
  return mix(first ^ one, second ^ count);
}
