import Testing

@testable import Extracting

/// All names and numbers are synthetic.
@Suite("Running text by lines") struct LineExtractorTests {
  static func lines(
    _ text: String, blockSize: Int, from: TextBreak = TextBreak(line: 1, offset: 0),
    longest: Int = LineExtractor.longestLine,
    overlap: Int = LineExtractor.overlap
  ) throws -> ContentRecorder {
    let recorder = ContentRecorder()
    var reader = TextReader(
      MemorySource(Array(text.utf8)), decision: EncodingDecision(.utf8), blockSize: blockSize)
    try LineExtractor.extract(
      &reader, from: from, into: recorder, longestLine: longest, overlap: overlap)
    return recorder
  }

  @Test("Any block size gives the same lines", arguments: [8, 9, 64, 4_099], ["\n", "\r\n", "\r"])
  func blocks(blockSize: Int, end: String) throws {
    let parts = ["氏名：山田太郎", "", "電話 03-1234-5678", "住所 東京都千代田区", "", "", "x"]
    let text = parts.joined(separator: end)
    let recorder = try Self.lines(text, blockSize: blockSize)
    #expect(recorder.lines.map { String(decoding: $0.text, as: UTF8.self) } == parts)
    #expect(recorder.lines.map(\.number) == Array(1...7))
    #expect(recorder.wrongOverlaps == 0)
    for line in recorder.lines {
      #expect(Array(text.utf8)[line.stored...].starts(with: line.text))
    }
  }

  @Test("What was understood is passed over", arguments: [8, 9, 64], 0...20)
  func from(blockSize: Int, offset: Int) throws {
    let text = "one\ntwo\r\n\rfour\n山x six"
    let all = try Self.lines(text, blockSize: 262_144).lines
    let isWithinCharacter = Array(text.utf8)[offset] & 0xC0 == 0x80
    guard !isWithinCharacter, offset != 8 else { return }
    let line = all.last { $0.stored <= offset }?.number ?? 1
    let recorder = ContentRecorder()
    var reader = TextReader(
      MemorySource(Array(text.utf8)), decision: EncodingDecision(.utf8), blockSize: blockSize)
    try LineExtractor.extract(
      &reader, from: TextBreak(line: line, offset: offset), into: recorder)
    let rest = Array(text.utf8)[offset...]
    #expect(recorder.lines.first?.text == Array(rest.prefix { $0 != 0x0A && $0 != 0x0D }))
    #expect(recorder.lines.first?.stored == offset)
    #expect(recorder.lines.first?.number == line)
    #expect(Array(recorder.lines.dropFirst()) == all.filter { $0.number > line })
    let before = Array(text.utf8)[..<offset].reversed().prefix { $0 != 0x0A && $0 != 0x0D }
    #expect(recorder.charactersBefore == before.count { $0 & 0xC0 != 0x80 })
  }

  @Test("A line without end is pushed in pieces that overlap", arguments: [8, 64, 500])
  func longLine(blockSize: Int) throws {
    let text = String(repeating: "山田太郎 03-1234-5678、", count: 200) + "\n次の行"
    let recorder = try Self.lines(text, blockSize: blockSize, longest: 1_000, overlap: 100)
    #expect(recorder.wrongOverlaps == 0)
    #expect(
      recorder.lines.map { String(decoding: $0.text, as: UTF8.self) }
        == text.split(separator: "\n").map(String.init))
    #expect(recorder.lines.map(\.number) == [1, 2])
  }
}
