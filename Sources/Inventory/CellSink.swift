/// The seam between reading and detecting: extractors push lent text and addresses into it.
///
/// One sink takes one file. Text is UTF-8, lent for the call only; nothing of it may be kept but counts.
/// The order is: ``begin(_:)``, then any mix of tables, tree values and lines in file order, then the caller
/// takes the result from the sink's own type. An extractor that fails half-way just stops calling.
package protocol CellSink: AnyObject {
  /// Says what the document is, once, before any content. A second call means that the extractor changed its mind (broken structure, read on as text).
  func begin(_ format: ContentFormat)

  /// Begins a table. Rows of all following calls belong to it until ``endTable()``.
  func beginTable(_ hint: TableHint)

  /// Takes whole records, title and heading rows included, as they stand: which row is the heading is decided here, not by the extractor.
  ///
  /// - Parameters:
  ///   - text: The bytes that the block's ranges point into.
  ///   - block: Records and their cells, in file order.
  func rows(_ text: Span<UInt8>, _ block: borrowing RowBlock)

  /// Whether ``storedRows(_:_:from:_:)`` would take records of the table at hand as they are stored.
  var takesStoredRows: Bool { get }

  /// Takes records whose text is well-formed CP932, as far as they need not be decoded.
  ///
  /// - Parameters:
  ///   - text: The bytes that the block's ranges point into, and at which its origin is that of UTF-8: as stored.
  ///   - start: Index of the first record to take.
  ///   - decoder: Decodes single cells.
  /// - Returns: Index of the first record that was not taken, which is to be decoded and pushed by ``rows(_:_:)``.
  func storedRows(
    _ text: Span<UInt8>, _ block: borrowing RowBlock, from start: Int, _ decoder: any CellDecoder
  ) -> Int

  /// Ends the table.
  func endTable()

  /// Takes one value of a tree (XML text or attribute, JSON scalar, key of a mapping).
  ///
  /// - Parameters:
  ///   - text: The whole value, references and escapes resolved.
  ///   - value: Its path (series), the record it belongs to, and where it stood.
  ///   - positions: The path with positions, to be turned into text only when a place is kept.
  func value(
    _ text: Span<UInt8>, _ value: borrowing TreeValue, _ positions: borrowing TreePositions)

  /// Takes many values of a tree at once, in file order: none of them a key.
  ///
  /// - Parameters:
  ///   - text: The bytes that the block's ranges point into.
  ///   - block: The values.
  ///   - positions: The names of the paths; its steps mean nothing here.
  func values(
    _ text: Span<UInt8>, _ block: borrowing TreeBlock, _ positions: borrowing TreePositions)

  /// Takes whole lines of running text; the last may lack its line end.
  func lines(_ text: Span<UInt8>, _ block: borrowing LineBlock)

  /// Whether a key is a word that headings are made of, so that what stands under it is a series of its own
  /// even where there are very many keys.
  func knows(heading: Span<UInt8>) -> Bool
}

extension CellSink {
  /// Takes them one by one.
  package func values(
    _ text: Span<UInt8>, _ block: borrowing TreeBlock, _ positions: borrowing TreePositions
  ) {
    var there = TreePositions(like: positions)
    var place = block.place
    for value in block.values {
      there.steps = block.steps(of: value)
      self.value(
        text.extracting(Int(value.start)..<Int(value.end)),
        TreeValue(
          path: Int(value.path), record: value.record, line: value.line,
          byteOffset: place.storedOffset(of: value.offset)), there)
    }
  }

  /// Takes none.
  package var takesStoredRows: Bool { false }

  /// Takes none.
  package func storedRows(
    _ text: Span<UInt8>, _ block: borrowing RowBlock, from start: Int, _ decoder: any CellDecoder
  ) -> Int { start }

  /// Knows none.
  package func knows(heading: Span<UInt8>) -> Bool { false }
}

/// Decodes what is handed on as it is stored.
package protocol CellDecoder {
  /// Appends the text of well-formed stored bytes as UTF-8.
  func decode(_ stored: Span<UInt8>, into text: inout [UInt8])
}

/// What an extractor knows of a table before its first row.
package struct TableHint: Sendable, Equatable {
  /// Whether the container itself names the columns in the first row (a SQL column list, an HTML `<th>` row).
  package var firstRowIsHeading: Bool?

  package init(firstRowIsHeading: Bool? = nil) { self.firstRowIsHeading = firstRowIsHeading }
}

/// Records of a table, as ranges into lent text.
///
/// Reused by the extractor from block to block.
@usableFromInline package struct RowBlock {
  /// One cell: the range of its text, quotes removed and doubled quotes undone in place.
  @frozen @usableFromInline package struct Cell: BitwiseCopyable {
    /// First byte, relative to the lent text.
    @usableFromInline package var start: UInt32
    /// One past the last byte.
    @usableFromInline package var end: UInt32

    @inlinable @inline(__always) package init(start: UInt32, end: UInt32) {
      self.start = start
      self.end = end
    }
  }

  /// One record: its cells are `cells[firstCell ..< firstCell + count]`.
  @frozen @usableFromInline package struct Row {
    @usableFromInline package var firstCell: Int
    @usableFromInline package var count: Int
    /// Physical line on which the record begins; 1-based.
    @usableFromInline package var line: Int
    /// Whether a cell of the record holds a line break, so that later cells may begin on later lines.
    @usableFromInline package var spansLines: Bool
    /// Column of its first cell; 0-based, 0 but for the further pieces of a record that was cut since it was too long.
    ///
    /// Such a piece stands first in its block and says that it spans lines.
    @usableFromInline package var firstColumn: Int

    @inlinable @inline(__always) package init(
      firstCell: Int, count: Int, line: Int, spansLines: Bool = false, firstColumn: Int = 0
    ) {
      self.firstCell = firstCell
      self.count = count
      self.line = line
      self.spansLines = spansLines
      self.firstColumn = firstColumn
    }
  }

  package var cells: [Cell] = []
  package var rows: [Row] = []
  /// Number of the first record of this block within its table; 1-based, counted over all records of the table.
  package var firstRow = 1
  package var origin = TextOrigin()

  package init() {}
}

/// Lines of running text.
package struct LineBlock {
  /// Physical line number of the first line; 1-based.
  package var firstLine = 1
  /// Bytes at the front that the previous block already ended with (a line longer than the buffer is cut with an overlap).
  ///
  /// A candidate that ends within them was already seen.
  package var overlap = 0
  /// Characters of the first line that were cut off before this block; 0 when the block starts at a line's beginning.
  package var charactersBefore = 0
  /// Whether the document is known to end with this block: what its lines leave for later ones is of no use.
  package var isLast = false
  package var origin = TextOrigin()

  package init() {}
}

/// One value of a tree.
package struct TreeValue {
  /// Number of the path without positions, dense from 0, constant within the file; ``TreePositions/name(of:)`` spells it.
  package var path: Int
  /// Serial number of the element (XML) or object (JSON) instance that the value describes: attributes and child elements of one `<employee>` share it.
  package var record: Int
  /// Physical line on which the value begins; 1-based.
  package var line: Int
  /// Offset in the file as stored; 0-based.
  package var byteOffset: Int
  /// Whether the text is a key of a JSON object or an element's own name, which can itself be a value.
  package var isKey: Bool

  package init(path: Int, record: Int, line: Int, byteOffset: Int, isKey: Bool = false) {
    self.path = path
    self.record = record
    self.line = line
    self.byteOffset = byteOffset
    self.isKey = isKey
  }
}
