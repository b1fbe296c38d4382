import TestSupport
import Testing

@testable import Detecting

@Suite("Numbers by hashes")
struct HashSlotsTests {
  @Test("are those of a dictionary, with and without room made before", arguments: [0, 3, 5_000])
  func likeADictionary(room: Int) {
    var random = SeededGenerator(seed: UInt64(room) + 7)
    var slots = HashSlots()
    slots.reserve(room)
    var expected: [UInt64: Int] = [:]
    #expect(slots[9] == nil)
    for number in 0..<4_000 {
      // Few high bits, so that many fall on the same slot.
      let hash = UInt64.random(in: 1...2_000, using: &random) << UInt64(number % 3 * 20)
      #expect(slots[hash] == expected[hash])
      slots[hash] = number
      expected[hash] = number
    }
    for (hash, number) in expected { #expect(slots[hash] == number) }
    #expect(slots[3_000] == nil)
  }

  @Test("a hash of 0 is one like any other")
  func zero() {
    var slots = HashSlots()
    slots[0] = 5
    #expect(slots[0] == 5)
  }
}
