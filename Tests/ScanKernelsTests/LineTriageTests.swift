import CScanKernels
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
    words.addCare(0x75C5, 0x6B74)
    words.addCare(0x969C, 0x5BB3)
    words.addValue(0x751F, 0x75C5)
    words.addLabelEnd(0x540D)
    var care = [UInt64](repeating: 0, count: 1 << 10)
    for (first, second) in [(0x75C5, 0x751F), (0x969C, 0x5BB3), (0x540D, 0x4E00)] {
      let pair = Int(tanaoroshi_pair(UInt32(first), UInt32(second)) & 0xFFFF)
      care[pair >> 6] |= 1 << UInt64(pair & 63)
    }
    words.setCareWords(care)
    return words
  }

  private static func lines(_ text: [UInt8], _ level: KernelLevel) -> [String] {
    let triage = LineTriage(words(), longLine: 4_096, level: level)
    triage.begin(text.span)
    var lines: [String] = []
    while true {
      let count = triage.next(text.span)
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
    default:
      let common = Array("会議資料仕様部長市町生普通障害病歴山田の氏名、。ー様一七（）と申し")
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
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    func next() -> UInt64 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state
    }
    let text = Self.text(seed, next)
    let expected = Self.lines(text, .portable)
    for level in KernelLevel.allCases { #expect(Self.lines(text, level) == expected) }
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
      ("予算と申請を確認", false), ("山田と申します", true), ("山田と申\u{3099}", true),
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
    ]
    for (flag, number) in numbers { #expect(Int(flag.rawValue) == number) }
  }
}
