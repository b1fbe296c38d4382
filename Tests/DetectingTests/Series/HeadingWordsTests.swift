import Inventory
import Rules
import TestSupport
import Testing

@testable import Detecting

/// Heading words as written, against a plain set of their spellings.
@Suite struct HeadingWordsTests {
  private static let made: (words: HeadingWords, spellings: Set<[UInt8]>, others: Set<[UInt8]>)? = {
    guard let rules = DetectionHarness.rules else { return nil }
    let labels = RuleIndex(rules.rules).labels
    var spellings: Set<[UInt8]> = []
    var others: Set<[UInt8]> = []
    labels.forEachSpelling { word, bytes, range in
      let spelling = range.map { bytes[$0] }
      if labels.sense(of: word).isHeading {
        spellings.insert(spelling)
      } else {
        others.insert(spelling)
      }
    }
    return (HeadingWords(labels), spellings, others)
  }()

  private func contains(_ words: HeadingWords, _ bytes: [UInt8]) -> Bool {
    // Within a text, whose other bytes do not count.
    let text = [0x61, 0xE6] + bytes + [0x62, 0xB0]
    return words.contains(text.span, 2, 2 + bytes.count)
  }

  @Test func holdsAllSpellingsOfHeadings() throws {
    let made = try #require(Self.made)
    #expect(made.spellings.count > 5_000)
    for spelling in made.spellings { #expect(contains(made.words, spelling)) }
    for spelling in made.others.subtracting(made.spellings) {
      #expect(!contains(made.words, spelling))
    }
    #expect(!contains(made.words, []))
  }

  @Test func holdsNothingElse() throws {
    let made = try #require(Self.made)
    var random = SeededGenerator(seed: 26)
    let spellings = made.spellings.sorted { $0.lexicographicallyPrecedes($1) }
    for _ in 0..<100_000 {
      var other = spellings[Int.random(in: spellings.indices, using: &random)]
      switch Int.random(in: 0..<4, using: &random) {
      case 0: other[Int.random(in: other.indices, using: &random)] ^= 0x20
      case 1: other.remove(at: Int.random(in: other.indices, using: &random))
      case 2: other.append(other[Int.random(in: other.indices, using: &random)])
      default:
        other[Int.random(in: other.indices, using: &random)] = UInt8.random(
          in: 0...255, using: &random)
      }
      #expect(contains(made.words, other) == made.spellings.contains(other))
    }
  }
}
