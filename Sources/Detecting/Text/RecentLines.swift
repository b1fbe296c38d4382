/// The lines before a place, from which the labels that still wait there are found when a number asks for them.
///
/// What lines leave is forgotten after five of them, so that it need not be kept from line to line.
struct RecentLines {
  /// What the lines before `floor` left.
  private let base: LineScanner.Carry
  private let floor: Int
  /// Lines with hits: their first byte, and the place of the last hit.
  private var hits: [(start: Int, last: Int)] = []

  /// - Parameters:
  ///   - base: What was left before this text.
  ///   - floor: Where the text begins to count.
  init(_ base: LineScanner.Carry, from floor: Int = 0) {
    self.base = base
    self.floor = floor
  }

  /// Notes a line in which something was found.
  mutating func note(_ start: Int, lastHit: Int) {
    if hits.count >= 8 { hits.removeFirst() }
    hits.append((start, lastHit))
  }

  /// The labels that wait at the beginning of a line.
  func carry(
    _ text: Span<UInt8>, before place: Int, _ scanner: LineScanner
  ) -> LineScanner.Carry {
    var lines: [Range<Int>] = []
    var end = place
    while lines.count < 5, end > floor {
      // Behind `end` stands a line's beginning, before it a line end.
      if end > floor, text[end - 1] == 0x0A || text[end - 1] == 0x0D {
        end -= 1
        continue
      }
      var start = end
      while start > floor, text[start - 1] != 0x0A, text[start - 1] != 0x0D { start -= 1 }
      var first = start
      var last = end
      Blanks.trim(text, &first, &last)
      if first < last { lines.append(start..<end) }
      end = start
    }
    var carry = end <= floor && lines.count < 5 ? base : LineScanner.Carry()
    let saved = scanner.labels
    for line in lines.reversed() {
      let last = self.hits.last { $0.start == line.lowerBound }?.last ?? -1
      scanner.leave(text, line.lowerBound, line.upperBound, lastHit: last, in: &carry)
    }
    scanner.labels = saved
    return carry
  }
}
