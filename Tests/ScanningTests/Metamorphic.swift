import Detecting
import Extracting
import Foundation
import Inventory
import Rules
import TestSupport

/// Documents that are made from a seed, and what is found in them; all values are made up.
struct Metamorphic {
  private var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  mutating func number(_ below: Int) -> Int { Int(random.next() % UInt64(below)) }

  mutating func pick<Element>(_ choices: [Element]) -> Element { choices[number(choices.count)] }

  mutating func digits(_ count: Int) -> String {
    (0..<count).map { _ in String(number(10)) }.joined()
  }

  /// With a right check digit (Order 85 of 2014 of the Ministry of Internal Affairs, article 5).
  mutating func myNumber() -> String {
    let front = "2" + digits(10)
    let sum = front.reversed().enumerated().reduce(0) { sum, item in
      let weight = item.offset < 6 ? item.offset + 2 : item.offset - 4
      return sum + (item.element.wholeNumberValue ?? 0) * weight
    }
    return front + String(sum % 11 <= 1 ? 0 : 11 - sum % 11)
  }

  /// A line of running text, with or without something in it.
  mutating func line() -> String {
    switch number(9) {
    case 0: "マイナンバー: " + myNumber()
    case 1: "個人番号は" + myNumber() + "です。"
    case 2: "電話番号: 090-" + digits(4) + "-" + digits(4)
    case 3: "メールアドレス: taro." + pick(["suzuki", "sato"]) + "@mihon-shoji.co.jp"
    case 4: "受付番号 " + digits(12) + " を受け取りました。"
    case 5: ""
    default: pick(["本日は晴天なり。", "会議は十時からです。", "資料は別に送ります。", "見積書の件、承知しました。"])
    }
  }

  mutating func text(lines: Int) -> String {
    (0..<lines).map { _ in line() + "\n" }.joined()
  }

  mutating func table(rows: Int) -> String {
    "番号,氏名,個人番号,電話番号\n"
      + (1...rows).map {
        "\($0),\(pick(["佐藤花子", "鈴木一郎", "高橋次郎"])),\(myNumber()),03-\(digits(4))-\(digits(4))\n"
      }.joined()
  }

  mutating func tree(records: Int) -> String {
    let items = (0..<records).map { _ in "{\"氏名\":\"佐藤花子\",\"個人番号\":\"\(myNumber())\"}" }
    return "[" + items.joined(separator: ",\n") + "]\n"
  }

  mutating func markup(records: Int) -> String {
    let items = (0..<records).map { _ in "<社員><氏名>鈴木一郎</氏名><個人番号>\(myNumber())</個人番号></社員>\n" }
    return "<?xml version=\"1.0\"?>\n<名簿>\n" + items.joined() + "</名簿>\n"
  }

  /// One document of each kind, with the extension of its name.
  mutating func documents() -> [(name: String, text: String)] {
    [
      ("txt", text(lines: 60)), ("csv", table(rows: 40)), ("json", tree(records: 30)),
      ("xml", markup(records: 30)),
    ]
  }

  // MARK: - What is found

  /// A finding without what the metamorphosis may change.
  struct Found: Equatable, CustomStringConvertible {
    var type: DataType
    var confidence: Double
    var location: Location
    var count: Int
    var distinct: Int
    var lines: [Int]

    var description: String { "\(type) \(confidence) \(location) \(count)/\(distinct) \(lines)" }
  }

  static let rules = try? RuleSet.bundled()

  static func found(
    _ bytes: [UInt8], as nameExtension: String, source: (any ByteSource)? = nil,
    blockSize: Int = 262_144
  ) -> [Found] {
    guard let rules else { return [] }
    let detector = Detector(
      rules: rules, settings: ExaminationSettings(places: .all, countingKey: (7, 11)))
    let job = ExaminationJob(size: bytes.count, nameExtension: nameExtension)
    let document = detector.makeDocument(job)
    _ = Extractor.extract(
      source ?? MemorySource(bytes), job: job, into: document, blockSize: blockSize)
    return document.finish().findings.filter { $0.confidence >= 0.5 }.map {
      Found(
        type: $0.type, confidence: $0.confidence, location: $0.location, count: $0.count,
        distinct: $0.distinct, lines: $0.places.map(\.line))
    }
  }

  /// Values by type.
  static func counts(_ found: [Found]) -> [DataType: Int] {
    found.reduce(into: [:]) { $0[$1.type, default: 0] += $1.count }
  }
}

/// Bytes that come in pieces of any size, as from a slow network.
final class StutteringSource: ByteSource {
  private let bytes: [UInt8]
  private var random: SeededGenerator

  init(_ bytes: [UInt8], seed: UInt64) {
    self.bytes = bytes
    random = SeededGenerator(seed: seed)
  }

  func read(at offset: Int, into buffer: inout MutableSpan<UInt8>) throws(ReadError) -> Int {
    let left = min(buffer.count, bytes.count - offset)
    guard left > 0 else { return 0 }
    let count = min(left, 1 + Int(random.next() % 97))
    for index in 0..<count { buffer[index] = bytes[offset + index] }
    return count
  }
}
