/// A set of words with a number beside each, searched in place by hash.
///
/// Only a fingerprint of each word is stored: 32 bits beside the slot that its hash leads to, so that a word that
/// is not in the table is taken for one that is once in a thousand million times. Words are folded
/// (NFKC, lower case, `variants.txt`) and hashed over their UTF-16 units; `Scripts/build-words` writes
/// the file, larger fingerprints first along a chain of full slots: `WORD`, slots, bytes of a value, longest word, words; 8 KiB of bits for the first two units of words,
/// 8 KiB for the last two; slots of a fingerprint (0: empty) and a value.
///
/// Public, since only public code is inlined into other modules: a call for each unit would cost more than the work.
public struct WordTable: Sendable {
  @usableFromInline let bytes: BundledBytes
  @usableFromInline let slots: UInt64
  @usableFromInline let isWide: Bool
  @usableFromInline let keys: Int
  /// Bytes of a slot: fingerprint and value.
  @usableFromInline let width: Int
  /// Units of the longest word.
  public let longest: Int
  /// Words held.
  public let count: Int

  /// Opens an embedded file by its path below `Patterns/`; without it the table is empty.
  public init(_ name: String) {
    bytes = BundledBytes(name)
    keys = 20 + 8192 + 8192
    guard bytes.count > keys else {
      slots = 0
      isWide = false
      width = 6
      longest = 0
      count = 0
      return
    }
    slots = UInt64(bytes.uint32(at: 4))
    isWide = bytes.uint32(at: 8) == 4
    longest = Int(bytes.uint32(at: 12))
    count = Int(bytes.uint32(at: 16))
    width = isWide ? 8 : 6
  }

  /// The hash of no units; extend it with ``mix(_:_:)``.
  @inlinable @inline(__always) public static var seed: UInt64 { 0xCBF2_9CE4_8422_2325 }

  /// The hash of a word and one more unit behind it.
  @inlinable @inline(__always)
  public static func mix(_ hash: UInt64, _ unit: UInt16) -> UInt64 {
    let product = (hash ^ UInt64(unit)) &* 0x9E37_79B9_7F4A_7C15
    return product ^ (product >> 29)
  }

  /// The number beside the word of this hash; 0 when it is not there.
  @inline(__always)
  public subscript(_ hash: UInt64) -> UInt32 {
    guard slots > 0 else { return 0 }
    let key = max(UInt32(truncatingIfNeeded: hash), 1)
    var slot = ((hash >> 32) &* slots) >> 32
    while true {
      let found = bytes.uint32(at: keys &+ width &* Int(slot))
      if found == key { break }
      // Chains are in falling order; 0 is an empty slot.
      if found < key { return 0 }
      slot &+= 1
      if slot == slots { slot = 0 }
    }
    let value = keys &+ width &* Int(slot) &+ 4
    return isWide ? bytes.uint32(at: value) : UInt32(bytes.uint16(at: value))
  }

  /// Whether any word begins with the two units of this hash (or is one unit of it).
  @inlinable @inline(__always)
  public func mayBegin(_ pair: UInt64) -> Bool {
    slots > 0 && bit(pair, at: 20)
  }

  /// Whether any word ends with the two units of this hash (or is one unit of it).
  @inlinable @inline(__always)
  public func mayEnd(_ pair: UInt64) -> Bool {
    slots > 0 && bit(pair, at: 20 + 8192)
  }

  @inlinable @inline(__always)
  func bit(_ pair: UInt64, at start: Int) -> Bool {
    let place = Int((pair >> 40) & 0xFFFF)
    return bytes[start &+ (place >> 3)] >> UInt8(place & 7) & 1 == 1
  }
}
