internal import CScanKernels

/// The tables of ``TriageWords`` one behind the other, as ``LineTriage`` takes them.
///
/// Two numbers of 32 bits (nodes of the trie, whether patterns of the organisation may match any word), then the tables in the
/// order of `tanaoroshi_words`, all as the processor has them in memory: a file of them is used where it lies.
package enum TriageTables {
  /// What their first byte must be aligned to.
  package static let alignment = 8

  private static let head = 8
  private static let characters = (1 << 16) * 4
  private static let pairs = 1 << 16
  private static let set = 1 << 13
  private static let sets = 6
  private static let near = NearPairs.size
  private static let node = 64

  /// All bytes without the trie.
  private static let fixed = head + characters + pairs + sets * set + near

  /// The tables of some words.
  package static func bytes(of words: TriageWords) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(fixed + words.latinNodes * node)
    append([UInt32(words.latinNodes), words.hasOwnPatterns ? 1 : 0], to: &bytes)
    append(words.characters, to: &bytes)
    bytes += words.pairs
    for set in [
      words.careWords, words.longCallings, words.labelBeginnings, words.labelEnds,
      words.latinBeginnings, words.latinWholes,
    ] {
      append(set, to: &bytes)
    }
    bytes += NearPairs.tables(characters: words.characters, pairs: words.pairs)
    append(Array(words.latin.prefix(words.latinNodes * 32)), to: &bytes)
    return bytes
  }

  private static func append<Number: FixedWidthInteger>(
    _ numbers: [Number], to bytes: inout [UInt8]
  ) {
    for number in numbers {
      for shift in stride(from: 0, to: Number.bitWidth, by: 8) {
        bytes.append(UInt8(truncatingIfNeeded: number >> shift))
      }
    }
  }

  /// Lends the tables in bytes to a kernel.
  static func withPointers<Result>(
    _ tables: Span<UInt8>, _ body: (UnsafePointer<tanaoroshi_words>) -> Result
  ) -> Result {
    // Safety: the size is checked before any table is pointed to, the first byte is aligned for all of them, and none is kept.
    unsafe tables.withUnsafeBytes { bytes in
      precondition(bytes.count >= fixed)
      let nodes = unsafe Int(bytes.load(as: UInt32.self))
      precondition(bytes.count == fixed + nodes * node)
      func table<Number>(_ offset: Int, _ type: Number.Type) -> UnsafePointer<Number>? {
        unsafe bytes.baseAddress.map { unsafe ($0 + offset).assumingMemoryBound(to: type) }
      }
      func set(_ number: Int) -> UnsafePointer<UInt64>? {
        unsafe table(head + characters + pairs + number * self.set, UInt64.self)
      }
      var words = unsafe tanaoroshi_words(
        characters: table(head, UInt32.self), pairs: table(head + characters, UInt8.self),
        care_words: set(0), long_callings: set(1), label_beginnings: set(2), label_ends: set(3),
        latin: table(fixed, UInt16.self), latin_beginnings: set(4), latin_wholes: set(5),
        near_pairs: table(fixed - near, UInt8.self),
        latin_nodes: nodes, own_patterns: bytes[4] == 0 ? 0 : 1)
      return unsafe body(&words)
    }
  }
}
