import Inventory
import Testing

@testable import Detecting

/// All persons and numbers are made up.
@Suite("Numbers between other digits in records of fixed fields")
struct FixedRecordsTests {
  private static let names = [
    "佐藤　太郎　", "鈴木　花子　", "高橋　一郎　", "田中　健一　", "伊藤　美咲　", "渡辺　翔太　",
  ]

  /// Records of a number of each, with what stands before and behind it.
  private static func records(
    _ count: Int, seed: UInt64 = 5, _ number: (inout SyntheticNumbers) -> String
  ) -> String {
    var numbers = SyntheticNumbers(seed: seed)
    return (0..<count).map { index in
      let serial = String(10_001 + index)
      let date = "19\(numbers.digits(2))0\(1 + index % 9)1\(index % 10)"
      let kana = ["ｻﾄｳ ﾀﾛｳ ", "ｽｽﾞｷ ﾊﾅｺ", "ﾀﾅｶ ｹﾝｲﾁ"][index % 3]
      return serial + names[index % names.count] + number(&numbers) + date + kana + "1\r\n"
    }.joined()
  }

  private static func card(_ numbers: inout SyntheticNumbers) -> String {
    let body = "4" + numbers.digits(14)
    let sum = body.utf8.enumerated().reduce(0) { sum, digit in
      let value = Int(digit.element - 0x30) * (digit.offset % 2 == 0 ? 2 : 1)
      return sum + (value > 9 ? value - 9 : value)
    }
    return body + String((10 - sum % 10) % 10)
  }

  private static func strict(_ text: String) -> Set<DataType> {
    DetectionHarness.types(DetectionHarness.text(text)).intersection([.myNumber, .creditCard])
  }

  @Test func myNumbers() throws {
    let text = Self.records(20) { $0.myNumber() }
    let finding = try #require(
      DetectionHarness.text(text).first { $0.type == .myNumber && $0.confidence >= 0.9 })
    #expect(finding.count == 20)
    #expect(finding.distinct == 20)
    #expect(finding.places.first?.line == 1)
    #expect(finding.places.first?.column == 12)
    #expect(finding.places.first?.byteOffset == 5 + 18)
    #expect(finding.places.dropFirst().first?.line == 2)
  }

  @Test func cards() throws {
    let text = Self.records(12) { Self.card(&$0) }
    let finding = try #require(
      DetectionHarness.text(text).first { $0.type == .creditCard && $0.confidence >= 0.9 })
    #expect(finding.count == 12)
  }

  @Test("records without a number, whose field is zeros, do not stand in the way")
  func zeros() throws {
    var count = 0
    let text = Self.records(12) { numbers in
      count += 1
      return count % 4 == 0 ? "000000000000" : numbers.myNumber()
    }
    let finding = try #require(
      DetectionHarness.text(text).first { $0.type == .myNumber && $0.confidence >= 0.5 })
    #expect(finding.count == 9)
  }

  @Test("later blocks go on with the columns of the first", arguments: [5, 6, 19, 40])
  func blocks(lines: Int) throws {
    let rules = try #require(DetectionHarness.rules)
    let document = Detector(
      rules: rules, settings: ExaminationSettings(places: .all, countingKey: (1, 2))
    ).makeDocument(ExaminationJob(size: nil, nameExtension: ""))
    document.begin(.text)
    DetectionHarness.push(Self.records(40) { $0.myNumber() }, into: document) { $1 >= lines }
    let finding = try #require(document.finish().findings.first { $0.type == .myNumber })
    #expect(finding.count == 40)
    #expect(finding.places.map(\.line) == Array(1...40))
  }

  @Test("what does not pass in every line is none", arguments: 1...20 as ClosedRange<UInt64>)
  func others(seed: UInt64) {
    #expect(Self.strict(Self.records(40, seed: seed) { $0.digits(12) }).isEmpty)
    #expect(Self.strict(Self.records(40, seed: seed) { $0.parcel() }).isEmpty)
    #expect(Self.strict(Self.records(40, seed: seed) { $0.digits(16) }).isEmpty)
    #expect(Self.strict(Self.records(40, seed: seed) { "00000" + $0.digits(9) + "000" }).isEmpty)
  }

  @Test("few lines, and lines that are not equally wide, are not read as records")
  func noRecords() {
    let text = Self.records(20) { $0.myNumber() }
    let lines = text.split(separator: "\r\n").map(String.init)
    #expect(Self.strict(lines[..<4].joined(separator: "\n")).isEmpty)
    #expect(Self.strict((["名簿"] + lines).joined(separator: "\n")).isEmpty)
  }
}
