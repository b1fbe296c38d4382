// Classes of the bytes of one short cell.

#include "CScanKernels.h"

#if defined(__SSE2__)
/// Bytes from `low` to `low + span`.
static inline __m128i in_range(__m128i bytes, uint8_t low, uint8_t span) {
  const __m128i shifted = _mm_sub_epi8(bytes, _mm_set1_epi8((char)low));
  return _mm_cmpeq_epi8(_mm_min_epu8(shifted, _mm_set1_epi8((char)span)), shifted);
}
#endif

tanaoroshi_mail_marks tanaoroshi_mail_marks64(const uint8_t *bytes, size_t count) {
  tanaoroshi_mail_marks marks = {0, 0, 0, 0};
#if defined(__SSE2__)
  for (size_t part = 0; part * 16 < count && part < 4; part++) {
    const __m128i lane = _mm_loadu_si128((const __m128i *)(bytes + part * 16));
    const __m128i at = _mm_cmpeq_epi8(lane, _mm_set1_epi8(0x40));
    const __m128i dot = _mm_cmpeq_epi8(lane, _mm_set1_epi8(0x2E));
    const __m128i personal = _mm_or_si128(
        _mm_or_si128(dot, _mm_cmpeq_epi8(lane, _mm_set1_epi8(0x5F))), in_range(lane, 0x30, 9));
    const __m128i letter = in_range(_mm_or_si128(lane, _mm_set1_epi8(0x20)), 0x61, 25);
    const __m128i usual = _mm_or_si128(
        _mm_or_si128(letter, _mm_cmpeq_epi8(lane, _mm_set1_epi8(0x2D))),
        _mm_or_si128(personal, at));
    marks.at |= (uint64_t)(uint16_t)_mm_movemask_epi8(at) << (part * 16);
    marks.dots |= (uint64_t)(uint16_t)_mm_movemask_epi8(dot) << (part * 16);
    marks.personal |= (uint64_t)(uint16_t)_mm_movemask_epi8(personal) << (part * 16);
    marks.unusual |= (uint64_t)(uint16_t)~_mm_movemask_epi8(usual) << (part * 16);
  }
#else
  for (size_t index = 0; index < 64 && index < count; index++) {
    const uint8_t byte = bytes[index];
    const uint64_t bit = 1ULL << index;
    const int digit = byte >= 0x30 && byte <= 0x39;
    const int letter = (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A;
    if (byte == 0x40) marks.at |= bit;
    if (byte == 0x2E) marks.dots |= bit;
    if (digit || byte == 0x2E || byte == 0x5F) marks.personal |= bit;
    if (!digit && !letter && byte != 0x2E && byte != 0x5F && byte != 0x2D && byte != 0x40) {
      marks.unusual |= bit;
    }
  }
#endif
  const uint64_t inside = count < 64 ? (1ULL << count) - 1 : ~0ULL;
  marks.at &= inside;
  marks.dots &= inside;
  marks.personal &= inside;
  marks.unusual &= inside;
  return marks;
}

int tanaoroshi_is_letters64(const uint8_t *bytes, size_t count) {
  const uint64_t inside = count < 64 ? (1ULL << count) - 1 : ~0ULL;
  uint64_t high = 0;
  uint64_t blank = 0;
  uint64_t wide = 0;
  uint64_t sign = 0;
#if defined(__SSE2__)
  for (size_t part = 0; part * 16 < count && part < 4; part++) {
    const __m128i lane = _mm_loadu_si128((const __m128i *)(bytes + part * 16));
    const int shift = (int)part * 16;
    high |= (uint64_t)(uint16_t)_mm_movemask_epi8(lane) << shift;
    blank |= (uint64_t)(uint16_t)_mm_movemask_epi8(_mm_cmpeq_epi8(lane, _mm_set1_epi8(0x20)))
             << shift;
    wide |= (uint64_t)(uint16_t)_mm_movemask_epi8(
                _mm_cmpeq_epi8(lane, _mm_set1_epi8((char)0xEF)))
            << shift;
    sign |= (uint64_t)(uint16_t)_mm_movemask_epi8(
                _mm_cmpeq_epi8(lane, _mm_set1_epi8((char)0xBC)))
            << shift;
  }
#else
  for (size_t index = 0; index < 64 && index < count; index++) {
    const uint64_t bit = 1ULL << index;
    if (bytes[index] & 0x80) high |= bit;
    if (bytes[index] == 0x20) blank |= bit;
    if (bytes[index] == 0xEF) wide |= bit;
    if (bytes[index] == 0xBC) sign |= bit;
  }
#endif
  return ((high | blank) & inside) == inside && ((wide << 1) & sign & inside) == 0;
}
