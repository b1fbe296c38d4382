internal import CPatterns

/// A number that tells whether the packs are the same as at another time.
///
/// It guards against forgetting, not against anybody: the packs are compiled into the program either way.
enum BundledFingerprint {
  /// That of the embedded packs, whose bytes are read in place.
  static func ofPacks() -> UInt64 {
    var state = seed
    for index in 0..<tanaoroshi_embedded_count() {
      let file = unsafe tanaoroshi_embedded(index)
      // Safety: names are NUL-terminated constants.
      let name = unsafe String(cString: file.name)
      guard BundledFiles.isPack(name) else { continue }
      add(Array(name.utf8).span, to: &state)
      // Safety: the bytes are constants of the program, and the count is theirs.
      unsafe add(Span(_unsafeStart: file.bytes, count: file.count), to: &state)
    }
    return state
  }

  /// That of packs in the order of the embedded ones.
  static func of(_ packs: [PackFile]) -> UInt64 {
    var state = seed
    for pack in packs {
      add(Array(pack.name.utf8).span, to: &state)
      add(pack.bytes.span, to: &state)
    }
    return state
  }

  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  private static func add(_ bytes: Span<UInt8>, to state: inout UInt64) {
    var index = 0
    while index + 8 <= bytes.count {
      // Safety: eight bytes lie there; every pattern of bits is an integer.
      let word = unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
      mix(UInt64(littleEndian: word), into: &state)
      index += 8
    }
    while index < bytes.count {
      mix(UInt64(bytes[index]), into: &state)
      index += 1
    }
    mix(UInt64(bytes.count), into: &state)
  }

  private static func mix(_ word: UInt64, into state: inout UInt64) {
    let product = (state ^ word) &* 0x9E37_79B9_7F4A_7C15
    state = product ^ (product >> 29)
  }
}
