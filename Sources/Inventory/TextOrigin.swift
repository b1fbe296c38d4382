/// Leads from an offset in decoded text back to the offset in the file as stored.
///
/// Decoders note a checkpoint now and then; between two, the stored width of each character follows from the encoding.
package struct TextOrigin: Sendable {
  /// How wide a character is as stored.
  package enum Width: Sendable, Equatable {
    /// Stored as decoded (UTF-8 and ASCII).
    case utf8
    /// CP932: ASCII and half-width kana 1 byte, all others 2.
    case cp932
    /// EUC-JP: ASCII 1, all others 2 (three-byte characters get a checkpoint behind them).
    case eucJP
    /// UTF-16: 2, or 4 outside the basic plane.
    case utf16
  }

  /// Two offsets of the same character.
  package struct Checkpoint: Sendable, Equatable {
    package var decoded: Int
    package var stored: Int
    /// Where a run of bytes that fitted no character begins: how many of them each U+FFFD up to the next checkpoint stands for; else 0.
    package var replaced: UInt8

    package init(decoded: Int, stored: Int, replaced: UInt8 = 0) {
      self.decoded = decoded
      self.stored = stored
      self.replaced = replaced
    }

    /// The stored offset of a U+FFFD of the run that begins here.
    package func storedOffset(ofReplaced offset: Int) -> Int {
      // U+FFFD is EF BF BD.
      stored + (offset - decoded) / 3 * Int(replaced)
    }
  }

  /// Ascending; the first is that of the block's first byte.
  package var checkpoints: [Checkpoint]
  package var width: Width

  package init(
    checkpoints: [Checkpoint] = [Checkpoint(decoded: 0, stored: 0)], width: Width = .utf8
  ) {
    self.checkpoints = checkpoints
    self.width = width
  }

  /// The stored offset, in bytes from the beginning of the file, of the decoded byte at `offset` of `text`.
  ///
  /// - Parameters:
  ///   - offset: Relative to the block's decoded text; at the first byte of a character.
  ///   - text: The block's decoded text.
  package func storedOffset(of offset: Int, in text: Span<UInt8>) -> Int {
    var low = 0
    var high = checkpoints.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if checkpoints[middle].decoded <= offset { low = middle } else { high = middle }
    }
    guard low < checkpoints.count else { return offset }
    let checkpoint = checkpoints[low]
    if checkpoint.replaced > 0 { return checkpoint.storedOffset(ofReplaced: offset) }
    if width == .utf8 { return checkpoint.stored + (offset - checkpoint.decoded) }
    return walk(from: checkpoint, to: offset, in: text)
  }

  /// The stored offset, found from one that is already known when that lies nearer than a checkpoint.
  ///
  /// - Parameters:
  ///   - offset: As in ``storedOffset(of:in:)``.
  ///   - text: The block's decoded text.
  ///   - known: A character's two offsets; becomes those of `offset`.
  package func storedOffset(
    of offset: Int, in text: Span<UInt8>, near known: inout Checkpoint
  ) -> Int {
    var stored: Int?
    if width != .utf8, known.decoded <= offset, offset - known.decoded <= 8_192 {
      // A checkpoint in between knows better: escapes and bad bytes have no width of their own.
      let next = indexOfCheckpoint(after: known.decoded)
      if next == checkpoints.count || checkpoints[next].decoded > offset,
        next == 0 || checkpoints[next - 1].replaced == 0
      {
        stored = walk(from: known, to: offset, in: text)
      }
    }
    known = Checkpoint(
      decoded: offset, stored: stored ?? storedOffset(of: offset, in: text))
    return known.stored
  }

  /// Index of the first checkpoint behind an offset of the text, or how many there are.
  package func indexOfCheckpoint(after decoded: Int) -> Int {
    var low = 0
    var high = checkpoints.count
    while low < high {
      let middle = (low + high) / 2
      if checkpoints[middle].decoded <= decoded { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func walk(from checkpoint: Checkpoint, to offset: Int, in text: Span<UInt8>) -> Int {
    var stored = checkpoint.stored
    var position = checkpoint.decoded
    let end = min(offset, text.count)
    let ofASCII = width == .utf16 ? 2 : 1
    while position < end {
      let lead = text[position]
      if lead < 0x80 {
        stored += ofASCII
        position += 1
        continue
      }
      if lead >= 0xE0, lead < 0xEF {
        // Kana, kanji and most signs; half-width kana begin with EF.
        stored += width == .utf8 ? 3 : 2
        position += 3
        continue
      }
      let step = Self.widths(at: position, in: text, as: width)
      stored += step.stored
      position += step.decoded
    }
    return stored
  }

  /// How many bytes the character at a position has as decoded and as stored.
  package static func widths(
    at position: Int, in text: Span<UInt8>, as width: Width
  ) -> (decoded: Int, stored: Int) {
    let lead = text[position]
    let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    switch width {
    case .utf8: return (length, length)
    case .utf16: return (length, length == 4 ? 4 : 2)
    case .eucJP: return (length, length == 1 ? 1 : 2)
    case .cp932:
      // Half-width kana U+FF61...FF9F are EF BD A1 ... EF BE 9F.
      let isHalfWidthKana =
        lead == 0xEF && position + 2 < text.count
        && (text[position + 1] == 0xBD && text[position + 2] >= 0xA1
          || text[position + 1] == 0xBE && text[position + 2] <= 0x9F)
      return (length, length == 1 || isHalfWidthKana ? 1 : 2)
    }
  }
}
