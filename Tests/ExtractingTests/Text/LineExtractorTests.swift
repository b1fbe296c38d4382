import Testing

@testable import Extracting

/// All names and numbers are synthetic.
@Suite("Running text by lines") struct LineExtractorTests {
  static func lines(
    _ text: String, blockSize: Int, from: Int = 1, longest: Int = LineExtractor.longestLine,
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

  @Test("Lines before the first wanted one are passed over", arguments: [8, 64], 1...6)
  func from(blockSize: Int, first: Int) throws {
    let text = "one\ntwo\r\n\rfour\n\nsix"
    let all = try Self.lines(text, blockSize: 262_144).lines
    let some = try Self.lines(text, blockSize: blockSize, from: first).lines
    #expect(some == all.filter { $0.number >= first })
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
