import Inventory
import Testing

@testable import Scanning

/// What the record around a column says of it.
@Suite struct RecordPropertyTests {
  private func report(_ text: String, hints: [String] = []) -> ContentReport {
    Examination.report(Array(text.utf8), extension: "csv", hints: hints)
  }

  @Test func aColumnOfTwoKindsOfNumbersTellsOfPersons() {
    var draw = Draw(seed: 11)
    var text = "支払先,個人番号又は法人番号,支払金額\n"
    for row in 0..<20 {
      text +=
        row % 2 == 0
        ? "株式会社見本\(row)商店,\(corporateNumber(&draw)),350000\n"
        : "\(draw.name()),\(draw.myNumber()),120000\n"
    }
    let report = report(text)
    #expect(report.counts[.myNumber] == 10)
    #expect(report.counts[.corporateNumber] == 10)
    #expect(report.persons.standing == .persons)
  }

  @Test func tenDigitsBesideTheLevelOfCareAreTheNumberOfItsInsurance() {
    var draw = Draw(seed: 12)
    func table(_ last: String) -> String {
      "氏名,被保番,\(last)\n"
        + (0..<20).map { "\(draw.name()),00\(draw.digits(8)),要介護\($0 % 5 + 1)\n" }.joined()
    }
    #expect(report(table("要介護度")).counts[.careInsuranceNumber] == 20)
    #expect(report(table("区分")).counts[.careInsuranceNumber] == nil)
  }

  @Test func surnamesOverCountedDaysAreNames() {
    let names = ["佐藤", "鈴木", "高橋", "田中", "伊藤", "渡辺", "山本", "中村", "小林", "加藤"]
    let days = (1...10).map { "\($0)日" }.joined(separator: ",")
    for heading in ["氏名", "担当", "職員"] {
      let rows = names.map { $0 + String(repeating: ",早", count: 10) }.joined(separator: "\n")
      #expect(report("\(heading),\(days)\n\(rows)\n").counts[.personName] == 10, "\(heading)")
    }
  }

  /// A form with its well-known number is nobody's; the same under a name that says nothing, or with a number that could
  /// be somebody's, is not passed over.
  @Test func aFilledInExampleIsNobodys() {
    func form(_ number: String) -> String {
      "社員番号,氏名,個人番号\n000001,見本　太郎,\(number)\n※記入例です,,\n"
    }
    var draw = Draw(seed: 13)
    let sample = report(form("123456789018"), hints: ["sample"])
    #expect(sample.persons.standing == .none)
    #expect(sample.types.isEmpty)
    #expect(report(form("123456789018")).persons.standing == .persons)
    let real = report(form(draw.myNumber()), hints: ["sample"])
    #expect(real.persons.standing == .persons)
    #expect(real.types.contains(.myNumber))
  }

  @Test(arguments: [
    ("人事/様式/記入例.csv", ["sample"]), ("見本/a.csv", ["sample"]), ("見本/人事/2026/a.csv", []),
    ("a/Template.CSV", ["sample"]), ("tools/example.py", ["source-code", "sample"]),
    ("人事/a.csv", []),
  ])
  func aNameOrItsFolderMaySayThatItIsASample(path: String, hints: [String]) {
    #expect(PathHints.hints(Array(path.utf8)) == hints)
  }

  /// A converter that lacks a dash puts 〓 in its place.
  @Test func lostDashesAreRead() {
    var draw = Draw(seed: 14)
    let rows = (0..<12).map { _ in
      "\(draw.name()),\(draw.phone().map { $0 == "-" ? "〓" : String($0) }.joined())\n"
    }
    #expect(report("氏名,携帯\n" + rows.joined()).counts[.phone] == 12)
  }

  /// A state under a heading that holds the word for a field is no value of it.
  @Test func aStateIsNoName() {
    let rows = String(repeating: "済,1\n", count: 40)
    #expect(report("氏名確認,有無\n" + rows).counts[.personName] == nil)
  }

  /// Thirteen digits, the first the check digit by 9 (order of the Ministry of Finance, 70 of 2014).
  private func corporateNumber(_ draw: inout Draw) -> String {
    let body = draw.digits(12)
    let sum = body.utf8.reversed().enumerated().reduce(0) {
      $0 + Int($1.element - 0x30) * ($1.offset % 2 == 0 ? 1 : 2)
    }
    return String(9 - sum % 9) + body
  }
}
