import Inventory

/// Pushes values of keyed records (cards, directory entries, settings) as a tree of few levels.
struct RecordTree {
  private var paths: PathTable
  private var numbers: [String: Int] = [:]
  private var record = 0

  /// - Parameter isJSON: Whether paths are written `$.a.b` and not `/a/b`.
  init(isJSON: Bool) { paths = PathTable(isJSON: isJSON) }

  /// Begins the next record.
  mutating func beginRecord() { record += 1 }

  /// Pushes a value below its keys.
  ///
  /// - Parameters:
  ///   - keys: From the outermost; not empty.
  ///   - record: The record it belongs to; `nil` for the current one.
  mutating func push(
    _ text: Span<UInt8>, keys: [String], record ownRecord: Int? = nil, _ place: LinePlace,
    isKey: Bool = false, into sink: any CellSink
  ) {
    guard !text.isEmpty else { return }
    var path = -1
    for key in keys {
      let isValue = ValueText.couldBeValue(key)
      let key = isValue ? "*" : key
      let number = numbers[key] ?? numbers.count
      if let known = paths.child(number, of: path) {
        path = known
      } else {
        let isJSON = paths.positions.isJSON
        let before = path < 0 && isJSON ? "$" : paths.spelling(of: path)
        let spelling = before + (isJSON ? "." : "/") + key
        guard paths.hasRoom(for: spelling.utf8.count + key.utf8.count) else {
          // No room for another path: the value still is text.
          for _ in 0..<paths.positions.steps.count { paths.leave() }
          return LinePump.push(text, place, into: sink)
        }
        numbers[key] = number
        path = paths.add(
          number, of: path, component: key, spelling: spelling, heading: key)
      }
      paths.enter(path, position: 0)
    }
    if path >= 0 {
      sink.value(
        text,
        TreeValue(
          path: path, record: ownRecord ?? record, line: place.line, byteOffset: place.offset,
          isKey: isKey), paths.positions)
    }
    for _ in 0..<paths.positions.steps.count { paths.leave() }
  }
}
