import ScanKernels
import TestSupport
import Testing

/// Cells of columns, each level against what the shapes are said to be.
///
/// All data is synthetic.
@Suite("Columns")
struct ColumnsTests {
  struct Cell: BitwiseCopyable {
    var start: UInt32
    var end: UInt32
  }

  static let listed: [UInt64] = {
    var bits = [UInt64](repeating: 0, count: 10_000_000 / 64 + 1)
    for code in stride(from: 0, to: 10_000_000, by: 7) { bits[code >> 6] |= 1 << UInt64(code & 63) }
    return bits
  }()

  /// Cells that fit each kind, and some that nearly do.
  static let samples: [(kind: ColumnKind, fits: [String], others: [String])] = [
    (
      .names, ["山田　太郎", "山田 太郎", "ヤマダ　タロウ", "佐々木", "長宗我部　元親", "ながい なまえの　ひと　です　ね"],
      [
        "山田Ａ", "山田 太郎 様", "営業部", "総務課", "山", "山田 太郎 ", "　山田　太郎", "山田\u{A0}",
        "合計", "なし", "渋谷店", "山田1", "\u{C0}野", "ながいなまえのひとですねながいなまえのひとですね", "山田　",
      ]
    ),
    (
      .addresses, ["東京都千代田区丸の内1-1-1", "大阪府大阪市北区梅田１丁目", "京都府京都市上京区3番地ハイツ山"],
      [
        "東京都千代田区丸の内", "1東京都千代田区", "東京1", " 東京都千代田区1-1", "東京都千代田区丸の内1-1-1 ",
        "東京都千代田区丸の内1-1-1　", "　東京都千代田区丸の内1-1-1",
      ]
    ),
    (
      .mails, ["taro.1@mail.test.jp", "a_b@c-d.co.jp", "user123456789012345678@long-name.ne.jp"],
      [
        "taro@mail.test.jp", "a.b@@c.jp", "info@c.jp", "a1@example.jp", "a1@c.test", "a1@c",
        "@1.co.jp",
        "a1@c.co.jp ", "ａ1@c.co.jp", "a1@co1.jp.", "a+1@c.co.jp", "a1@c.co.j",
      ]
    ),
    (
      .dates, ["1980-04-01", "2011/02/28", "1999.12.31", "2000-02-29", "1868-01-01", "2150-12-31"],
      [
        "1980-04.01", "2011-02-29", "1900-02-29", "1980-13-01", "1980-00-10", "1867-12-31",
        "2151-01-01",
        "1980-4-01", "1980-04-31", "1980-04-00", "198a-04-01", "1980,04,01",
      ]
    ),
    (
      .mobiles, ["090-1234-5678", "060-9999-0000", "080-1000-0000"],
      [
        "050-1234-5678", "090-0234-5678", "091-1234-5678", "09012345678", "090-1234-567a",
        "090 1234-5678",
      ]
    ),
    (
      .postalCodes, ["000-0007", "650-0021", "999-9999"],
      ["65-00210", "650-002", "650-00a1", "650-00211"]
    ),
    (
      .myNumbers, ["123456789018", "000000000000", "111111111118"],
      ["123456789012", "12345678901", "1234567890180", "12345678901a", "123 56789018"]
    ),
    (.shortNumbers, ["1", "12", "123456", "000000"], ["1234567", "-1", "1a", "a", "１"]),
    (.blanks, [], ["a"]),
  ]

  /// What a walk says of one cell alone.
  private func passes(_ text: String, _ kind: ColumnKind, _ level: KernelLevel) -> Bool {
    let bytes = Array(text.utf8) + [UInt8](repeating: 0x31, count: 160)
    let cells = [Cell(start: 0, end: UInt32(text.utf8.count))]
    var tally = ColumnCount()
    tally.allowed = .max
    walkColumn(
      bytes.span, cells: cells.span, first: 0, stride: 1, count: 1, kind: kind,
      listed: Self.listed.span, &tally, level)
    #expect(tally.filled == tally.passed)
    return tally.passed == 1
  }

