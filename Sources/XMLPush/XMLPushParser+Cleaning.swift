/// What the library is not to see: characters that XML forbids, ends of lines but LF, blanks between documents.
extension XMLPushParser {
  mutating func feedCarriageReturn(
    _ take: Take
  ) {
    endsInCR = false
    let lineEnd: [UInt8] = [0x0A]
    parse(lineEnd.span, take)
  }

  /// Makes a piece palatable: characters that XML forbids become blanks, every line end is one LF (CR LF a blank and an LF).
  mutating func feedPiece(
    _ bytes: Span<UInt8>, _ take: Take
  ) {
    if !endsInCR, !Self.hasForbidden(bytes) { return parse(bytes, take) }
    var clean = scratch
    scratch = []
    clean.removeAll(keepingCapacity: true)
    if endsInCR { clean.append(bytes[0] == 0x0A ? 0x20 : 0x0A) }
    let first = clean.count
    // Safety: the bytes are copied.
    unsafe bytes.withUnsafeBufferPointer { unsafe clean.append(contentsOf: $0) }
    endsInCR = clean.count > first && clean[clean.count - 1] == 0x0D
    if endsInCR { clean.removeLast() }
    Self.blankForbidden(&clean, from: first)
    parse(clean.span, take)
    scratch = clean
  }

  private static func blankForbidden(_ bytes: inout [UInt8], from start: Int) {
    var bytes = bytes.mutableSpan
    for index in start..<bytes.count {
      let byte = bytes[index]
      guard byte < 0x20, byte != 0x0A, byte != 0x09 else { continue }
      let isLineEnd = byte == 0x0D && (index + 1 == bytes.count || bytes[index + 1] != 0x0A)
      bytes[index] = isLineEnd ? 0x0A : 0x20
    }
  }

  /// Whether control characters stand in a piece that the library is not to see.
  private static func hasForbidden(_ bytes: Span<UInt8>) -> Bool {
    // Safety: all indices lie within the buffer.
    unsafe bytes.withUnsafeBufferPointer { buffer in
      // No early end: so the compiler looks at many bytes at a time.
      var found: UInt8 = 0
      for index in 0..<buffer.count {
        let byte = unsafe buffer[index]
        found |= (byte < 0x20 ? 1 : 0) & (byte != 0x0A ? 1 : 0) & (byte != 0x09 ? 1 : 0)
      }
      return found != 0
    }
  }

  /// Passes over blanks and byte order marks between documents, where the library would stumble over them.
  mutating func skipBlanks(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var index = start
    while index < bytes.count {
      switch bytes[index] {
      case 0x0A: line += 1
      case 0x20, 0x09, 0xEF, 0xBB, 0xBF: break
      default:
        unsafe state.pointee.fed += index - start
        return index
      }
      index += 1
    }
    unsafe state.pointee.fed += index - start
    return index
  }
}
