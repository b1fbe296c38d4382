import Inventory

/// Reads JSON documents that stand one a line.
///
/// A line that is no JSON is read as text and breaks nothing else.
package enum NDJSONExtractor {
  /// Bytes after which a line that does not end is read in pieces.
  private static var longestLine: Int { 1_048_576 }

  static func extract(
    _ reader: inout TextReader, into sink: any CellSink
  ) throws(ReadError) -> StructureEnd {
    sink.begin(.ndjson)
    var walk = NDJSONWalk()
    var tail = 0
    var base = 0
    while try reader.advance(keeping: tail) {
      let origin = reader.origin
      walk.json.place.enter(reader.buffer, count: reader.count, origin: origin, start: base)
      var start = 0
      var index = tail
      while true {
        while index < reader.count, reader.buffer[index] != 0x0A { index += 1 }
        let isLineEnd = index < reader.count
        if isLineEnd { index += 1 }
        guard isLineEnd || reader.isLast || index - start >= longestLine else { break }
        if start < index {
          walk.read(
            reader.buffer.span.extracting(start..<index),
            place: TextPiece(offset: base + start, start: start),
            endsLine: isLineEnd || reader.isLast, origin, into: sink)
        }
        start = index
        if index == reader.count { break }
      }
      walk.json.place.release()
      base += start
      tail = reader.count - start
    }
    return .complete
  }
}

/// Where a piece of a block lies.
struct TextPiece {
  /// Offset in the whole decoded text.
  var offset: Int
  /// Offset in the block.
  var start: Int
}

/// Reads line by line, each a document of its own.
struct NDJSONWalk {
  var json = JSONWalk()
  private var line = 1
  private var characters = 0
  /// Whether the current line has turned out to be no JSON.
  private var isText = false

  /// Reads a line, or a piece of a very long one.
  mutating func read(
    _ text: Span<UInt8>, place: TextPiece, endsLine: Bool, _ origin: TextOrigin,
    into sink: any CellSink
  ) {
    json.skip(to: place.offset, line: line)
    var start = 0
    if !isText {
      let isSound = json.read(text, into: sink)
      start = json.offset - place.offset
      isText = !isSound
    }
    if isText, start < text.count {
      push(text, from: max(start, 0), place: place, origin, into: sink)
    }
    if endsLine {
      // What is still open was pushed as far as it came.
      if !isText { _ = json.finish(into: sink) }
      json.reset()
      isText = false
      characters = 0
      line += 1
    } else {
      characters += Self.characters(text, 0, text.count)
    }
  }

  private mutating func push(
    _ text: Span<UInt8>, from start: Int, place: TextPiece, _ origin: TextOrigin,
    into sink: any CellSink
  ) {
    var block = LineBlock()
    block.firstLine = line
    block.charactersBefore = characters + Self.characters(text, 0, start)
    // The block of lines begins within the block that was read.
    let cut = place.start + start
    var shifted = origin
    shifted.checkpoints = [
      TextOrigin.Checkpoint(
        decoded: 0, stored: json.place.storedOffset(of: place.offset + start),
        replaced: origin.checkpoints[max(0, origin.indexOfCheckpoint(after: cut) - 1)].replaced)
    ]
    for checkpoint in origin.checkpoints
    where checkpoint.decoded > cut && checkpoint.decoded < place.start + text.count {
      shifted.checkpoints.append(
        TextOrigin.Checkpoint(
          decoded: checkpoint.decoded - cut, stored: checkpoint.stored,
          replaced: checkpoint.replaced))
    }
    block.origin = shifted
    sink.lines(text.extracting(start..<text.count), block)
  }

  private static func characters(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    var count = 0
    for index in start..<end where text[index] & 0xC0 != 0x80 { count += 1 }
    return count
  }
}
