import Inventory

/// Reads JSON: one document, or several one after another.
package enum JSONExtractor {
  /// Bytes of text that are kept from block to block so that what begins in them can be placed in the file.
  private static var longestTail: Int { 65_536 }

  /// Pushes all keys and values under their key paths.
  ///
  /// - Returns: Where the structure broke, if it did; everything before that line was pushed.
  static func extract(
    _ reader: inout TextReader, into sink: any CellSink
  ) throws(ReadError) -> StructureEnd {
    sink.begin(.json)
    var walk = JSONWalk()
    var tail = 0
    while try reader.advance(keeping: tail) {
      walk.place.enter(
        reader.buffer, count: reader.count, origin: reader.origin, start: walk.offset - tail)
      let isSound = walk.read(reader.buffer.span.extracting(tail..<reader.count), into: sink)
      if !isSound { return .broken(TextBreak(line: walk.line, offset: walk.offset)) }
      walk.place.release()
      tail = walk.token.map { min(walk.offset - $0.offset, longestTail, reader.count) } ?? 0
      while tail < reader.count, tail > 0, reader.buffer[reader.count - tail] & 0xC0 == 0x80 {
        tail += 1
      }
    }
    walk.place.enter(
      reader.buffer, count: tail, origin: reader.origin, start: walk.offset - tail)
    // What was open at the end has been pushed: nothing is left to be read as text.
    return walk.finish(into: sink)
      ? .complete : .broken(TextBreak(line: walk.line + 1, offset: walk.offset))
  }
}
