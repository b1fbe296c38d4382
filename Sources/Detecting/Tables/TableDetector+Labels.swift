import Inventory

/// Columns of labels in tables with a heading.
extension TableDetector {
  /// Columns that hold a few words again and again, each the name of a document or field: 確認書類, 項目.
  func findLabelColumns(
    _ head: TableHead, from firstData: Int, _ context: DetectionContext
  ) -> Set<Int> {
    var result: Set<Int> = []
    let rows = head.rows[min(firstData, head.rows.count)...]
    guard rows.count >= 4 else { return [] }
    for column in 0..<max(0, columns.count - 1) {
      // A column with a clear heading of its own needs no label for each cell.
      let next = columns[column + 1].reading.strong
      guard !next.entries.contains(where: { context.index.types[$0.rule] != nil }) else { continue }
      // Most columns are refused for the number of their words, before any is looked at.
      var words: [(hash: UInt64, first: TableHead.Cell, count: Int)] = []
      var filled = 0
      for row in rows where column < row.count {
        let cell = head.cells[row.firstCell + column]
        guard cell.end > cell.start, cell.end - cell.start <= 60 else { continue }
        filled += 1
        let hash = context.hash.hash(head.bytes.span, cell.start, cell.end)
        if let place = words.firstIndex(where: { $0.hash == hash }) {
          words[place].count += 1
        } else {
          guard words.count < 12 else { break }
          words.append((hash, cell, 1))
        }
      }
      guard filled >= 4, words.count >= 2, words.count * 2 <= filled else { continue }
      let own = columns[column].reading
      let known = words.reduce(0) { sum, word in
        let reading = context.index.lexicon.reading(of: head.string(word.first))
        // 新宿支店 under 支店名 is a value of what its heading names, and 東京都国民健康保険組合 no field: neither is a label.
        let isKnown = reading.asLabel.strong.entries.contains {
          context.index.types[$0.rule] != nil && own.strong[$0.rule] == nil
            && own.weak[$0.rule] == nil
            && ((reading.weak[$0.rule] ?? 0) > HeadingLexicon.weakWeight
              || $0.weight >= HeadingLexicon.strongWeight)
        }
        return sum + (isKnown ? word.count : 0)
      }
      if known * 5 >= filled * 4 { result.insert(column) }
    }
    return result
  }
}
