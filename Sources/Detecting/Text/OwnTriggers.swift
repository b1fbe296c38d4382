import Inventory
import Rules
import ScanKernels

/// What points out expressions of an organisation that do not ride on numbers: words, `@`, or nothing.
struct OwnTriggers: Sendable {
  /// Bytes around a trigger in which an expression may match.
  static let reach = 256

  private var hasAt = false
  /// Whether an expression has no trigger, so that every text is looked at.
  private var isAlways = false
  /// The first one or two characters of each word, in full and half width.
  private var writings: [[UInt8]] = []

  init(_ triggers: [RulePattern.Trigger]) {
    for trigger in triggers {
      switch trigger {
      case .at: hasAt = true
      case .literals(let words): for word in words { add(word) }
      case .none, .digits, .lettersAndDigits: isAlways = true
      }
    }
  }

  var isEmpty: Bool { !hasAt && !isAlways && writings.isEmpty }

  private mutating func add(_ word: [UInt8]) {
    guard !word.isEmpty else { return }
    let first = Self.character(word, at: 0)
    let second = Self.character(word, at: first.count)
    for (form, isWhole) in Self.forms(first) {
      // Between the two may stand the mark of a voice.
      guard isWhole, !second.isEmpty else {
        writings.append(form)
        continue
      }
      for (next, _) in Self.forms(second) { writings.append(form + next) }
    }
  }

  private static func character(_ word: [UInt8], at place: Int) -> [UInt8] {
    var end = place + 1
    while end < word.count, word[end] & 0xC0 == 0x80 { end += 1 }
    return place < word.count ? Array(word[place..<end]) : []
  }

  /// The ways in which texts write a folded character, and whether each is all of it.
  private static func forms(_ character: [UInt8]) -> [(bytes: [UInt8], isWhole: Bool)] {
    var forms = [(character, true)]
    if character.count == 1 {
      // Full width: U+FF01 is `!`.
      if let byte = character.first, byte > 0x20, byte < 0x7F {
        forms.append((basic(0xFF01 + UInt32(byte) - 0x21), true))
      }
      return forms
    }
    // Half-width kana, which with a mark of voice behind them fold into one character.
    for code: UInt32 in 0xFF61...0xFF9F {
      let half = basic(code)
      if TextFolding.folded(half.span) == character { forms.append((half, true)) }
      for mark: UInt32 in [0xFF9E, 0xFF9F]
      where TextFolding.folded((half + basic(mark)).span) == character {
        forms.append((half, false))
      }
    }
    return forms
  }

  /// UTF-8 of a code from U+F000 to U+FFFF.
  private static func basic(_ code: UInt32) -> [UInt8] {
    [0xEF, UInt8(0x80 | code >> 6 & 0x3F), UInt8(0x80 | code & 0x3F)]
  }

  /// Whether a trigger may stand in a text; characters that fold into it in other ways than width are not known here.
  func mayStand(in text: Span<UInt8>) -> Bool {
    if isAlways { return !text.isEmpty }
    if hasAt, stands([0x40], text) || stands([0xEF, 0xBC, 0xA0], text) { return true }
    for writing in writings where stands(writing, text) { return true }
    return false
  }

  private func stands(_ word: [UInt8], _ text: Span<UInt8>) -> Bool {
    firstPlace(of: word.span, in: text) != nil
  }

  /// Where an expression may match in a folded text: around its triggers, cut where no word is cut; ascending, apart.
  static func windows(
    of trigger: RulePattern.Trigger, in folded: Span<UInt8>
  ) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    func add(_ word: [UInt8]) {
      var from = 0
      while from < folded.count,
        let place = firstPlace(of: word.span, in: folded.extracting(from..<folded.count))
      {
        let start = from + place
        ranges.append(window(around: start..<start + word.count, in: folded))
        from = start + word.count
      }
    }
    switch trigger {
    case .at: add([0x40])
    case .literals(let words): for word in words where !word.isEmpty { add(word) }
    case .none, .digits, .lettersAndDigits: return [0..<folded.count]
    }
    ranges.sort { $0.lowerBound < $1.lowerBound }
    var apart: [Range<Int>] = []
    for range in ranges {
      if let last = apart.last, range.lowerBound <= last.upperBound {
        apart[apart.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        apart.append(range)
      }
    }
    return apart
  }

  private static func window(around place: Range<Int>, in folded: Span<UInt8>) -> Range<Int> {
    var start = max(0, place.lowerBound - reach)
    var end = min(folded.count, place.upperBound + reach)
    while start > 0, start > place.lowerBound - 2 * reach, isWithinWord(folded, start) {
      start -= 1
    }
    while end < folded.count, end < place.upperBound + 2 * reach, isWithinWord(folded, end) {
      end += 1
    }
    while start > 0, folded[start] & 0xC0 == 0x80 { start -= 1 }
    while end < folded.count, folded[end] & 0xC0 == 0x80 { end += 1 }
    return start..<end
  }

  /// Whether a cut before a byte parts letters, digits or the bytes of a character.
  private static func isWithinWord(_ folded: Span<UInt8>, _ index: Int) -> Bool {
    folded[index] & 0xC0 == 0x80
      || NumberToken.isAlphanumeric(folded[index]) && NumberToken.isAlphanumeric(folded[index - 1])
  }
}
