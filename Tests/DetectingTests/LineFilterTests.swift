import Inventory
import Rules
import ScanKernels
import TestSupport
import Testing

@testable import Detecting

/// The filter may only leave out what holds nothing: with and without it the findings are the same.
@Suite("Lines that hold nothing are passed over without a loss")
struct LineFilterTests {
  static func detector(_ filter: Detector.Filter) -> Detector? {
    DetectionHarness.rules.map { rules in
      Detector(
        rules: rules,
        settings: ExaminationSettings(places: .all, countingKey: (0x5EED, 0xC0FFEE)),
        filter: filter)
    }
  }

  /// Findings with every place, of a text that comes in blocks of whole lines.
  static func findings(
    _ text: String, _ detector: Detector, linesPerBlock: Int = .max
  ) -> [Finding] {
    let document = detector.makeDocument(ExaminationJob(size: nil, nameExtension: ""))
    document.begin(.text)
    DetectionHarness.push(text, into: document) { _, lines in lines >= linesPerBlock }
    return document.finish().findings
  }

  /// Pieces that readers look for, and pieces that only look so; all persons are synthetic.
  private static let pieces = [
    "個人番号", "マイナンバー", "my_number=", "氏名", "氏 名", "担当", "担当者", "電話", "TEL", "生年月日", "社員番号", "性別",
    "口座番号",
    "病名", "既往歴", "障害", "seq=", "status=", "user id", "staff no", "phone", "name", "name: ",
    "worker-7", "birth_date: 1992-11-08", "sex: M", "gender=female", "name: Yamada Taro", "健康保険 記号",
    "番号", "ゆうちょ",
    "052683541826", "0526-8354-1826", "0526 8354 1826", "０５２６８３５４１８２６", "1 2 3 4 5 6", "│0│5│2│6│",
    "090-1234-5678", "09012345678", "03-1234-5678", "+81-90-1234-5678", "(03)1234-5678", "650-0021",
    "〒650-0021",
    "4111-1111-1111-1111", "10.20.30.40", "203.0.113.9", "2026-10-05T00:00:00.263Z", "2026-10-05",
    "昭和55年4月1日",
    "1980年4月1日生まれ", "1980/4/1生", "①", "TK1234567", "T1234567890123", "AB12345678CD",
    "id=741851cb3ef3ad13",
    "yamada.taro@sample-kaisha.co.jp", "user%40sample-kaisha.co.jp", "ｙａｍａｄａ＠ｓａｍｐｌｅ．ｊｐ",
    "普通 1234568", "当座1234568", "(普) 1234568", "（当）1234568", "貯)１２３４５６８",
    "品川 500 さ 12-34", "神戸市中央区三宮町1-2-3", "東京都新宿区西新宿2丁目8番1号", "市場の一つ", "山田太郎", "山田 太郎", "森 ゑい", "様",
    "さん",
    "部長", "課長", "仕様", "たくさん", "山田様", "山田　太郎様", "ヤマダ タロウ", "ﾔﾏﾀﾞ ﾀﾛｳ", "山田です", "と申します", "山田(やまだ)",
    "山田：",
    "佐藤 花子（サトウ ハナコ）", "CEO", "高血圧", "うつ病", "なし", "男", "女", "、", "。", "：", ":", "=", " ", "　", "\t",
    "|", "(", ")",
    "】", "の", "は", "を確認してください", "について検討した", "is the", "INFO", "𠮷田様", "髙橋さん", "か\u{3099}", "第3条",
    "営業部の", "知念", "です。", "でございます", "部門の", "営業担当", "予算仕様",
    "\r\n", "\n",
    "\n", "\n", "-", "_", "0", "12", "345",
  ]

  private static func random(_ seed: UInt64, count: Int) -> String {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { _ in pieces[Int(generator.next() % UInt64(pieces.count))] }.joined()
  }

  @Test("on random text, by every kernel")
  func random() throws {
    let whole = try #require(Self.detector(.off))
    let filtered = KernelLevel.allCases.compactMap { Self.detector(.on($0)) }
    for seed: UInt64 in 1...40 {
      let text = Self.random(seed, count: 400)
      let expected = Self.findings(text, whole)
      #expect(!expected.isEmpty)
      for detector in filtered {
        #expect(Self.findings(text, detector) == expected, "seed \(seed)")
      }
    }
  }

  @Test("behind every label of special care, whatever fills the gap")
  func care() throws {
    let rules = try #require(DetectionHarness.rules)
    let index = RuleIndex(rules.rules)
    let care = try #require(index.readers[.specialCare])
    // Special care counts where there is somebody whose it is.
    var text = "氏名：山田太郎\n\n\n\n\n\n\n\n"
    index.labels.forEachSpelling { word, bytes, range in
      guard index.labels.senses[Int(index.labels.words[word].sense)].strong.contains(care) else {
        return
      }
      let label = String(decoding: range.map { bytes[$0] }, as: UTF8.self)
      for filler in ["：", "は", " は ", "：有（", "の、", "……", " No.", "\u{A0}", "\u{200B}：", "と予定の"] {
        text += "記録の\(label)\(filler)糖尿病である\n"
      }
      // The name of a field counts where a grade makes it a content.
      for field in ["障害者手帳", "障害者手帳（2級）", "障害者手帳((((((((((((((((((((2級"] {
        text += "記録の\(label)：\(field)\n"
      }
      text += "記録の\(label.map(String.init).joined(separator: "　"))：高血圧\n"
    }
    let whole = try #require(Self.detector(.off))
    let filtered = try #require(Self.detector(.on(.best)))
    let expected = Self.findings(text, whole)
    #expect(expected.reduce(0) { $0 + $1.count } > 100, "\(expected.map(\.count))")
    #expect(Self.findings(text, filtered) == expected)
  }

