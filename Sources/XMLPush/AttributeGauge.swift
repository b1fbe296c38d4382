/// Counts the attributes of the tag that is being fed, before the library sees it.
///
/// The library's cost grows with the square of their number, so the count must not wait for the library.
struct AttributeGauge {
  private enum Place {
    case outside, opened, tag
    case quoted(UInt8)
  }

  private var place: Place = .outside
  private var count = 0

  /// Looks at the next bytes of the stream.
  ///
  /// - Returns: Where the first tag with more attributes than the limit begins; 0 when it began in earlier bytes; `nil` when there is none.
  mutating func overfullTag(in bytes: Span<UInt8>, limit: Int) -> Int? {
    let quotes = Self.quotes(in: bytes)
    if count + quotes / 2 < limit {
      // No tag can get over the limit here; only the state at the end matters, and it is set anew by every `<`.
      var last = bytes.count - 1
      while last >= 0, bytes[last] != 0x3C { last -= 1 }
      if last < 0, case .outside = place { return nil }
      return advance(over: bytes, from: max(last, 0), limit: limit)
    }
    return advance(over: bytes, from: 0, limit: limit)
  }

  private static func quotes(in bytes: Span<UInt8>) -> Int {
    // Safety: all indices lie within the buffer.
    unsafe bytes.withUnsafeBufferPointer { buffer in
      var count = 0
      var start = 0
      while start < buffer.count {
        // A byte counts so many without running over, and so the compiler takes many bytes at a time.
        let end = min(start + 255, buffer.count)
        var some: UInt8 = 0
        for index in start..<end {
          let byte = unsafe buffer[index]
          some &+= (byte == 0x22 ? 1 : 0) | (byte == 0x27 ? 1 : 0)
        }
        count += Int(some)
        start = end
      }
      return count
    }
  }

  private mutating func advance(over bytes: Span<UInt8>, from start: Int, limit: Int) -> Int? {
    var tag = 0
    for index in start..<bytes.count {
      let byte = bytes[index]
      if byte == 0x3C {
        // Not allowed within a value: a new tag begins, whatever was thought of the place before.
        place = .opened
        count = 0
        tag = index
        continue
      }
      switch place {
      case .outside: break
      case .opened:
        place = byte == 0x21 || byte == 0x3F || byte == 0x2F ? .outside : .tag
      case .tag:
        if byte == 0x3E {
          place = .outside
          count = 0
        } else if byte == 0x22 || byte == 0x27 {
          place = .quoted(byte)
          count += 1
          if count > limit { return tag }
        }
      case .quoted(let quote):
        if byte == quote { place = .tag }
      }
    }
    return nil
  }
}
