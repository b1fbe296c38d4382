import Inventory
import Testing

@testable import Scanning

/// What stands below or under the name of a field and is no value of it.
@Suite("Statistics about fields") struct FieldStatisticsTests {
  private func types(_ text: String, extension ending: String) -> Set<DataType> {
    Set(Examination.report(text, extension: ending).findings.map(\.type))
  }

  @Test(
    "Counts below a field are no values of it",
    arguments: [("v", true), ("files", false), ("distinct", false), ("件数", false)])
  func below(key: String, isValue: Bool) {
    let found = types(#"[{"sex": {"\#(key)": 1}}, {"sex": {"\#(key)": 2}}]"#, extension: "json")
    #expect(found.contains(.sex) == isValue)
  }

  @Test(
    "Decimals, and one or two digits where ten stand, are no numbers of persons",
    arguments: [
      ("介護保険被保険者番号", "6.8", "2.3", false), ("介護保険被保険者番号", "68", "23", false),
      ("介護保険被保険者番号", "482917", "482918", true), ("保険証番号", "6.8", "2.3", false),
      ("保険証番号", "68", "23", true), ("社員番号", "6.8", "2.3", false),
    ])
  func decimals(heading: String, first: String, second: String, isNumber: Bool) {
    let rows = "氏名,\(heading)\n佐藤 健太郎,\(first)\n鈴木 美咲,\(second)\n"
    let found = types(rows, extension: "csv")
    let kinds: Set<DataType> = [.careInsuranceNumber, .healthInsurance, .employeeNumber]
    #expect(found.isDisjoint(with: kinds) != isNumber)
  }
}
