import Testing

@testable import Extracting

/// All names and numbers are synthetic.
@Suite("Lists parted by blanks or full-width marks") struct SimpleColumnsTests {
  private func calls(_ text: String, _ delimiter: SimpleColumns.Delimiter) throws -> [String] {
    var reader = makeReader(text)
    let recorder = CallRecorder()
    var walk = SimpleColumns(delimiter)
    try LinePump.run(&reader, &walk, into: recorder)
    return recorder.calls
  }

  @Test func rowsAndRemarks() throws {
    let text = "氏名　番号\n山田  123\n以上 2 名\n佐藤\t45\n終\n"
    // Rows are pushed in blocks, lines at once.
    #expect(
      try calls(text, .blanks) == [
        "table", "line 3: 以上 2 名", "line 5: 終", "row 1: 氏名|番号", "row 2: 山田|123",
        "row 4: 佐藤|45", "end of table",
      ])
  }

  @Test func fullWidthMarks() throws {
    let text = "氏名，備考，番号\n山田，，1\n佐藤， 例 ，2\n"
    #expect(
      try calls(text, .wide(0xEF, 0xBC, 0x8C)) == [
        "table", "row 1: 氏名|備考|番号", "row 2: 山田||1", "row 3: 佐藤|例|2", "end of table",
      ])
  }

  @Test func veryLongLinesAreText() throws {
    let long = String(repeating: "1 ", count: 3_000)
    let calls = try calls("a b\n\(long)\nc d\n", .blanks)
    #expect(calls.filter { $0.hasPrefix("row") } == ["row 1: a|b", "row 3: c|d"])
    #expect(calls.contains { $0.hasPrefix("line 2: 1 1") })
  }
}
