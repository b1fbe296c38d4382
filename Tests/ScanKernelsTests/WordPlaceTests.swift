import Testing

@testable import ScanKernels

@Suite("Where a word stands")
struct WordPlaceTests {
  @Test(
    arguments: [
      ("abcabd", "abd", 3), ("abc", "abc", 0), ("ab", "abc", nil), ("", "a", nil),
      ("aaaab", "ab", 3),
      ("会員番号", "番号", 6), ("会員", "番", nil), ("\0\0x", "x", 2),
    ] as [(String, String, Int?)])
  func places(_ text: String, _ word: String, _ place: Int?) {
    let found = firstPlace(of: Array(word.utf8).span, in: Array(text.utf8).span)
    #expect(found == place)
  }
}
