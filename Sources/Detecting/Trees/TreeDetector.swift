import Inventory

/// Reads the values of a tree: each path is a series, and the paths below one element are its record.
struct TreeDetector {
  /// Paths that are tallied one by one; documents with more are keyed by values, and the rest has a series for each heading.
  static let pathLimit = 4_096
  /// Headings of further paths that are told apart; the rest shares one series.
  private static let furtherLimit = 512

  var series: [Series] = []
  /// Path of each series, without positions.
  private var names: [String] = []
  /// Keys that are values themselves: one series a parent path.
  private var keys: [String: Series] = [:]
  /// Series of each path number; `-1` where none was made yet.
  private var seriesOfPath: [Int] = []
  /// Series of the headings of paths beyond the limit.
  private var further: [String: Int] = [:]
  var pairs = LabelPairs()
  let mask = StepMask()
  /// Reused from block to block.
  var columns = TreeColumns()

  var isEmpty: Bool { series.isEmpty && keys.isEmpty }

  mutating func take(
    _ text: Span<UInt8>, _ value: borrowing TreeValue, _ positions: borrowing TreePositions,
    _ context: DetectionContext
  ) {
    let line = value.line
    let byteOffset = value.byteOffset
    let path = value.path
    if value.isKey {
      takeKey(text, path, line, byteOffset, positions, context)
      return
    }
    let number = seriesNumber(path, positions, context)
    series[number].take(text, 0, text.count, context) { [mask] in
      Self.spot(line, byteOffset, positions, mask, context)
    }
    guard pairs.holdsLabels, pairs.concerns(text, 0, text.count, path: path, context) else {
      return
    }
    pairs.take(text, 0, text.count, path: path, record: value.record, positions, context) {
      [mask] in
      Self.spot(line, byteOffset, positions, mask, context)
    }
  }

  /// Where the walk stands.
  private static func spot(
    _ line: Int, _ byteOffset: Int, _ positions: borrowing TreePositions, _ mask: StepMask,
    _ context: DetectionContext
  ) -> SeriesTally.Spot {
    let path = positions.text { mask.isHidden($0, positions, context) }
    return SeriesTally.Spot(
      line: line, row: 0, byteOffset: byteOffset, path: Masking.masked(path: path))
  }

  private mutating func takeKey(
    _ text: Span<UInt8>, _ path: Int, _ line: Int, _ byteOffset: Int,
    _ positions: borrowing TreePositions, _ context: DetectionContext
  ) {
    let name = path < positions.names.count ? positions.names[path] : ""
    if keys[name] == nil {
      guard keys.count < 64 else { return }
      keys[name] = context.makeSeries(heading: nil, reading: .none)
    }
    keys[name]?.take(text, 0, text.count, context) {
      SeriesTally.Spot(line: line, row: 0, byteOffset: byteOffset)
    }
  }

  @inline(__always)
  mutating func seriesNumber(
    _ path: Int, _ positions: borrowing TreePositions, _ context: DetectionContext
  ) -> Int {
    if path < seriesOfPath.count, path < TreeDetector.pathLimit, seriesOfPath[path] >= 0 {
      return seriesOfPath[path]
    }
    return newSeriesNumber(path, positions, context)
  }

  private mutating func newSeriesNumber(
    _ path: Int, _ positions: borrowing TreePositions, _ context: DetectionContext
  ) -> Int {
    guard path < TreeDetector.pathLimit else {
      return furtherSeriesNumber(path, positions, context)
    }
    while seriesOfPath.count <= path { seriesOfPath.append(-1) }
    if seriesOfPath[path] >= 0 { return seriesOfPath[path] }
    pairs.note(path, positions)
    let heading = path < positions.headings.count ? positions.headings[path] : ""
    let name = path < positions.names.count ? positions.names[path] : ""
    seriesOfPath[path] = addSeries(name, heading, context)
    return seriesOfPath[path]
  }

  /// Begins the series of a path; gives its number.
  private mutating func addSeries(
    _ name: String, _ heading: String, _ context: DetectionContext
  ) -> Int {
    let facts = context.facts(ofPath: name, heading: heading)
    context.signs.count(heading: facts.signs)
    series.append(context.makeSeries(heading: facts.shown, reading: facts.reading))
    names.append(name)
    return series.count - 1
  }

  /// The series of the heading of a path beyond the limit, whatever stands above it: `/*/氏名`.
  private mutating func furtherSeriesNumber(
    _ path: Int, _ positions: borrowing TreePositions, _ context: DetectionContext
  ) -> Int {
    var heading = path < positions.headings.count ? positions.headings[path] : ""
    if further[heading] == nil, further.count >= TreeDetector.furtherLimit { heading = "" }
    if let number = further[heading] { return number }
    let name = (positions.isJSON ? "$.*." : "/*/") + heading
    let number = addSeries(name, heading, context)
    further[heading] = number
    return number
  }

