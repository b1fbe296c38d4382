import Rules

/// Japanese written in Latin letters, whatever the system: `Satoh`, `Satou`, `Satō` are one.
enum Romaji {
  /// The hash of the canonical spelling of some letters, for ``Lexicon``; and whether they sound Japanese at all.
  ///
  /// Canonical: long vowels short, `si ti tu hu zi sya tya zya`, `n` before b, m, p. The same rules spell the readings in
  /// `Scripts/build-words`.
  static func canonical(_ text: borrowing FoldedText, _ range: Range<Int>) -> (
    hash: UInt64, soundsJapanese: Bool
  ) {
    var word = Word()
    var index = range.lowerBound
    while index < range.upperBound {
      let letter = text[index]
      let next = index + 1 < range.upperBound ? text[index + 1] : 0
      let after = index + 2 < range.upperBound ? text[index + 2] : 0
      index += 1
      switch (letter, next) {
      case (a("s"), a("h")):
        word.put(a("s"))
        if after != a("i") { word.put(a("y")) }
        index += 1
      case (a("t"), a("c")) where after == a("h"): word.put(a("t"))
      case (a("c"), a("h")):
        word.put(a("t"))
        if after != a("i") { word.put(a("y")) }
        index += 1
      case (a("t"), a("s")):
        word.put(a("t"))
        index += 1
      case (a("d"), a("z")), (0x27, _), (0x2D, _): break
      case (a("f"), _): word.put(a("h"))
      case (a("j"), _):
        word.put(a("z"))
        if next != a("i"), next != a("y") { word.put(a("y")) }
      case (a("m"), a("b")), (a("m"), a("m")), (a("m"), a("p")): word.put(a("n"))
      case (a("o"), a("h")) where !isVowel(after) && after != a("y"):
        word.put(letter)
        index += 1
      case (a("u"), a("h")) where after != 0 && !isVowel(after) && after != a("y"):
        word.put(letter)
        index += 1
      default: word.put(letter)
      }
    }
    return (word.hash, word.soundsJapanese)
  }

  @inline(__always)
  static func isVowel(_ letter: UInt16) -> Bool {
    letter == 0x61 || letter == 0x65 || letter == 0x69 || letter == 0x6F || letter == 0x75
  }

  @inline(__always)
  private static func a(_ letter: Unicode.Scalar) -> UInt16 {
    UInt16(truncatingIfNeeded: letter.value)
  }

  /// A canonical word as it grows.
  private struct Word {
    var hash = WordTable.seed
    var last: UInt16 = 0
    var consonants = 0
    var vowels = 0
    var isJapanese = true

    mutating func put(_ letter: UInt16) {
      // Long vowels are written in four ways; one stays.
      if last == 0x6F, letter == 0x6F || letter == 0x75 { return }
      if last == 0x75, letter == 0x75 { return }
      hash = WordTable.mix(hash, letter)
      if Romaji.isVowel(letter) {
        consonants = 0
        vowels += 1
      } else {
        // Two consonants: y glides, n closes, or a doubled one.
        if consonants > 0, letter != 0x79, last != 0x6E, last != letter { isJapanese = false }
        consonants += 1
        if consonants > 3 { isJapanese = false }
        switch letter {
        case 0x6C, 0x71, 0x76, 0x78, 0x63: isJapanese = false
        default: break
        }
      }
      last = letter
    }

    var soundsJapanese: Bool { isJapanese && vowels > 0 && (Romaji.isVowel(last) || last == 0x6E) }
  }
}
