import Inventory
import TestSupport
import Testing

@testable import Reporting

@Suite struct MaskedTextTests {
  @Test func neverLeavesOutAMaskThatIsNeeded() {
    var generator = SeededGenerator(seed: 5)
    let pieces = [
      "1", "2345", "６", "７８９", "-", "ー", " ", "@", "＠", "a", "名", "\u{7F}", "\u{85}", "\u{2029}",
      "\u{61C}", "\u{200B}", "\u{FEFF}", "\n", "\u{2066}", "番号",
    ]
    for _ in 0..<5_000 {
      let count = Int.random(in: 0...7, using: &generator)
      let text = (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      #expect(MaskedText.text(text) == Masking.masked(text))
    }
  }

  @Test(arguments: [
    ("最終確認は 2024-04-01 です", "最終確認は 2024-04-01 です"),
    ("1,234,567 件、2024-04-01", "1,234,567 件、2024-04-01"),
    ("123456789018 と 2024-04-01", "＊ と 2024-04-01"),
    ("12024-04-01", "＊"), ("2024-04-011", "＊"), ("2024-04-01-99", "＊"),
    ("2024-04-01", "2024-04-01"), ("2024/04/01、12345678", "2024/04/01、＊"),
    ("taro@example.jp 2024-04-01", "＊ 2024-04-01"),
  ])
  func keepsDatesInSentences(sentence: String, shown: String) {
    #expect(MaskedText.sentence(sentence) == shown)
  }

  /// The server tells where the data lies; its user may be a person, and a password may stand there.
  @Test(arguments: [
    ("deploy@files.example:/srv", "＊@files.example:/srv"),
    ("taro.yamada@files.example.co.jp:", "＊@files.example.co.jp:"),
    ("https://taro:secret@dav.example/a/", "https://＊@dav.example/a/"),
    ("ftp://taro:sec@ret@ftp.example", "ftp://＊@ftp.example"),
    ("//fs01/share", "//fs01/share"), ("fs01:/export/2718281828", "fs01:/export/＊"),
    ("//fs01/taro@example.jp", "//fs01/＊"), ("fs01:/taro@example.jp", "fs01:/＊"),
    ("deploy@fs01:/srv/taro@example.jp", "＊@fs01:/srv/＊"),
    ("@", "＊@"), ("/dev/sda1", "/dev/sda1"), ("", ""), ("a\u{1B}b", "a\\u{1b}b"),
  ])
  func showsTheServerOfAMountAndNotItsUser(source: String, shown: String) {
    #expect(MaskedText.mountSource(source) == shown)
  }
}
