import Inventory
import Testing

@testable import Detecting

@Suite("Words for kinds of persons in headings")
struct SignsTests {
  private let words = ["採用", "採用区分", "組", "学年"]

  private func found(_ heading: String) -> [String] {
    SignTally(SignMatcher(words)).words(inHeading: heading).map { words[$0] }
  }

  @Test(arguments: ["採用区分", "採用\n区分", "採用\r\n区分"])
  func oneLine(heading: String) { #expect(found(heading) == ["採用区分"]) }

  @Test func lettersStayApart() { #expect(found("採用\nDate") == ["採用"]) }

  @Test(arguments: ["組合員番号", "番組", "組織"])
  func partsOfWords(heading: String) { #expect(found(heading).isEmpty) }

  @Test(arguments: ["組", "組・番号", "組（クラス）"])
  func words(heading: String) { #expect(found(heading) == ["組"]) }
}
