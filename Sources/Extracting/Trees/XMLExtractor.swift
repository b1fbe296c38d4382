import Inventory
import XMLPush

/// Reads XML: one document, or several one after another.
package enum XMLExtractor {
  /// Bytes of text that are kept from block to block so that what begins in them can be placed in the file.
  private static var longestTail: Int { 65_536 }

  /// Pushes all text, attributes and remarks as values under their element paths.
  ///
  /// - Returns: Where the structure broke, if it did; everything before that line was pushed.
  static func extract(
    _ reader: inout TextReader, into sink: any CellSink
  ) throws(ReadError) -> StructureEnd {
    sink.begin(.xml)
    var parser = XMLPushParser()
    var walk = XMLWalk()
    var fed = 0
    var tail = 0
    while try reader.advance(keeping: tail) {
      walk.place.enter(
        reader.buffer, count: reader.count, origin: reader.origin, start: fed - tail)
      let new = reader.buffer.span.extracting(tail..<reader.count)
      fed += new.count
      let stop = parser.feed(new) { walk.take($0, $1, $2, into: sink) }
      if let place = walk.overfullAt {
        return end(XMLStop(.names, understood: place), &walk, sink)
      }
      if let stop { return end(stop, &walk, sink) }
      walk.place.release()
      tail = min(fed - parser.understood.offset, longestTail, reader.count)
      // The tail must begin with a whole character.
      while tail < reader.count, tail > 0, reader.buffer[reader.count - tail] & 0xC0 == 0x80 {
        tail += 1
      }
    }
    walk.place.enter(reader.buffer, count: tail, origin: reader.origin, start: fed - tail)
    if let stop = parser.finish({ walk.take($0, $1, $2, into: sink) }) {
      return end(stop, &walk, sink)
    }
    return .complete
  }

  private static func end(
    _ stop: XMLStop, _ walk: inout XMLWalk, _ sink: any CellSink
  ) -> StructureEnd {
    walk.finish(into: sink)
    walk.place.release()
    return .broken(TextBreak(line: stop.understood.line, offset: stop.understood.offset))
  }
}
