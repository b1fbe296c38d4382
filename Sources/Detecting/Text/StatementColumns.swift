/// The values of an INSERT statement that a line of a log holds, each under the column that the statement names for it.
struct StatementColumns {
  /// A value without its quotes, and what its column is called.
  private struct Value {
    var range: Range<Int>
    /// The word that is all of the column's name; `nil` when no rule knows it.
    var word: Int?
  }

  /// Columns that are told apart; further ones have no label.
  private static let mostColumns = 256

  /// In the order in which they stand.
  private var values: [Value] = []

  /// Reads the first such statement of a line.
  ///
  /// - Parameter labels: Those of the line, in the order in which they stand; a column that none names has no word.
  /// - Complexity: O(1) where no label ends as the name of a column does, else O(*n*) in the line's length.
  init?(_ text: Span<UInt8>, _ line: LineScanner.Line, _ labels: [LabelMatcher.Label]) {
    guard let first = labels.first(where: { Self.mayEndColumn(text, $0.end, line.end) }),
      let word = Self.values(text, first.end, line.end),
      let list = Self.list(text, endingBefore: word, line.start)
    else { return nil }
    let columns = Self.columns(text, list, labels)
    read(text, word + Self.valuesWord.count, line.end, columns)
  }

  /// What the column of a value is called.
  enum Name: Equatable {
    case word(Int)
    /// No rule knows its name.
    case unknown
  }

  /// The name of the column whose value holds a place; `nil` outside of values.
  func name(at place: Int) -> Name? {
    index(of: place).map { values[$0].word.map(Name.word) ?? .unknown }
  }

  /// Calls with the word and place of each value whose column has one.
  func forEachNamed(_ body: (Int, Range<Int>) -> Void) {
    for value in values {
      if let word = value.word { body(word, value.range) }
    }
  }

  private func index(of place: Int) -> Int? {
    var low = 0
    var high = values.count
    while low < high {
      let middle = (low + high) / 2
      if values[middle].range.upperBound <= place { low = middle + 1 } else { high = middle }
    }
    return low < values.count && values[low].range.contains(place) ? low : nil
  }

  // MARK: - The columns

  private static let valuesWord = Array("values".utf8)
  private static let intoWord = Array("into".utf8)

  /// Whether a comma, a closing bracket or quote stands at a place.
  private static func mayEndColumn(_ text: Span<UInt8>, _ place: Int, _ limit: Int) -> Bool {
    place < limit && endsColumn(text[place])
  }

  /// Whether a byte may stand behind the name of a column.
  @inline(__always)
  static func endsColumn(_ byte: UInt8) -> Bool {
    switch byte {
    // , ) ` " ]
    case 0x2C, 0x29, 0x60, 0x22, 0x5D: true
    default: false
    }
  }

  /// Where VALUES stands behind a closing bracket.
  private static func values(_ text: Span<UInt8>, _ start: Int, _ limit: Int) -> Int? {
    var index = start
    while index + valuesWord.count < limit {
      if text[index] == 0x29 {
        let word = behindBlanks(text, index + 1, limit)
        if isWord(valuesWord, text, word, limit) { return word }
        index = max(word, index + 1)
      } else {
        index += 1
      }
    }
    return nil
  }

  /// What stands in the brackets before a place, when INTO and a table's name stand before them.
  private static func list(
    _ text: Span<UInt8>, endingBefore place: Int, _ lowest: Int
  ) -> Range<Int>? {
    let end = beforeBlanks(text, place, lowest) - 1
    var start = end
    while start > lowest, text[start - 1] != 0x28, text[start - 1] != 0x29 { start -= 1 }
    guard start > lowest, text[start - 1] == 0x28 else { return nil }
    var name = beforeBlanks(text, start - 1, lowest)
    while name > lowest, text[name - 1] > 0x20 { name -= 1 }
    let into = beforeBlanks(text, name, lowest) - intoWord.count
    guard into >= lowest, isWord(intoWord, text, into, name) else { return nil }
    return start..<end
  }

