import Inventory

/// Finds sentences of the beginning of a document that tell something of special care about somebody who is meant there: named
/// on the line or shortly before, or spoken of as 私, 本人, 母.
struct CareSearch {
  /// Lines, and bytes, behind a name in which a sentence is still about that person.
  private static let linesBehind = 4
  private static let bytesBehind = 600
  /// Probability that what is told is true of a person, from texts that nobody wrote for it.
  private static let confidence = 0.7

  private let rule: Int?
  /// Where people are named in the block in hand.
  private var persons: [Int] = []

  init(_ scanner: LineScanner) { rule = scanner.careRule }

  /// Keeps where people were named in the block in hand.
  mutating func note(_ hits: [TextHit]) {
    for hit in hits where hit.type == .personName && hit.confidence >= 0.5 {
      persons.append(hit.start)
    }
  }

  /// Notes a name that something other than the lines points out.
  mutating func note(person place: Int) { persons.append(place) }

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
    persons.sort()
    var next = 0
    // The place at which somebody was meant last.
    var person: Int?
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
      while next < persons.count, persons[next] < end {
        person = max(person ?? 0, persons[next])
        next += 1
      }
      let isNamed = bare != nil || person.map { isAbout($0, text, range) } ?? false
      CareStatement.hits(in: text, line: range, into: &hits) { word in
        CareStatement.namesPerson(text, before: word.range.lowerBound, from: range.lowerBound)
      }
      for hit in hits
      where isNamed
        || CareStatement.namesPerson(text, before: hit.range.lowerBound, from: range.lowerBound)
      {
        person = hit.range.lowerBound
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

  /// Whether a person named at a place is meant on a line: the name stands on it or shortly before.
  private func isAbout(_ person: Int, _ text: Span<UInt8>, _ line: Range<Int>) -> Bool {
    guard person < line.lowerBound else { return true }
    guard line.lowerBound - person <= Self.bytesBehind else { return false }
    var lines = 0
    for index in person..<line.lowerBound where text[index] == 0x0A { lines += 1 }
    return lines <= Self.linesBehind
  }
}
