import Inventory
import ScanKernels

/// What reads a text line by line.
protocol LineWalk {
  /// Takes the next line without its line end, or the next piece of a very long one.
  mutating func take(_ text: Span<UInt8>, _ place: LinePlace, into sink: any CellSink)

  /// Says that the text has ended.
  mutating func finish(into sink: any CellSink)
}

/// Hands a text on line by line; LF, CR LF and a lone CR end a line.
enum LinePump {
  /// Bytes after which a line that does not end is handed on in pieces.
  static let longestLine = 262_144

  static func run<Walk: LineWalk>(
    _ reader: inout TextReader, _ walk: inout Walk, into sink: any CellSink,
    longestLine: Int = longestLine
  ) throws(ReadError) {
    var place = BlockPlace()
    var line = LinePlace(line: 1, offset: 0)
    var tail = 0
    var base = 0
    while try reader.advance(keeping: tail) {
      place.enter(reader.buffer, count: reader.count, origin: reader.origin, start: base)
      let count = reader.count
      var start = 0
      var checkpoint = 0
      var index = tail
      while start < count {
        let furthest = min(count, start + longestLine)
        if index < furthest {
          index = LineEnds.next(reader.buffer.span, from: index, to: furthest)
        }
        let isCut = index < count && index - start >= longestLine
        if isCut {
          while index > start + 1, reader.buffer[index] & 0xC0 == 0x80 { index -= 1 }
        } else if index == count, !reader.isLast {
          break
        } else if index + 1 == count, reader.buffer[index] == 0x0D, !reader.isLast {
          // An LF may follow.
          break
        }
        line.offset = place.storedOffset(of: base + start)
        line.isEnd = !isCut
        line.width = reader.origin.width
        setCheckpoints(of: &line, reader.origin, start..<index, from: &checkpoint)
        let piece = reader.buffer.span.extracting(start..<index)
        walk.take(piece, line, into: sink)
        if isCut {
          line.charactersBefore += characters(piece)
        } else {
          line.line += 1
          line.charactersBefore = 0
          if index < count {
            index +=
              reader.buffer[index] == 0x0D && index + 1 < count && reader.buffer[index + 1] == 0x0A
              ? 2 : 1
          }
        }
        start = index
      }
      place.release()
      base += start
      tail = count - start
    }
    walk.finish(into: sink)
  }

  /// Gives a line the checkpoints of the block that lie in it.
  ///
  /// - Parameter next: Index of the first checkpoint that may lie behind the line's first byte; kept up.
  private static func setCheckpoints(
    of line: inout LinePlace, _ origin: TextOrigin, _ range: Range<Int>, from next: inout Int
  ) {
    if !line.checkpoints.isEmpty { line.checkpoints = [] }
    while next < origin.checkpoints.count, origin.checkpoints[next].decoded <= range.lowerBound {
      next += 1
    }
    line.replaced = next > 0 ? origin.checkpoints[next - 1].replaced : 0
    while next < origin.checkpoints.count, origin.checkpoints[next].decoded <= range.upperBound {
      var own = origin.checkpoints[next]
      own.decoded -= range.lowerBound
      line.checkpoints.append(own)
      next += 1
    }
    // The last may be the first of the next line.
    next = max(0, next - 1)
  }

  private static func characters(_ text: Span<UInt8>) -> Int {
    var count = 0
    for index in text.indices where text[index] & 0xC0 != 0x80 { count += 1 }
    return count
  }

  /// The bytes of a line, to be kept beyond its call.
  static func copy(_ text: Span<UInt8>) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: text.count)
    var target = bytes.mutableSpan
    copyBytes(text, into: &target)
    return bytes
  }

  /// Pushes one line of running text.
  static func push(
    _ text: Span<UInt8>, _ place: LinePlace, into sink: any CellSink
  ) {
    guard !text.isEmpty else { return }
    var block = LineBlock()
    block.firstLine = place.line
    block.charactersBefore = place.charactersBefore
    block.origin = place.origin
    sink.lines(text, block)
  }
}
