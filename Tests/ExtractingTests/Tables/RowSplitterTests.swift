import Inventory
import ScanKernels
import TestSupport
import Testing

@testable import Extracting

/// All names and numbers are synthetic.
@Suite("Splitting rows and cells") struct RowSplitterTests {
  static func table(
    _ text: String, delimiter: UInt8 = 0x2C, blockSize: Int = 262_144, level: KernelLevel = .best,
    longest: Int = TableExtractor.longestRecord
  ) throws -> (rows: [ContentRecorder.Row], end: StructureEnd) {
    try table(
      Array(text.utf8), delimiter: delimiter, blockSize: blockSize, level: level, longest: longest)
  }

  static func table(
    _ bytes: [UInt8], delimiter: UInt8 = 0x2C, blockSize: Int, level: KernelLevel,
    longest: Int = TableExtractor.longestRecord
  ) throws -> (rows: [ContentRecorder.Row], end: StructureEnd) {
    let recorder = ContentRecorder()
    var reader = TextReader(
      MemorySource(bytes), decision: EncodingDecision(.utf8), blockSize: blockSize)
    let end = try TableExtractor.extract(
      &reader, TableDialect(delimiter: delimiter), into: recorder, level: level,
      longestRecord: longest)
    return (recorder.rows, end)
  }

  static func cells(_ rows: [ContentRecorder.Row]) -> [[String]] {
    rows.map { $0.cells.map { String(decoding: $0.text, as: UTF8.self) } }
  }

