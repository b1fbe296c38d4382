import CScanKernels
import TestSupport
import Testing

@testable import ScanKernels

@Suite("Triage of lines")
struct LineTriageTests {
  private static func words() -> TriageWords {
    var words = TriageWords()
    words.addLatin(Array("tel".utf8).span)
    words.addLatin(Array("mynumber".utf8).span)
    words.addCalling(0x69D8, 0, 0)
    words.addCalling(0x90E8, 0x9577, 0)
    words.addCalling(0x3068, 0x7533, 0x3057)
    words.addCare(0x75C5, 0x6B74, 0)
    words.addCare(0x969C, 0x5BB3, 0)
    words.addInner(0x306E)
    words.addValue(0x751F, 0x75C5, 0x6B74)
    words.addValue(0x65, 0x6C, 0x6D)
    words.addLabelEnd(0, 0x6C0F, 0x540D)
    words.addLabelEnd(0x61, 0x6D, 0x65)
    var care = [UInt64](repeating: 0, count: 1 << 10)
    for (first, second) in [(0x75C5, 0x751F), (0x969C, 0x5BB3), (0x540D, 0x4E00)] {
      let pair = Int(tanaoroshi_pair(UInt32(first), UInt32(second)) & 0xFFFF)
      care[pair >> 6] |= 1 << UInt64(pair & 63)
    }
    words.setCareWords(care)
    return words
  }

  private static let tables = TriageTables.bytes(of: words())

  private static func lines(_ text: [UInt8], _ level: KernelLevel) -> [String] {
    let triage = LineTriage(longLine: 4_096, level: level)
    triage.begin(text.span, tables.span)
    var lines: [String] = []
    while true {
      let count = triage.next(text.span, tables.span)
      if count == 0 { break }
      for index in 0..<count {
        let line = triage.line(index)
        let candidates = line.candidates.map { triage.candidate($0) }
        lines.append(
          "\(line.number) \(line.start)..<\(line.end) \(line.flags.rawValue) \(candidates)")
      }
    }
    return lines + ["\(triage.filledLines) \(triage.articles)"]
  }

  /// Any bytes, bytes of a few words, or Japanese lines with a few other characters among them.
  private static func text(_ seed: UInt64, _ next: () -> UInt64) -> [UInt8] {
    // Every tenth text is longer than what is noted at a time.
    let count = Int(next() % (seed % 10 == 9 ? 40_000 : 700))
    let alphabet = Array("0123456789-. |\n\r@%4azTELmynumber_:=様部長、一".utf8)
    switch seed % 4 {
    case 0: return (0..<count).map { _ in UInt8(truncatingIfNeeded: next()) }
    case 1: return (0..<count).map { _ in alphabet[Int(next() % UInt64(alphabet.count))] }
    case 2:
      // Mostly lines that hold nothing, some of them empty or longer than a long one.
      let common = Array("会議資料の予定、。青空")
      let rare = ["第", "病歴", "市三", "様", "x1", " ", "𠮷"],
        ends = ["\n", "\r\n", "\n\n", "\r", "\n第一条", "\n-"]
      let ending = seed % 16 == 2 ? 2_000 : 30
      return (0..<count).flatMap { _ in
        switch next() % 400 {
        case 0: Array(rare[Int(next() % UInt64(rare.count))].utf8)
        case 1..<UInt64(400 / ending + 2):
          Array(ends[next() % 4 == 0 ? Int(next() % UInt64(ends.count)) : 0].utf8)
        default: Array(String(common[Int(next() % UInt64(common.count))]).utf8)
        }
      }
    default:
      let common = Array("会議資料第仕様部長市町生普通障害病歴山田の氏名、。ー様一七（）と申し")
      let rare = Array("\n:= 8@aé９①ｶﾞ𠮷　\u{3099}")
      return (0..<count).flatMap { _ in
        let isRare = next() % (seed % 8 < 4 ? 12 : 60) == 0
        let characters = isRare ? rare : common
        return Array(String(characters[Int(next() % UInt64(characters.count))]).utf8)
      }
    }
  }

