import Extracting
import Inventory
import TestSupport
import Rules
import Synchronization

@testable import Scanning

/// A table of made-up people, drawn from a seed; what a test changes of it must not change what is found.
///
/// Names are put together at random, numbers are random digits with their right check digit.
struct SyntheticTable {
  struct Column {
    var type: DataType
    var heading: String
    var values: [String]
  }

  var columns: [Column]
  var hasHeading = true

  init(rows: Int, seed: UInt64, types: Set<DataType> = Set(DataType.allCases)) {
    var draw = Draw(seed: seed)
    let makers: [(DataType, String, (inout Draw, Int) -> String)] = [
      (.personName, "氏名", { draw, _ in draw.name() }),
      (.birthDate, "生年月日", { draw, _ in draw.birthDate() }),
      (.postalCode, "郵便番号", { draw, _ in draw.postalCode() }),
      (.address, "住所", { draw, _ in draw.address() }),
      (.phone, "電話番号", { draw, _ in draw.phone() }),
      (.email, "メールアドレス", { draw, row in "user\(row).\(draw.digits(4))@mail.hinagata-kobo.jp" }),
      (.myNumber, "個人番号", { draw, _ in draw.myNumber() }),
      (.driversLicence, "運転免許証番号", { draw, _ in draw.licence() }),
    ]
    columns = makers.filter { types.contains($0.0) }.map { type, heading, make in
      Column(type: type, heading: heading, values: (0..<rows).map { make(&draw, $0) })
    }
  }

  var rowCount: Int { columns.first?.values.count ?? 0 }

  var types: Set<DataType> { Set(columns.map(\.type)) }

  /// The rows as cells, the heading first.
  var cells: [[String]] {
    (hasHeading ? [columns.map(\.heading)] : [])
      + (0..<rowCount).map { row in columns.map { $0.values[row] } }
  }

  func text(delimiter: String = ",", lineEnd: String = "\n", quotes: Bool = false) -> String {
    cells.map { row in
      row.map { quotes ? "\"\($0)\"" : $0 }.joined(separator: delimiter) + lineEnd
    }.joined()
  }

  /// The table with one column's values changed.
  func changing(_ type: DataType, _ change: (Int, String) -> String) -> SyntheticTable {
    var table = self
    for index in columns.indices where columns[index].type == type {
      table.columns[index].values = columns[index].values.enumerated().map {
        change($0.offset, $0.element)
      }
    }
    return table
  }

  /// The table with its rows in another order.
  func inOrder(_ order: [Int]) -> SyntheticTable {
    var table = self
    for index in columns.indices {
      table.columns[index].values = order.map { columns[index].values[$0] }
    }
    return table
  }

  func prefix(_ count: Int) -> SyntheticTable { inOrder(Array(0..<min(count, rowCount))) }
}

/// Draws made-up values from a seed.
struct Draw: RandomNumberGenerator {
  private var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  mutating func next() -> UInt64 { generator.next() }

  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

  mutating func digits(_ count: Int) -> String {
    (0..<count).map { _ in String(number(0...9)) }.joined()
  }

  private mutating func pick(_ words: [String]) -> String { words[number(0...(words.count - 1))] }

  mutating func name() -> String {
    pick(["佐藤", "鈴木", "高橋", "田中", "伊藤", "渡辺", "山本", "中村", "小林", "加藤", "吉田", "山田", "松本", "井上", "木村"])
      + " "
      + pick([
        "太郎", "花子", "一郎", "美咲", "健太", "陽子", "大輔", "直美", "翔太", "裕子", "誠", "恵子", "学", "由美", "浩二",
      ])
  }

  /// A name that no list holds: rare characters in pairs.
  mutating func strangeName() -> String {
    let rare = ["鵺", "鸛", "榧", "檍", "蓼", "薊", "鼬", "鱒", "苧", "籾", "柞", "橅", "蕨", "艾", "蛭"]
    return pick(rare) + pick(rare) + " " + pick(rare) + pick(rare)
  }

  mutating func birthDate() -> String {
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return "\(number(1945...2003))/\(two(number(1...12)))/\(two(number(1...28)))"
  }

  /// Codes that are in use, of towns in the same list.
  mutating func postalCode() -> String {
    pick(["101-0051", "530-0001", "460-0008", "060-0042", "812-0011", "220-0004", "980-0021"])
  }

  mutating func address() -> String {
    pick([
      "東京都千代田区神田神保町", "大阪府大阪市北区梅田", "愛知県名古屋市中区栄", "福岡県福岡市博多区博多駅前",
      "神奈川県横浜市西区北幸", "宮城県仙台市青葉区中央",
    ]) + "\(number(1...5))-\(number(1...20))-\(number(1...30))"
  }

  mutating func phone() -> String { "090-\(number(1...9))\(digits(3))-\(digits(4))" }

  /// Twelve digits with the check digit of My Numbers (ordinance 85 of 2014, article 5).
  mutating func myNumber() -> String {
    let body = digits(11)
    let rest = weighted(body, [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11
    return body + String(rest <= 1 ? 0 : 11 - rest)
  }

  /// Tokyo, a year, a serial, the check digit, no reissue.
  mutating func licence() -> String {
    let body = "30\(number(10...23))" + digits(6)
    return body + String((11 - weighted(body, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11) % 10) + "0"
  }

  private func weighted(_ digits: String, _ weights: [Int]) -> Int {
    zip(digits.utf8, weights).reduce(0) { $0 + Int($1.0 - 0x30) * $1.1 }
  }
}

/// What is found in the bytes of a file.
enum Examination {
  private static let rules: RuleSet? = try? RuleSet.bundled()
  /// One test at a time may have the examiner; making one for each file would take longer than the tests.
  private static let examiner: Mutex<Examiner?> = Mutex(
    rules.map {
      Examiner(rules: $0, settings: ExaminationSettings(places: .all, countingKey: (3, 5)))
    })

  static func report(
    _ bytes: [UInt8], extension name: String = "csv", hints: [String] = []
  ) -> ContentReport {
    examiner.withLock {
      $0?.examine(
        MemorySource(bytes),
        ExaminationJob(size: bytes.count, nameExtension: name, pathHints: hints))
        ?? ContentReport()
    }
  }

  static func report(_ text: String, extension name: String = "csv") -> ContentReport {
    report(Array(text.utf8), extension: name)
  }

  static func report(_ table: SyntheticTable) -> ContentReport { report(table.text()) }
}

extension ContentReport {
  /// The accepted types, each once.
  var types: Set<DataType> { Set(findings.filter { $0.confidence >= 0.5 }.map(\.type)) }

  /// The accepted types with how many values each has.
  var counts: [DataType: Int] {
    findings.filter { $0.confidence >= 0.5 }.reduce(into: [:]) {
      $0[$1.type, default: 0] += $1.count
    }
  }

  /// The accepted findings with everything that does not say where they stand.
  var claims: [Claim] {
    findings.filter { $0.confidence >= 0.5 }
      .map {
        Claim(type: $0.type, count: $0.count, distinct: $0.distinct, confidence: $0.confidence)
      }
      .sorted { ($0.type.index, $0.count) < ($1.type.index, $1.count) }
  }

  struct Claim: Equatable {
    var type: DataType
    var count: Int
    var distinct: Int
    var confidence: Double
  }

  func confidence(_ type: DataType) -> Double {
    findings.filter { $0.type == type }.map(\.confidence).max() ?? 0
  }
}
