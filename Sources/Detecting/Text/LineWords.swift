import Inventory
import Rules
import ScanKernels

/// The words that the pass over running text looks for, taken from the rules and the lists of the readers.
enum LineWords {
  static func make(_ index: RuleIndex) -> TriageWords {
    var words = TriageWords()
    words.hasOwnPatterns = index.hasOwnExpressions
    let callings = BundledBytes("words/callings.bin")
    for place in stride(from: 0, to: callings.count / 6 * 6, by: 6) {
      words.addCalling(
        callings.uint16(at: place), callings.uint16(at: place + 2), callings.uint16(at: place + 4))
    }
    let gates = TextGates.shared
    if !gates.isEmpty {
      words.setCareWords((0..<1 << 10).map(gates.careWords))
    }
    let valued = [index.readers[.personName], index.readers[.sex]].compactMap(\.self)
    let care = index.readers[.specialCare]
    let birth = index.readers[.birthDate]
    let sign = Array("記号".utf8)
    for unit in Fillers.characters { words.addInner(unit) }
    let labels = index.labels
    let uses = labels.senses.map { sense in
      Use(
        isValued: valued.contains { sense.strong.contains($0) },
        isCare: care.map { sense.strong.contains($0) } ?? false,
        isOfValues: birth.map { sense.strong.contains($0) } ?? false,
        speaks: speaks(sense, index))
    }
    labels.forEachSpelling { word, bytes, range in
      var use = uses[Int(labels.words[word].sense)]
      if labels.isText(sign.span, of: word) { use.isOfValues = true }
      if use.isOfValues || use.isValued || use.isCare {
        let ends = ends(bytes, range)
        if use.isOfValues {
          if ends.first[1] == 0 {
            words.addOdd(ends.first[0])
          } else {
            words.addValue(ends.first[0], ends.first[1], ends.first[2])
          }
        }
        if use.isValued { words.addLabelEnd(ends.last[0], ends.last[1], ends.last[2]) }
        if use.isCare {
          words.addCare(ends.first[0], ends.first[1] == 0 ? 0x20 : ends.first[1], ends.first[2])
          var index = range.lowerBound
          while index < range.upperBound { words.addInner(unit(bytes, &index, range.upperBound)) }
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
  private static func speaks(_ sense: LabelVocabulary.Sense, _ index: RuleIndex) -> Bool {
    sense.strong.contains { index.types[$0] != nil }
      || sense.weak.contains { index.types[$0] != nil }
      || sense.near.contains { index.types[$0] != nil }
  }

  /// What the pass needs to know of a word.
  private struct Use {
    var isValued: Bool
    var isCare: Bool
    var isOfValues: Bool
    var speaks: Bool
  }

  /// The first three characters of a spelling and its last three, as the pass knows them, 0 for those that are not there; no
  /// spelling is empty.
  private static func ends(
    _ bytes: Span<UInt8>, _ range: Range<Int>
  ) -> (first: [3 of UInt16], last: [3 of UInt16]) {
    var first: [3 of UInt16] = [0, 0, 0]
    var last: [3 of UInt16] = [0, 0, 0]
    var index = range.lowerBound
    var count = 0
    while index < range.upperBound {
      let unit = unit(bytes, &index, range.upperBound)
      if count < 3 { first[count] = unit }
      last = [last[1], last[2], unit]
      count += 1
    }
    return (first, last)
  }

  private static func unit(_ bytes: Span<UInt8>, _ index: inout Int, _ end: Int) -> UInt16 {
    let scalar = UTF8Bytes.next(bytes, &index, end)
    return scalar < 0x80
      ? UInt16(LabelMatcher.lower(UInt8(truncatingIfNeeded: scalar)))
      : scalar < 0x10000 ? UInt16(scalar) : 0xFFFF
  }
}
