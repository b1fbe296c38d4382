import Rules
import ScanKernels

/// Finds full names of persons in prose that nothing points out: no label, no honorific, no reading.
///
/// Only names in kanji count, a family and a given name that the lists know, bounded on both sides by kana, marks or
/// blanks. A given name that is also a word does not count, nor a whole that is a place or an organisation. A family
/// name of one character counts only with a blank behind it: 東京一 is no name.
package enum BareNameReader {
  /// Appends the names of some lines, in order and without overlap; none goes over the end of a line.
  ///
  /// - Parameters:
  ///   - text: UTF-8, lent for the call.
  ///   - range: Whole lines, in bytes of `text`.
  ///   - names: Receives what was found, by bytes of `text`.
  ///   - cares: Receives where kanji end that may say something of special care about somebody.
  /// - Complexity: O(*n*) in the bytes of the lines; eight bytes at a time where all are ASCII.
  package static func names(
    in text: Span<UInt8>, _ range: Range<Int>, into names: inout [Range<Int>],
    cares: inout [Int]
  ) {
    let limit = min(range.upperBound, text.count)
    var position = range.lowerBound
    // Whether what stands before `position` may stand before a name.
    var isBound = true
    while position < limit {
      let lead = text[position]
      if lead < 0x80 {
        position = behindASCII(text, position, limit)
        isBound = !isWordByte(text[position - 1])
      } else if lead == 0xE3, position &+ 3 <= limit, text[position &+ 1] == 0x81 {
        // Most of what stands between kanji: hiragana up to み.
        position &+= 3
        isBound = true
      } else {
        let run = Run(text, from: position, limit)
        if run.count == 0 {
          isBound = mayBound(UTF8Bytes.next(text, &position, limit))
          continue
        }
        position = run.end
        if mayTellCare(text, run.end, from: run.start) { cares.append(run.end) }
        if isBound, run.count <= 6, let name = name(text, run, limit) {
          names.append(name)
          position = name.upperBound
        }
        isBound = false
      }
    }
  }

  /// Whether some kanji end as words and statements of special care do: 診断, 通院中, うつ病.
  @inline(__always)
  private static func mayTellCare(_ text: Span<UInt8>, _ end: Int, from start: Int) -> Bool {
    // The last bytes of the characters below, as bits.
    guard 0x0098_300C_0028_14A4 >> UInt64(text[end &- 1] & 0x3F) & 1 != 0 else { return false }
    let last = character(text, end)
    // 症 病 癌 患
    if last == 0xE79787 || last == 0xE79785 || last == 0xE7998C || last == 0xE682A3 {
      return true
    }
    guard end &- start >= 6 else { return false }
    return switch (character(text, end &- 3), last) {
    // 診断 入院 通院 退院 手術 治療 療養 休職 服薬 投薬 逮捕 院中 療中 養中 薬中 職中 察中 捕歴 往歴 病歴 院歴 術歴 障害 術後
    case (0xE8A8BA, 0xE696AD), (0xE585A5, 0xE999A2), (0xE9809A, 0xE999A2), (0xE98080, 0xE999A2),
      (0xE6898B, 0xE8A193), (0xE6B2BB, 0xE79982), (0xE79982, 0xE9A48A), (0xE4BC91, 0xE881B7),
      (0xE69C8D, 0xE896AC), (0xE68A95, 0xE896AC), (0xE980AE, 0xE68D95), (0xE999A2, 0xE4B8AD),
      (0xE79982, 0xE4B8AD), (0xE9A48A, 0xE4B8AD), (0xE896AC, 0xE4B8AD), (0xE881B7, 0xE4B8AD),
      (0xE5AF9F, 0xE4B8AD), (0xE68D95, 0xE6ADB4), (0xE5BE80, 0xE6ADB4), (0xE79785, 0xE6ADB4),
      (0xE999A2, 0xE6ADB4), (0xE8A193, 0xE6ADB4), (0xE99A9C, 0xE5AEB3), (0xE8A193, 0xE5BE8C):
      true
    default: false
    }
  }

  /// The three bytes before a place as one number.
  @inline(__always)
  private static func character(_ text: Span<UInt8>, _ end: Int) -> UInt32 {
    UInt32(text[end &- 3]) << 16 | UInt32(text[end &- 2]) << 8 | UInt32(text[end &- 1])
  }

  /// Kanji in a row.
  private struct Run {
    var start: Int
    var end: Int
    var count = 0

    @inline(__always)
    init(_ text: Span<UInt8>, from start: Int, _ limit: Int) {
      self.start = start
      end = start
      while end < limit {
        let lead = text[end]
        // U+5000 to U+9FFF need no closer look.
        if lead >= 0xE5, lead <= 0xE9, end &+ 3 <= limit {
          end &+= 3
          count &+= 1
          continue
        }
        guard lead >= 0xE3 else { return }
        var next = end
        guard isKanji(UTF8Bytes.next(text, &next, limit)) else { return }
        end = next
        count &+= 1
      }
    }
  }

  private static func behindASCII(_ text: Span<UInt8>, _ start: Int, _ limit: Int) -> Int {
    var position = start &+ 1
    while position &+ 8 <= limit, loadWord(text, at: position) & 0x8080_8080_8080_8080 == 0 {
      position &+= 8
    }
    while position < limit, text[position] < 0x80 { position &+= 1 }
    return position
  }

  // MARK: - Letters

  private static func isKanji(_ scalar: UInt32) -> Bool {
    scalar >= 0x4E00 && scalar <= 0x9FFF || scalar == 0x3005 || scalar >= 0x3400 && scalar < 0x4DC0
      || scalar >= 0xF900 && scalar <= 0xFAFF || scalar >= 0x20000 && scalar <= 0x3FFFF
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    byte &- 0x30 <= 9 || (byte | 0x20) &- 0x61 < 26 || byte == 0x5F
  }

  /// Whether a name may begin behind the character: hiragana, marks and blanks, no letters or digits.
  private static func mayBound(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x3041...0x3096, 0xA0...0xBF, 0x2000...0x206F, 0x2190...0x27BF, 0x3000...0x3004,
      0x3006...0x303F, 0x30FB, 0xFF01...0xFF0F, 0xFF1A...0xFF20, 0xFF3B...0xFF40, 0xFF5B...0xFF65,
      0xFEFF:
      true
    default: false
    }
  }

  /// Whether a name may end before a place: at marks, blanks, and particles (は が を …), not at the ending of a verb.
  private static func mayEnd(_ text: Span<UInt8>, _ place: Int, _ limit: Int) -> Bool {
    guard place < limit else { return true }
    if text[place] < 0x80 { return !isWordByte(text[place]) }
    var next = place
    let scalar = UTF8Bytes.next(text, &next, limit)
    guard scalar >= 0x3041, scalar <= 0x3096 else { return mayBound(scalar) }
    switch scalar {
    // は が を に と も の へ で や か よ だ
    case 0x306F, 0x304C, 0x3092, 0x306B, 0x3068, 0x3082, 0x306E, 0x3078, 0x3067, 0x3084, 0x304B,
      0x3088, 0x3060:
      return true
    default: return false
    }
  }

  // MARK: - Names

  private static func name(_ text: Span<UInt8>, _ run: Run, _ limit: Int) -> Range<Int>? {
    if run.count <= 3, let given = runBehindBlank(text, run.end, limit), given.count <= 3,
      mayEnd(text, given.end, limit),
      isPair(text, run, given)
    {
      return run.start..<given.end
    }
    guard run.count >= 3, run.count <= 6, mayEnd(text, run.end, limit), isWhole(text, run) else {
      return nil
    }
    return run.start..<run.end
  }

  /// The kanji behind one blank.
  private static func runBehindBlank(_ text: Span<UInt8>, _ end: Int, _ limit: Int) -> Run? {
    guard end < limit else { return nil }
    var start = end + 1
    if text[end] != 0x20 {
      // U+3000 is E3 80 80.
      guard end + 2 < limit, text[end] == 0xE3, text[end + 1] == 0x80, text[end + 2] == 0x80
      else { return nil }
      start = end + 3
    }
    let run = Run(text, from: start, limit)
    return run.count > 0 ? run : nil
  }

  /// Whether a word is no given name of one who is not pointed out, whatever else it is.
  private static let words: Lexicon.Kinds = .common | .organisation | .municipality | .prefecture

  private static func isWhole(_ text: Span<UInt8>, _ run: Run) -> Bool {
    guard beginsAsFamily(text, run) else { return false }
    let folded = FoldedText(text, run.start..<run.end)
    let count = folded.count
    for length in 2...3 where (1...3).contains(count - length) {
      let family = folded.kinds(0..<length)
      guard family.hasAny(.surname) else { continue }
      let given = folded.kinds(length..<count)
      guard given.hasAny(.given), given.hasNone(words) else { continue }
      let isClean = given.hasNone(.place)
      let isKnown = family.hasAny(.frequent) && (count - length >= 2 || isClean)
      let isRare = isClean && count - length >= 2 && family.hasNone(.common | .organisation)
      if isKnown || isRare { return !isSomethingElse(folded) }
    }
    return false
  }

  /// Whether the first two or three kanji are a family name; turns most runs away.
  private static func beginsAsFamily(_ text: Span<UInt8>, _ run: Run) -> Bool {
    let words = WordLists.shared
    var position = run.start
    var hash = WordTable.seed
    for length in 1...3 where position < run.end {
      let scalar = UTF8Bytes.next(text, &position, run.end)
      // Outside the basic plane: the folding knows.
      guard scalar < 0x10000 else { return true }
      hash = WordTable.mix(hash, words.folded(UInt16(truncatingIfNeeded: scalar)))
      if length >= 2, words.kinds(hash).hasAny(.surname) { return true }
    }
    return false
  }

  private static func isPair(_ text: Span<UInt8>, _ first: Run, _ second: Run) -> Bool {
    let folded = FoldedText(text, first.start..<second.end)
    guard folded[first.count] == 0x20, folded.count == first.count + 1 + second.count else {
      return false
    }
    let family = folded.kinds(0..<first.count)
    let given = folded.kinds(first.count + 1..<folded.count)
    guard family.hasAny(.surname), given.hasAny(.given), given.hasNone(words) else { return false }
    let isClean = given.hasNone(.place)
    let isKnown = family.hasAny(.frequent) && (second.count >= 2 || isClean)
    let isRare = isClean && first.count >= 2 && family.hasNone(.common | .organisation)
    return (isKnown || isRare) && !isSomethingElse(folded)
  }

  /// Whether the whole is a place, an organisation, a word of the language, or a word that stands where a name could.
  private static func isSomethingElse(_ folded: borrowing FoldedText) -> Bool {
    let whole = 0..<folded.count
    return folded.kinds(whole).hasAny(words | .place | .town)
      || NameReader.isNoName(folded, whole) || NameReader.isOrganisation(folded, whole)
  }
}
