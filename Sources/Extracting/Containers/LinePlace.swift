import Inventory

/// Where a line, or a piece of a very long one, stands in the file.
struct LinePlace {
  /// Physical line; 1-based.
  var line: Int
  /// Offset in the file as stored, of the first byte; 0-based.
  var offset: Int
  /// Characters of the line before this piece; 0 for a whole line.
  var charactersBefore = 0
  /// How wide its characters are in the file.
  var width = TextOrigin.Width.utf8
  /// Whether the line ends with this piece.
  var isEnd = true
  /// Where its text and the file fall apart behind the first byte; `decoded` is counted from there, less ``skipped``.
  var checkpoints: [TextOrigin.Checkpoint] = []
  /// Bytes of the line's text before the piece that is looked at; the checkpoints still count them.
  var skipped = 0
  /// As in ``TextOrigin/Checkpoint``, of the first byte.
  var replaced: UInt8 = 0

  init(line: Int, offset: Int) {
    self.line = line
    self.offset = offset
  }

  /// Whether the piece begins its line.
  var isStart: Bool { charactersBefore == 0 }

  /// What leads from the piece's own text to the file.
  var origin: TextOrigin {
    var result = [TextOrigin.Checkpoint(decoded: 0, stored: offset, replaced: replaced)]
    for checkpoint in checkpoints where checkpoint.decoded > skipped {
      var own = checkpoint
      own.decoded -= skipped
      result.append(own)
    }
    return TextOrigin(checkpoints: result, width: width)
  }
}

/// Leads from offsets in a line's text to offsets in the file; quick as long as they ascend.
struct LineOffsets {
  private let place: LinePlace
  private var known: TextOrigin.Checkpoint
  private var next: Int
  private let first: Int

  init(_ place: LinePlace) {
    self.place = place
    known = TextOrigin.Checkpoint(decoded: 0, stored: place.offset, replaced: place.replaced)
    var low = 0
    var high = place.checkpoints.count
    while low < high {
      let middle = (low + high) / 2
      if place.checkpoints[middle].decoded <= place.skipped {
        low = middle + 1
      } else {
        high = middle
      }
    }
    first = low
    next = low
  }

  /// The offset in the file of a byte of the line.
  ///
  /// - Parameters:
  ///   - index: First byte of a character, or the end of the text.
  ///   - text: The text of the place.
  mutating func stored(of index: Int, in text: Span<UInt8>) -> Int {
    if index < known.decoded {
      known = TextOrigin.Checkpoint(
        decoded: 0, stored: place.offset, replaced: place.replaced)
      next = first
    }
    while next < place.checkpoints.count,
      place.checkpoints[next].decoded - place.skipped <= index
    {
      known = place.checkpoints[next]
      known.decoded -= place.skipped
      next += 1
    }
    if known.replaced > 0 { return known.storedOffset(ofReplaced: index) }
    if place.width == .utf8 { return known.stored + (index - known.decoded) }
    while known.decoded < index, known.decoded < text.count {
      let widths = TextOrigin.widths(at: known.decoded, in: text, as: place.width)
      known.decoded += widths.decoded
      known.stored += widths.stored
    }
    return known.stored
  }

  /// The place of what begins at a byte of the line.
  mutating func place(of index: Int, in text: Span<UInt8>) -> LinePlace {
    var result = place
    result.offset = stored(of: index, in: text)
    result.skipped += index
    result.replaced = known.replaced
    return result
  }
}
