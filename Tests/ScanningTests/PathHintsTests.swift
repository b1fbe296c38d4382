import Inventory
import TestSupport
import Testing

@testable import Scanning

@Suite struct PathHintsTests {
  @Test(arguments: [
    ("a/b.TXT", "txt"), ("a.b/c", ""), (".profile", ""), ("a/.profile", ""), ("a/b.tar.gz", "gz"),
    ("b.abcdefghijk", "abcdefghijk"), ("b.abcdefghijkl", ""), ("b.", ""), ("a.b/", "b"), ("", ""),
    ("/", ""), ("帳票.ＣＳＶ", "ＣＳＶ"),
  ])
  func theExtensionIsWhatStandsBehindTheLastDot(path: String, nameExtension: String) {
    #expect(PathHints.nameExtension(Array(path.utf8)) == nameExtension)
  }

  private static let words = [
    "記入例", "記載例", "入力例", "見本", "サンプル", "ひな形", "ひな型", "雛形", "雛型", "テンプレート", "様式", "書式", "sample",
    "template", "example",
  ]

  private static let parts =
    words + [
      "Sample", "EXAMPLE", "サンフ\u{309A}ル", "テンフ\u{309A}レート", "記入\u{F9B5}", "mp", "sa", "ｓａｍｐｌｅ",
      "e\u{301}xample",
      "sample\u{301}", "/", "/", "名簿", "記", "入力", "2026", ".csv", "書", "式", "サン", "\u{2F808}",
    ]

  /// The quick look at the bytes and the slow look at the characters agree.
  @Test func samplesAreKnownByTheWordsOfTheirNames() {
    var random = SeededGenerator(seed: 26)
    for _ in 0..<8_000 {
      let path = (0..<Int.random(in: 1...6, using: &random))
        .map { _ in Self.parts[Int.random(in: 0..<Self.parts.count, using: &random)] }.joined()
      let last = path.split(separator: "/").suffix(2).joined(separator: "/").lowercased()
      let isSample = Self.words.contains { last.contains($0) }
      #expect(PathHints.hints(Array(path.utf8)).contains("sample") == isSample, "\(path)")
    }
  }
}