  @Test("all kernels give the same for any bytes", arguments: 0..<200 as Range<UInt64>)
  func kernels(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let next = { generator.next() }
    let text = Self.text(seed, next)
    let expected = Self.lines(text, .portable)
    for level in KernelLevel.allCases { #expect(Self.lines(text, level) == expected) }
  }

  @Test("labels are found at each place of a block, among more words than are looked up at once")
  func labelsAnywhere() {
    let words = [
      "tel", "TEL", "hotel", "my_number", "mynumber", "mynumbers", "te l", "1tel", "MyNumb", "my",
    ]
    // Those that are labels, up to the digit behind them.
    let labelled = [true, true, false, true, true, false, true, true, false, false]
    var text: [UInt8] = []
    var expected = 0
    for number in 0..<1_000 {
      // Each line begins and each word stands at another place, over and over.
      text += Array(repeating: UInt8(ascii: number % 3 == 0 ? "." : "z"), count: number % 71)
      if number % 2 == 0 { for _ in 0..<number % 40 { text += Array(" z".utf8) } }
      text += Array(" \(words[number % 10]) 123456\n".utf8)
      if labelled[number % 10] { expected += 1 }
    }
    let portable = Self.lines(text, .portable)
    let flag = LineTriage.Flags.labelled.rawValue
    let found = portable.dropLast().filter {
      UInt32($0.split(separator: " ")[2]).map { $0 & flag != 0 } ?? false
    }
    #expect(found.count == expected)
    for level in KernelLevel.allCases { #expect(Self.lines(text, level) == portable) }
  }

  @Test(
    "runs of letters and digits are told at each place of four blocks, by what stands around them")
  func runsAnywhere() {
    // Runs, and whether they can be something by themselves.
    let runs = [
      ("2026-10-05T00:00", false), ("2026-10-05 0:00", true), ("a1234567 z", true),
      ("a1234567_z", false), ("a1234567_ z", true), ("a123456789012345 z", false),
      ("a12345678901234 z", true), (String(repeating: "abcdefg ", count: 40) + "a1234567 z", true),
      ("a-1234567890.12345678901 z", true), ("abcdefghijklmnop12345678 z", true),
      ("abcdefghijklmnopq12345678 z", false), ("09012345678 z", true), ("07012345678z z", true),
      ("03123456789 z", false), ("0312345678 z", true), ("031234567890 z", false),
      ("+81312345678 z", true), ("(312345678) z", true), ("312345678 z", false),
      ("1234567890123456789012345.6 z", true), ("12345678901234567890123456 z", false),
      ("203.0.113.9 z", true), ("1.23.45 z", false), ("203.0.113.9:8080 z", false),
      ("4111-1111-1111-1111 z", true), ("4111-1111-1111-1111%2 z", false),
    ]
    var text = Array(String(repeating: "z\n", count: 7).utf8)
    var expected: [Int] = []
    for number in 0..<runs.count * 600 {
      // Each line begins and each run stands at another place, over and over.
      text += Array(String(repeating: " z", count: number % 53).utf8)
      text += Array(number % 2 == 0 ? " ".utf8 : "  ".utf8)
      if runs[number % runs.count].1 { expected.append(number + 7) }
      text += Array("\(runs[number % runs.count].0) end of the line that is read".utf8)
      // Every second time with nothing near that is asked for as well.
      if number / runs.count % 2 == 1 { text += Array(String(repeating: " z", count: 140).utf8) }
      text.append(0x0A)
    }
    for level in KernelLevel.allCases {
      let found = Self.lines(text, level).dropLast().compactMap { line in
        Int(line.prefix { $0 != " " })
      }
      #expect(found == expected)
    }
  }

  /// Lines of ASCII with all that is told apart in them, no labels among it.
  private static func asciiText(_ next: () -> UInt64) -> [UInt8] {
    let words = [
      "abc", "INFO", "id=12345", "seq=452107568263", "203.0.113.9", "user@example.jp", "50%",
      "a%40b", "2026-01-02",
      "4111-1111-1111-1111", "---", "12345678", "-", "090-1234-5678", "0xdeadbeef", "",
    ]
    let ends = ["\n", "\r\n", "\r", "\n\n"]
    return (0..<200).flatMap { number in
      // Behind a long line others are read as behind a label.
      let many = number == 199 ? 1_000 : next() % 8 + 1
      var line = (0..<many).flatMap { _ in
        Array(words[Int(next() % (next() % 3 == 0 ? 16 : 3))].utf8) + [0x20]
      }
      if next() % 5 == 0 { line.removeLast() }
      return line + Array(ends[next() % 10 == 0 ? Int(next() % 4) : 0].utf8)
    }
  }

  @Test("many lines at once hold what each holds alone", arguments: 0..<200 as Range<UInt64>)
  func oneByOne(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let next = { generator.next() }
    // Behind lines enough not to be near a label.
    let isPlain = seed % 2 == 0
    let before = isPlain ? [] : Array(String(repeating: "x\n", count: 7).utf8)
    let text =
      before + (isPlain ? Self.text(seed * 2 + 2 - seed * 2 % 4, next) : Self.asciiText(next))
    let triage = LineTriage(longLine: 4_096)
    let tables = Self.tables
    /// Line, place, flags and candidates of each line given; how many are not empty, and articles.
    func lines(_ text: [UInt8], _ offset: Int) -> (given: [[Int]], totals: [Int]) {
      var lines: [[Int]] = []
      triage.begin(text.span, tables.span)
      while case let count = triage.next(text.span, tables.span), count > 0 {
        for index in 0..<count {
          let line = triage.line(index)
          let candidates = line.candidates.flatMap { number in
            let (place, kind) = triage.candidate(number)
            return [place + offset, Int(kind.rawValue)]
          }
          lines.append(
            [offset + line.start, offset + line.end, Int(line.flags.rawValue)] + candidates)
        }
      }
      return (lines, [triage.filledLines, triage.articles])
    }
    var expected: [[Int]] = []
    var totals = [isPlain ? 0 : 7, 0]
    var start = before.count
    func take(_ end: Int) {
      let alone = lines(before + text[start..<end], start - before.count)
      expected += alone.given
      totals = [totals[0] + alone.totals[0] - (isPlain ? 0 : 7), totals[1] + alone.totals[1]]
      start = end + 1
    }
    for place in before.count..<text.count where text[place] == 0x0A || text[place] == 0x0D {
      if text[place] == 0x0A, place > 0, text[place - 1] == 0x0D {
        start = place + 1
      } else {
        take(place)
      }
    }
    take(text.count)
    let found = lines(text, 0)
    // Behind what may be a label (two digits apart) lines are read that would not be alone.
    let labelled =
      expected.firstIndex { $0[2] & Int(TANAOROSHI_LABELLED) != 0 && !isPlain } ?? expected.count
    #expect(found.given.prefix(labelled) == expected.prefix(labelled))
    #expect(found.totals == totals)
  }

  @Test(
    "what is passed over, and what is not",
    arguments: [
      ("INFO [worker-7] seq=452107568263 took=600ms status=200", false),
      ("INFO seq=012345678901 x", false), ("my_number=796557374700", true), ("tel 123456", true),
      ("hotel 123456 rooms are free today", false), ("a 4111-1111-1111-1111 b", true),
      ("203.0.113.9 GET /index", true), ("123456789012", true),
      ("call 09012345678 now please", true),
      ("user@example", true), ("50% of all", false), ("user%40example", true), ("", false),
      ("山田様", true), ("仕様書を確認", false), ("営業部長は", true),
      ("予算と申請を確認", false), ("市場と市場が三つ、市場", false), ("川市と三つ", true), ("障害がある。病歴を", false),
      ("障害と病生。", false), ("障害の病生。", true), ("山田と申します", true), ("山田と申\u{3099}", true),
    ])
  func passing(text: String, isKept: Bool) {
    #expect((Self.lines(Array(text.utf8), .best).count > 1) == isKept, "\(text)")
  }

  @Test("flags are numbered as in C")
  func flags() {
    let numbers: [(LineTriage.Flags, Int)] = [
      (.numbers, TANAOROSHI_NUMBERS), (.tokens, TANAOROSHI_TOKENS), (.mail, TANAOROSHI_MAIL),
      (.odd, TANAOROSHI_ODD), (.born, TANAOROSHI_BORN), (.account, TANAOROSHI_ACCOUNT),
      (.digits, TANAOROSHI_DIGITS), (.short, TANAOROSHI_SHORT), (.long, TANAOROSHI_LONG),
      (.labelled, TANAOROSHI_LABELLED), (.full, TANAOROSHI_FULL), (.valued, TANAOROSHI_VALUED),
      (.below, TANAOROSHI_BELOW),
      (.high, TANAOROSHI_HIGH),
    ]
    for (flag, number) in numbers { #expect(Int(flag.rawValue) == number) }
  }
}
