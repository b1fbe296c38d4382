import Testing

@testable import Detecting

/// Cells and lines that nobody would write: every reader must come to an end, stay inside, and keep order.
@Suite struct HostileInputTests {
  /// A small generator, so that every run reads the same.
  struct Random {
    var state: UInt64
    mutating func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
  }

  /// What the lines are put together from; all made up.
  static let pieces: [[UInt8]] = {
    let words = [
      "山", "田", "太", "郎", "佐藤", "花子", "々", "髙", "﨑", "一", "二", "十", "丁目", "番地", "番", "号", "条", "丁",
      "市", "区", "町", "村", "東京都", "横浜市", "中区", "大字", "字", "甲", "の", "ノ", "に", "は", "様", "さん", "氏",
      "殿",
      "部長", "課長", "御中", "株式会社", "㈱", "(株)", "支店", "営業部", "ビル", "号室", "階", "さくら", "タロウ", "ﾔﾏﾀﾞ", "ﾞ",
      "ﾟ",
      "\u{3099}", "・", "ー", "ｰ", "－", "-", "−", "‐", "0", "1", "23", "４", "５６", "０９０", "090", "+81",
      "03", "@", "＠",
      "%40", ".", "．", "/", ":", "：", "=", "(", ")", "（", "）", "【", "】", "「", "」", "[", "]", "|",
      "│", "、", "。", ",",
      " ", "  ", "　", "\t", "\u{A0}", "\u{200B}", "\u{FEFF}", "\u{FE00}", "\u{E0100}", "'", "\"",
      "昭和", "平成", "令和", "元",
      "㍼", "S", "H", "年", "月", "日", "生", "1980", "氏名", "担当", "出席者", "TEL", "〒", "100", "0001",
      "と申します", "です。",
      "糖尿病", "既往歴", "なし", "無", "DV", "品川", "500", "普通", "みずほ銀行", "example", "com", "jp", "a", "B",
      "zz", "𠮷",
      "😀", "é", "::", "ffff", "①", "№", "\u{0}", "\n",
    ]
    // Cut characters, bytes that begin nothing, surrogates, too long forms.
    let broken: [[UInt8]] = [
      [0xE5], [0xE5, 0xB8], [0xF0, 0xA0], [0x80], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xFF],
      [0xF5, 0x80],
    ]
    return words.map { Array($0.utf8) } + broken
  }()

  static func line(_ random: inout Random, most: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    for _ in 0..<random.next(most) {
      let piece = pieces[random.next(pieces.count)]
      let times = random.next(12) == 0 ? random.next(30) : 1
      for _ in 0..<times { bytes += piece }
    }
    return bytes
  }

  static func isInside(_ range: Range<Int>, _ bounds: Range<Int>) -> Bool {
    range.lowerBound >= bounds.lowerBound && range.upperBound <= bounds.upperBound
  }

  /// Every reader of a whole cell on one text.
  static func readCell(_ bytes: [UInt8], _ range: Range<Int>) {
    let text = bytes.span
    #expect(NameReader.read(text, in: range).familyEnd.map { range.contains($0) } ?? true)
    #expect(isInside(AddressReader.read(text, in: range).range, 0..<range.upperBound))
    #expect(CompanyReader.read(text, in: range).strength <= 3)
    if let hit = SpecialCareReader.read(text, in: range) { #expect(isInside(hit.range, range)) }
    _ = SpecialCareReader.isNothing(text, in: range)
    if let phone = PhoneReader.read(text, in: range) { #expect(phone.end <= range.upperBound) }
    if let code = PostalCodeReader.read(text, in: range) { #expect(code.end <= range.upperBound) }
    if let date = DateReader.read(text, in: range, forms: .all) {
      #expect(date.end <= range.upperBound && (1...12).contains(date.month))
      #expect((1...31).contains(date.day))
    }
    if let mail = EmailReader.read(text, in: range) { #expect(isInside(mail.range, range)) }
    if let address = IPAddressReader.read(text, in: range) {
      #expect(address.end <= range.upperBound)
    }
    _ = VehicleReader.read(text, in: range)
    _ = SexReader.read(text, in: range)
    _ = BankReader.part(text, in: range)
  }

  /// Every reader that begins at a place of running text.
  static func matchAt(_ bytes: [UInt8], _ start: Int) {
    let text = bytes.span
    let limit = bytes.count
    if let phone = PhoneReader.match(text, at: start, limit: limit) { #expect(phone.end <= limit) }
    if let code = PostalCodeReader.match(text, at: start, limit: limit) {
      #expect(code.end <= limit)
    }
    if let date = DateReader.match(text, at: start, limit: limit) { #expect(date.end <= limit) }
    if let mail = EmailReader.match(text, around: start, in: 0..<limit) {
      #expect(isInside(mail.range, 0..<limit) && mail.range.contains(start))
    }
    if let address = IPAddressReader.match(text, at: start, limit: limit) {
      #expect(address.end <= limit)
    }
    if let plate = VehicleReader.match(text, at: start, limit: limit) {
      #expect(isInside(plate, start..<limit))
    }
    if let account = BankReader.account(text, at: start, limit: limit) {
      #expect(isInside(account, start..<limit))
    }
  }

  static func isOrdered(_ ranges: [Range<Int>], in bounds: Range<Int>) -> Bool {
    var end = bounds.lowerBound
    for range in ranges {
      guard range.lowerBound >= end, !range.isEmpty else { return false }
      end = range.upperBound
    }
    return end <= bounds.upperBound
  }

  /// Every reader of a line.
  static func readLine(_ bytes: [UInt8], _ line: Range<Int>) {
    let text = bytes.span
    var names: [TextName] = []
    TextNameReader.names(in: text, line: line, into: &names)
    #expect(isOrdered(names.map(\.range), in: line))
    var bare: [Range<Int>] = []
    var cares: [Int] = []
    BareNameReader.names(in: text, line, into: &bare, cares: &cares)
    #expect(isOrdered(bare, in: line))
    var addresses: [AddressReading] = []
    AddressReader.addresses(in: text, line: line, into: &addresses)
    #expect(isOrdered(addresses.map(\.range), in: line))
    var hits: [SpecialCareHit] = []
    SpecialCareReader.hits(in: text, line: line, into: &hits)
    #expect(isOrdered(hits.map(\.range), in: line))
  }

  @Test(.timeLimit(.minutes(15)), arguments: 0..<10)
  func allReadersComeToAnEnd(seed: Int) {
    var random = Random(state: UInt64(seed) &* 7919 &+ 17)
    for _ in 0..<2_000 {
      let bytes = Self.line(&random, most: 24)
      // Somewhere in a larger text, as cells are.
      let low = bytes.isEmpty ? 0 : random.next(min(4, bytes.count))
      Self.readCell(bytes, low..<bytes.count)
      Self.readLine(bytes, low..<bytes.count)
      if !bytes.isEmpty { Self.matchAt(bytes, random.next(bytes.count)) }
    }
  }

  @Test(.timeLimit(.minutes(15)), arguments: 0..<4)
  func longLinesComeToAnEnd(seed: Int) {
    var random = Random(state: UInt64(seed) &+ 99)
    for _ in 0..<40 {
      let bytes = Self.line(&random, most: 1_500)
      Self.readLine(bytes, 0..<bytes.count)
    }
  }

  /// A line of one piece over and over takes time in proportion to its length.
  @Test(
    .timeLimit(.minutes(15)),
    arguments: [
      "山田様", "1", "山", "ア", "氏名：", "出席者：山田、", "横浜市中区", "横浜市1", "様", " ", "\u{200B}", "糖尿病", "（",
      "・", "ｶﾞ",
      "甲1 ", "丁目 ", "a@a.", "カ・", "山田太郎", "山田 ", "山田\u{3000}", "佐藤健太郎は",
    ])
  func repetitionIsLinear(piece: String) {
    let bytes = Array(String(repeating: piece, count: 60_000 / piece.utf8.count).utf8)
    Self.readLine(bytes, 0..<bytes.count)
    Self.readCell(bytes, 0..<bytes.count)
  }

  /// Zero-width characters fill no piece, and what stands behind them is still read.
  @Test func nothingHidesBehindZeroWidthCharacters() {
    let line = Array((String(repeating: "\u{200B}", count: 40_000) + "氏名：山田太郎").utf8)
    var names: [TextName] = []
    TextNameReader.names(in: line.span, line: 0..<line.count, into: &names)
    #expect(names.map(\.range) == [line.count - 12..<line.count])
  }

  /// What stands before the line and behind it in the lent text is not read.
  @Test(arguments: ["氏名：山田太郎", "山田様", "糖尿病", "横浜市中区本町1-2-3"])
  func onlyTheLineIsRead(text: String) {
    let bytes = Array(text.utf8)
    let padded = Array("東京都".utf8) + bytes + Array("横浜市中区本町1".utf8)
    var inside: [TextName] = []
    TextNameReader.names(in: padded.span, line: 9..<9 + bytes.count, into: &inside)
    var alone: [TextName] = []
    TextNameReader.names(in: bytes.span, line: 0..<bytes.count, into: &alone)
    #expect(inside.map(\.range.count) == alone.map(\.range.count))
    var addresses: [AddressReading] = []
    AddressReader.addresses(in: padded.span, line: 9..<9 + bytes.count, into: &addresses)
    #expect(addresses.count == (text.hasPrefix("横浜") ? 1 : 0))
  }
}