  /// The series as records: those with the same parent path stand together, in order of appearance.
  func groups(_ context: DetectionContext) -> (groups: [[JudgedSeries]], parents: [String]) {
    var result: [[JudgedSeries]] = []
    var parents: [String] = []
    var groupOfParent: [String: Int] = [:]
    var last = (parent: "", group: -1)
    for number in series.indices {
      let name = names[number]
      // Most paths stand beside the one before.
      if last.group < 0 || !TreePath.isParent(last.parent, of: name) {
        let parent = TreePath.parent(name)
        last = (parent, groupOfParent[parent] ?? result.count)
        groupOfParent[parent] = last.group
        if last.group == result.count {
          result.append([])
          parents.append(parent)
        }
      }
      var judged = JudgedSeries(
        series: series[number], location: .element(path: TreePath.shown(name, context)),
        column: nil)
      if let rule = context.index.birthRule, judged.series.reading.weight(of: rule) >= 1 {
        judged.datePart = DatePart(path: name)
      }
      result[last.group].append(judged)
    }
    for name in keys.keys.sorted() {
      guard let one = keys[name] else { continue }
      result.append([
        JudgedSeries(
          series: one, location: .element(path: TreePath.shown(name, context)), column: nil)
      ])
      parents.append("")
    }
    return (result, parents)
  }
}

/// Paths of trees as text.
enum TreePath {
  /// The path without its last component.
  static func parent(_ name: String) -> String {
    let bytes = Array(name.utf8)
    guard let cut = bytes.lastIndex(where: { $0 == 0x2F || $0 == 0x2E }) else { return "" }
    return String(decoding: bytes[..<cut], as: UTF8.self)
  }

  /// Whether a path is another's without its last component.
  static func isParent(_ parent: String, of name: String) -> Bool {
    let bytes = name.utf8.span
    let above = parent.utf8.span
    let rest = bytes.count - above.count
    guard rest >= 1 else { return false }
    for index in above.indices where bytes[index] != above[index] { return false }
    guard bytes[above.count] == 0x2F || bytes[above.count] == 0x2E else {
      return false
    }
    for index in (above.count + 1)..<bytes.count where bytes[index] == 0x2F || bytes[index] == 0x2E
    {
      return false
    }
    return true
  }

  /// The last component of the parent path, without brackets and markers.
  static func parentHeading(_ name: String) -> String {
    let bytes = Array(parent(name).utf8)
    let start = bytes.lastIndex { $0 == 0x2F || $0 == 0x2E }.map { $0 + 1 } ?? 0
    let last = bytes[start...].filter { $0 != 0x5B && $0 != 0x5D && $0 != 0x24 && $0 != 0x2A }
    return String(decoding: last, as: UTF8.self)
  }

  /// The path for output; `nil` when a component reads as a value.
  static func shown(_ name: String, _ context: DetectionContext) -> String? {
    context.headings.shown(path: name, isSure: { !context.matcher.hasGivenUp }) {
      made(name, context)
    }
  }

  private static func made(_ name: String, _ context: DetectionContext) -> String? {
    guard name.utf8.count <= 1_024, !Masking.isMasked(name) else { return nil }
    return isHidden(name, context) ? nil : Masking.masked(name)
  }

  /// Whether a component, or a part of one, reads as a value.
  ///
  /// Keys may hold what parts them: S42.11.23 and M. Takahashi are looked at as a whole as well.
  static func isHidden(_ name: String, _ context: DetectionContext) -> Bool {
    let bytes = Array(name.utf8)
    var first = 0
    var whole = 0
    for place in 0...bytes.count {
      let isEnd = place == bytes.count
      guard isEnd || bytes[place] == 0x2F || bytes[place] == 0x2E else { continue }
      if isValue(bytes[first..<place], context) { return true }
      first = place + 1
      guard isEnd || bytes[place] == 0x2F || !isWithinWord(bytes, place) else { continue }
      if whole < place, bytes[whole..<place].contains(0x2E),
        isValue(bytes[whole..<place], context)
      {
        return true
      }
      whole = place + 1
    }
    return false
  }

  /// Whether a `.` parts what may be one value: digits, or an initial and a name.
  private static func isWithinWord(_ bytes: [UInt8], _ place: Int) -> Bool {
    guard place > 0, place + 1 < bytes.count else { return false }
    return bytes[place + 1] == 0x20
      || bytes[place - 1] &- 0x30 <= 9 && bytes[place + 1] &- 0x30 <= 9
  }

  /// - Parameter component: As paths have it: `@` before an attribute's name, `[]` behind a list's.
  private static func isValue(_ component: ArraySlice<UInt8>, _ context: DetectionContext) -> Bool {
    var name = component
    if name.first == 0x40 { name = name.dropFirst() }
    while name.last == 0x5D,
      let bracket = name.lastIndex(of: 0x5B),
      name[(bracket + 1)..<(name.endIndex - 1)].allSatisfy({ $0 &- 0x30 <= 9 })
    {
      name = name[..<bracket]
    }
    guard !name.isEmpty, !name.allSatisfy({ $0 == 0x2A || $0 == 0x24 }) else { return false }
    // No more of a heading is looked at.
    guard name.count <= CompactText.limit else { return true }
    return HeadingMask.shown(String(decoding: name, as: UTF8.self), context) == nil
  }
}
