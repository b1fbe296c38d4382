import Inventory
import Rules
import ScanKernels

/// The words that the pass over running text looks for, taken from the rules and the lists of the readers.
enum LineWords {
  static func make(_ index: RuleIndex) -> TriageWords {
    var words = TriageWords()
    words.hasOwnPatterns = index.hasOwnExpressions
    let callings = BundledBytes("words/callings.bin")
    for place in stride(from: 0, to: callings.count / 4 * 4, by: 4) {
      words.addCalling(callings.uint16(at: place), callings.uint16(at: place + 2))
    }
    let gates = TextGates.shared
    if !gates.isEmpty {
      words.setCareWords(
        (0..<1 << 10).map { word in
          (0..<64).reduce(UInt64(0)) {
            gates.mayBeginCare(word << 6 | $1) ? $0 | 1 << UInt64($1) : $0
          }
        })
    }
    let valued = [index.readers[.personName], index.readers[.sex]].compactMap(\.self)
    let care = index.readers[.specialCare]
    let birth = index.readers[.birthDate]
    let uses = index.labels.words.map { word in
      Use(
        isValued: valued.contains { word.strong.contains($0) },
        isCare: care.map(word.strong.contains) ?? false,
        isOfValues: birth.map(word.strong.contains) ?? false || word.text == "記号",
        speaks: speaks(word, index))
    }
    index.labels.forEachSpelling { word, bytes, range in
      let use = uses[word]
      if use.isOfValues {
        let units = units(bytes, range)
        if units.count > 1 {
          words.addValue(units[0], units[1])
        } else if let first = units.first {
          words.addOdd(first)
        }
      }
      if use.isValued || use.isCare {
        let units = units(bytes, range)
        if use.isValued, let last = units.last { words.addLabelEnd(last) }
        if use.isCare, let first = units.first {
          words.addCare(first, units.count > 1 ? units[1] : 0x20)
        }
      }
      if use.speaks, range.allSatisfy({ bytes[$0] < 0x80 }) {
        if LabelMatcher.isLetter(bytes[range.lowerBound]) {
          words.addLatin(bytes.extracting(range))
        } else {
          // No rule of the program has such a label; where one has, no number is passed over.
          words.hasOwnPatterns = true
        }
      }
    }
    return words
  }

  /// Whether a word can speak for a number: only data counts, not what merely looks like it.
  private static func speaks(_ word: LabelMatcher.Word, _ index: RuleIndex) -> Bool {
    word.strong.contains { index.types[$0] != nil } || word.weak.contains { index.types[$0] != nil }
      || word.near.contains { index.types[$0] != nil }
  }

  /// What the pass needs to know of a word.
  private struct Use {
    var isValued: Bool
    var isCare: Bool
    var isOfValues: Bool
    var speaks: Bool
  }

  /// Characters as the pass knows them.
  private static func units(_ bytes: Span<UInt8>, _ range: Range<Int>) -> [UInt16] {
    var units: [UInt16] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let scalar = UTF8Bytes.next(bytes, &index, range.upperBound)
      units.append(
        scalar < 0x80
          ? UInt16(LabelMatcher.lower(UInt8(truncatingIfNeeded: scalar)))
          : scalar < 0x10000 ? UInt16(scalar) : 0xFFFF)
    }
    return units
  }
}
