internal import CPatterns

/// A number that tells whether the packs are the same as at another time.
///
/// It guards against forgetting, not against anybody: the packs are compiled into the program either way.
enum BundledFingerprint {
  /// That of the embedded packs, whose bytes are read in place.
  static func ofPacks() -> UInt64 {
    var state: UInt64 = 0
    for index in 0..<tanaoroshi_embedded_count() {
      let file = unsafe tanaoroshi_embedded(index)
      // Safety: names are NUL-terminated constants, and the bytes constants of the program, whose count is theirs.
      let name = unsafe String(cString: file.name)
      guard BundledFiles.isPack(name) else { continue }
      add(name, to: &state)
      state = unsafe tanaoroshi_fingerprint(state, file.bytes, file.count)
    }
    return state
  }

  /// That of packs in the order of the embedded ones.
  static func of(_ packs: [PackFile]) -> UInt64 {
    var state: UInt64 = 0
    for pack in packs {
      add(pack.name, to: &state)
      // Safety: the bytes outlive the call, and the count is theirs.
      state = unsafe tanaoroshi_fingerprint(state, pack.bytes, pack.bytes.count)
    }
    return state
  }

  private static func add(_ name: String, to state: inout UInt64) {
    let bytes = Array(name.utf8)
    // Safety: as above.
    state = unsafe tanaoroshi_fingerprint(state, bytes, bytes.count)
  }
}
