import TestSupport
import Testing

@testable import Detecting

@Suite struct WordHashesTests {
  @Test(arguments: [0, 1, 7, 100, 20_000])
  func holdsWhatWasPutIntoItAndNothingElse(_ count: Int) {
    var random = SeededGenerator(seed: UInt64(count))
    var hashes = WordHashes(room: 16)
    var reference: Set<UInt64> = []
    for index in 0..<count {
      // Neighbours share their slots.
      let hash = index % 3 == 0 ? UInt64(index) : random.next()
      hashes.insert(hash)
      hashes.insert(hash)
      // 0 stands for an empty slot and is taken for 1.
      reference.insert(max(hash, 1))
    }
    #expect(reference.allSatisfy(hashes.contains))
    for _ in 0..<10_000 {
      let other = random.next() >> UInt64.random(in: 0..<64, using: &random)
      #expect(hashes.contains(other) == reference.contains(max(other, 1)))
    }
  }
}
