import TestSupport
import Testing

@testable import Extracting

/// All names and numbers are synthetic.
@Suite("Deciding encodings") struct EncodingContestTests {
  enum RowKind: CaseIterable {
    case plainKanji, variantKanji, halfWidthKana, halfWidthKanaOnly, katakana, mostlyDigits, prose
  }

  static let families = [
    "山田", "佐藤", "髙橋", "渡邊", "伊藤", "﨑山", "小林", "加藤", "吉田", "斎藤", "長谷川", "松本", "井上", "木村", "清水", "森",
    "池田", "阿部", "橋本", "石川",
  ]
  static let given = [
    "太郎", "花子", "一郎", "美咲", "健", "直樹", "陽子", "翔太", "さくら", "大輔", "恵子", "拓也", "由美", "誠", "愛", "隆",
    "真由美", "翼", "結衣", "蓮",
  ]
  static let kana = [
    "ﾔﾏﾀﾞ ﾀﾛｳ", "ｻﾄｳ ﾊﾅｺ", "ﾀｶﾊｼ ｲﾁﾛｳ", "ﾜﾀﾅﾍﾞ ﾐｻｷ", "ｲﾄｳ ｹﾝ", "ｻｷﾔﾏ ﾅｵｷ", "ｺﾊﾞﾔｼ ﾖｳｺ", "ｶﾄｳ ｼｮｳﾀ",
    "ﾖｼﾀﾞ ｻｸﾗ", "ｻｲﾄｳ ﾀﾞｲｽｹ", "ﾊｾｶﾞﾜ ｹｲｺ", "ﾏﾂﾓﾄ ﾀｸﾔ", "ｲﾉｳｴ ﾕﾐ", "ｷﾑﾗ ﾏｺﾄ", "ｼﾐｽﾞ ｱｲ",
  ]
  static let katakana = ["ヤマダ タロウ", "サトウ ハナコ", "タカハシ イチロウ", "ワタナベ ミサキ", "イトウ ケン"]

  static func row(_ kind: RowKind, _ generator: inout SeededGenerator) -> String {
    func pick(_ words: [String], _ g: inout SeededGenerator) -> String {
      words.randomElement(using: &g) ?? ""
    }
    let number = String(Int.random(in: 1000...9999, using: &generator))
    switch kind {
    case .plainKanji:
      return
        "\(number),\(pick(families.filter { $0 != "髙橋" && $0 != "﨑山" }, &generator)) \(pick(given, &generator)),営業部"
    case .variantKanji:
      return "\(number),髙\(pick(["橋", "木", "田"], &generator))　\(pick(given, &generator)),①東京都"
    case .halfWidthKana:
      return
        "\(number),\(pick(families, &generator))\(pick(given, &generator)),\(pick(kana, &generator))"
    case .halfWidthKanaOnly: return "\(number),\(pick(kana, &generator))"
    case .katakana: return "\(number),\(pick(katakana, &generator))"
    case .mostlyDigits:
      return "\(number),0312345678,2024/04/01,1,\(pick(["男", "女", "有", "無"], &generator)),1000"
    case .prose:
      return
        "\(pick(families, &generator))様、いつもお世話になっております。ご依頼の件につきまして、\(pick(families, &generator))よりご連絡いたします。"
    }
  }

  static let classes: [(TextEncoding, RowKind, Int)] = [TextEncoding.utf8, .cp932, .eucJP].flatMap {
    encoding in
    RowKind.allCases.flatMap { kind in [1, 3, 20].map { (encoding, kind, $0) } }
  }

  @Test("Lists of three rows and more are read right", arguments: classes)
  func lists(encoding: TextEncoding, kind: RowKind, rows: Int) {
    var right = 0
    for seed in 0..<100 {
      var generator = SeededGenerator(seed: UInt64(seed * 7 + 1))
      let text = (0..<rows).map { _ in Self.row(kind, &generator) }.joined(separator: "\n") + "\n"
      let bytes = JapaneseEncoder.encode(text, as: encoding)
      // The decision is taken at the first byte that is not ASCII.
      if EncodingContest.decide(Array(bytes.drop { $0 < 0x80 }), isCut: false) == encoding {
        right += 1
      }
    }
    #expect(
      right >= (rows >= 3 ? 99 : kind == .halfWidthKanaOnly ? 90 : 97),
      "\(encoding) \(kind) \(rows)")
  }

  @Test(
    "A few bad bytes do not change the encoding", arguments: [TextEncoding.utf8, .cp932, .eucJP])
  func badBytes(encoding: TextEncoding) {
    var generator = SeededGenerator(seed: 5)
    let text = (0..<50).map { _ in Self.row(.plainKanji, &generator) }.joined(separator: "\r\n")
    var bytes = JapaneseEncoder.encode(text, as: encoding)
    for place in [100, 400, 700] { bytes.insert(0xFF, at: place) }
    #expect(EncodingContest.decide(bytes, isCut: false) == encoding)
  }

  @Test(
    "A sample cut within a character is no bad text",
    arguments: [TextEncoding.utf8, .cp932, .eucJP])
  func cut(encoding: TextEncoding) {
    let bytes = JapaneseEncoder.encode("氏名\n山田太郎\n佐藤花子\n髙橋", as: encoding)
    for length in 4...bytes.count {
      #expect(
        EncodingContest.decide(Array(bytes.prefix(length)), isCut: true) == encoding, "\(length)")
    }
  }

  @Test(
    "Other languages keep their ASCII",
    arguments: ["caf\u{E9} cr\u{E8}me, gar\u{E7}on", "M\u{FC}ller, Gr\u{FC}\u{DF}e aus K\u{F6}ln"])
  func latin(text: String) {
    let bytes = text.unicodeScalars.map { UInt8($0.value) }
    #expect(EncodingContest.decide(Array(bytes.drop { $0 < 0x80 }), isCut: false) == .utf8)
  }

  @Test(
    "UTF-16 without a mark is seen, also with hardly any ASCII",
    arguments: [TextEncoding.utf16LE, .utf16BE])
  func utf16(encoding: TextEncoding) {
    for text in [
      "氏名,番号\r\n山田太郎,123456789012\r\n", "山田太郎は東京都に住んでいます。\n佐藤花子も東京都に住んでいます。\n", "a,b\n1,2\n",
    ] {
      #expect(
        EncodingDecision.decide(head: JapaneseEncoder.encode(text, as: encoding)).encoding
          == encoding)
    }
    let zeros = [UInt8](repeating: 0, count: 4_096)
    #expect(EncodingDecision.decide(head: zeros).isOpen)
  }
}
