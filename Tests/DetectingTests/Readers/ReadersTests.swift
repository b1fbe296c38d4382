import Testing

@testable import Detecting

/// All values are made up for these tests.
func reading<Result>(_ text: String, _ body: (Span<UInt8>, Range<Int>) -> Result) -> Result {
  let bytes = Array(text.utf8)
  return body(bytes.span, 0..<bytes.count)
}

/// The same text in full-width forms, as forms and old systems write it.
func wide(_ text: String) -> String {
  String(
    String.UnicodeScalarView(
      text.unicodeScalars.map { scalar in
        scalar.value >= 0x21 && scalar.value <= 0x7E
          ? Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar : scalar
      }))
}

@Suite struct PhoneReaderTests {
  static let numbers: [(String, PhoneReading.Kind)] = [
    ("03-1234-5678", .fixed), ("(03)1234-5678", .fixed), ("03(1234)5678", .fixed),
    ("0312345678", .fixed), ("+81 3-1234-5678", .fixed), ("+81-(0)3-1234-5678", .fixed),
    ("06-6345-6789", .fixed), ("011-234-5678", .fixed), ("0466-12-3456", .fixed),
    ("090-1234-5678", .mobile), ("08012345678", .mobile), ("070 1234 5678", .mobile),
    ("060-1234-5678", .mobile), ("+81 90-1234-5678", .mobile), ("9012345678", .mobile),
    ("TEL: 090-1234-5678", .mobile), ("050-1234-5678", .ip), ("0120-123-456", .service),
    ("0800-123-4567", .service), ("0570-012-345", .service), ("020-1234-5678", .machine),
    ("090−1234−5678", .mobile), ("090ー1234ー5678", .mobile), ("03-1234-5678 内線12", .fixed),
  ]

  @Test(arguments: numbers)
  func numbersRead(text: String, kind: PhoneReading.Kind) {
    #expect(reading(text) { PhoneReader.read($0, in: $1) }?.kind == kind)
    #expect(reading(wide(text)) { PhoneReader.read($0, in: $1) }?.kind == kind)
  }

  @Test(arguments: [
    "090-0123-4567", "123-4567", "2024-01-15", "1234567890123", "0000000000", "12:34:56",
    "090-1234-56789", "192.168.10.15", "03-1234", "", "A0312345678", "100-0001", "1,234,567,890",
  ])
  func othersDoNot(text: String) { #expect(reading(text) { PhoneReader.read($0, in: $1) } == nil) }
}

@Suite struct PostalCodeReaderTests {
  @Test(arguments: ["100-0001", "〒100-0001", "1000001", "〒 100-0001", "100−0001", "100ー0001"])
  func codesRead(text: String) {
    #expect(reading(text) { PostalCodeReader.read($0, in: $1) }?.code == 1_000_001)
    #expect(reading(wide(text)) { PostalCodeReader.read($0, in: $1) }?.isListed == true)
  }

  @Test(arguments: ["100-00011", "10-00001", "100-0001-1", "12345", "100-000a", "", "1000-001"])
  func othersDoNot(text: String) {
    #expect(reading(text) { PostalCodeReader.read($0, in: $1) } == nil)
  }

  @Test func lostZeroIsSeen() {
    #expect(reading("600000") { PostalCodeReader.read($0, in: $1) }?.isDamaged == true)
  }
}

@Suite struct DateReaderTests {
  @Test(arguments: [
    "1980/4/1", "1980-04-01", "1980.4.1", "1980年4月1日", "19800401", "昭和55年4月1日", "S55.4.1",
    "S55/04/01", "S.55.4.1", "㍼55年4月1日", "5550401", "29312", "S550401", "4/1/1980", "昭55.4.1",
    "1980/04/01 00:00:00", "1980年 4月 1日",
  ])
  func oneDayInAllForms(text: String) {
    for text in [text, wide(text)] {
      let date = reading(text) { DateReader.read($0, in: $1, forms: .all) }
      #expect(date?.year == 1980 && date?.month == 4 && date?.day == 1)
    }
  }