  @Test(
    "Cells as people write them",
    arguments: [
      ("a,b\nc,d", [["a", "b"], ["c", "d"]], [1, 2]),
      ("a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]], [1, 2]),
      ("a,b\rc,d\r", [["a", "b"], ["c", "d"]], [1, 2]),
      ("a,,\n,,\n", [["a", "", ""], ["", "", ""]], [1, 2]),
      ("a\n\n\nb,c\n", [["a"], ["b", "c"]], [1, 4]),
      ("\r\n\r\na,b\r\n", [["a", "b"]], [3]),
      ("\"a,b\",c\n", [["a,b", "c"]], [1]),
      ("\"a\"\"b\",\"\"\"\"\n", [["a\"b", "\""]], [1]),
      ("\"a\nb\r\nc\rd\",e\nf,g", [["a\nb\r\nc\rd", "e"], ["f", "g"]], [1, 5]),
      ("\"\",x\n", [["", "x"]], [1]),
      ("=\"0123\",'0456,\"'078\"\n", [["0123", "0456", "078"]], [1]),
      ("\"=\"\"0123\"\"\",x\n", [["0123", "x"]], [1]),
      ("5\" pipe,b\n\"c\" ,d\n", [["5\" pipe", "b"], ["c", "d"]], [1, 2]),
      (" \"a,b\",c\n", [["a,b", "c"]], [1]),
      ("\"a\"b,c\n", [["a\"b", "c"]], [1]),
      ("\"a,b\nc,d\n", [["\"a", "b"], ["c", "d"]], [1, 2]),
      ("x,\"a,b\nc,d\n", [["x", "\"a", "b"], ["c", "d"]], [1, 2]),
      ("a,b\n\"", [["a", "b"], ["\""]], [1, 2]),
    ] as [(String, [[String]], [Int])])
  func forms(text: String, cells: [[String]], lines: [Int]) throws {
    for level in KernelLevel.allCases {
      for blockSize in [8, 9, 64, 262_144] {
        let rows = try Self.table(text, blockSize: blockSize, level: level).rows
        #expect(Self.cells(rows) == cells)
        #expect(rows.map(\.line) == lines)
        #expect(rows.map(\.number) == Array(1...cells.count))
      }
    }
  }

  @Test("Any block size and kernel gives what a plain reader gives", arguments: 0..<150)
  func againstReference(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "a", "山田", ",", ",", "\n", "\r\n", "\"", "\"\"", ",\"", "\",", "\"\n", "12345678901", " ",
      "\r", "'", "=", "x\"y",
    ]
    let text = (0..<Int.random(in: 1...200, using: &generator)).map { _ in
      pieces.randomElement(using: &generator) ?? ""
    }.joined()
    let expected = PlainReader.rows(Array(text.utf8))
    for level in KernelLevel.allCases {
      for blockSize in [8, 13, 64, 257, 4_099] {
        let rows = try Self.table(text, blockSize: blockSize, level: level).rows
        let place = zip(rows, expected).enumerated().first { $0.element.0 != $0.element.1 }
        #expect(
          place == nil && rows.count == expected.count,
          "row \(place?.offset ?? -1), block \(blockSize), \(level)")
      }
    }
  }

  @Test("So do long stretches without quotes, whatever ends their lines", arguments: 0..<120)
  func plainStretches(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var plain = ["a", "山田", ",", ",,", "12345678901", "東京都千代田区", ",090-1234-5678"]
    // Tables in which nothing but delimiters and line ends stands, or something else once in a while.
    let rarity = [1, 1, 40, 100_000][Int(seed / 4 % 4)]
    if rarity == 1 { plain.append("it's") }
    func happens(_ bound: Int) -> Bool { Int.random(in: 0..<bound, using: &generator) == 0 }
    let ends = [["\n"], ["\r\n"], ["\r"], ["\n", "\r\n", "\r", "\n\n", "\r\n\r\n"]][Int(seed % 4)]
    var text = ""
    // Some are longer than what is looked at in one go.
    for _ in 0..<Int.random(in: 20...(seed % 5 == 0 ? 600 : 120), using: &generator) {
      for _ in 0..<Int.random(in: 1...12, using: &generator) {
        text += plain.randomElement(using: &generator) ?? ""
      }
      if happens(10 * rarity) { text += ",'0123" }
      if happens(30 * rarity) { text += ",'0123,\"x,\"\"y\"" }
      if happens(10 * rarity) { text += ",x\"y" }
      text += ends.randomElement(using: &generator) ?? ""
      if happens(10 * rarity) {
        text += ["\n", "\r\n", "\r"].randomElement(using: &generator) ?? ""
      }
    }
    try expectRowsOfPlainReader(text)
  }

  /// Every kernel gives the rows of reading byte by byte, whatever the blocks.
  private func expectRowsOfPlainReader(_ text: String) throws {
    let expected = PlainReader.rows(Array(text.utf8))
    for level in KernelLevel.allCases {
      for blockSize in [64, 129, 1_000, 262_144] {
        let rows = try Self.table(text, blockSize: blockSize, level: level).rows
        #expect(rows == expected, "block \(blockSize), \(level)")
      }
    }
  }

  @Test(
    "So do 64 bytes with any number of ends, and ends at their border", arguments: ["\n", "\r\n"])
  func endsOfABlock(lineEnd: String) throws {
    for count in [1, 2, 8, 9, 32, 33, 63, 64] {
      let dense = String(repeating: ",", count: count - 1)
      for filled in [0, 64 - count, 63, 65] {
        let cell = String(repeating: "x", count: filled)
        for row in [dense + cell, cell + dense] {
          let text = Array(repeating: "y" + row + lineEnd, count: 6).joined()
          for front in [0, 62, 63] {
            try expectRowsOfPlainReader(String(repeating: "z", count: front) + text)
          }
        }
      }
    }
  }

  @Test(
    "So do tables with quotes in every record, whatever stands between them", arguments: 0..<120)
  func quotedStretches(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    func next(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &generator) }
    let plain = ["東京都千代田区丸の内", "12", "090-1234-5678 （日中のみ、夜間は折り返し）", "その他"]
    let quoted = ["\"a\"", "\"山田　太郎\"", "\"東京都千代田区丸の内1-2-3, 2F\"", "\"\"", "12", "", "\"it's\""]
    // Some tables have quotes only where they need them.
    let usual = seed % 3 == 0 ? plain + plain + quoted : quoted
    // What only reading byte by byte tells.
    let odd = [
      "\"x\"\"y\"", "\"one\ntwo\"", "\"one\r\ntwo\"", "\"'0123\"", "'0123", "=\"0123\"", " \"a,b\"",
      "\"a\" ", "\"a\"b", "5\" pipe", "\"\"\"\"", "\"" + String(repeating: "長い", count: 40) + "\"",
    ]
    let ends = [["\n"], ["\r\n"], ["\r"], ["\n", "\r\n", "\r", "\n\n", "\r\n\r\n"]][Int(seed % 4)]
    let rarity = [3, 20, 200, 100_000][Int(seed / 4 % 4)]
    var text = ""
    for _ in 0..<(20 + next(seed % 5 == 0 ? 700 : 100)) {
      let cells = (0..<(1 + next(9))).map { _ in
        (next(rarity) == 0 ? odd : usual).randomElement(using: &generator) ?? ""
      }
      text += cells.joined(separator: ",") + (ends.randomElement(using: &generator) ?? "")
    }
    // Now and then a quote is never closed.
    if next(4) == 0 { text += "\"open, and so on\n\"a\",\"b\"\n" }
    try expectRowsOfPlainReader(text)
  }

  @Test(
    "A quoted cell near the longest length is read the same, however its record is filled",
    arguments: [32_000, 32_900, 65_400, 65_500, 65_534, 65_535, 65_536, 65_537, 65_600, 70_000])
  func longQuotedCells(length: Int) throws {
    let long = "\"" + String(repeating: "x", count: length) + "\""
    for front in [0, 1, 63, 64, 200] {
      let filler = String(repeating: "\"y\",", count: front)
      let text =
        filler + long + ",\"z, z\"\n\"a\",\"b\"\n" + String(repeating: "\"c\",d\n", count: 90)
      let expected = try Self.table(text, blockSize: 262_144, level: .portable).rows
      let isLiteral = length > RowSplitter.longestQuoted
      #expect(expected.first?.cells.count == front + (isLiteral ? 3 : 2))
      for level in KernelLevel.allCases {
        for blockSize in [4_096, 262_144] {
          let rows = try Self.table(text, blockSize: blockSize, level: level).rows
          #expect(rows == expected, "front \(front), block \(blockSize), \(level)")
        }
      }
    }
  }

  @Test(
    "A record with more cells than a block holds is one record", arguments: KernelLevel.allCases)
  func wideRecords(level: KernelLevel) throws {
    let wide = Array(repeating: "1", count: 40_000).joined(separator: ",")
    let rows = try Self.table(
      "a,b\n\(wide)\nc,d\n", blockSize: 262_144, level: level
    ).rows
    #expect(rows.map(\.cells.count) == [2, 40_000, 2])
    let many = String(repeating: "x,y,z\n", count: 30_000)
    let all = try Self.table(many, blockSize: 262_144, level: level).rows
    #expect(all.count == 30_000 && all.allSatisfy { $0.cells.count == 3 })
    #expect(all.map(\.line) == Array(1...30_000) && all.map(\.number) == Array(1...30_000))
  }

  @Test("An unclosed quote costs its own line", arguments: [1_024, 262_144])
  func unclosedQuote(blockSize: Int) throws {
    let filler = String(repeating: "x,y\n", count: 40_000)
    let rows = try Self.table("a,\"b\n" + filler, blockSize: blockSize).rows
    #expect(rows.count == 40_001)
    #expect(Self.cells(Array(rows.prefix(2))) == [["a", "\"b"], ["x", "y"]])
    #expect(rows.last?.line == 40_001)
  }

  @Test("A record that never ends is cut at delimiters, and said")
  func endlessRecord() throws {
    let text = String(repeating: "山田太郎,03-1234-5678,", count: 2_000)
    let result = try Self.table(text, blockSize: 1_024, longest: 8_192)
    #expect(result.end == .longLine)
    #expect(result.rows.count > 3)
    let cells = Self.cells(result.rows).joined().filter { !$0.isEmpty }
    #expect(cells.count == 4_000)
    #expect(Set(cells) == ["山田太郎", "03-1234-5678"])
    #expect(result.rows.allSatisfy { $0.line == 1 })
  }

  @Test("A cell that never ends is cut with an overlap")
  func endlessCell() throws {
    let text =
      String(repeating: "x", count: 20_000) + "123456789018" + String(repeating: "山", count: 9_000)
    for shift in 0..<40 {
      let result = try Self.table(
        String(repeating: "y", count: shift) + text, blockSize: 512, longest: 4_096)
      #expect(result.end == .longLine)
      let pieces = Self.cells(result.rows).joined()
      #expect(pieces.contains { $0.contains("123456789018") })
      #expect(pieces.allSatisfy { !$0.unicodeScalars.contains("\u{FFFD}") })
    }
  }

  @Test("A record that is cut keeps its number and the columns of its cells, however the text came")
  func columnsOfACutRecord() throws {
    let text =
      "a,b,c\n1," + String(repeating: "山", count: 5_000) + ",2\n"
      + String(repeating: "v,", count: 6_000)
      + "w\n3,4,5\n"
    let whole = try Self.table(text, blockSize: 262_144, longest: 4_096)
    #expect(whole.end == .longLine)
    for blockSize in [7, 64, 512, 4_099] {
      let rows = try Self.table(text, blockSize: blockSize, longest: 4_096).rows
      #expect(rows == whole.rows, "blocks of \(blockSize)")
    }
    #expect(Set(whole.rows.map(\.number)) == [1, 2, 3, 4])
    var columns: [[Int: String]] = [[:], [:], [:], [:]]
    for row in whole.rows {
      for (index, cell) in row.cells.enumerated() {
        columns[row.number - 1][row.firstColumn + index] = String(
          decoding: cell.text, as: UTF8.self)
      }
    }
    #expect(columns[1][0] == "1" && columns[1][2] == "2" && columns[1].count == 3)
    #expect(columns[2].count == 6_001 && columns[2][6_000] == "w" && columns[2][5_999] == "v")
    #expect(columns[3] == [0: "3", 1: "4", 2: "5"])
  }

  @Test("Ten thousand columns are ten thousand cells")
  func manyColumns() throws {
    let line = (1...10_000).map(String.init).joined(separator: ",") + "\n"
    let result = try Self.table(line + line)
    #expect(result.rows.map(\.cells.count) == [10_000, 10_000])
    #expect(result.end == .complete)
  }
}

