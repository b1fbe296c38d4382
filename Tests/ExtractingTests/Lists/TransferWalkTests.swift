import Inventory
import Testing

@testable import Extracting

/// All names and numbers are synthetic.
@Suite("Bank transfers in records of 120 bytes") struct TransferWalkTests {
  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: width - text.unicodeScalars.count)
  }

  static let records = [
    padded("12101234567890" + padded("ｶ)ｹﾝｼﾖｳ", 40) + "10250034", 120),
    padded(
      "21264" + padded("ﾀﾃﾔﾏｼﾝｷﾝ", 15) + "003" + padded("ｶﾓｶﾞﾜ", 15) + "0000" + "1" + "2593827"
        + padded("ﾔﾏﾀﾞ ﾀﾛｳ", 30) + "0000169133" + "0", 120),
    padded("8000001000000169133", 120), padded("9", 120),
  ]

  @Test(
    "Fields stand under the standard's names, with their places", arguments: ["\r\n", "\n", ""],
    [8, 119, 262_144])
  func fields(lineEnd: String, blockSize: Int) throws {
    let bytes = JapaneseEncoder.encode(
      Self.records.map { $0 + lineEnd }.joined(), as: .cp932)
    #expect(bytes.count == 4 * (120 + lineEnd.utf8.count))
    let (extraction, recorder) = Extractor.examine(
      bytes, nameExtension: "dat", blockSize: blockSize)
    #expect(extraction.format == .fixedWidth)
    #expect(recorder.tables == 2)
    #expect(recorder.cellTexts[1] == ["1234567890", "ｶ)ｹﾝｼﾖｳ"])
    #expect(
      recorder.cellTexts[3] == [
        "1264", "ﾀﾃﾔﾏｼﾝｷﾝ", "003", "ｶﾓｶﾞﾜ", "1", "2593827", "ﾔﾏﾀﾞ ﾀﾛｳ", "0000169133", "", "",
      ])
    let start = 120 + lineEnd.utf8.count
    #expect(
      recorder.rows[3].cells.map(\.stored).prefix(7)
        == [1, 5, 20, 23, 42, 43, 50].map { $0 + start }[...])
    #expect(recorder.lines.isEmpty)
  }

  /// What a bank tells of who paid in: records of 200.
  @Test(
    "So do those of what a bank tells",
    arguments: [
      (
        "01",
        "2" + "000001" + "060401" + "060401" + "0000012000" + "0000000000" + "0000000000"
          + padded("ﾔﾏﾀﾞ ﾀﾛｳ", 48) + padded("ﾐﾎﾝ", 15) + padded("ﾎﾝﾃﾝ", 15), 5
      ),
      (
        "03",
        "2" + "00000001" + "060401" + "060401" + "111" + "000000012000" + "000000000000"
          + "000000000000" + "0" + "0000000" + "000" + "0000000000" + padded("ﾔﾏﾀﾞ ﾀﾛｳ", 48)
          + padded("ﾐﾎﾝ", 15) + padded("ﾎﾝﾃﾝ", 15) + padded("ﾌﾘｺﾐ", 20), 4
      ),
    ], ["\r\n", ""])
  func statements(of kind: (code: String, record: String, name: Int), lineEnd: String) {
    let records = [
      Self.padded("1" + kind.code + "0060402060401060401" + "0001", 200),
      Self.padded(kind.record, 200), Self.padded(kind.record, 200),
      Self.padded("8000002000000024000", 200), Self.padded("9", 200),
    ]
    let bytes = JapaneseEncoder.encode(records.map { $0 + lineEnd }.joined(), as: .cp932)
    let (extraction, recorder) = Extractor.examine(bytes, nameExtension: "txt")
    #expect(extraction.format == .fixedWidth)
    #expect(recorder.tables == 1)
    #expect(recorder.cellTexts.count == 3)
    #expect(recorder.cellTexts[0][kind.name] == "振込依頼人名")
    #expect(recorder.cellTexts[2][kind.name] == "ﾔﾏﾀﾞ ﾀﾛｳ")
    #expect(recorder.cellTexts[2][kind.name + 1...kind.name + 2] == ["ﾐﾎﾝ", "ﾎﾝﾃﾝ"])
  }
}
