import Inventory

/// Reading a file as it is stored, beside the text.
extension TextReader {
  /// The offset in the file at which the last bytes of the text begin.
  func storedOffset(ofLast tail: Int) -> Int {
    tail == 0
      ? stored : origin.storedOffset(of: count - tail, in: buffer.span.extracting(0..<count))
  }

  /// Reads bytes from an offset on, as many as there are up to a bound.
  ///
  /// - Returns: How many; fewer than wanted only at the end of the file.
  mutating func readStored(
    at offset: Int, into bytes: inout [UInt8], _ wanted: Int
  ) throws(ReadError) -> Int {
    var count = 0
    while count < wanted {
      var all = bytes.mutableSpan
      var free = all._mutatingExtracting(count..<wanted)
      let read = try source.read(at: offset + count, into: &free)
      if read == 0 { break }
      count += read
    }
    bytesRead = max(bytesRead, offset + count)
    return count
  }
}