/// A reader of delimited text byte by byte, over the whole file: what the fast one is held against.
enum PlainReader {
  static func rows(_ bytes: [UInt8]) -> [ContentRecorder.Row] {
    var rows: [ContentRecorder.Row] = []
    var cells: [ContentRecorder.Cell] = []
    var line = 1
    var rowLine = 1
    var index = 0
    var literalBefore = -1
    func lineEnd(_ at: Int) -> Int {
      bytes[at] == 0x0D && at + 1 < bytes.count && bytes[at + 1] == 0x0A ? 2 : 1
    }
    while index < bytes.count {
      // A blank line.
      if cells.isEmpty, bytes[index] == 0x0A || bytes[index] == 0x0D {
        index += lineEnd(index)
        line += 1
        rowLine = line
        continue
      }
      // One cell.
      let start = index
      var open = start
      while open < bytes.count, open - start < 8, bytes[open] == 0x20 { open += 1 }
      if open < bytes.count, bytes[open] == 0x3D, open - start < 8 { open += 1 }
      var quoted: (Int, Int)?
      var rest = start
      if open < bytes.count, bytes[open] == 0x22, open >= literalBefore {
        var close = open + 1
        while close < bytes.count {
          if bytes[close] == 0x22 {
            guard close + 1 < bytes.count, bytes[close + 1] == 0x22 else { break }
            close += 2
          } else {
            close += 1
          }
        }
        if close < bytes.count {
          quoted = (open + 1, close)
          rest = close + 1
        } else {
          literalBefore = bytes.count
          var end = open
          while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
          literalBefore = end
        }
      }
      var end = rest
      while end < bytes.count, bytes[end] != 0x2C, bytes[end] != 0x0A, bytes[end] != 0x0D {
        end += 1
      }
      var range = (start, end)
      var text = Array(bytes[start..<end])
      if let quoted {
        range = bytes[rest..<end].allSatisfy { $0 == 0x20 } ? quoted : (quoted.0, end)
        text = Array(bytes[range.0..<range.1])
        var breaks = 0
        var position = quoted.0
        while position < quoted.1 {
          if bytes[position] == 0x0A || bytes[position] == 0x0D {
            position += lineEnd(position)
            breaks += 1
          } else {
            position += 1
          }
        }
        line += breaks
      }
      var stored = range.0
      if text.count > 1, text[0] == 0x27 {
        text.removeFirst()
        stored += 1
      }
      let within = quoted.map { Array(bytes[$0.0..<$0.1]) } ?? []
      if hasPair(within) {
        var single: [UInt8] = []
        var position = 0
        while position < text.count {
          single.append(text[position])
          position +=
            text[position] == 0x22 && position + 1 < text.count && text[position + 1] == 0x22
            ? 2 : 1
        }
        text = single
        if text.count >= 4, text[0] == 0x3D, text[1] == 0x22, text.last == 0x22 {
          text = Array(text[2..<text.count - 1])
          stored += 2
        }
      }
      cells.append(ContentRecorder.Cell(text: text, stored: stored))
      if end < bytes.count, bytes[end] == 0x2C {
        index = end + 1
        if index < bytes.count { continue }
        // A delimiter at the very end: the last cell is there only when the record has not ended.
        cells.append(ContentRecorder.Cell(text: [], stored: index))
      }
      rows.append(
        ContentRecorder.Row(
          number: rows.count + 1, line: rowLine, cells: cells, spansLines: line > rowLine))
      cells = []
      if end < bytes.count, bytes[end] != 0x2C {
        index = end + lineEnd(end)
      } else {
        index = bytes.count
      }
      line += 1
      rowLine = line
    }
    return rows
  }

  private static func hasPair(_ bytes: [UInt8]) -> Bool {
    zip(bytes, bytes.dropFirst()).contains { $0 == (0x22, 0x22) }
  }
}
