import Inventory
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

  @Test("cells of a column give the same as their hashes one by one", arguments: 1...40)
  func columns(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    func next(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &generator) }
    let hash = CountingHash(key: (seed, 77))
    var (one, many) = (DistinctCounter(), DistinctCounter())
    for _ in 0..<20 {
      var text: [UInt8] = []
      var cells: [RowBlock.Cell] = []
      for _ in 0..<(1 + next(300)) {
        let start = text.count
        // Of all lengths around a word, few enough kinds to come again.
        let length = next(20)
        let letter = UInt8(0x61 + next(3))
        for index in 0..<length { text.append(index == length / 2 ? letter : 0x78) }
        cells.append(RowBlock.Cell(start: UInt32(start), end: UInt32(text.count)))
      }
      let stride = 1 + next(3)
      let first = next(min(stride, cells.count))
      let count = (cells.count - first + stride - 1) / stride
      var expected: [RowBlock.Cell] = []
      for index in 0..<count {
        let cell = cells[first + index * stride]
        guard cell.start < cell.end else { continue }
        if one.insert(hash.hash(text.span, Int(cell.start), Int(cell.end))) {
          expected.append(cell)
        }
      }
      let found = many.insert(
        text.span, cells.span, first: first, stride: stride, count: count, hash)
      #expect(found.map(\.start) == expected.map(\.start))
      #expect(found.map(\.end) == expected.map(\.end))
      #expect(many.count == one.count)
    }
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
