import Inventory

/// Values that stand behind a label in the same element or object: `<key>個人番号</key><string>…</string>`,
/// `{"name": "個人番号", "value": "…"}`, `<item label="個人番号">…</item>`.
struct LabelPairs {
  /// What a path is for.
  private enum Role {
    case neither, label, value
  }

  /// The label that waits for its value.
  private struct Pending {
    var hash: UInt64
    var heading: String
    /// The path above that of the label, without positions.
    var parent: String
    var record: Int
  }

  /// Last components of paths that say what their neighbour is, in lower case.
  private static let labelNames = [
    "key", "name", "label", "title", "field", "fieldname", "field_name", "item", "itemname",
    "item_name", "caption", "property", "attribute", "question", "dt", "th", "n", "k", "項目", "項目名",
    "名称", "見出し", "ラベル", "質問",
  ]
  /// The same of those that hold what a label names.
  private static let valueNames = [
    "value", "val", "v", "string", "integer", "text", "data", "content", "answer", "input", "dd",
    "td", "値", "内容", "入力値", "回答",
  ]
  /// Both by their length.
  private static let roles: [[(word: [UInt8], role: Role)]] = {
    var roles = [[(word: [UInt8], role: Role)]](repeating: [], count: 16)
    for word in labelNames { roles[word.utf8.count].append((Array(word.utf8), .label)) }
    for word in valueNames { roles[word.utf8.count].append((Array(word.utf8), .value)) }
    return roles
  }()
  /// Longest label in bytes.
  private static let longestLabel = 60

  /// By path.
  private var paths: [Role] = []
  private var pending: Pending?
  private var seriesOfLabel: [UInt64: Int] = [:]
  private(set) var series: [Series] = []
  /// Path of the first value of each series, without positions.
  private(set) var names: [String] = []
  /// Whether some path holds labels, so that values must be looked at in their order.
  private(set) var holdsLabels = false

  /// Notes a path that is met for the first time.
  mutating func note(_ path: Int, _ positions: borrowing TreePositions) {
    guard path < positions.components.count else { return }
    while paths.count <= path { paths.append(.neither) }
    paths[path] = Self.role(positions.components[path].utf8.span)
    if paths[path] == .label { holdsLabels = true }
  }

  private static func role(_ component: Span<UInt8>) -> Role {
    let first = component.count > 0 && component[0] == 0x40 ? 1 : 0
    let count = component.count - first
    guard count < roles.count else { return .neither }
    for (word, role) in roles[count] {
      var index = 0
      while index < count, LabelMatcher.lower(component[first + index]) == word[index] {
        index += 1
      }
      if index == count { return role }
    }
    return .neither
  }

  /// Whether a value may be a label, or the value of one: most are neither, and are not worth more.
  @inline(__always)
  func concerns(
    _ text: Span<UInt8>, _ start: Int, _ end: Int, path: Int, _ context: DetectionContext
  ) -> Bool {
    if pending != nil { return true }
    guard path < paths.count, paths[path] == .label else { return false }
    return mayBeWord(text, start, end, context)
  }

  /// Takes a value of the document that ``concerns(_:_:_:path:_:)`` it, in their order.
  ///
  /// - Parameter spot: Makes the place; called only when one is kept.
  mutating func take(
    _ text: Span<UInt8>, _ start: Int, _ end: Int, path: Int, record: Int,
    _ positions: borrowing TreePositions, _ context: DetectionContext,
    spot: () -> SeriesTally.Spot
  ) {
    guard path < paths.count, path < positions.names.count else { return }
    let role = paths[path]
    // An element may be called a label itself.
    let isOfAttribute = pending.map { $0.parent == positions.names[path] } ?? false
    if role == .label, !isOfAttribute {
      pending = nil
      if let word = word(text, start, end, context) {
        pending = Pending(
          hash: word.hash, heading: word.text, parent: TreePath.parent(positions.names[path]),
          record: record)
      }
      return
    }
    guard let label = pending else { return }
    // The text of the element that has the label as an attribute, or what stands beside the label.
    guard
      isOfAttribute
        || role == .value && record == label.record
          && TreePath.isParent(label.parent, of: positions.names[path])
    else { return }
    pending = nil
    let number: Int
    if let known = seriesOfLabel[label.hash] {
      number = known
    } else {
      number = series.count
      seriesOfLabel[label.hash] = number
      context.countHeading(label.heading)
      series.append(
        context.makeSeries(
          heading: HeadingMask.shown(label.heading, context),
          reading: context.reading(ofHeading: label.heading)))
      names.append(positions.names[path])
    }
    series[number].take(text, start, end, context, spot: spot)
  }

  /// Whether a value looks like a word of the vocabulary, before it is copied.
  private func mayBeWord(
    _ text: Span<UInt8>, _ start: Int, _ end: Int, _ context: DetectionContext
  ) -> Bool {
    var start = start
    var end = end
    Blanks.trim(text, &start, &end)
    Blanks.trimColon(text, start, &end)
    guard start < end, end - start <= Self.longestLabel else { return false }
    if context.headingWords.mayContain(text, start, end) { return true }
    for index in start..<end where text[index] &- 0x41 < 26 { return true }
    return false
  }

  /// A value that is a word of the vocabulary, in any case.
  private func word(
    _ text: Span<UInt8>, _ start: Int, _ end: Int, _ context: DetectionContext
  ) -> (hash: UInt64, text: String)? {
    var start = start
    var end = end
    Blanks.trim(text, &start, &end)
    Blanks.trimColon(text, start, &end)
    guard start < end, end - start <= Self.longestLabel else { return nil }
    var word: [UInt8] = []
    for index in start..<end { word.append(LabelMatcher.lower(text[index])) }
    let count = word.count
    guard context.headingWords.contains(word.span, 0, count) else { return nil }
    return (context.hash.hash(word.span, 0, count), String(decoding: word, as: UTF8.self))
  }

  /// The series as one record.
  func group(_ context: DetectionContext) -> [JudgedSeries] {
    series.indices.map { index in
      JudgedSeries(
        series: series[index], location: .element(path: TreePath.shown(names[index], context)),
        column: nil)
    }
  }
}
