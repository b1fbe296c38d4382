import Foundation
import Inventory
import Testing

@testable import Reporting

@Suite struct ExplanationTests {
  private static let path = "営業/顧客名簿.csv"

  private func document(_ holdings: [Holding] = SampleScan.holdings) throws -> String {
    try written({ JSONReport(options: ReportOptions(), write: $0) }, holdings)
  }

  private func stream(_ holdings: [Holding] = SampleScan.holdings) throws -> String {
    try written({ NDJSONReport(options: ReportOptions(), write: $0) }, holdings)
  }

  private func found(_ text: String, _ file: String) throws -> FoundEntries {
    var reader = FindingsReader(file: Array(file.utf8))
    let bytes = Array(text.utf8)
    for start in stride(from: 0, to: bytes.count, by: 1000) {
      try reader.feed(bytes[start..<min(bytes.count, start + 1000)])
    }
    return try reader.finish()
  }

  private func explained(
    _ text: String, _ file: String = path, _ language: Language = .japanese
  ) throws -> String {
    let explanation = Explanation(language: language) {
      $0 == "tracking-number" ? Message(ja: "追跡番号", en: "tracking number") : nil
    }
    return explanation.text(try found(text, file))
  }

  @Test func saysItAsAPersonWould() throws {
    for text in [try document(), try stream()] {
      let explained = try explained(text)
      for part in [
        "営業/顧客名簿.csv\n", "全体を読みました（csv, CP932, 1,234 バイト）。",
        "国: JP（policy.yaml:5 home_country）", "誰の: customer（確度 0.93）。手がかり path:営業",
        "人数の見積り: 97 人", "(1) 個人番号（特定個人情報） 98件、確度 0.998（高）",
        "「個人番号」列（7列目）：見出し「個人番号」がこの種類を指す", "98件中98件が検査用数字に一致（偶然なら10件）",
        "値の前に「番号」とある", "近くに「氏名」とある", "同じ行に氏名がある", "98件中98件の形が合う",
        "4件中3件に辞書の語", "見出しがなく、値だけから判断", "次にありそうな「追跡番号」の十億倍以上確か",
        "異なる値 97。最初は 2 行目の7列目", "[重大] 利用目的の認められていない場所にある個人番号 (my-number-outside-purpose)  方針 1(2)",
        "対象: (1)", "個人番号が 98 件あります", "対応: 移すか消してください", "方針の箇所: policy.yaml:15",
        "方針が認めているもの: 記入例（2027-03-31 まで、policy.yaml:88）",
      ] {
        #expect(explained.contains(part), "\(part)\n\(explained)")
      }
    }
  }

  @Test func saysItInEnglish() throws {
    let explained = try explained(try document(), Self.path, .english)
    for part in [
      "(1) My Number (specific personal information): 98, confidence 0.998 (high)",
      "column '個人番号' (column 7): the heading '個人番号' names it",
      "98 of 98 pass the check digit (by chance: 10)",
      "over a thousand million times the odds of the runner-up, tracking number",
      "distinct: 97; the first in line 2, column 7", "[critical] My Numbers where no purpose",
      "What to do: ", "in the language of the scan",
    ] {
      #expect(explained.contains(part), "\(part)\n\(explained)")
    }
  }

  @Test(
    arguments: [
      (0.3, "約2倍"), (1.0, "約10倍"), (2.5, "約310倍"), (5.0, "約100,000倍"), (9.0, "十億倍以上"),
      (1e9, "十億倍以上"),
    ])
  func putsOddsInWords(bans: Double, words: String) throws {
    var finding = SampleScan.finding
    finding.evidence = [.series(against: [SeriesOdds(competitor: "random", bans: bans)])]
    var holding = SampleScan.holding()
    holding.content.findings = [finding]
    #expect(try explained(try document([holding])).contains("「偶然の数字」の" + words))
  }

