import Inventory
import TestSupport
import Testing

@testable import Detecting

/// All numbers are made up.
@Suite("Items of lists")
struct ListItemTests {
  @Test(
    "begin behind their mark",
    arguments: [
      ("- 山田", 2), ("* 山田", 2), ("・山田", 3), ("・　山田", 6), ("• 山田", 4), ("■山田", 3), ("1. 山田", 3),
      ("12) 山田", 4), ("(3) 山田", 4), ("③山田", 3),
      // No items: a sign that belongs to what follows, a date, a number.
      ("-山田", 0), ("1.5", 0), ("1975-03-04", 0), ("(03) 1234", 0), ("1234. 山田", 0), ("山田", 0),
      ("(", 0),
      ("-", 0), ("1.", 0), ("(1", 0), ("山", 0),
    ])
  func begin(line: String, place: Int) {
    let bytes = Array(line.utf8)
    #expect(ListItem.text(bytes.span, 0, bytes.count) == place)
  }

  @Test(
    "Numbers with marks before them are a series as numbers alone are",
    arguments: ["", "- ", "・", "1. ", "(1) "])
  func numbers(mark: String) throws {
    var generator = SeededGenerator(seed: 3)
    let numbers = (0..<20).map { _ in generator.myNumber() }
    let text = "一覧\n\n" + numbers.map { mark + $0 + "\n" }.joined()
    let finding = try #require(DetectionHarness.text(text).first { $0.type == .myNumber })
    #expect(finding.count == 20)
    #expect(finding.level == .high)
    #expect(finding.places.first?.line == 3)
    #expect(finding.places.first?.byteOffset == "一覧\n\n".utf8.count + mark.utf8.count)
    #expect(finding.places.first?.column == mark.count + 1)
  }
}