  @Test(arguments: [
    "1980/13/1", "1980/2/30", "昭和70年1月1日", "12/34/5678", "1.2.3", "03-1234-5678", "", "55.4.1",
    "abc",
  ])
  func othersDoNot(text: String) {
    #expect(reading(text) { DateReader.read($0, in: $1, forms: .all) } == nil)
  }
}

@Suite struct EmailReaderTests {
  @Test(arguments: [
    ("taro.yamada@kaisha.co.jp", EmailReading.Kind.person), ("info@kaisha.co.jp", .role),
    ("ADMIN_EMAIL=taro@kaisha.co.jp", .person), ("CONTACT=info@kaisha.co.jp", .role),
    ("no-reply@kaisha.co.jp", .machine), ("hanako@example.com", .example),
    ("山田 <taro@kaisha.jp>", .person), ("mailto:taro@kaisha.jp", .person),
    ("taro%40kaisha.jp", .person), ("ｔａｒｏ＠ｋａｉｓｈａ．ｊｐ", .person),
  ])
  func addressesRead(text: String, kind: EmailReading.Kind) {
    #expect(reading(text) { EmailReader.read($0, in: $1) }?.kind == kind)
  }

  @Test(arguments: ["@kaisha.jp", "taro@", "taro@kaisha", "a@1.2", "taro kaisha.jp", "", "x@y.z"])
  func othersDoNot(text: String) { #expect(reading(text) { EmailReader.read($0, in: $1) } == nil) }
}

@Suite struct NameReaderTests {
  @Test(arguments: [
    "山田太郎", "山田　太郎", "佐藤 花子", "髙橋健太", "渡邉陽葵", "田 中 太 郎", "ﾔﾏﾀﾞ ﾀﾛｳ",
    "ヤマダ　タロウ", "さとう はなこ", "TARO YAMADA", "Yamada Taro", "マイケル・ジョンソン", "John Smith",
    "鈴木一郎様", "総務課長 山田太郎", "山田花子（旧姓佐藤）", "中村 ひまり", "﨑山 太郎", "𠮷田 太郎",
  ])
  func namesRead(text: String) {
    #expect(reading(text) { NameReader.read($0, in: $1) }.strength >= 2)
  }

  @Test(arguments: [
    "株式会社山田商店", "山田支店", "東京都", "横浜市", "総務部", "月曜日", "完了", "未定", "普通預金", "ノートパソコン",
    "Sales Report", "New York", "佐藤医院", "(株)鈴木", "配偶者", "担当者様", "コピー用紙", "令和", "12345",
    "お客様", "川崎重工業", "大和証券", "富士山", "システム", "田中工務店", "品質保証課", "データ・センター", "",
  ])
  func othersDoNot(text: String) {
    #expect(reading(text) { NameReader.read($0, in: $1) }.strength < 2)
  }
}

@Suite struct AddressReaderTests {
  @Test(arguments: [
    "東京都千代田区丸の内1丁目2番3号", "神奈川県横浜市中区本町1-2-3", "横浜市中区本町１－２－３",
    "北海道札幌市中央区北1条西6丁目", "京都府京都市中京区烏丸通三条上る場之町1",
    "岩手県盛岡市上田第1地割2番地", "大阪府大阪市北区梅田三丁目1番地の2 梅田ビル5階",
    "〒100-0001 東京都千代田区千代田1-1",
  ])
  func addressesRead(text: String) {
    #expect(reading(text) { AddressReader.read($0, in: $1) }.strength == 3)
  }

