import ScanKernels
import TestSupport
import Testing

/// Names and mail addresses of every length, in columns and where the text ends: each level against the plain one.
///
/// All data is synthetic.
@Suite("Lengths of cells in columns")
struct ColumnLengthsTests {
  private typealias Cell = ColumnsTests.Cell

  private static func name(_ length: Int) -> [UInt8] {
    Array(repeatElement(Array("山".utf8), count: length / 3).joined())
      + [UInt8](repeating: 0x20, count: length % 3) + Array("田".utf8)
  }

  private static func mail(_ length: Int) -> [UInt8] {
    Array("a1".utf8) + [UInt8](repeating: 0x78, count: max(0, length - 8)) + Array("@b.cjp".utf8)
  }

  /// What all levels count over the cells, of a text with so many bytes behind them.
  private func expectTheSame(_ cells: [[UInt8]], _ kind: ColumnKind, behind: Int) {
    var bytes: [UInt8] = []
    var ranges: [Cell] = []
    for cell in cells {
      ranges.append(Cell(start: UInt32(bytes.count), end: UInt32(bytes.count + cell.count)))
      bytes += cell + [0x2C]
    }
    bytes += [UInt8](repeating: 0x31, count: behind)
    let results = KernelLevel.allCases.map {
      walkWholeColumn(
        bytes, ranges, stride: 1, kind, $0, listed: ColumnsTests.listed, left: .max, allowed: 15)
    }
    for result in results { #expect(result == results[0], "\(kind) \(behind)") }
  }

  @Test("Each length beside each other", arguments: [6, 8, 16, 32, 33, 64])
  func lengths(first: Int) {
    for second in 3..<70 {
      expectTheSame([first, second, first].map(Self.name), .names, behind: 160)
      expectTheSame([first, second, first].map(Self.mail), .mails, behind: 160)
    }
  }

  @Test(
    "One wrong byte, at each place of each of two cells", arguments: [8, 9, 16, 31, 32, 33, 64])
  func wrongBytes(length: Int) {
    let bytes: [UInt8] = [
      0x20, 0x2E, 0x30, 0x40, 0x41, 0x5F, 0x61, 0x64, 0x65, 0x74, 0x7F, 0x80, 0xA0, 0xC2, 0xE3,
      0xEF,
      0xBC, 0xC0, 0xFF,
    ]
    for (kind, cell) in [(ColumnKind.names, Self.name(length)), (.mails, Self.mail(length))] {
      for place in cell.indices {
        for byte in bytes {
          var changed = cell
          changed[place] = byte
          expectTheSame([cell, changed, cell, cell], kind, behind: 160)
          expectTheSame([changed, cell, cell], kind, behind: 160)
          let short = kind == .names ? Self.name(12) : Self.mail(12)
          expectTheSame([changed, short, changed], kind, behind: 160)
        }
      }
    }
  }

  @Test("Cells near the end of the text, of all kinds", arguments: 0..<170)
  func ends(behind: Int) {
    for (kind, fits, _) in ColumnsTests.samples {
      let cells = (0..<24).map { Array((fits.isEmpty ? "" : fits[$0 % fits.count]).utf8) }
      expectTheSame(cells, kind, behind: behind)
    }
    expectTheSame([16, 32, 32, 64, 31, 33].map(Self.mail), .mails, behind: behind)
    expectTheSame([18, 30, 33, 48, 48].map(Self.name), .names, behind: behind)
  }
}
