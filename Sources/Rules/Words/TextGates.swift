/// Which characters and pairs of characters in a line make a reader of text look closer.
///
/// A bit set may say yes to a pair that no word has, never no to one that a word has. `Scripts/build-words` writes the
/// four sets of 8 KiB. Public for the same reason as ``WordTable``.
public struct TextGates: Sendable {
  @usableFromInline let bytes = BundledBytes("words/gates.bin")

  /// The sets that are embedded.
  public static let shared = TextGates()

  package init() {}

  /// Whether the sets are there; without them every text is looked at.
  @inlinable public var isEmpty: Bool { bytes.count != 4 * 8192 }

  /// The number of a pair in the sets below.
  @inlinable @inline(__always)
  public static func place(_ first: UInt16, _ second: UInt16) -> Int {
    let mixed = UInt32(first) &* 0x9E37_79B1 &+ UInt32(second) &* 0x85EB_CA77
    return Int(mixed >> 16)
  }

  @inlinable @inline(__always)
  func bit(_ number: Int, _ set: Int) -> Bool {
    bytes[set &* 8192 &+ (number >> 3)] >> UInt8(number & 7) & 1 == 1
  }

  /// Whether the unit is an honorific or post by itself: 様, 氏.
  @inlinable @inline(__always)
  public func isHonorific(_ unit: UInt16) -> Bool { bit(Int(unit), 0) }

  /// Whether an honorific, a post or a usual family name may begin with the pair.
  @inlinable @inline(__always)
  public func mayBeginName(_ place: Int) -> Bool { bit(place, 1) }

  /// Whether the label of a name may end with the pair.
  @inlinable @inline(__always)
  public func mayEndLabel(_ place: Int) -> Bool { bit(place, 2) }

  /// Whether a word of special care may begin with the pair.
  @inlinable @inline(__always)
  public func mayBeginCare(_ place: Int) -> Bool { bit(place, 3) }

  /// As ``mayBeginCare(_:)`` for 64 numbers of pairs, of which the lowest bit is for `word * 64`.
  public func careWords(_ word: Int) -> UInt64 {
    (0..<8).reduce(0) { $0 | UInt64(bytes[3 * 8192 + word * 8 + $1]) << UInt64($1 * 8) }
  }
}
