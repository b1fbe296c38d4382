import Inventory

/// Finds sentences of the beginning of a document that tell something of special care about somebody who is meant there: named
/// on the line or shortly before, or spoken of as 私, 本人, 母.
struct CareSearch {
  /// Lines, and bytes, behind a name in which somebody who is spoken of (私, 母) can be meant.
  private static let linesBehind = 4
  private static let bytesBehind = 600
  /// Lines behind somebody who is addressed (様, さん) in which a sentence is still about that person.
  private static let linesBehindAddressed = 2
  /// Probability that what is told is true of a person, from texts that nobody wrote for it.
  private static let confidence = 0.7

  private let rule: Int?
  /// Where people are named in the block in hand.
  private var persons: [Range<Int>] = []

  init(_ scanner: LineScanner) { rule = scanner.careRule }

  /// Keeps where people were named in the block in hand.
  mutating func note(_ hits: [TextHit]) {
    for hit in hits where hit.type == .personName && hit.confidence >= 0.5 {
      persons.append(hit.start..<hit.end)
    }
  }

  /// Notes a name that something other than the lines points out.
  mutating func note(person name: Range<Int>) { persons.append(name) }

  /// Forgets what was found of the block in hand.
  mutating func endBlock() { persons.removeAll(keepingCapacity: true) }

  /// What the lines tell in which kanji end as such sentences do.
  ///
  /// - Parameters:
  ///   - places: Where those kanji end, in order.
  ///   - names: Full names that nothing points out, in order.
  ///   - longLine: Lines longer than this are no prose and passed over.
  mutating func sentences(
    _ text: Span<UInt8>, _ places: [Int], names: [Range<Int>], longLine: Int
  ) -> [OpeningSearch.Found] {
    guard let rule, !places.isEmpty else { return [] }
    persons.sort { $0.lowerBound < $1.lowerBound }
    var next = 0
    // The places at which somebody was named, and addressed or told of, last.
    var person: Int?
    var addressed: Int?
    var found: [OpeningSearch.Found] = []
    var end = 0
    for place in places where place > end {
      var start = place
      while start > end, !OpeningSearch.isLineEnd(text[start - 1]) { start -= 1 }
      end = place
      while end < text.count, end - start <= longLine, !OpeningSearch.isLineEnd(text[end]) {
        end += 1
      }
      guard end - start <= longLine else { continue }
      let range = start..<end
      var hits: [SpecialCareHit] = []
      let bare = names.first { range.contains($0.lowerBound) }
      while next < persons.count, persons[next].lowerBound < end {
        person = persons[next].lowerBound
        if Self.isAddressed(text, persons[next]) { addressed = person }
        next += 1
      }
      let isNear = person.map { isAbout($0, text, range, Self.linesBehind) } ?? false
      let isNamed =
        bare != nil || person.map { $0 >= range.lowerBound } ?? false
        || addressed.map { isAbout($0, text, range, Self.linesBehindAddressed) } ?? false
      CareStatement.hits(in: text, line: range, into: &hits) { word in
        CareStatement.namesPerson(text, before: word.range.lowerBound, from: range.lowerBound)
      }
      for hit in hits
      where isNamed
        || isNear
          && CareStatement.namesPerson(text, before: hit.range.lowerBound, from: range.lowerBound)
      {
        addressed = hit.range.lowerBound
        let care = TextHit(
          rule: rule, type: .specialCare, start: hit.range.lowerBound, end: hit.range.upperBound,
          confidence: Self.confidence)
        found.append(
          OpeningSearch.Found(
            name: hit.range, line: range, number: 0, ground: .care(care)))
      }
    }
    OpeningSearch.number(&found, text)
    return found
  }

  /// Whether a person named at a place can be meant on a line: the name stands on it or shortly before.
  private func isAbout(
    _ person: Int, _ text: Span<UInt8>, _ line: Range<Int>, _ most: Int
  ) -> Bool {
    guard person < line.lowerBound else { return true }
    guard line.lowerBound - person <= Self.bytesBehind else { return false }
    var lines = 0
    for index in person..<line.lowerBound where text[index] == 0x0A { lines += 1 }
    return lines <= most
  }

  /// Whether 様, さん, 氏 or くん stands behind a name or ends it: who signs, lectures or is in charge is not addressed so.
  private static func isAddressed(_ text: Span<UInt8>, _ name: Range<Int>) -> Bool {
    var index = max(name.lowerBound, name.upperBound - 6)
    let end = min(text.count, name.upperBound + 7)
    while index + 2 < end {
      switch (text[index], text[index + 1], text[index + 2]) {
      // 様 氏 さ く
      case (0xE6, 0xA7, 0x98), (0xE6, 0xB0, 0x8F): return true
      case (0xE3, 0x81, 0x95), (0xE3, 0x81, 0x8F):
        // ん
        if index + 5 < text.count, text[index + 3] == 0xE3, text[index + 4] == 0x82,
          text[index + 5] == 0x93
        {
          return true
        }
      default: break
      }
      index += 1
    }
    return false
  }
}
