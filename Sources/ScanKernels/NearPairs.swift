internal import CScanKernels

/// Small tables that tell which pairs of characters of three bytes may be worth a look, and which characters are by themselves.
///
/// A kernel asks them sixty-four characters at a time. Pairs are parted into buckets; a table says for six bits of a character
/// in which buckets one that has them stands. So a pair may pass that is none of those given, never the other way round:
/// pairs that are alike share a bucket, so that few do.
enum NearPairs {
  /// Bytes of all tables.
  static let size = (pairGroups * 6 + singleGroups * 3) * 64

  private static let pairGroups = Int(TANAOROSHI_NEAR_GROUPS)
  private static let singleGroups = Int(TANAOROSHI_SINGLE_GROUPS)
  /// How often each pair may move to a better bucket.
  private static let rounds = 3

  /// The tables, as `tanaoroshi_words.near_pairs`.
  ///
  /// - Parameters:
  ///   - characters: As `tanaoroshi_words.characters`.
  ///   - pairs: As `tanaoroshi_words.pairs`.
  static func tables(characters: [UInt32], pairs: [UInt8]) -> [UInt8] {
    let units = characters.indices.filter { $0 >= 0x800 && !(0xD800..<0xE000).contains($0) }
    let any = UInt32(TANAOROSHI_ANY)
    let seconds = units.map { (unit: $0, bits: characters[$0] >> UInt32(TANAOROSHI_SECOND)) }
    let firsts = units.filter { characters[$0] & (any - 1) != 0 }
    var known: [[UInt8]] = []
    var behindLabels: [[UInt8]] = []
    for second in seconds where second.bits & any == 0 && second.bits & (any - 1) != 0 {
      let isGap = second.unit == 0x3000 || second.bits & UInt32(TANAOROSHI_LABEL_END) != 0
      for first in firsts where characters[first] & second.bits & (any - 1) != 0 {
        let pair = tanaoroshi_pair(UInt32(first), UInt32(second.unit)) & 0xFFFF
        if isGap {
          behindLabels.append(bits(first) + bits(second.unit))
        } else if pairs[Int(pair)] != 0 {
          known.append(bits(first) + bits(second.unit))
        }
      }
    }
    let singles = seconds.filter { $0.bits & any != 0 }.map { bits($0.unit) }
    let ofPairs = BitBuckets(
      known, length: 6, together: behindLabels, count: pairGroups * 8, rounds: rounds)
    let ofSingles = BitBuckets(
      singles, length: 3, together: [], count: singleGroups * 8, rounds: rounds)
    return ofPairs.tables + ofSingles.tables
  }

  /// The bits by which a table is asked for a character: of its second byte, of its third, of all.
  private static func bits(_ unit: Int) -> [UInt8] {
    [UInt8(unit >> 6 & 0x3F), UInt8(unit & 0x3F), UInt8(tanaoroshi_mixed(UInt32(unit)))]
  }
}
