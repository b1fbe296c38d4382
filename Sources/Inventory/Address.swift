/// Where a value stood in a file.
///
/// It names the place and never what stood there.
package struct Address: Sendable, Equatable, Hashable {
  /// Physical line on which the cell begins; 1-based.
  package var line: Int
  /// Record of a table, title and heading rows counted; 1-based.
  ///
  /// `nil` outside tables.
  package var row: Int? {
    get { storedRow > 0 ? storedRow : nil }
    set { storedRow = newValue ?? 0 }
  }
  /// Column of a table, or character of a line in running text; 1-based.
  ///
  /// `nil` in XML and JSON.
  package var column: Int? {
    get { storedColumn > 0 ? storedColumn : nil }
    set { storedColumn = newValue ?? 0 }
  }
  /// Offset in the file as stored, in bytes; 0-based.
  package var byteOffset: Int
  /// Element or key path with positions, such as `/employees/employee[3]/@myNumber`; masked.
  ///
  /// `nil` outside XML and JSON.
  package var path: String?

  /// The row, 0 where there is none: an optional number takes twice the room, and a report may hold a hundred thousand places.
  private var storedRow: Int
  /// The column, the same way.
  private var storedColumn: Int

  package init(line: Int, row: Int? = nil, column: Int? = nil, byteOffset: Int, path: String? = nil)
  {
    self.line = line
    storedRow = row ?? 0
    storedColumn = column ?? 0
    self.byteOffset = byteOffset
    self.path = path
  }
}
