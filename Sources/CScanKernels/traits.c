// What stands in a stretch of bytes, told in one pass: most files are cleared of being no text by it.

#include "CScanKernels.h"

uint32_t tanaoroshi_traits_portable(const uint8_t *bytes, size_t count) {
  // Tab, LF, form feed, CR, SO, SI, SUB, ESC.
  const uint32_t text = 1u << 0x09 | 1u << 0x0A | 1u << 0x0C | 1u << 0x0D | 1u << 0x0E |
                        1u << 0x0F | 1u << 0x1A | 1u << 0x1B;
  uint32_t traits = 0;
  for (size_t index = 0; index < count; index++) {
    const uint8_t byte = bytes[index];
    if (byte >= 0x80) {
      traits |= tanaoroshi_has_high;
    } else if (byte == 0) {
      traits |= tanaoroshi_has_zero;
    } else if (byte == 0x1B) {
      traits |= tanaoroshi_has_escape;
    } else if (byte == 0x7F || (byte < 0x20 && !(text >> byte & 1))) {
      traits |= tanaoroshi_has_control;
    }
  }
  return traits;
}

uint32_t tanaoroshi_traits(const uint8_t *bytes, size_t count) {
#if defined(__SSE2__)
  __m128i zero = _mm_setzero_si128(), control = zero, escape = zero, high = zero;
  size_t place = 0;
  for (; place + 16 <= count; place += 16) {
    const __m128i lane = _mm_loadu_si128((const __m128i *)(bytes + place));
    high = _mm_or_si128(high, lane);
    const __m128i low = _mm_cmpeq_epi8(_mm_min_epu8(lane, _mm_set1_epi8(0x1F)), lane);
    const __m128i del = _mm_cmpeq_epi8(lane, _mm_set1_epi8(0x7F));
    // Line ends are all that most lanes have of them.
    const __m128i line = _mm_or_si128(
        _mm_cmpeq_epi8(lane, _mm_set1_epi8(0x0A)), _mm_cmpeq_epi8(lane, _mm_set1_epi8(0x0D)));
    const __m128i odd = _mm_or_si128(_mm_andnot_si128(line, low), del);
    if (_mm_movemask_epi8(odd) == 0) continue;
    const __m128i nul = _mm_cmpeq_epi8(lane, _mm_setzero_si128());
    const __m128i esc = _mm_cmpeq_epi8(lane, _mm_set1_epi8(0x1B));
    const __m128i text = _mm_or_si128(
        _mm_or_si128(
            _mm_cmpeq_epi8(_mm_and_si128(lane, _mm_set1_epi8((char)0xFC)), _mm_set1_epi8(0x0C)),
            _mm_cmpeq_epi8(lane, _mm_set1_epi8(0x09))),
        _mm_cmpeq_epi8(lane, _mm_set1_epi8(0x1A)));
    zero = _mm_or_si128(zero, nul);
    escape = _mm_or_si128(escape, esc);
    control = _mm_or_si128(
        control, _mm_andnot_si128(_mm_or_si128(_mm_or_si128(text, nul), esc), odd));
  }
  uint32_t traits = tanaoroshi_traits_portable(bytes + place, count - place);
  if (_mm_movemask_epi8(zero) != 0) traits |= tanaoroshi_has_zero;
  if (_mm_movemask_epi8(control) != 0) traits |= tanaoroshi_has_control;
  if (_mm_movemask_epi8(escape) != 0) traits |= tanaoroshi_has_escape;
  if (_mm_movemask_epi8(high) != 0) traits |= tanaoroshi_has_high;
  return traits;
#else
  return tanaoroshi_traits_portable(bytes, count);
#endif
}
