import Inventory

/// Finds values on the lines below their label, as forms and lists have them: names, dates of birth.
///
///     ■生年月日
///     昭和50年3月4日（50歳）
///
/// A list goes on until a line is blank or holds no such value. Numbers below labels are the readers' of numbers, and addresses need no label.
struct FormFields {
  /// What a label asks for.
  private enum Kind {
    case name, birthDate
  }

  /// Bytes of the longest line that is a label, with the marks around it.
  private static let longestLabel = 60
  /// Bytes of the longest line that is a value.
  private static let longestValue = 120

  private let labels: LabelMatcher
  private let nameRule: Int?
  private let birthRule: Int?
  /// The label that was the line before, or stands above the values so far; goes over from block to block.
  private var waiting: (kind: Kind, word: Int)?
  /// Where the line of the last value ends in the block in hand; `nil` where none stands above.
  private var listEnd: Int?

  init(_ scanner: LineScanner) {
    labels = scanner.index.labels
    nameRule = scanner.nameRule
    birthRule = scanner.birthRule
  }

  /// Whether the next line must be read: most are too long to be a label.
  @inline(__always)
  func mayMatter(_ line: Range<Int>) -> Bool {
    line.count <= Self.longestLabel || waiting != nil
  }

  /// Reads the next line.
  ///
  /// - Parameters:
  ///   - text: UTF-8, lent for the call.
  ///   - line: The line without its end, in bytes of `text`.
  /// - Returns: What stands in it below its label.
  mutating func field(_ text: Span<UInt8>, _ line: Range<Int>) -> TextHit? {
    var start = line.lowerBound
    var end = line.upperBound
    Blanks.trim(text, &start, &end)
    // A blank line may stand between a label and its value, and ends a list.
    if let listEnd, Self.holdsBlankLine(text, listEnd..<end) { waiting = nil }
    listEnd = nil
    guard start < end else { return nil }
    let asked = waiting
    waiting = label(text, start, end)
    guard waiting == nil, let asked, end - start <= Self.longestValue else { return nil }
    let value = ListItem.text(text, start, end)..<end
    let hit =
      switch asked.kind {
      case .name: name(text, value, asked.word)
      case .birthDate: date(text, value, asked.word)
      }
    if hit != nil {
      waiting = asked
      listEnd = line.upperBound
    }
    return hit
  }

  /// Forgets where lines stood in a block that ends; a list goes on behind it.
  mutating func endBlock() { listEnd = nil }

  /// Whether two line ends stand in a row, LF and CR LF each as one.
  private static func holdsBlankLine(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var ends = 0
    for index in range {
      switch text[index] {
      case 0x0A: ends += index > range.lowerBound && text[index - 1] == 0x0D ? 0 : 1
      case 0x0D: ends += 1
      case 0x20, 0x09: break
      default: return ends > 1
      }
    }
    return ends > 0
  }

  private func name(_ text: Span<UInt8>, _ value: Range<Int>, _ word: Int) -> TextHit? {
    guard let nameRule else { return nil }
    let reading = NameReader.read(text, in: value)
    guard !reading.isOrganisation, reading.strength >= 2 else { return nil }
    return TextHit(
      rule: nameRule, type: .personName, start: value.lowerBound, end: value.upperBound,
      confidence: reading.strength == 3 ? 0.95 : 0.9, label: word)
  }

  private func date(_ text: Span<UInt8>, _ value: Range<Int>, _ word: Int) -> TextHit? {
    guard let birthRule,
      let date = DateReader.matchLabelled(
        text, at: value.lowerBound, limit: value.upperBound),
      date.end == value.upperBound || Self.mayFollowDate(text, date.end, value.upperBound)
    else { return nil }
    return TextHit(
      rule: birthRule, type: .birthDate, start: value.lowerBound, end: date.end, confidence: 0.95,
      label: word)
  }

  // MARK: - Labels

  /// The label that a line is, marks around it left out; `nil` for any other line.
  private func label(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> (kind: Kind, word: Int)? {
    guard end - start <= Self.longestLabel else { return nil }
    var first = start
    var last = end
    for _ in 0..<6 where first < last {
      var next = first
      guard LabelMarks.mayStandAround(UTF8Bytes.next(text, &next, last)) else { break }
      first = next
    }
    for _ in 0..<6 where first < last {
      var before = last - 1
      while before > first, text[before] & 0xC0 == 0x80 { before -= 1 }
      var next = before
      guard LabelMarks.mayStandAround(UTF8Bytes.next(text, &next, last)) else { break }
      last = before
    }
    guard let label = labels.label(in: text, at: first, first, last), label.end == last else {
      return nil
    }
    let strong = labels.sense(of: label.word).strong
    if let birthRule, strong.contains(birthRule) { return (.birthDate, label.word) }
    if let nameRule, strong.contains(nameRule) { return (.name, label.word) }
    return nil
  }

  /// Whether an age, 生 or a remark in brackets stands behind a date.
  private static func mayFollowDate(_ text: Span<UInt8>, _ place: Int, _ limit: Int) -> Bool {
    var next = place
    switch UTF8Bytes.next(text, &next, limit) {
    // Blank ( ・ 生 満 and the full-width ones
    case 0x20, 0x28, 0x3000, 0xFF08, 0x751F, 0x6E80: return true
    default: return false
    }
  }
}