  @Test("Cells of the usual shape pass, others do not", arguments: KernelLevel.allCases)
  func shapes(level: KernelLevel) {
    for (kind, fits, others) in Self.samples {
      for text in fits { #expect(passes(text, kind, level), "\(kind) \(text)") }
      for text in others { #expect(!passes(text, kind, level), "\(kind) \(text)") }
    }
  }

  /// The same of many cells, one after the other, as everything that a walk counts.
  private func walk(
    _ bytes: [UInt8], _ cells: [Cell], _ stride: Int, _ kind: ColumnKind, _ level: KernelLevel,
    left: Int, allowed: UInt32
  ) -> [[Int]] {
    walkWholeColumn(
      bytes, cells, stride: stride, kind, level, listed: Self.listed, left: left, allowed: allowed)
  }

  @Test("All levels count the same", arguments: 0..<200)
  func levels(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let sample = Self.samples[seed % Self.samples.count]
    let stride = Int.random(in: 1...4, using: &generator)
    var bytes: [UInt8] = []
    var cells: [Cell] = []
    for index in 0..<(stride * Int.random(in: 1...60, using: &generator)) {
      var text = ""
      switch Int.random(in: 0..<20, using: &generator) {
      case 0: break
      case 1: text = sample.others.randomElement(using: &generator) ?? ""
      case 2 where sample.kind == .postalCodes || sample.kind == .shortNumbers:
        text = String(index % 100)
      default: text = sample.fits.randomElement(using: &generator) ?? ""
      }
      if Int.random(in: 0..<10, using: &generator) == 0, !text.isEmpty {
        // One byte of it is something else.
        var changed = Array(text.utf8)
        changed[Int.random(in: 0..<changed.count, using: &generator)] =
          UInt8.random(in: 0...255, using: &generator)
        bytes += changed
        cells.append(
          Cell(start: UInt32(bytes.count - changed.count), end: UInt32(bytes.count)))
      } else {
        bytes += Array(text.utf8)
        cells.append(
          Cell(start: UInt32(bytes.count - text.utf8.count), end: UInt32(bytes.count)))
      }
      bytes.append(0x2C)
    }
    let left = Int.random(in: 1...80, using: &generator)
    let allowed = UInt32.random(in: 0...15, using: &generator)
    let results = KernelLevel.allCases.map {
      walk(bytes, cells, stride, sample.kind, $0, left: left, allowed: allowed)
    }
    for result in results { #expect(result == results[0]) }
  }

  /// A number, date or the like; now and then one that is rare, or fits by a hair or not.
  private func cell(
    _ kind: ColumnKind, after index: Int, _ isSequence: Bool, _ generator: inout SeededGenerator
  ) -> String {
    func next(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &generator) }
    func padded(_ value: Int, _ count: Int) -> String {
      let digits = String(value)
      return String(repeating: "0", count: max(0, count - digits.count)) + digits
    }
    switch kind {
    case .dates:
      let marks = [["-"], ["/"], ["."], ["-", "/", "."]][isSequence ? 0 : next(4)]
      let mark = marks.randomElement(using: &generator) ?? "-"
      let year =
        next(20) == 0 ? 1_860 + next(300) : [1_900, 1_904, 1_989, 2_000, 2_009][next(5)] + next(3)
      return [padded(year, 4), padded(next(14), 2), padded(next(33), 2)].joined(separator: mark)
    case .mobiles:
      let number = isSequence ? 1_0000_0000 + index * 3 : next(9_9999_9999)
      let digits = padded(number, 9)
      return "0\(6 + next(4))0-\(digits.prefix(4))-\(digits.dropFirst(4).prefix(4))"
    case .postalCodes:
      let digits = padded(isSequence ? index * 7 : next(10_000_000), 7)
      return digits.prefix(3) + "-" + digits.suffix(4)
    case .myNumbers:
      let digits = padded(isSequence ? index : next(99_999_999_999), 11)
      let weights = [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]
      let sum = zip(digits.utf8, weights).reduce(0) { $0 + Int($1.0 - 0x30) * $1.1 }
      let check = sum % 11 <= 1 ? 0 : 11 - sum % 11
      return digits + String(next(200) == 0 ? next(10) : check)
    default:
      let value = isSequence ? index : next(1_000_000)
      return next(2) == 0 ? padded(value, 6) : String(value)
    }
  }

  @Test("All levels count numbers and dates the same, most of which fit", arguments: 0..<300)
  func numbers(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let kinds: [ColumnKind] = [.dates, .mobiles, .postalCodes, .myNumbers, .shortNumbers]
    let kind = kinds[seed % kinds.count]
    let rarity = [8, 40, 1_000][seed / 5 % 3]
    let isSequence = seed / 15 % 2 == 0
    let stride = Int.random(in: 1...3, using: &generator)
    var bytes: [UInt8] = []
    var cells: [Cell] = []
    for index in 0..<(stride * Int.random(in: 1...200, using: &generator)) {
      var text = Array(cell(kind, after: index / stride, isSequence, &generator).utf8)
      switch Int.random(in: 0..<rarity, using: &generator) {
      case 0: text = []
      case 1:
        text[Int.random(in: 0..<text.count, using: &generator)] =
          UInt8.random(in: 0x20...0x7F, using: &generator)
      case 2: text.append(0x30)
      case 3: text.removeLast()
      default: break
      }
      bytes += text
      cells.append(Cell(start: UInt32(bytes.count - text.count), end: UInt32(bytes.count)))
      bytes.append(0x2C)
    }
    // Some of the cells lie where the text ends.
    if seed % 2 == 0 { bytes += [UInt8](repeating: 0x31, count: 160) }
    let left = seed % 3 == 0 ? Int.random(in: 1...80, using: &generator) : .max
    let allowed = seed % 4 == 0 ? UInt32.random(in: 0...15, using: &generator) : 15
    let results = KernelLevel.allCases.map {
      walk(bytes, cells, stride, kind, $0, left: left, allowed: allowed)
    }
    for result in results { #expect(result == results[0]) }
  }

  @Test(
    "Ranges that do not lie in the text end the walk",
    arguments: KernelLevel.allCases, ColumnKind.allCases)
  func outside(level: KernelLevel, kind: ColumnKind) {
    let bytes = [UInt8](repeating: 0x31, count: 200)
    let ranges: [(UInt32, UInt32)] = [
      (41, 47), (201, 203), (20, 201), (30, 20), (.max, 4), (4, .max),
    ]
    for (start, end) in ranges {
      var tally = ColumnCount()
      walkColumn(
        bytes.span, cells: [Cell(start: start, end: end)].span, first: 0,
        stride: 1, count: 1, kind: kind, listed: Self.listed.span, &tally, level)
      #expect(tally.passed == 0 && tally.filled == 0)
    }
  }

  @Test("Steps, extremes and what is counted apart", arguments: KernelLevel.allCases)
  func counts(level: KernelLevel) {
    let text = "12,13,14,,24,"
    let bytes = Array(text.utf8) + [UInt8](repeating: 0x20, count: 160)
    let cells = [(0, 2), (3, 5), (6, 8), (9, 9), (10, 12)].map { Cell(start: $0.0, end: $0.1) }
    var tally = ColumnCount()
    tally.previousValue = 11
    walkColumn(
      bytes.span, cells: cells.span, first: 0, stride: 1, count: 5, kind: .shortNumbers,
      listed: Span(), &tally, level)
    #expect(tally.passed == 5 && tally.filled == 4 && tally.blanks == 1)
    #expect(tally.steps == 4 && tally.equalSteps == 2 && tally.previousStep == 10)
    #expect(tally.least == 12 && tally.most == 24 && tally.special[2] == 4)
  }
}
