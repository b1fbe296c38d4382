#pragma once

// What two neighbouring bytes can do wrong in UTF-8, for each width of vectors.

#include <stddef.h>
#include <stdint.h>

// The mistakes, one bit each. Two of them share a bit, since no pair of bytes can make both.
#define TOO_SHORT 0x01       // a lead, or text, where a continuation must stand
#define TOO_LONG 0x02        // a continuation behind ASCII
#define OVERLONG_3 0x04      // E0 80...9F
#define TOO_LARGE 0x08       // F4 90... and above
#define SURROGATE 0x10       // ED A0...BF
#define OVERLONG_2 0x20      // C0, C1
#define OVERLONG_4 0x40      // F0 80...8F
#define TOO_LARGE_1000 0x40  // F5...FF 80...8F
#define TWO_CONTINUATIONS 0x80
#define CARRIED (TOO_SHORT | TOO_LONG | TWO_CONTINUATIONS)

// By the upper half of the first byte.
#define FIRST_UPPER                                                                             \
  TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG,               \
      TWO_CONTINUATIONS, TWO_CONTINUATIONS, TWO_CONTINUATIONS, TWO_CONTINUATIONS,               \
      TOO_SHORT | OVERLONG_2, TOO_SHORT, TOO_SHORT | OVERLONG_3 | SURROGATE,                    \
      TOO_SHORT | TOO_LARGE | TOO_LARGE_1000 | OVERLONG_4
#define LARGE (CARRIED | TOO_LARGE | TOO_LARGE_1000)
// By the lower half of the first byte.
#define FIRST_LOWER                                                                             \
  CARRIED | OVERLONG_2 | OVERLONG_3 | OVERLONG_4, CARRIED | OVERLONG_2, CARRIED, CARRIED,       \
      CARRIED | TOO_LARGE, LARGE, LARGE, LARGE, LARGE, LARGE, LARGE, LARGE, LARGE,              \
      LARGE | SURROGATE, LARGE, LARGE
#define LATER (TOO_LONG | OVERLONG_2 | TWO_CONTINUATIONS)
// By the upper half of the second byte.
#define SECOND_UPPER                                                                            \
  TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT,       \
      LATER | OVERLONG_3 | TOO_LARGE_1000 | OVERLONG_4, LATER | OVERLONG_3 | TOO_LARGE,         \
      LATER | SURROGATE | TOO_LARGE, LATER | SURROGATE | TOO_LARGE, TOO_SHORT, TOO_SHORT,       \
      TOO_SHORT, TOO_SHORT

/// Takes a character that the end cuts off from a count of bytes that hold no mistake before it.
static size_t whole_characters(const uint8_t *bytes, size_t count) {
  if (count >= 1 && bytes[count - 1] >= 0xC0) return count - 1;
  if (count >= 2 && bytes[count - 2] >= 0xE0) return count - 2;
  if (count >= 3 && bytes[count - 3] >= 0xF0) return count - 3;
  return count;
}

static const uint8_t first_upper[32] = {FIRST_UPPER, FIRST_UPPER};
static const uint8_t first_lower[32] = {FIRST_LOWER, FIRST_LOWER};
static const uint8_t second_upper[32] = {SECOND_UPPER, SECOND_UPPER};
