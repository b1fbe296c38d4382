import CScanKernels
import Testing

@testable import ScanKernels

@Suite("Triage of lines")
struct LineTriageTests {
  private static func words() -> TriageWords {
    var words = TriageWords()
    words.addLatin(Array("tel".utf8).span)
    words.addLatin(Array("mynumber".utf8).span)
    words.addCalling(0x69D8, 0)
    words.addCalling(0x90E8, 0x9577)
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

  @Test("all kernels give the same for any bytes", arguments: 0..<200 as Range<UInt64>)
  func kernels(seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    func next() -> UInt64 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state
    }
    let alphabet = Array("0123456789-. |\n\r@%4azTELmynumber_:=様部長、一".utf8)
    let isAny = seed % 4 == 0
    let text = (0..<Int(next() % 700)).map { _ in
      isAny ? UInt8(truncatingIfNeeded: next()) : alphabet[Int(next() % UInt64(alphabet.count))]
    }
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
