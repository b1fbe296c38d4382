import Testing

@testable import Detecting

@Suite("Finding the heading row")
struct HeadingDecisionTests {
  /// v vocabulary, t text, n numbered text, x value, s small number, - blank.
  private func kinds(_ rows: [String]) -> [[HeadingDecision.Kind]] {
    rows.map { row in
      row.unicodeScalars.map { scalar in
        switch scalar {
        case "v": .vocabulary
        case "t": .text
        case "n": .numberedText
        case "x": .value
        case "s": .smallNumber
        default: .blank
        }
      }
    }
  }

  @Test(
    "table",
    arguments: [
      (["vvv", "xxx", "xxx"], 0..<1),
      // A title, a remark, then the heading.
      (["t--", "n--", "vvv", "xxx", "xxx"], 2..<3),
      // Two rows of headings: the lower names the fields.
      (["v-v-", "vvvv", "xxxx", "xxxx"], 0..<2),
      // No words known, but text above digits.
      (["ttt", "txx", "txx", "txx"], 0..<1),
      // No heading at all.
      (["xtx", "xtx", "xtx"], 0..<0),
      (["tt", "tt", "tt"], 0..<0),
      // One word over a number written one digit a box; without the boxes it is a title.
      (["vv----", "tsssss", "tsssss"], 0..<1), (["tv----", "tsssss", "tsssss"], 0..<1),
      (["tv----", "tttttt", "tttttt"], 0..<0),
      // Months are field names although they hold digits.
      (["vnnn", "txxx", "txxx"], 0..<1),
      // Days are counted over words: a shift table. Where the rows count as well, nothing tells them apart.
      (["vnnnn", "ttttt", "ttttt"], 0..<1), (["vnnnn", "tnnnn", "tnnnn"], 0..<0),
      // Each record a column; nearly so is not enough.
      (["vxxxx", "vxxxx"], 0..<0), (["vttxt", "vxxxx", "vtttt"], 0..<0),
      (["vvvvv", "vxxxx", "txxxx", "txxxx"], 0..<1),
      // A label with boxes below another label.
      (["t-----", "vt----", "vsssss"], 0..<0), (["t-----", "vt----", "tsssss"], 1..<2),
      // Label and value side by side.
      (["vx", "vx", "vx"], 0..<0),
      ([], 0..<0),
    ])
  func decide(rows: [String], heading: Range<Int>) {
    let decision = HeadingDecision.decide(kinds(rows), firstRowIsHeading: nil)
    #expect(decision.heading == heading)
    #expect(decision.firstData == (heading.isEmpty ? 0 : heading.upperBound))
  }

  @Test("words that rows begin with are labels unless they are values of the first row's words")
  func valuesOfWords() {
    let rows = kinds(["vv", "vs", "vs", "vs"])
    #expect(HeadingDecision.decide(rows, firstRowIsHeading: nil).heading.isEmpty)
    let decision = HeadingDecision.decide(rows, firstRowIsHeading: nil) { true }
    #expect(decision.heading == 0..<1)
  }

  @Test(
    "a table on its side",
    arguments: [
      (["vxx", "vxx"], true), (["vtt", "vxx", "v-x"], true), (["-vx", "vxx", "vxx"], true),
      // Nothing but values is needed in one row at least, and two labels.
      (["vtt", "vtt"], false), (["vxx", "txx"], false), (["vx", "vx"], false),
      (["vvx", "vxx"], false), (["xvx", "xvx"], false), (["vxx", "vxx", "txx", "txx"], false),
      ([], false),
    ])
  func onItsSide(rows: [String], isSo: Bool) {
    #expect(HeadingDecision.isOnItsSide(kinds(rows)[...]) == isSo)
  }

  @Test("a container that says its rows have no heading is believed")
  func withoutHeading() {
    let decision = HeadingDecision.decide(kinds(["vv", "xx"]), firstRowIsHeading: false)
    #expect(decision.heading.isEmpty && decision.firstData == 0)
  }

  @Test("a container that names its columns is believed")
  func hinted() {
    let decision = HeadingDecision.decide(kinds(["xx", "xx"]), firstRowIsHeading: true)
    #expect(decision.heading == 0..<1)
  }
}
