package import Inventory
import ScanKernels

/// Reads a file as UTF-8 text, block by block, whatever its encoding; no character is ever cut.
///
/// The text lies in `buffer[0 ..< count]`; at least ``padding`` bytes follow it. Extractors may change the text
/// in place as long as every character keeps its stored width (quotes are moved, not dropped).
/// Memory is that of two blocks and the kept tail, whatever the size of the file.
package struct TextReader: ~Copyable {
  /// Bytes behind the text that kernels may read; their content means nothing.
  package static var padding: Int { 80 }

  /// The decoded text and bytes behind it that mean nothing.
  ///
  /// Only the first ``count`` bytes are text.
  package var buffer: [UInt8]
  /// How many bytes of ``buffer`` are text.
  package internal(set) var count = 0
  /// Leads from offsets in the text to offsets in the file.
  package internal(set) var origin: TextOrigin
  /// Whether nothing follows the text that is now in the buffer.
  package private(set) var isLast = false
  /// Bytes so far that fitted no character.
  package private(set) var badBytes = 0
  /// Bytes read from the source so far.
  package internal(set) var bytesRead: Int
  /// Whether lines were met that are in another encoding than the rest.
  package internal(set) var isMixed = false
  package internal(set) var decision: EncodingDecision

  let source: any ByteSource
  private var isHeld = false
  /// What was read of the file, of which `raw[rawStart ..< rawEnd]` is not decoded yet.
  var raw: [UInt8]
  var rawStart = 0
  var rawEnd = 0
  /// Offset in the file of `raw[rawStart]`.
  var stored = 0
  /// Offset in the file up to which lines were judged for being in another encoding.
  var judgedUpTo = 0
  /// Bytes at the front of the text that the caller has seen and that stay as they are.
  private(set) var floor = 0
  var sourceEnded = false
  var state = DecodeState()
  let blockSize: Int

  /// Most checkpoints that one call adds: a block of bad bytes ends early so that memory stays bounded.
  private static var mostCheckpoints: Int { 16_384 }
  /// Stored bytes between two checkpoints.
  static var stride: Int { 4_096 }

  /// Prepares reading from the start of a source.
  ///
  /// - Parameters:
  ///   - source: The file.
  ///   - decision: How its bytes are to be read.
  ///   - head: The first bytes of the source, when they were read already.
  ///   - headIsAll: Whether the source is known to end with the head.
  ///   - blockSize: Bytes to read at a time; small ones are for tests.
  package init(
    _ source: any ByteSource, decision: EncodingDecision, head: [UInt8] = [],
    headIsAll: Bool = false, blockSize: Int = 262_144
  ) {
    self.source = source
    self.decision = decision
    self.blockSize = max(blockSize, 8)
    raw = head
    rawEnd = head.count
    rawStart = min(decision.markLength, head.count)
    stored = rawStart
    bytesRead = head.count
    sourceEnded = headIsAll
    buffer = []
    origin = TextOrigin(
      checkpoints: [TextOrigin.Checkpoint(decoded: 0, stored: stored)],
      width: Self.width(of: decision.encoding))
  }

  /// The name of the encoding for the report: that of the decision, or `mixed`.
  package var encodingName: String { isMixed ? "mixed" : decision.name }

  /// Starts again from the beginning of the file.
  package mutating func restart() {
    rawStart = 0
    rawEnd = 0
    stored = 0
    count = 0
    sourceEnded = false
    isLast = false
    isHeld = false
    badBytes = 0
    isMixed = false
    judgedUpTo = 0
    bytesRead = 0
    state = DecodeState()
    origin.checkpoints = [TextOrigin.Checkpoint(decoded: 0, stored: 0)]
  }

  /// Goes on at an offset in the file, where a character begins, with nothing in the buffer.
  mutating func resume(at offset: Int) {
    rawStart = 0
    rawEnd = 0
    bytesRead = offset
    stored = offset
    count = 0
    floor = 0
    sourceEnded = false
    isLast = false
    isHeld = false
    state = DecodeState()
    origin.checkpoints = [TextOrigin.Checkpoint(decoded: 0, stored: offset)]
  }

  /// Makes the next call of ``advance(keeping:)`` give the present block again, after a look at it.
  package mutating func hold() { isHeld = true }

  /// Moves the last `tail` bytes of the text to the front of the buffer and appends what follows in the file.
  ///
  /// - Parameter tail: Bytes at the end of the text that are still needed; they must begin with a character.
  /// - Returns: Whether text was appended, or the kept tail turned out to be the file's last text; `false` at the end.
  /// - Throws: ``ReadError`` when the storage fails; what is in the buffer stays.
  package mutating func advance(keeping tail: Int) throws(ReadError) -> Bool {
    if isHeld {
      precondition(tail == 0)
      isHeld = false
      if count > 0 || isLast { return count > 0 }
    }
    keep(tail)
    let wasLast = isLast
    if rawStart == rawEnd, !sourceEnded { passOverHole() }
    while true {
      if rawEnd - rawStart < blockSize, !sourceEnded {
        if readsInPlace { try fillInPlace() } else { try fill() }
      }
      try decodeAvailable()
      isLast = sourceEnded && rawStart == rawEnd
      if count > tail { return true }
      if isLast { return !wasLast && tail > 0 }
    }
  }

  /// Drops the first bytes of the text.
  package mutating func discard(_ prefix: Int) { keep(count - prefix) }

  private mutating func keep(_ tail: Int) {
    precondition(tail >= 0 && tail <= count)
    floor = tail
    let first = count - tail
    if first > 0 {
      let firstStored =
        tail == 0
        ? stored : origin.storedOffset(of: first, in: buffer.span.extracting(0..<count))
      // The text may be cut within a run of bad bytes.
      let replaced =
        tail == 0 ? 0 : origin.checkpoints[origin.indexOfCheckpoint(after: first) - 1].replaced
      var kept = [
        TextOrigin.Checkpoint(decoded: 0, stored: firstStored, replaced: replaced)
      ]
      for checkpoint in origin.checkpoints where checkpoint.decoded > first && tail > 0 {
        kept.append(
          TextOrigin.Checkpoint(decoded: checkpoint.decoded - first, stored: checkpoint.stored))
      }
      origin.checkpoints = kept
      moveBytes(in: &buffer, from: first, count: tail)
      count = tail
    }
    let needed = tail + max(blockSize, 64) + decodeSlack + Self.padding
    if buffer.count < needed {
      buffer.append(contentsOf: [UInt8](repeating: 0, count: needed - buffer.count))
    }
  }

  /// Fills the raw buffer up, or reads to the end of the source.
  private mutating func fill() throws(ReadError) {
    if rawStart > 0 {
      moveBytes(in: &raw, from: rawStart, count: rawEnd - rawStart)
      rawEnd -= rawStart
      rawStart = 0
    }
    if raw.count < blockSize {
      raw.append(contentsOf: [UInt8](repeating: 0, count: blockSize - raw.count))
    }
    while rawEnd < raw.count {
      let read = try Self.read(source, at: bytesRead, into: &raw, from: rawEnd)
      if read == 0 {
        sourceEnded = true
        break
      }
      rawEnd += read
      bytesRead += read
    }
    if stored < decision.markLength {
      rawStart = min(decision.markLength - stored, rawEnd)
      stored += rawStart
      origin.checkpoints = [TextOrigin.Checkpoint(decoded: 0, stored: stored)]
    }
  }

  private mutating func decodeAvailable() throws(ReadError) {
    // Those of the kept tail do not count: a long tail of bad bytes must not stop the reading.
    let most = origin.checkpoints.count + Self.mostCheckpoints
    while rawStart < rawEnd, origin.checkpoints.count < most {
      var cursor = DecodeCursor(input: rawStart, output: count)
      // In UTF-8 offsets follow without checkpoints. ASCII may still turn out to be of another encoding.
      let isStoredAsDecoded = decision.encoding == .utf8 && !decision.isOpen
      let limit = isStoredAsDecoded ? rawEnd : min(rawEnd, rawStart + Self.stride)
      let stop = Self.step(decision, raw, to: rawEnd, limit: limit, &buffer, &cursor, &state)
      stored += cursor.input - rawStart
      rawStart = cursor.input
      count = cursor.output
      switch stop {
      case .limit where isStoredAsDecoded: break
      case .limit, .checkpoint: noteCheckpoint()
      case .bad where decision.isOpen: try decide()
      case .bad where takeForeignLine(): break
      case .outputFull: return
      case .incomplete where !sourceEnded: return
      case .bad, .incomplete: replaceBytes()
      }
    }
  }

  /// Reads on behind what is there, up to the end of the bytes or another place.
  static func read(
    _ source: any ByteSource, at offset: Int, into raw: inout [UInt8], from start: Int,
    upTo end: Int? = nil
  ) throws(ReadError) -> Int {
    let end = end ?? raw.count
    var whole = raw.mutableSpan
    var free = whole._mutatingExtracting(start..<end)
    return try source.read(at: offset, into: &free)
  }

  private static func step(
    _ decision: EncodingDecision, _ raw: [UInt8], to end: Int, limit: Int, _ buffer: inout [UInt8],
    _ cursor: inout DecodeCursor, _ state: inout DecodeState
  ) -> DecodeStop {
    let room = buffer.count - padding
    var whole = buffer.mutableSpan
    var output = whole._mutatingExtracting(0..<room)
    let input = raw.span.extracting(0..<end)
    return decision.isOpen
      ? ASCIIDecoding.decode(input, upTo: limit, into: &output, &cursor)
      : TextDecoding.step(decision.encoding, input, limit, &output, &cursor, &state)
  }

  mutating func noteCheckpoint(replaced: Int = 0) {
    origin.checkpoints.append(
      TextOrigin.Checkpoint(
        decoded: count, stored: stored, replaced: UInt8(truncatingIfNeeded: replaced)))
  }

  /// Makes a U+FFFD of the bad byte at hand, and of each that follows it at once.
  private mutating func replaceBytes() {
    let width = min(decision.encoding.unitWidth, rawEnd - rawStart)
    var units = 1
    if width == 1 {
      // Lines are judged where they begin, and the text has to fit.
      let room = (buffer.count - Self.padding - decodeSlack - count) / 3
      let judged = judgedUpTo > stored ? judgedUpTo - stored : rawEnd - rawStart
      let most = max(1, min(room, judged, rawEnd - rawStart))
      units = decision.encoding.badRun(raw.span, from: rawStart, to: rawStart + most)
    }
    if units > 1 { noteCheckpoint(replaced: width) }
    for _ in 0..<units {
      buffer[count] = 0xEF
      buffer[count + 1] = 0xBF
      buffer[count + 2] = 0xBD
      count += 3
    }
    rawStart += width * units
    stored += width * units
    badBytes += width * units
    noteCheckpoint()
  }
}
