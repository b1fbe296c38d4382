import Inventory
import TestSupport
import Testing

@testable import Scanning

/// Keys, elements and sections that are values themselves: no place tells them.
///
/// All persons are made up.
@Suite("Keys that are values") struct HiddenKeysTests {
  /// A key, and what of it must not come out.
  private static let keys = [
    "山田太郎", "担当_長谷川", "堺市北区長曽根町4829", "佐々木様", "氏名_髙橋由紀惠", "_昭和42年11月23日",
  ]

  private func paths(_ text: String, _ kind: String) -> [String] {
    let findings = Examination.report(text, extension: kind).findings
    #expect(findings.contains { $0.type == .phone })
    return findings.flatMap { finding in
      var paths = finding.places.compactMap(\.path)
      if case .element(let path) = finding.location, let path { paths.append(path) }
      return paths
    }
  }

  private func expectNone(_ paths: [String], of key: String) {
    #expect(!paths.contains { $0.contains(key) })
    #expect(paths.contains { $0.contains("*") }, "\(paths)")
  }

  @Test("In JSON", arguments: keys)
  func json(key: String) {
    let value = #"{"連絡先":{"tel":"090-4829-1736","電話":["03-5728-9164","03-5728-9165"]}}"#
    let paths = paths(#"{"一覧":[{"\#(key)":\#(value)},{"\#(key)":\#(value)}]}"#, "json")
    expectNone(paths, of: key)
    #expect(paths.contains("$.一覧[1].*.連絡先.電話[1]"))
  }

  @Test("In XML, as elements and attributes", arguments: keys)
  func xml(key: String) {
    let paths = paths(
      "<a><\(key)><tel>090-4829-1736</tel></\(key)><b \(key)=\"03-5728-9164\"/></a>", "xml")
    expectNone(paths, of: key)
    #expect(paths.contains("/a[1]/*[1]/tel[1]"))
  }

  @Test("In YAML and INI", arguments: keys)
  func sections(key: String) {
    let record = "- \(key): 090-4829-1736\n  name: x\n"
    expectNone(paths(record + record, "yaml"), of: key)
    expectNone(paths("[\(key)]\ntel = 090-4829-1736\nname = x\n", "ini"), of: key)
  }

  @Test("Beyond the paths that are told apart, and where running text stands in values")
  func many() {
    let rows = (0..<4_200).map { "<k\($0)>1</k\($0)>" }.joined()
    let long = "連絡は携帯電話 090-4829-1736 までお願いします。折り返しは会社の電話 03-5728-9164 まで。"
    let paths = paths(
      "<a>\(rows)<山田太郎><tel>090-4829-1736</tel><memo>\(long)</memo></山田太郎></a>", "xml")
    expectNone(paths, of: "山田太郎")
  }

  @Test("Of a long name nothing, since not all of it is looked at", arguments: [300, 1_010, 1_100])
  func long(count: Int) {
    let key = String(repeating: "x", count: count) + "_山田太郎"
    expectNone(paths("<a><\(key)><tel>090-4829-1736</tel></\(key)></a>", "xml"), of: "山田")
  }

  @Test("Names of fields are told as ever")
  func told() {
    let paths = paths(#"{"会員":{"連絡先_1":{"携帯電話":"090-4829-1736"}}}"#, "json")
    #expect(paths.contains("$.会員.連絡先_1.携帯電話"))
  }
}