  @Test("a line that is mostly bytes of no encoding is read in the same parts")
  func badBytes() throws {
    let bad = String(repeating: "\u{FFFD}", count: 81)
    let text = "\u{FFFD}\u{FFFD}神戸市中央区三宮町1-2-3 〒\(bad)650-0021\n"
    let whole = try #require(Self.detector(.off))
    let filtered = try #require(Self.detector(.on(.best)))
    let expected = Self.findings(text, whole)
    #expect(!expected.isEmpty)
    #expect(Self.findings(text, filtered) == expected)
  }

  @Test("however the text is cut into blocks, and in long lines")
  func blocks() throws {
    let whole = try #require(Self.detector(.off))
    let filtered = try #require(Self.detector(.on(.best)))
    let text = Self.random(77, count: 900)
    for lines in [1, 2, 3, 7] {
      #expect(
        Self.findings(text, filtered, linesPerBlock: lines)
          == Self.findings(text, whole, linesPerBlock: lines))
    }
    let long = String(repeating: "予定の資料と工程を実施した。", count: 700)
    let lines =
      "個人番号\n\(long)個人番号052683541826\(long)\n052683541826\n" + Self.random(5, count: 50)
    #expect(Self.findings(lines, filtered) == Self.findings(lines, whole))
  }

  @Test("a label some lines above a number, in the same block or in one before")
  func labelsAbove() throws {
    let whole = try #require(Self.detector(.off))
    let filtered = try #require(Self.detector(.on(.best)))
    let front = String(repeating: "INFO worker\n", count: 9)
    var found: [Bool] = []
    for label in ["my_number", "個人番号"] {
      for gap in 0...7 {
        let between = String(repeating: "INFO worker\n", count: gap)
        let text = front + label + "\n" + between + "052683541826\n" + front
        for lines in [1, 2, 3, 4, .max] {
          let expected = Self.findings(text, whole, linesPerBlock: lines)
          #expect(
            Self.findings(text, filtered, linesPerBlock: lines) == expected, "\(gap), \(lines)")
          found.append(!expected.isEmpty)
        }
      }
    }
    #expect(found.contains(true) && found.contains(false))
  }

  @Test("what stands before and behind a honorific or a self-introduction")
  func callings() throws {
    let whole = try #require(Self.detector(.off))
    let filtered = try #require(Self.detector(.on(.best)))
    let before = [
      "", "営業部の", "営業部", "予算", "株式会社見本 ", "（", "、", "長男", "a", "7", "山田", "・", "ア", "は", " ",
    ]
    let names = ["知念", "森", "山田太郎", "薬袋咲茉", "髙橋", "担当", "予算仕", "山田 太郎", "ヤマダ", "山田花", "々", "𠮷田"]
    let behind = [
      "様", "です。", "です", "と申します。", "部長", "課長が", "さん", "さんは", "様方", "長官", "氏、", "でございます", " 様", "　様",
      "CEO",
      "営業担当", "係",
    ]
    var found = 0
    for first in before {
      let text =
        names.flatMap { name in behind.map { first + name + $0 } }.joined(separator: "\n")
      let expected = Self.findings(text, whole)
      found += expected.count
      #expect(Self.findings(text, filtered) == expected, "\(first)")
    }
    #expect(found > 0)
  }

  @Test(
    "a number below its label is found however far it is indented", arguments: [" ", "\t", "\0"])
  func indentation(blank: String) throws {
    let whole = try #require(Self.detector(.off))
    for level in KernelLevel.allCases {
      let filtered = try #require(Self.detector(.on(level)))
      for count in [0, 1, 8, 9, 12, 40, 63, 64, 65, 200] {
        let indented = String(repeating: blank, count: count)
        for value in ["203456", "0526-8354-1826", "052683541826", "111 203.0.113.9", "ID 203456"] {
          let text = "社員番号\n\(indented)\(value)\n\nmy_number=1\n\(indented)\(value)\n"
          let expected = Self.findings(text, whole)
          #expect(Self.findings(text, filtered) == expected, "\(count) before \(value)")
          if value == "203456" { #expect(expected.contains { $0.type == .employeeNumber }) }
        }
      }
    }
  }

  @Test("labels beside digits: in codes they are none")
  func codes() throws {
    let whole = try #require(Self.detector(.off))
    let filtered = try #require(Self.detector(.on(.best)))
    let labels = [
      "cc", "cd", "tel", "my_number", "TEL", "name", "id", "dob", "d_o_b", "worker", "a",
    ]
    let text = labels.flatMap { label in
      ["", "9", "9a", "x", "-", "第"].flatMap { before in
        ["", "7", ":", " ", "-7", "_"].map { before + label + $0 + " 052683541826" }
      }
    }.joined(separator: "\n")
    #expect(Self.findings(text, filtered) == Self.findings(text, whole))
  }

  @Test("a number on a line of its own, some lines below its label")
  func distances() throws {
    let whole = try #require(Self.detector(.off))
    let filtered = try #require(Self.detector(.on(.best)))
    var found = 0
    for label in ["個人番号", "my_number", "my number:", "備考"] {
      for between in ["INFO started x", "   ", "---", "ok 7", ""] {
        for distance in 0...8 {
          let lines = [label] + Array(repeating: between, count: distance) + ["0526-8354-1826"]
          let text = "INFO one\nINFO two\n" + lines.joined(separator: "\n") + "\nINFO three"
          let expected = Self.findings(text, whole)
          found += expected.count
          #expect(Self.findings(text, filtered) == expected, "\(label) \(between) \(distance)")
        }
      }
    }
    #expect(found > 0)
  }
}
