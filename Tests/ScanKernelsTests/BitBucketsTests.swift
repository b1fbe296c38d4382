import TestSupport
import Testing

@testable import ScanKernels

@Suite("Items parted into buckets by their bits")
struct BitBucketsTests {
  private static func passes(_ item: [UInt8], _ tables: [UInt8], _ groups: Int) -> Bool {
    (0..<groups).contains { group in
      item.indices.reduce(0xFF as UInt8) { buckets, place in
        buckets & tables[(group * item.count + place) * 64 + Int(item[place])]
      } != 0
    }
  }

  @Test("Every item stands in a bucket, and few others do", arguments: [1, 2, 3])
  func parts(groups: Int) {
    var random = SeededGenerator(seed: UInt64(groups))
    func item() -> [UInt8] { (0..<6).map { _ in UInt8.random(in: 0..<64, using: &random) } }
    let (items, together) = ((0..<300).map { _ in item() }, (0..<20).map { _ in item() })
    let buckets = BitBuckets(items, length: 6, together: together, count: groups * 8, rounds: 2)
    let tables = buckets.tables
    #expect(tables.count == groups * 6 * 64)
    let standing = (items + together).count { Self.passes($0, tables, groups) }
    #expect(standing == 320)
    let others = (0..<2_000).count { _ in Self.passes(item(), tables, groups) }
    #expect(others < 400 / groups)
  }

  @Test("Items that are alike share a bucket: no other passes")
  func joinsWhatIsAlike() {
    var items: [[UInt8]] = []
    for group in UInt8(0)..<8 {
      for last in UInt8(0)..<8 { items.append([group * 3, group * 5, last * 7]) }
    }
    let tables = BitBuckets(items, length: 3, together: [], count: 8, rounds: 2).tables
    var wrong: [[UInt8]] = []
    for first in UInt8(0)..<64 {
      for second in UInt8(0)..<64 where second % 5 == 0 {
        let item = [first, second, 14]
        if Self.passes(item, tables, 1) != items.contains(item) { wrong.append(item) }
      }
    }
    #expect(wrong.isEmpty)
  }

  @Test("Without items nothing passes")
  func empty() {
    let tables = BitBuckets([], length: 3, together: [], count: 16, rounds: 2).tables
    #expect(tables == Array(repeating: 0, count: 2 * 3 * 64))
  }
}
