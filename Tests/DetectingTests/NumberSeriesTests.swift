import Inventory
import TestSupport
import Testing

@testable import Detecting

@Suite("Series of twelve digits")
struct NumberSeriesTests {
  private func column(_ heading: String?, _ count: Int, _ value: (inout SyntheticNumbers) -> String)
    -> [Finding]
  {
    var numbers = SyntheticNumbers(seed: 77)
    var text = heading.map { "連番,\($0)\n" } ?? ""
    for row in 0..<count { text += "\(row * 3 + 1),\(value(&numbers))\n" }
    return DetectionHarness.table(text)
  }

  private func isMyNumber(_ findings: [Finding]) -> Bool {
    DetectionHarness.types(findings).contains(.myNumber)
  }

  @Test("a column of My Numbers without heading is found, more surely the longer it is")
  func headless() {
    var last = 0.0
    for count in [3, 5, 10, 50] {
      let findings = column(nil, count) { $0.myNumber() }.filter { $0.type == .myNumber }
      let confidence = findings.first?.confidence ?? 0
      #expect(confidence + 0.001 >= last, "with \(count) rows")
      last = confidence
    }
    #expect(last >= 0.85)
  }

  @Test("one bare number that passes is never more than low")
  func single() {
    for finding in column(nil, 1, { $0.myNumber() }) where finding.type == .myNumber {
      #expect(finding.confidence < 0.5)
    }
  }

  @Test("a heading and a passing check digit are enough for one")
  func headed() {
    let findings = column("個人番号", 1) { $0.myNumber() }
    #expect(findings.first { $0.type == .myNumber }?.level == .high)
  }

  @Test(
    "a handful under a heading that does not speak for My Numbers is at most medium",
    arguments: ["照合番号", "番号", "識別番号", "項目"], [(3, 3), (4, 5), (5, 5), (8, 9)])
  func smallUnnamed(heading: String, share: (passing: Int, of: Int)) {
    var row = 0
    let findings = column(heading, share.of) { numbers in
      row += 1
      return row <= share.passing ? numbers.myNumber() : "100000000001"
    }
    let confidence = findings.first { $0.type == .myNumber }?.confidence ?? 0
    #expect(confidence < 0.9)
    if share == (5, 5) { #expect(confidence >= 0.5, "it is not lost either") }
  }

  @Test(
    "a handful under a heading of My Numbers is high",
    arguments: ["個人番号", "マイナンバー", "my_number"], [1, 3, 5, 9])
  func smallNamed(heading: String, count: Int) {
    let findings = column(heading, count) { $0.myNumber() }
    #expect(findings.first { $0.type == .myNumber }?.level == .high)
  }

  @Test(
    "six and more that all pass speak for themselves under a weak heading", arguments: [6, 10, 30])
  func settledUnnamed(count: Int) {
    let findings = column("照合番号", count) { $0.myNumber() }
    #expect(findings.first { $0.type == .myNumber }?.level == .high)
  }

  @Test("look-alikes are no My Numbers, whatever their length", arguments: [5, 20, 200])
  func lookAlikes(count: Int) {
    #expect(!isMyNumber(column(nil, count) { $0.digits(12) }))
    #expect(!isMyNumber(column(nil, count) { $0.parcel() }))
    #expect(!isMyNumber(column(nil, count) { $0.licence() }))
    #expect(!isMyNumber(column(nil, count) { $0.stamp() }))
    #expect(!isMyNumber(column("お問い合わせ番号", count) { $0.parcel() }))
  }

  @Test("a licence column is found as that")
  func licences() {
    let types = DetectionHarness.types(column(nil, 20) { $0.licence() })
    #expect(types == [.driversLicence])
  }

  @Test("a heading is overruled by values that pass by chance only")
  func falseHeading() {
    #expect(!isMyNumber(column("個人番号", 60) { $0.digits(12) }))
  }

  @Test("a member number with the same check digit under its own heading is none")
  func memberNumbers() {
    #expect(!isMyNumber(column("会員番号", 40) { $0.myNumber() }))
  }

  @Test("half a column of another kind of number hides nothing, and only passing values count")
  func mixed() {
    var isOdd = false
    let findings = column("番号", 80) { numbers in
      isOdd.toggle()
      return isOdd ? numbers.myNumber() : numbers.digits(12)
    }
    let found = findings.first { $0.type == .myNumber }
    #expect((found?.count ?? 0) >= 40)
    #expect((found?.count ?? 0) <= 52)
  }

  @Test("leading zeros that a spreadsheet dropped are put back")
  func stripped() {
    var numbers = SyntheticNumbers(seed: 5)
    var text = "氏名,マイナンバー\n"
    for _ in 0..<60 {
      let number = numbers.myNumber()
      text += "見本 花子,\(String(number.drop { $0 == "0" }))\n"
    }
    text += "見本 花子,12345678901\n"
    let found = DetectionHarness.table(text).first { $0.type == .myNumber }
    #expect(found?.damage == .leadingZeroDropped)
    #expect((found?.count ?? 0) >= 60)
  }

  @Test("a repeated test number is a dummy and no column of data")
  func dummies() {
    let findings = column("個人番号", 20) { _ in "123456789018" }
    #expect(!isMyNumber(findings))
  }

  @Test("the order of rows changes nothing")
  func shuffled() {
    var numbers = SyntheticNumbers(seed: 9)
    var generator = SeededGenerator(seed: 4)
    let rows = (0..<40).map { "\($0),\(numbers.myNumber())\n" }
    let straight = DetectionHarness.table("行,項目\n" + rows.joined())
    let mixed = DetectionHarness.table("行,項目\n" + rows.shuffled(using: &generator).joined())
    #expect(straight.map(\.type) == mixed.map(\.type))
    #expect(straight.map(\.count) == mixed.map(\.count))
    #expect(straight.map(\.confidence) == mixed.map(\.confidence))
  }

  @Test("every finding explains itself: the check digit with its counts, the odds against rivals")
  func evidence() {
    let found = column("個人番号", 30) { $0.myNumber() }.first { $0.type == .myNumber }
    let evidence = found?.evidence ?? []
    #expect(evidence.contains { if case .heading = $0 { true } else { false } })
    #expect(
      evidence.contains { if case .checkDigit(30, 30, _) = $0 { true } else { false } })
    #expect(evidence.contains { if case .series = $0 { true } else { false } })
  }

  @Test(
    "a long column is counted whole, after it has settled too", arguments: [255, 256, 257, 2_000])
  func settled(count: Int) {
    let findings = column("個人番号", count) { $0.myNumber() }
    let found = findings.first { $0.type == .myNumber }
    #expect(found?.count == count)
    #expect(found?.distinct == count)
  }
}
