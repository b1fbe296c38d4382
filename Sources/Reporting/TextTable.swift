/// A table for a terminal: columns as wide as their widest cell, East Asian width counted.
struct TextTable {
  /// Where a column's cells stand.
  enum Side {
    case left, right
  }

  let sides: [Side]
  private var rows: [[String]] = []

  init(sides: [Side]) { self.sides = sides }

  mutating func add(_ cells: [String]) { rows.append(cells) }

  /// The lines, each with two blanks before it and a line end behind it.
  var text: String {
    let widths = sides.indices.map { column in
      rows.map { DisplayWidth.columns(of: $0[column]) }.max() ?? 0
    }
    var text = ""
    for row in rows {
      var line = " "
      for (column, cell) in row.enumerated() {
        let isLast = column == row.count - 1
        line += " "
        switch sides[column] {
        case .left: line += isLast ? cell : DisplayWidth.padded(cell, to: widths[column])
        case .right: line += DisplayWidth.aligned(cell, to: widths[column])
        }
        if !isLast { line += " " }
      }
      text += line + "\n"
    }
    return text
  }
}
