import Inventory
import Testing

@testable import Scanning

/// Trees of more paths than are told apart one by one.
///
/// All names and numbers are synthetic.
@Suite("More paths than have a series of their own") struct FurtherPathsTests {
  private static let count = 3_000

  /// One number again and again, which only its label explains.
  @Test(arguments: ["ini", "xml"])
  func theLastPartOfThePathStaysALabel(form: String) {
    let records = (0..<Self.count).map { number in
      form == "ini"
        ? "[支店\(number)]\n氏名=佐藤花子\n個人番号=052683541826\n"
        : "<支店\(number)><氏名>佐藤花子</氏名><個人番号>052683541826</個人番号></支店\(number)>\n"
    }.joined()
    let text = form == "ini" ? records : "<?xml version=\"1.0\"?><名簿>\(records)</名簿>"
    let report = Examination.report(text, extension: form)
    #expect(report.unread == nil)
    #expect(report.counts[.myNumber] == Self.count)
    #expect(report.counts[.personName] == Self.count)
    #expect(
      report.findings.contains {
        $0.location == .element(path: "/*/個人番号") && $0.count > Self.count / 4
      })
  }
}
