import ScanKernels

/// UTF-8 that is well-formed, and ASCII while the encoding is open, are read to where they stay: nothing is decoded, and
/// nothing copied.
extension TextReader {
  /// Whether the next block can be read to the end of the text; else it is read apart, and decoded from there.
  var readsInPlace: Bool {
    decision.encoding == .utf8 && rawEnd - rawStart < 4 && stored >= decision.markLength
  }

  /// Reads a block to the end of the text, and takes what is well-formed of it.
  ///
  /// The rest, from the first mistake or cut-off character on, or from what may decide on an open encoding, is left to be
  /// decoded; unless it is a cut-off character also the block before it, in which its line begins.
  mutating func fillInPlace() throws(ReadError) {
    // A character that the block before cut off.
    let held = rawEnd - rawStart
    for index in 0..<held { buffer[count + index] = raw[rawStart + index] }
    let end = count + blockSize
    var filled = count + held
    while filled < end {
      let read = try Self.read(source, at: bytesRead, into: &buffer, from: filled, upTo: end)
      if read == 0 {
        sourceEnded = true
        break
      }
      filled += read
      bytesRead += read
    }
    let sound = soundEnd(of: filled)
    if sound < filled, decision.isOpen || sourceEnded || !isCutOff(sound..<filled) {
      leave(from: count, to: filled)
      rawStart = sound - count
    } else {
      leave(from: sound, to: filled)
    }
    guard decision.isOpen else {
      stored += sound - count
      count = sound
      return
    }
    while count < sound {
      let step = min(sound - count, Self.stride)
      stored += step
      count += step
      noteCheckpoint()
    }
  }

  /// Where what is well-formed of the bytes behind the text ends; while the encoding is open, what is ASCII without ESC.
  private func soundEnd(of filled: Int) -> Int {
    let bytes = buffer.span
    if decision.isOpen {
      var end = count + checkPlain(bytes.extracting(count..<filled))
      while end < filled, bytes[end] < 0x80, bytes[end] != 0x1B { end += 1 }
      return end
    }
    let checked = count + checkUTF8(bytes.extracting(count..<filled))
    // Of the last bytes, and of those before a mistake, one by one.
    return checked + checkUTF8(bytes.extracting(checked..<filled), .portable)
  }

  /// Whether bytes are the beginning of a character.
  private func isCutOff(_ range: Range<Int>) -> Bool {
    guard range.count < 4 else { return false }
    var output = [UInt8](repeating: 0, count: 2 * decodeSlack + 8)
    var target = output.mutableSpan
    var cursor = DecodeCursor(input: 0, output: 0)
    let stop = UTF8Decoding.decode(
      buffer.span.extracting(range), upTo: range.count, into: &target, &cursor)
    return stop == .incomplete
  }

  /// Leaves bytes behind the text to be decoded.
  private mutating func leave(from start: Int, to end: Int) {
    Self.copy(buffer, start..<end, to: &raw)
    rawStart = 0
    rawEnd = end - start
  }

  private static func copy(_ bytes: [UInt8], _ range: Range<Int>, to raw: inout [UInt8]) {
    if raw.count < range.count {
      raw.append(contentsOf: [UInt8](repeating: 0, count: range.count - raw.count))
    }
    var target = raw.mutableSpan
    copyBytes(bytes.span.extracting(range), into: &target)
  }
}
