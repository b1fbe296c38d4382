import ScanKernels

/// Tells data that are no text in any encoding, without a magic number to go by.
enum BinaryContent {
  /// Bytes of each window that is looked at.
  static let window = 4_096

  /// Whether a file is no text: most of several windows over the whole file must say so, not only the first.
  ///
  /// - Parameters:
  ///   - head: The first bytes of the file, not UTF-16.
  ///   - traits: What stands in the head.
  ///   - size: Its length, when known.
  static func isBinary(
    _ head: [UInt8], _ traits: ByteTraits, size: Int?, _ source: any ByteSource
  ) throws(ReadError) -> Bool {
    // Without one of these no window looks so.
    guard traits.contains(.zero) || traits.contains(.control) else { return false }
    guard
      looksBinary(head.prefix(window))
        || head.count > window && looksBinary(head.suffix(window))
    else { return false }
    var windows = 0
    var binary = 0
    for start in stride(from: 0, to: head.count, by: max(window, head.count / 4)) {
      windows += 1
      if looksBinary(head[start..<min(start + window, head.count)]) { binary += 1 }
    }
    if let size, size > head.count {
      for part in 1...8 {
        let offset = head.count + (size - head.count) / 8 * part - window
        let bytes = try ContainerSignature.bytes(
          of: source, at: max(offset, head.count), count: window)
        if bytes.isEmpty { continue }
        windows += 1
        if looksBinary(bytes[...]) { binary += 1 }
      }
    }
    return binary * 4 >= windows * 3
  }

  /// The control characters that text has, one bit each: tab, line ends, form feed, ESC, SO, SI, SUB.
  private static let textControls: UInt32 =
    1 << 0x09 | 1 << 0x0A | 1 << 0x0D | 1 << 0x0C | 1 << 0x1B | 1 << 0x0E | 1 << 0x0F | 1 << 0x1A

  /// Whether a stretch is hardly text: nothing but zeros, or control characters that no text has.
  ///
  /// Zeros among printable characters are padding of records and do not count.
  private static func looksBinary(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard !bytes.isEmpty else { return false }
    var zeros = 0
    var controls = 0
    let span = bytes.span
    for index in 0..<span.count {
      let byte = span[index]
      guard byte < 0x20 || byte == 0x7F else { continue }
      if byte == 0 {
        zeros += 1
      } else if byte == 0x7F || textControls >> UInt32(byte) & 1 == 0 {
        controls += 1
      }
    }
    return controls * 25 > bytes.count || zeros * 4 > bytes.count * 3
      || controls * 50 > bytes.count && zeros * 10 > bytes.count
  }
}
