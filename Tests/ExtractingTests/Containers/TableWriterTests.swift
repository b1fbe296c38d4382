import Inventory
import Testing

@testable import Extracting

@Suite("Rows that are not lent from the file's own text")
struct TableWriterTests {
  @Test(
    "one of very many or very long cells is pushed in pieces, in its columns",
    arguments: [0, 4_000])
  func longRows(size: Int) throws {
    let recorder = ContentRecorder()
    var writer = TableWriter()
    writer.begin(TableHint(), into: recorder)
    let count = size == 0 ? 200_000 : 1_500
    let padding = Array(repeating: UInt8(0x78), count: size)
    for column in 0..<count {
      let cell = Array("\(column)".utf8) + padding
      writer.cell(cell.span, line: 1, offset: column * (size + 8), into: recorder)
    }
    #expect(writer.cellCount == count)
    writer.endRow(into: recorder)
    writer.cell(Array("next".utf8).span, line: 2, offset: count * (size + 8), into: recorder)
    writer.end(into: recorder)

    let pieces = recorder.rows.dropLast()
    #expect(pieces.count > 2)
    #expect(pieces.allSatisfy { $0.number == 1 && $0.line == 1 && $0.cells.count <= 65_536 })
    var column = 0
    for piece in pieces {
      #expect(piece.firstColumn == column)
      for cell in piece.cells where cell.text.starts(with: Array("\(column)".utf8)) {
        #expect(cell.stored == column * (size + 8))
        column += 1
      }
    }
    #expect(column == count)
    let last = try #require(recorder.rows.last)
    #expect(last.number == 2 && last.line == 2 && last.firstColumn == 0)
  }
}