  private static func columns(
    _ text: Span<UInt8>, _ list: Range<Int>, _ labels: [LabelMatcher.Label]
  ) -> [Int?] {
    var columns: [Int?] = []
    var start = list.lowerBound
    var next = 0
    while start <= list.upperBound, columns.count < mostColumns {
      var end = start
      while end < list.upperBound, text[end] != 0x2C { end += 1 }
      var first = start
      var last = end
      while first < last, isAround(text[first]) { first += 1 }
      while first < last, isAround(text[last - 1]) { last -= 1 }
      while next < labels.count, labels[next].start < first { next += 1 }
      let isNamed =
        next < labels.count && labels[next].start == first && labels[next].end == last
      columns.append(isNamed ? labels[next].word : nil)
      start = end + 1
    }
    return columns
  }

  /// Whether a byte may stand around the name of a column: blanks, quotes, square brackets.
  private static func isAround(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == 0x60 || byte == 0x22 || byte == 0x5B || byte == 0x5D
  }

  // MARK: - The rows

  private mutating func read(_ text: Span<UInt8>, _ start: Int, _ limit: Int, _ columns: [Int?]) {
    var index = Self.behindBlanks(text, start, limit)
    while index < limit, text[index] == 0x28 {
      index += 1
      var column = 0
      while index < limit {
        index = Self.behindBlanks(text, index, limit)
        let end = takeValue(text, index, limit, column < columns.count ? columns[column] : nil)
        column += 1
        index = Self.behindBlanks(text, end, limit)
        guard index < limit, text[index] == 0x2C else { break }
        index += 1
      }
      guard index < limit, text[index] == 0x29 else { return }
      index = Self.behindBlanks(text, index + 1, limit)
      guard index < limit, text[index] == 0x2C else { return }
      index = Self.behindBlanks(text, index + 1, limit)
    }
  }

  /// Takes the value that begins at a place; where it ends, its quotes with it.
  private mutating func takeValue(
    _ text: Span<UInt8>, _ start: Int, _ limit: Int, _ word: Int?
  ) -> Int {
    var begin = start
    // N'…', _utf8'…'
    while begin < limit, begin - start < 8,
      NumberToken.isAlphanumeric(text[begin]) || text[begin] == 0x5F
    {
      begin += 1
    }
    guard begin < limit, text[begin] == 0x27 || text[begin] == 0x22 else {
      var end = start
      while end < limit, text[end] != 0x2C, text[end] != 0x29 { end += 1 }
      if start < end { values.append(Value(range: start..<end, word: word)) }
      return end
    }
    let quote = text[begin]
    var end = begin + 1
    while end < limit {
      if text[end] == 0x5C {
        end += 2
        continue
      }
      if text[end] == quote {
        guard end + 1 < limit, text[end + 1] == quote else { break }
        end += 1
      }
      end += 1
    }
    end = min(end, limit)
    if begin + 1 < end { values.append(Value(range: begin + 1..<end, word: word)) }
    return min(end + 1, limit)
  }

  // MARK: - Bytes

  static func isWord(
    _ word: [UInt8], _ text: Span<UInt8>, _ start: Int, _ limit: Int
  ) -> Bool {
    guard start + word.count <= limit else { return false }
    for offset in word.indices where text[start + offset] | 0x20 != word[offset] { return false }
    return true
  }

  private static func behindBlanks(_ text: Span<UInt8>, _ start: Int, _ limit: Int) -> Int {
    var index = start
    while index < limit, text[index] <= 0x20 { index += 1 }
    return index
  }

  private static func beforeBlanks(_ text: Span<UInt8>, _ end: Int, _ lowest: Int) -> Int {
    var index = end
    while index > lowest, text[index - 1] <= 0x20 { index -= 1 }
    return index
  }
}
