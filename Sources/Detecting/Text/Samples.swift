/// Tells whether a text says of what follows that it is an example: 例、記入例、見本、サンプル.
enum Samples {
  /// Whether such a word stands at most 24 bytes before a place.
  static func stands(before place: Int, in text: Span<UInt8>, from start: Int) -> Bool {
    var index = max(start, place - 24)
    while index + 2 < place {
      // 例 is E4 BE 8B, 見本 E8 A6 8B E6 9C AC.
      if text[index] == 0xE4, text[index + 1] == 0xBE, text[index + 2] == 0x8B {
        // 例えば and 事例 are examples too, 例年 and 条例 are not.
        let isOrdinance =
          index >= start + 3 && text[index - 3] == 0xE6 && text[index - 2] == 0x9D
          && text[index - 1] == 0xA1
        return !isOrdinance
      }
      if text[index] == 0xE8, text[index + 1] == 0xA6, text[index + 2] == 0x8B, index + 5 < place,
        text[index + 3] == 0xE6, text[index + 4] == 0x9C, text[index + 5] == 0xAC
      {
        return true
      }
      index += 1
    }
    return false
  }
}
