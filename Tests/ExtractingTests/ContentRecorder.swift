import Inventory

@testable import Extracting

/// Keeps all that an extractor pushes, with the place of each cell and line in the file as stored.
final class ContentRecorder: CellSink {
  struct Cell: Equatable {
    var text: [UInt8]
    var stored: Int
  }

  struct Row: Equatable {
    var number: Int
    var line: Int
    var cells: [Cell]
    var spansLines: Bool
    var firstColumn = 0
  }

  struct Line: Equatable {
    var number: Int
    var text: [UInt8]
    var stored: Int
  }

  var formats: [ContentFormat] = []
  var tables = 0
  var rows: [Row] = []
  var lines: [Line] = []
  var values = 0
  /// Pieces of lines whose overlap did not fit what came before.
  var wrongOverlaps = 0
  /// Characters before the first piece of a line.
  var charactersBefore: Int?
  private var isWithinLine = false

  func begin(_ format: ContentFormat) { formats.append(format) }
  func beginTable(_ hint: TableHint) { tables += 1 }
  func endTable() {}

  func rows(_ text: Span<UInt8>, _ block: borrowing RowBlock) {
    var number = block.firstRow
    for row in block.rows {
      var cells: [Cell] = []
      for cell in block.cells[row.firstCell..<row.firstCell + row.count] {
        cells.append(
          Cell(
            text: copy(text, Int(cell.start), Int(cell.end)),
            stored: block.origin.storedOffset(of: Int(cell.start), in: text)))
      }
      rows.append(
        Row(
          number: number, line: row.line, cells: cells, spansLines: row.spansLines,
          firstColumn: row.firstColumn))
      number += 1
    }
  }

  func value(
    _ text: Span<UInt8>, _ value: borrowing TreeValue, _ positions: borrowing TreePositions
  ) { values += 1 }

  func lines(_ text: Span<UInt8>, _ block: borrowing LineBlock) {
    var start = block.overlap
    if charactersBefore == nil { charactersBefore = block.charactersBefore }
    if isWithinLine, let last = lines.last {
      if !last.text.suffix(block.overlap).elementsEqual(copy(text, 0, block.overlap)) {
        wrongOverlaps += 1
      }
      let kept = last.text.dropLast(block.overlap)
      if kept.filter({ $0 & 0xC0 != 0x80 }).count != block.charactersBefore { wrongOverlaps += 1 }
    } else if block.overlap != 0 || block.charactersBefore != 0 {
      wrongOverlaps += 1
    }
    var number = block.firstLine
    while start < text.count {
      var end = start
      while end < text.count, text[end] != 0x0A, text[end] != 0x0D { end += 1 }
      var next = end
      if end < text.count {
        next += text[end] == 0x0D && end + 1 < text.count && text[end + 1] == 0x0A ? 2 : 1
      }
      if isWithinLine, !lines.isEmpty {
        lines[lines.count - 1].text += copy(text, start, end)
      } else {
        lines.append(
          Line(
            number: number, text: copy(text, start, end),
            stored: block.origin.storedOffset(of: start, in: text)))
      }
      isWithinLine = next == end
      if !isWithinLine { number += 1 }
      start = next
    }
  }

  private func copy(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> [UInt8] {
    (start..<end).map { text[$0] }
  }

  var cellTexts: [[String]] {
    rows.map { $0.cells.map { String(decoding: $0.text, as: UTF8.self) } }
  }
}

extension Extractor {
  /// Examines bytes in memory.
  static func examine(
    _ bytes: [UInt8], nameExtension: String = "", textOnly: Bool = false, knowsSize: Bool = true,
    blockSize: Int = 262_144
  ) -> (Extraction, ContentRecorder) {
    let recorder = ContentRecorder()
    let extraction = extract(
      MemorySource(bytes),
      job: ExaminationJob(
        size: knowsSize ? bytes.count : nil, nameExtension: nameExtension, textOnly: textOnly),
      into: recorder, blockSize: blockSize)
    return (extraction, recorder)
  }
}
