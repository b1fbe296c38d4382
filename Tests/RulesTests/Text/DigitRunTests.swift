import TestSupport
import Testing

@testable import Rules

@Suite struct DigitRunTests {
  static func digits(_ text: String) -> String? {
    guard let run = DigitRun(text.utf8.span) else { return nil }
    return (0..<run.count).map { String(run.digits[$0]) }.joined()
  }

  static func groups(_ text: String) -> [Int]? {
    guard let run = DigitRun(text.utf8.span) else { return nil }
    return (0..<run.groupCount).map { Int(run.groups[$0]) }
  }

  /// Spans cannot stand inside `#expect`.
  static func run(_ text: String) -> DigitRun? { DigitRun(text.utf8.span) }

  static func scientificLength(_ text: String) -> Int? {
    DigitRun.scientificLength(text.utf8.span)
  }

  @Test func variantsOfTheTable() {
    let variants = CheckVectors.of("variant")
    #expect(variants.count >= 20)
    for line in variants {
      #expect(Self.digits(line.text) == line.meaning)
      #expect(Self.run(line.text)?.passes(line.check) == true)
    }
  }

  @Test func damagedValuesOfTheTable() {
    for line in CheckVectors.of("damaged") {
      if line.meaning == "-" {
        #expect(Self.digits(line.text) == nil)
        #expect(Self.scientificLength(line.text) == 12)
      } else {
        let run = Self.run(line.text)?.leftPadded(to: line.meaning.utf8.count)
        #expect(run?.passes(line.check) == true)
      }
    }
  }

  /// U+2010...U+2015 and all other dashes, U+3000 and U+00A0.
  @Test(arguments: [
    " ", "\u{3000}", "\u{A0}", "-", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}",
    "\u{2015}", "\u{2212}", "\u{FF0D}", "\u{30FC}", "\u{FF70}", ".", " - ", "\u{FF0E}", "\n",
    "\r\n",
  ])
  func separators(separator: String) {
    #expect(Self.groups("1234\(separator)5678") == [4, 4])
    #expect(Self.digits("１２３４\(separator)5678") == "12345678")
  }

  /// Marks that take no room on paper part no groups, wherever they stand.
  @Test(arguments: [
    "\u{200B}", "\u{200C}", "\u{200D}", "\u{200E}", "\u{200F}", "\u{202A}", "\u{202C}", "\u{202D}",
    "\u{202E}", "\u{2060}", "\u{2066}", "\u{2069}", "\u{FEFF}",
  ])
  func invisibleMarks(mark: String) {
    #expect(Self.groups("\(mark)1234\(mark)5678\(mark)") == [8])
    #expect(Self.groups(mark + "１\(mark)2-3" + mark + mark) == [2, 1])
    #expect(Self.digits(mark) == nil)
    #expect(Self.digits("12\(mark)a") == nil)
  }

  /// Blanks of other widths: U+2000...U+200A and U+202F.
  @Test(arguments: ["\u{2000}", "\u{2003}", "\u{2007}", "\u{2009}", "\u{200A}", "\u{202F}"])
  func narrowBlanks(blank: String) {
    #expect(Self.groups("1234\(blank)5678") == [4, 4])
  }

  @Test(arguments: [
    "", " ", "-", "12a", "a12", "-12", "12-", "1,234", "12/34", "1----2", "１２３ａ", "12:34", "+12",
    "'", "=\"\"", "\"", "1E5", "¥100", "①", "12\u{3001}34",
    "123456789012345678901234567890123", "1-1-1-1-1-1-1-1-1-1-1-1-1",
  ])
  func noNumbers(text: String) {
    #expect(Self.digits(text) == nil)
  }

  @Test func marksTellHowItWasWritten() {
    #expect(Self.run("12.0")?.marks == .pointZero)
    #expect(Self.run("12.5")?.marks == .dot)
    #expect(Self.run("'12")?.marks == .guarded)
    #expect(Self.run("１2")?.hadFullWidth == true)
    #expect(Self.run("1-2")?.hadSeparators == true)
    #expect(Self.run("1-2.0")?.groupCount == 3)
    #expect(Self.run("  12 \t")?.marks == [])
  }

  @Test(arguments: [
    ("1.23457E+11", 12), ("6E+11", 12), ("1.2e+15", 16), ("1.2E-5", nil), ("E+11", nil),
    ("1.2E+", nil), ("1.2E+3", nil), ("12.2E+11", nil), ("1.2E+11x", nil), (" 1.23E+11 ", 12),
  ])
  func scientific(text: String, length: Int?) {
    #expect(Self.scientificLength(text) == length)
  }

  /// Brute force over an alphabet of the bytes that matter: never a trap, and digits as a naive reader sees them.
  @Test func hostileBytes() {
    let alphabet: [[UInt8]] = [
      [0x31], [0x2D], [0x20], [0xEF], [0xBC], [0x91], [0xE3, 0x80], [0x80], [0x22], [0x3D], [0x27],
      [0xC2], [0xA0],
    ]
    var random = SeededGenerator(seed: 3)
    for _ in 0..<20_000 {
      let parts = (0..<Int.random(in: 0...9, using: &random)).map { _ in
        alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
      }
      let bytes = parts.flatMap { $0 }
      guard let run = DigitRun(bytes.span) else { continue }
      #expect((0..<run.groupCount).map { Int(run.groups[$0]) }.reduce(0, +) == run.count)
      #expect(run.count > 0)
    }
  }
}