  @Test(
    arguments: [
      ("営業/顧客名簿.csv", true, 1), ("./営業/顧客名簿.csv", true, 1),
      ("/srv/share/営業/顧客名簿.csv", true, 1), ("share/営業/顧客名簿.csv", false, 1),
      ("顧客名簿.csv", false, 1), ("客名簿.csv", true, 0), ("営業", true, 0), ("", true, 0),
    ])
  func findsTheFileByItsPath(file: String, isExact: Bool, count: Int) throws {
    for text in [try document(), try stream()] {
      let found = try found(text, file)
      #expect(found.paths.count == count)
      if count > 0 { #expect(found.isExact == isExact) }
    }
  }

  /// What was masked in the report is found by its true name; names that mask to the same text are all shown.
  @Test func findsMaskedNames() throws {
    let first = SampleScan.holding("控/09012345678.csv")
    let second = SampleScan.holding("控/09087654321.csv")
    let text = try document([first, second])
    #expect(!text.contains("09012345678"))
    let found = try found(text, "控/09012345678.csv")
    #expect(found.paths == ["控/＊.csv", "控/＊.csv"])
    #expect(try explained(text, "控/09012345678.csv").contains("inode 番号: 7"))
  }

  /// Keys in another order and blanks between them, as other programs write.
  @Test func readsADocumentThatAnotherProgramWrote() throws {
    let value = try JSONSerialization.jsonObject(with: Data(try document().utf8))
    for options: JSONSerialization.WritingOptions in [[.sortedKeys], [.prettyPrinted], []] {
      let data = try JSONSerialization.data(withJSONObject: value, options: options)
      let text = String(decoding: data, as: UTF8.self)
      #expect(try explained(text) == explained(try document()))
    }
  }

  @Test func saysWhatWasNotRead() throws {
    let text = try document()
    #expect(try explained(text, "壊れた.xml").contains("一部だけ読みました（構造が壊れている"))
    #expect(try explained(text, "帳票.xlsx").contains("読んでいません（読めない形式: xlsx）"))
    #expect(try explained(text, "帳票.xlsx").contains("外れているところはありません。"))
  }

  @Test(
    arguments: [
      (#"{"format":"other/1"}"#, JSONMistake.Kind.notFindings), ("[]", .notFindings),
      ("", .notFindings), ("1", .notFindings),
      (#"{"format":"tanaoroshi.findings/2"}"#, .notFindings),
      (#"{"record":"header","format":"tanaoroshi.findings/1","scan":{}}"#, .noEnd),
    ])
  func refusesWhatIsNoResult(text: String, kind: JSONMistake.Kind) throws {
    do {
      _ = try found(text, "a")
      Issue.record("was read")
    } catch let error as JSONMistake {
      #expect(error.kind == kind)
    }
  }

  /// A document may be anyone's: it can neither show a value nor move a terminal.
  @Test func masksAndEscapesWhateverTheDocumentSays() throws {
    let evil = "090-1234-5678\u{1B}[2J\u{202E}taro@example.jp"
    var holding = SampleScan.holding()
    holding.verdicts = [SampleScan.verdict(.myNumberOutsidePurpose)]
    let text = try document([holding])
    func replaced(_ word: String) throws -> String {
      let escaped = try #require(
        String(data: try JSONEncoder().encode(evil), encoding: .utf8)?.dropFirst().dropLast())
      return text.replacing(word, with: String(escaped))
    }
    for word in [
      "個人番号が 98 件あります", "移すか消してください", "policy.yaml:15", "policy.yaml:88", "記入例", "path:営業",
      "customer", "CP932", "tracking-number", "no-heading", "person-name", "番号", "jp.my-number",
    ] {
      let explained = try explained(try replaced(word))
      #expect(!explained.contains("5678"), "\(word)")
      #expect(!explained.contains("taro"), "\(word)")
      #expect(!explained.unicodeScalars.contains { $0 != "\n" && Masking.isControl($0) }, "\(word)")
    }
  }

  /// Millions of places cost nothing, and an entry without end is refused.
  @Test func keepsLittle() throws {
    var sink = FindingsSink(isWanted: { _ in true })
    var tokenizer = JSONTokenizer()
    let head = Array(#"{"files":[{"path":"a","findings":[{"places":[{"line":1}"#.utf8)
    try tokenizer.feed(head[...], to: &sink)
    let more = Array(String(repeating: #",{"line":2,"byte":3}"#, count: 1000).utf8)
    for _ in 0..<300 { try tokenizer.feed(more[...], to: &sink) }
    let tail = Array("]}]}]}".utf8)
    try tokenizer.feed(tail[...], to: &sink)
    let entry = try #require(sink.take().entries.first)
    #expect(entry["findings"]?.items.first?["places"]?.items == [.object(["line": .number(1)])])

    let open = Array(#"{"files":[{"path":"a","findings":[1"#.utf8)
    try tokenizer.feed(open[...], to: &sink)
    let items = Array(String(repeating: ",1", count: 1000).utf8)
    #expect(throws: JSONMistake.self) {
      for _ in 0...(FindingsSink.valueLimit / 1000) { try tokenizer.feed(items[...], to: &sink) }
    }
  }
}
