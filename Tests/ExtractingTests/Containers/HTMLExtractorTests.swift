import Inventory
import Testing

@testable import Extracting

/// All persons and numbers are made up.
@Suite struct HTMLExtractorTests {
  private func extract(_ text: String, blockSize: Int = 262_144) throws -> [String] {
    var reader = makeReader(text, blockSize: blockSize)
    let recorder = CallRecorder()
    #expect(try HTMLExtractor.extract(&reader, into: recorder) == .complete)
    return Array(recorder.calls.dropFirst())
  }

  static let cases: [(String, [String])] = [
    ("<p>a <b>b</b>\n c</p>d", ["line 1: a b c", "line 2: d"]),
    (
      "<table><tr><th>氏名<th>番号<tr><td>山田<br>太郎<td>0&#49;2</table>",
      ["table with heading", "row 1: 氏名|番号", "row 1: 山田 太郎|012", "end of table"]
    ),
    (
      "<TABLE>\n<TR><TD COLSPAN=2>x</TD><TD>y</TD></TR></TABLE>z",
      ["table", "row 2: x||y", "end of table", "line 2: z"]
    ),
    (
      "<table><tr><td>a</td><td><table><tr><td>b</td></tr></table></td></tr></table>",
      ["table", "row 1: a|", "end of table", "table", "row 1: b", "end of table"]
    ),
    (
      "<!-- 0123 --><script>if (a < b) x('c');</script>d",
      ["line 1: 0123", "line 1: if (a < b) x('c');", "line 1: d"]
    ),
    (
      "<a href='mailto:a@example.jp'>x</a><input value=\"y>z\">",
      ["line 1: a@example.jp x", "line 1: y>z"]
    ),
    (
      "<input name=\"ctl00$txtMyNumber\" value=\"1234\"><input value=5678 id=tel2><input name=q value=abc>",
      ["line 1: My_Number: 1234", "line 1: tel: 5678", "line 1: abc"]
    ),
    (
      "<input type=radio name=sex value=12345><table><tr><td><input name=no value=1234></table>",
      ["line 1: 12345", "table", "row 1: 1234", "end of table"]
    ),
    ("1 < 2 & 3 &amp; &unknown; &#x5C71;", ["line 1: 1 < 2 & 3 & &unknown; 山"]),
    ("<p>open <b", ["line 1: open b"]), ("", []),
  ]

  @Test(arguments: cases.indices, [8, 13, 262_144])
  func reads(index: Int, size: Int) throws {
    let (text, expected) = Self.cases[index]
    #expect(try extract(text, blockSize: size) == expected)
  }

  @Test func hostileInputEnds() throws {
    _ = try extract(String(repeating: "<table><tr><td>", count: 20_000))
    _ = try extract("<a " + String(repeating: "x=\"", count: 100_000))
    _ = try extract(String(repeating: "&", count: 100_000) + String(repeating: "<", count: 100_000))
    let wide = try extract("<table><tr>" + String(repeating: "<td colspan=100>a", count: 10_000))
    #expect(wide.count == 3)
  }
}