  @Test(arguments: ["山田太郎", "2024年1月15日", "株式会社山田商店", "03-1234-5678", "完了", "", "1,000円", "都道府県"])
  func othersDoNot(text: String) {
    #expect(reading(text) { AddressReader.read($0, in: $1) }.strength == 0)
  }
}

@Suite struct TextNameReaderTests {
  static func names(_ text: String) -> [String] {
    reading(text) { span, range in
      var found: [TextName] = []
      TextNameReader.names(in: span, line: range, into: &found)
      let bytes = Array(text.utf8)
      return found.map { String(decoding: bytes[$0.range], as: UTF8.self) }
    }
  }

  @Test(arguments: [
    ("氏名：山田太郎", ["山田太郎"]), ("担当: 佐藤花子 内線12", ["佐藤花子"]), ("山田様よりお電話", ["山田"]),
    ("出席者：山田太郎、佐藤花子", ["山田太郎", "佐藤花子"]), ("お世話になっております。山田と申します。", ["山田"]),
    ("（担当：小林健太）。", ["小林健太"]), ("楠本さん（内線1234）が窓口となる。", ["楠本"]),
    ("お世話になっております。営業部の桑名です。", ["桑名"]), ("（山田　あゆみ様）", ["山田　あゆみ"]),
    ("山田 あゆみさんから", ["山田 あゆみ"]), ("[2026/10/01 09:02] 加藤 咲来: おはよう", ["加藤 咲来"]),
    ("山田：了解です", ["山田"]), ("営業部 鈴木部長に確認", ["鈴木"]),
  ])
  func namesAreFound(text: String, expected: [String]) { #expect(Self.names(text) == expected) }

  @Test(arguments: [
    "[2026/10/01 09:02] 処理 開始: 1件", "2026-10-05 10:00 東京 本社: 停止", "[10:00] 大阪 支店: 完了", "千葉部長室",
    "営業部の目標です。", "当社の方針です。", "今日は晴れ様", "お 子さん",
    "お客様の声", "仕様を確認する", "様子を見る", "株式会社山田商店 御中", "担当者：未定", "東京都の人口", "",
  ])
  func othersAreNot(text: String) { #expect(Self.names(text) == []) }
}

@Suite struct OtherReadersTests {
  @Test func specialCare() {
    #expect(reading("糖尿病のため通院中") { SpecialCareReader.read($0, in: $1) }?.kind == .medical)
    #expect(reading("既往歴：なし") { SpecialCareReader.read($0, in: $1) }?.isNegated == true)
    #expect(reading("営業成績は良好") { SpecialCareReader.read($0, in: $1) } == nil)
    #expect(reading("特になし") { SpecialCareReader.isNothing($0, in: $1) })
    #expect(!reading("高血圧") { SpecialCareReader.isNothing($0, in: $1) })
  }

  @Test func companies() {
    #expect(reading("㈱山本") { CompanyReader.read($0, in: $1) }.strength == 3)
    #expect(reading("佐藤医院") { CompanyReader.read($0, in: $1) }.isSoleProprietor)
    #expect(reading("総務部") { CompanyReader.read($0, in: $1) }.isDepartment)
    #expect(reading("山田太郎") { CompanyReader.read($0, in: $1) }.strength == 0)
  }

  @Test func plates() {
    #expect(reading("品川 500 さ 12-34") { VehicleReader.read($0, in: $1) })
    #expect(reading("横浜３００あ・・・１") { VehicleReader.read($0, in: $1) })
    #expect(!reading("品川 500 し 12-34") { VehicleReader.read($0, in: $1) })
  }

  @Test func internetAddresses() {
    #expect(reading("8.8.4.200") { IPAddressReader.read($0, in: $1) }?.scope == .global)
    #expect(reading("192.168.0.1") { IPAddressReader.read($0, in: $1) }?.scope == .reserved)
    #expect(reading("1.2.3.4") { IPAddressReader.read($0, in: $1) }?.looksLikeVersion == true)
    #expect(reading("256.1.1.1") { IPAddressReader.read($0, in: $1) } == nil)
    #expect(reading("12:34:56") { IPAddressReader.read($0, in: $1) } == nil)
  }

  @Test func sexAndBanks() {
    #expect(reading("女性") { SexReader.read($0, in: $1) } == .word)
    #expect(reading("男女") { SexReader.read($0, in: $1) } == nil)
    #expect(reading("みずほ銀行") { BankReader.part($0, in: $1) } == .bank)
    #expect(reading("新宿支店") { BankReader.part($0, in: $1) } == .branch)
    let account = Array("普通 1234567".utf8)
    #expect(BankReader.account(account.span, at: 0, limit: account.count) == 7..<14)
  }
}

/// Precision before recall: a scanner that cries wolf is switched off.
@Suite struct TextNameQualityTests {
  /// What is pointed out, and what is not where nothing else was found, as a scan reads them.
  static func names(_ text: String) -> [String] {
    reading(text) { span, range in
      var found: [TextName] = []
      TextNameReader.names(in: span, line: range, into: &found)
      var bare: [Range<Int>] = []
      var cares: [Int] = []
      BareNameReader.names(in: span, range, into: &bare, cares: &cares)
      bare.removeAll { name in found.contains { $0.range.overlaps(name) } }
      let bytes = Array(text.utf8)
      return (found.map(\.range) + bare).map { String(decoding: bytes[$0], as: UTF8.self) }
    }
  }

  /// Counts the names found that were marked, those found that were not, and those missed.
  static func count(_ sentences: String) -> (right: Int, wrong: Int, missed: Int) {
    var count = (right: 0, wrong: 0, missed: 0)
    for line in sentences.split(separator: "\n") {
      let (text, marked) = MarkedSentences.unmarked(line)
      let found = Self.names(text)
      count.right += found.count { marked.contains($0) }
      count.wrong += found.count { !marked.contains($0) }
      count.missed += marked.count { !found.contains($0) }
    }
    return count
  }

  @Test(arguments: [MarkedSentences.tuned, MarkedSentences.held])
  func fewAreWrongAndFewAreMissed(sentences: String) {
    let count = Self.count(sentences)
    #expect(count.right > 40)
    #expect(Double(count.right) / Double(count.right + count.wrong) >= 0.95)
    #expect(Double(count.right) / Double(count.right + count.missed) >= 0.9)
  }

  /// Full-width Latin and marks, loose voicing marks, half-width colons: one text, one answer.
  @Test(arguments: [MarkedSentences.tuned, MarkedSentences.held])
  func widthsDoNotMatter(sentences: String) {
    for line in sentences.split(separator: "\n") {
      let text = MarkedSentences.unmarked(line).text
      #expect(TextNameReaderTests.names(wide(text)).count == TextNameReaderTests.names(text).count)
      let loose = decomposed(text)
      #expect(
        TextNameReaderTests.names(loose).count == TextNameReaderTests.names(text).count,
        "a line with loose voicing marks")
    }
  }
}

/// The same text with voicing marks apart, as some file systems and copies write it.
func decomposed(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    let plain = Unicode.Scalar(scalar.value - 1)
    let semi = Unicode.Scalar(scalar.value - 2)
    let katakana =
      scalar.value >= 0x3041 && scalar.value <= 0x3096 ? scalar.value + 0x60 : scalar.value
    switch katakana {
    case 0x30AC, 0x30AE, 0x30B0, 0x30B2, 0x30B4, 0x30B6, 0x30B8, 0x30BA, 0x30BC, 0x30BE, 0x30C0,
      0x30C2, 0x30C5, 0x30C7, 0x30C9, 0x30D0, 0x30D3, 0x30D6, 0x30D9, 0x30DC:
      if let plain { result.append(plain) }
      result.append("\u{3099}")
    case 0x30D1, 0x30D4, 0x30D7, 0x30DA, 0x30DD:
      if let semi { result.append(semi) }
      result.append("\u{309A}")
    default: result.append(scalar)
    }
  }
  return String(result)
}
