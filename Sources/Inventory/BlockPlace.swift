/// Leads from offsets in the whole decoded text to offsets in the file, for offsets that ascend within a block.
package struct BlockPlace: Sendable {
  /// The decoded bytes that the reader holds, and how many of them are text.
  private var text: [UInt8] = []
  private var count = 0
  private var origin = TextOrigin()
  /// Offset in the whole decoded text of the block's first byte.
  package private(set) var start = 0
  private var checkpoint = 0
  private var decoded = 0
  private var stored = 0

  package init() {}

  /// Turns to the next block.
  ///
  /// - Parameters:
  ///   - text: The reader's buffer, held until ``release()`` so that no copy is made.
  ///   - start: Offset in the whole decoded text of its first byte.
  package mutating func enter(_ text: [UInt8], count: Int, origin: TextOrigin, start: Int) {
    self.text = text
    self.count = count
    self.origin = origin
    self.start = start
    rewind()
  }

  /// Lets go of the buffer, so that the reader may change it.
  package mutating func release() { text = [] }

  private mutating func rewind() {
    checkpoint = 0
    decoded = origin.checkpoints.first?.decoded ?? 0
    stored = origin.checkpoints.first?.stored ?? 0
  }

  /// The offset in the file of a byte of the decoded text.
  ///
  /// - Complexity: O(1) amortised as long as offsets ascend.
  package mutating func storedOffset(of offset: Int) -> Int {
    let target = min(max(offset - start, 0), count)
    if target < decoded { rewind() }
    while checkpoint + 1 < origin.checkpoints.count,
      origin.checkpoints[checkpoint + 1].decoded <= target
    {
      checkpoint += 1
      decoded = origin.checkpoints[checkpoint].decoded
      stored = origin.checkpoints[checkpoint].stored
    }
    if checkpoint < origin.checkpoints.count, origin.checkpoints[checkpoint].replaced > 0 {
      return origin.checkpoints[checkpoint].storedOffset(ofReplaced: target)
    }
    if origin.width == .utf8 { return stored + (target - decoded) }
    (decoded, stored) = Self.walk(
      text.span, from: decoded, stored: stored, to: target, as: origin.width)
    return stored
  }

  private static func walk(
    _ text: Span<UInt8>, from start: Int, stored: Int, to end: Int, as width: TextOrigin.Width
  ) -> (decoded: Int, stored: Int) {
    var decoded = start
    var stored = stored
    while decoded < end, decoded < text.count {
      let step = TextOrigin.widths(at: decoded, in: text, as: width)
      decoded += step.decoded
      stored += step.stored
    }
    return (decoded, stored)
  }
}
