import Foundation
import Inventory
import TestSupport
import Testing

/// What must stay the same when a document is written down in another way.
@Suite struct MetamorphicTests {
  private typealias Made = Metamorphic

  @Test(
    "A labelled number that is put anywhere into a text is found, and nothing else changes",
    arguments: 1...8 as ClosedRange<UInt64>)
  func insertion(seed: UInt64) {
    var made = Made(seed: seed)
    let lines = (0..<50).map { _ in made.line() }
    let before = Made.counts(Made.found(Array(lines.joined(separator: "\n").utf8), as: "txt"))
    #expect(before[.myNumber] ?? 0 > 0)
    for _ in 0..<25 {
      var with = lines
      with.insert("マイナンバー: " + made.myNumber(), at: made.number(lines.count + 1))
      var expected = before
      expected[.myNumber, default: 0] += 1
      let after = Made.counts(Made.found(Array(with.joined(separator: "\n").utf8), as: "txt"))
      #expect(after == expected)
    }
  }

  @Test(
    "A number that is put anywhere into a line, as a word of its own, is found",
    arguments: 1...8 as ClosedRange<UInt64>)
  func insertionIntoALine(seed: UInt64) {
    var made = Made(seed: 100 + seed)
    let sentence = Array("本日の会議の資料は、別に送りますので、ご確認ください。")
    for position in 0...sentence.count {
      let text =
        String(sentence[..<position]) + "（マイナンバー: \(made.myNumber())）"
        + String(sentence[position...])
      let found = Made.counts(Made.found(Array(text.utf8), as: "txt"))
      #expect(found[.myNumber] == 1, "position \(position)")
    }
  }

  @Test(
    "A value behind a cell of three megabytes is found in its own column",
    arguments: [4_099, 65_536, 262_144, 1_048_576])
  func columnBehindALongCell(blockSize: Int) {
    var made = Made(seed: 900)
    let long = String(repeating: "本日は晴天なり", count: 150_000)
    let numbers = (0..<6).map { _ in made.myNumber() }
    let rows = numbers.enumerated().map {
      "\($0.offset),\($0.offset == 2 ? long : "無し"),\($0.element)\n"
    }
    let found = Made.found(
      Array(("番号,備考,個人番号\n" + rows.joined()).utf8), as: "csv", blockSize: blockSize)
    #expect(
      found.map(\.location) == [.column(3, heading: "個人番号")] && found.map(\.count) == [6]
        && found.map(\.lines) == [[2, 3, 4, 5, 6, 7]], "\(found)")
  }

  @Test("Any encoding gives the same findings", arguments: 1...4 as ClosedRange<UInt64>)
  func encodings(seed: UInt64) throws {
    var made = Made(seed: 200 + seed)
    for (name, text) in made.documents() {
      let plain = Made.found(Array(text.utf8), as: name)
      #expect(!plain.isEmpty)
      let marks: [(String, [UInt8])] = [
        ("UTF-8", [0xEF, 0xBB, 0xBF]), ("CP932", []), ("EUC-JP", []), ("ISO-2022-JP", []),
        ("UTF-16LE", [0xFF, 0xFE]), ("UTF-16BE", [0xFE, 0xFF]), ("UTF-16LE", []), ("UTF-16BE", []),
      ]
      for (encoding, mark) in marks {
        // Another converter than ours.
        let other = try ProgramRun.run(
          "/usr/bin/iconv", ["-f", "UTF-8", "-t", encoding], input: Array(text.utf8))
        #expect(other.status == 0)
        #expect(Made.found(mark + other.output, as: name) == plain, "\(name) \(encoding) \(mark)")
      }
    }
  }

  @Test("Any line end gives the same findings", arguments: 1...4 as ClosedRange<UInt64>)
  func lineEnds(seed: UInt64) {
    var made = Made(seed: 300 + seed)
    for (name, text) in made.documents() {
      let plain = Made.found(Array(text.utf8), as: name)
      for end in ["\r\n", "\r"] {
        let other = text.replacingOccurrences(of: "\n", with: end)
        #expect(Made.found(Array(other.utf8), as: name) == plain, "\(name)")
      }
    }
  }

  @Test(
    "Any cut of the input into reads and blocks gives the same findings",
    arguments: 1...4 as ClosedRange<UInt64>)
  func cuts(seed: UInt64) {
    var made = Made(seed: 400 + seed)
    for (name, text) in made.documents() {
      let bytes = Array(text.utf8)
      let whole = Made.found(bytes, as: name)
      for blockSize in [7, 64, 4_099, 65_536, 262_144] {
        let source = StutteringSource(bytes, seed: seed)
        #expect(
          Made.found(bytes, as: name, source: source, blockSize: blockSize) == whole,
          "\(name) \(blockSize)")
      }
    }
  }

  @Test("Two texts in one file hold what the two hold", arguments: 1...8 as ClosedRange<UInt64>)
  func concatenation(seed: UInt64) {
    var made = Made(seed: 500 + seed)
    let first = made.text(lines: 40)
    let second = made.text(lines: 40)
    func counts(_ text: String) -> [DataType: Int] {
      Made.counts(Made.found(Array(text.utf8), as: "txt"))
    }
    let sum = counts(first).merging(counts(second), uniquingKeysWith: +)
    // Blank lines, so that no label of the first text speaks for a number of the second.
    #expect(counts(first + String(repeating: "\n", count: 6) + second) == sum)
  }

  @Test("Rows in another order hold the same", arguments: 1...4 as ClosedRange<UInt64>)
  func order(seed: UInt64) {
    var made = Made(seed: 600 + seed)
    let lines = made.table(rows: 40).split(separator: "\n")
    let turned = [lines[0]] + lines.dropFirst().reversed()
    func counts(_ lines: [Substring]) -> [DataType: Int] {
      Made.counts(Made.found(Array(lines.joined(separator: "\n").utf8), as: "csv"))
    }
    #expect(counts(turned) == counts(lines))
  }
}
