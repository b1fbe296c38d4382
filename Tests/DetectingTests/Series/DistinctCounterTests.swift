import TestSupport
import Testing

@testable import Detecting

@Suite("Counting distinct values")
struct DistinctCounterTests {
  @Test("agrees with a set, whatever the order and the repetitions")
  func againstSet() {
    var generator = SeededGenerator(seed: 20_261_125)
    var counter = DistinctCounter()
    var reference: Set<UInt64> = []
    for _ in 0..<20_000 {
      let value = generator.next() % 5_000 + 1
      #expect(counter.insert(value) == reference.insert(value).inserted)
    }
    #expect(counter.count == reference.count)
  }

  @Test("the hash of a range does not depend on what stands around it")
  func hashOfRange() {
    let hash = CountingHash(key: (1, 2))
    let text = Array("xx山田太郎yy山田太郎".utf8)
    let length = "山田太郎".utf8.count
    let first = hash.hash(text.span, 2, 2 + length)
    let second = hash.hash(text.span, 4 + length, 4 + 2 * length)
    #expect(first == second)
    #expect(first != hash.hash(text.span, 2, 1 + length))
  }

  @Test("another key gives other hashes")
  func keyed() {
    let text = Array("123456789018".utf8)
    let one = CountingHash(key: (1, 2)).hash(text.span, 0, text.count)
    let other = CountingHash(key: (3, 4)).hash(text.span, 0, text.count)
    #expect(one != other)
  }
}
