import CScanKernels
import TestSupport
import Testing

@testable import ScanKernels

@Suite("Tables of pairs that may be worth a look")
struct NearPairsTests {
  private static func words() -> TriageWords {
    var words = TriageWords()
    let callings = ["様", "部長", "課長代理", "と申し", "ﾌﾞﾁｮｳ"].map { Array($0.utf16) + [0, 0] }
    for calling in callings { words.addCalling(calling[0], calling[1], calling[2]) }
    for label in ["病歴", "障害の", "アレルギー", "既往歴"].map({ Array($0.utf16) + [0] }) {
      words.addCare(label[0], label[1], label[2])
    }
    words.addLabelEnd(0, 0x6C0F, 0x540D)
    return words
  }

  /// Whether the tables let the second of two characters pass, as the kernel asks them.
  private static func passes(_ first: Int, _ second: Int, _ tables: [UInt8]) -> Bool {
    func buckets(_ unit: Int, _ table: Int) -> UInt8 {
      let bits = [unit >> 6 & 0x3F, unit & 0x3F, Int(tanaoroshi_mixed(UInt32(unit)))]
      return (0..<3).reduce(0xFF) { $0 & tables[(table + $1) * 64 + bits[$1]] }
    }
    let groups = Int(TANAOROSHI_NEAR_GROUPS)
    let pairs = (0..<groups).contains {
      buckets(first, $0 * 6) & buckets(second, $0 * 6 + 3) != 0
    }
    let singles = (0..<Int(TANAOROSHI_SINGLE_GROUPS)).contains {
      buckets(second, groups * 6 + $0 * 3) != 0
    }
    return pairs || singles
  }

  @Test("No pair that is worth a look is kept back")
  func keepsNothingBack() {
    let words = Self.words()
    let tables = NearPairs.tables(characters: words.characters, pairs: words.pairs)
    #expect(tables.count == NearPairs.size)
    let firsts = (0x800..<0x10000).filter { words.characters[$0] & 0x7FF != 0 }
    let seconds = (0x800..<0x10000).filter { words.characters[$0] >> 20 != 0 }
    #expect(firsts.count > 10)
    var worth = 0
    var keptBack: [[Int]] = []
    for second in seconds {
      for first in firsts + [0x3042, 0x4E00] {
        let meeting = words.characters[first] & words.characters[second] >> 20
        let pair = tanaoroshi_pair(UInt32(first), UInt32(second)) & 0xFFFF
        guard
          meeting & 0x800 != 0 || meeting & 0x400 != 0
            || meeting & 0x3FF != 0 && (words.pairs[Int(pair)] != 0 || second == 0x3000)
        else { continue }
        worth += 1
        if !Self.passes(first, second, tables) { keptBack.append([first, second]) }
      }
    }
    #expect(worth > 100)
    #expect(keptBack.isEmpty)
  }

  @Test("Most pairs of kanji and kana are kept back")
  func keepsMostBack() {
    let words = Self.words()
    let tables = NearPairs.tables(characters: words.characters, pairs: words.pairs)
    var random = SeededGenerator(seed: 5)
    let passing = (0..<4_000).count { _ in
      Self.passes(
        Int.random(in: 0x3041...0x9FA0, using: &random),
        Int.random(in: 0x3041...0x9FA0, using: &random), tables)
    }
    #expect(passing < 120)
  }
}
