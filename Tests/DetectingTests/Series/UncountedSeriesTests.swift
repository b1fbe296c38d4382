import Inventory
import TestSupport
import Testing

@testable import Detecting

/// Tables that begin when so many distinct values have been counted that no further ones are.
@Suite("Series after counting has stopped")
struct UncountedSeriesTests {
  /// A table of more distinct values than a file may count, and another one behind it.
  private static func behindManyValues(_ table: String) -> [Finding] {
    var many = "番号,区分\n"
    for number in 0..<100_010 { many += "x\(number),A\n" }
    return DetectionHarness.tables([many, table]).findings
  }

  @Test("one My Number in every row is found under its heading, and counts once")
  func oneNumber() {
    var numbers = SyntheticNumbers(seed: 11)
    let number = numbers.myNumber()
    for rows in [2, 20, 400] {
      let table =
        "氏名,個人番号\n"
        + String(repeating: "佐藤健太郎,\(number)\n", count: rows)
      let found = Self.behindManyValues(table).first { $0.type == .myNumber }
      #expect((found?.confidence ?? 0) >= 0.9)
      #expect(found?.count == rows)
      #expect(found?.distinct == 1)
      #expect(found?.distinctIsAtLeast == true)
    }
  }

  @Test("one number that happens to pass, again and again under no heading, is not taken for many")
  func oneNumberWithoutHeading() {
    var numbers = SyntheticNumbers(seed: 12)
    let number = numbers.myNumber()
    for rows in [20, 400] {
      let table = "照合,区分\n" + String(repeating: "\(number),A\n", count: rows)
      #expect(!DetectionHarness.types(Self.behindManyValues(table)).contains(.myNumber))
    }
  }

  @Test("names, addresses and mail addresses are found")
  func words() {
    var table = "氏名,住所,メール\n"
    for number in 1...30 {
      table += "佐藤健太郎,東京都千代田区丸の内1-1-\(number),sato\(number)@sample-kaisha.co.jp\n"
    }
    let types = DetectionHarness.types(Self.behindManyValues(table))
    #expect(types.isSuperset(of: [.personName, .address, .email]))
  }
}
