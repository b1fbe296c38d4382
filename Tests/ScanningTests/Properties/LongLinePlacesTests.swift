import Inventory
import TestSupport
import Testing

@testable import Scanning

/// Places in lines that are read in many pieces.
///
/// All numbers are made up.
@Suite("Places in long lines") struct LongLinePlacesTests {
  @Test("Each place tells its own character, in the line before, in the long one and behind it")
  func characters() {
    var random = SeededGenerator(seed: 27)
    var text = ""
    var expected: [[Int]] = []
    for length in [3, 4_000, 2, 900] {
      var characters = 0
      var columns: [Int] = []
      for _ in 0..<length {
        let filler = String(
          repeating: ["連絡は ", "x ", "𠮷野家の é "].randomElement(using: &random) ?? "",
          count: Int.random(in: 1...6, using: &random))
        let label = filler + "携帯電話 "
        columns.append(characters + label.unicodeScalars.count + 1)
        let number = "090-4829-\(Int.random(in: 1_000...9_999, using: &random))"
        text += label + number + "、"
        characters += (label + number + "、").unicodeScalars.count
      }
      text += "\n"
      expected.append(columns)
    }
    let phones = Examination.report(text, extension: "txt").findings.filter { $0.type == .phone }
    let found = phones.flatMap { $0.places.map { ($0.line, $0.column ?? 0) } }
    for (line, columns) in expected.enumerated() {
      #expect(found.filter { $0.0 == line + 1 }.map(\.1).sorted() == columns)
    }
  }
}
