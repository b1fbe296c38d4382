/// Items of some numbers below 64 each, parted into buckets so that few others have numbers of one bucket throughout.
///
/// The fewer numbers a bucket has at each place of an item, the fewer others it lets pass: their product is what a bucket costs.
struct BitBuckets {
  private let items: [[UInt8]]
  private var members: [[Int]]
  /// Of each bucket, for each place of an item, a bit for each number that stands there.
  private var masks: [[UInt64]]

  /// Parts items.
  ///
  /// - Parameters:
  ///   - items: Each of `length` numbers.
  ///   - together: Others that are to be in the first bucket.
  ///   - count: Number of buckets, a multiple of 8.
  ///   - rounds: How often each item is put into the bucket that is best for it once the others have theirs.
  init(_ items: [[UInt8]], length: Int, together: [[UInt8]], count: Int, rounds: Int) {
    self.items = items + together
    members = Array(repeating: [], count: count)
    members[0] = Array(self.items.indices.dropFirst(items.count))
    masks = Array(repeating: Array(repeating: 0, count: length), count: count)
    fill(0)
    var places = items.indices.map { put($0) }
    for _ in 0..<rounds {
      let before = places
      for item in items.indices {
        members[places[item]].removeAll { $0 == item }
        fill(places[item])
        places[item] = put(item)
      }
      if places == before { break }
    }
  }

  /// For each eight buckets and each place of an item 64 bytes: the buckets in which a number stands, one bit each.
  var tables: [UInt8] {
    var tables: [UInt8] = []
    for group in stride(from: 0, to: masks.count, by: 8) {
      for place in masks[group].indices {
        for number in 0..<UInt64(64) {
          var buckets: UInt8 = 0
          for bucket in 0..<8 where masks[group + bucket][place] >> number & 1 != 0 {
            buckets |= 1 << UInt8(bucket)
          }
          tables.append(buckets)
        }
      }
    }
    return tables
  }

  /// Gathers the numbers of a bucket anew.
  private mutating func fill(_ bucket: Int) {
    for place in masks[bucket].indices {
      masks[bucket][place] = members[bucket].reduce(0) { $0 | 1 << UInt64(items[$1][place]) }
    }
  }

  /// Puts an item where it costs least; the bucket.
  private mutating func put(_ item: Int) -> Int {
    var best = (cost: Double.infinity, bucket: 0)
    for bucket in masks.indices {
      let cost = cost(of: bucket, with: items[item]) - self.cost(of: bucket, with: nil)
      if cost < best.cost { best = (cost, bucket) }
    }
    members[best.bucket].append(item)
    for place in masks[best.bucket].indices {
      masks[best.bucket][place] |= 1 << UInt64(items[item][place])
    }
    return best.bucket
  }

  private func cost(of bucket: Int, with item: [UInt8]?) -> Double {
    var cost = 1.0
    for (place, mask) in masks[bucket].enumerated() {
      let more: UInt64 = item.map { 1 << UInt64($0[place]) } ?? 0
      cost *= Double((mask | more).nonzeroBitCount)
    }
    return cost
  }
}
