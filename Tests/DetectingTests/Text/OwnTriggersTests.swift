import Rules
import Testing

@testable import Detecting

@Suite("Triggers of an organisation's expressions")
struct OwnTriggersTests {
  private static func literal(_ words: String...) -> RulePattern.Trigger {
    .literals(words.map { Array($0.utf8) })
  }

  @Test(arguments: [
    ("ZQX", "user ZQX-KJHGFD logged in", true), ("ZQX", "ＺＱＸ－ＫＪＨＧＦＤ", true), ("ZQX", "zqx", false),
    ("ZQX", "ZＱX", true), ("ZQX", "ＺQX", true), ("ZQX", "Z QX", false), ("Z", "aＺ", true),
    ("整理No", "整理Ｎｏ．12", true), ("整理No", "整 理", false), ("ガス", "ｶﾞｽ番号", true), ("ガス", "カス", false),
    ("パ", "ﾊﾟ", true), ("ミナト", "ﾐﾅﾄ", true), ("ミナト", "みなと", false), ("@", "a＠b", true),
    ("", "anything", false),
  ])
  func standing(_ word: String, _ text: String, _ stands: Bool) {
    let mayStand = OwnTriggers([Self.literal(word)]).mayStand(in: Array(text.utf8).span)
    #expect(mayStand == stands)
  }

  @Test(arguments: [("a@b", true), ("a＠b", true), ("a b", false), ("", false)])
  func signs(_ text: String, _ stands: Bool) {
    let mayStand = OwnTriggers([.at]).mayStand(in: Array(text.utf8).span)
    #expect(mayStand == stands)
  }

  @Test func noTriggerStandsEverywhere() {
    let always = OwnTriggers([.none])
    let text: [UInt8] = [0x61]
    let nothing: [UInt8] = []
    let standsInText = always.mayStand(in: text.span)
    let standsInNothing = always.mayStand(in: nothing.span)
    #expect(standsInText && !standsInNothing)
    #expect(OwnTriggers([]).isEmpty)
    #expect(!always.isEmpty)
  }

  @Test("windows hold the triggers with what is around them, lie apart, and cut no word")
  func windows() {
    let filler = String(repeating: "予定 abc, ", count: 100)
    let text = Array("ZQX-1 \(filler)ZQX-2 ZQX-3 \(filler)\(filler)end ZQX".utf8)
    let windows = OwnTriggers.windows(of: Self.literal("ZQX", "none"), in: text.span)
    #expect(windows.count == 3)
    var last = -1
    for window in windows {
      #expect(window.lowerBound > last)
      last = window.upperBound
      let piece = Array(text[window])
      #expect(String(validating: piece, as: UTF8.self)?.contains("ZQX") == true)
      for cut in [window.lowerBound, window.upperBound] where cut > 0 && cut < text.count {
        #expect(
          !(NumberToken.isAlphanumeric(text[cut]) && NumberToken.isAlphanumeric(text[cut - 1])))
      }
    }
    #expect(windows.first?.lowerBound == 0)
    #expect(windows.last?.upperBound == text.count)
    let everywhere = OwnTriggers.windows(of: .none, in: text.span)
    #expect(everywhere == [0..<text.count])
    let nowhere = OwnTriggers.windows(of: Self.literal("nowhere"), in: text.span)
    #expect(nowhere.isEmpty)
    let joined = [UInt8](repeating: 0x5A, count: 3_000)
    let all = OwnTriggers.windows(of: Self.literal("Z"), in: joined.span)
    #expect(all == [0..<3_000])
  }
}
