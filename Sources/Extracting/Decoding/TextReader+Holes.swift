import Inventory

/// Files with holes: a few bytes may claim any size.
extension TextReader {
  /// Bytes of a hole that are read as the zeros they stand for, so that what stands before it is not joined to what
  /// stands behind.
  private static var leftOfHole: Int { 4_096 }

  /// Goes to where bytes are stored next, when that is far; nothing is left undecoded.
  ///
  /// What is passed over counts as read: the file system says what stands there.
  mutating func passOverHole() {
    // Both offsets of UTF-16 stay even.
    let target = (source.nextStored(from: bytesRead) - Self.leftOfHole) & ~1
    let length = (target - bytesRead) & ~1
    guard length > max(blockSize, Self.leftOfHole), stored >= decision.markLength else { return }
    bytesRead += length
    stored += length
    noteCheckpoint()
  }
}
