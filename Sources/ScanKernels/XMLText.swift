public import CScanKernels

/// The bytes of a text up to its end: the first `<`, `>` or `&`, or a noncharacter that XML forbids.
@frozen @usableFromInline package struct XMLTextEnd {
  /// Where the text ends, or the bound; 0-based.
  @usableFromInline package let end: Int
  /// Line feeds in it.
  @usableFromInline package let lines: Int

  @inlinable @inline(__always) init(end: Int, lines: Int) {
    self.end = end
    self.lines = lines
  }
}

/// Finds the end of the text that begins at `start`.
///
/// - Parameters:
///   - bytes: UTF-8.
///   - start: 0-based.
///   - bound: Where the search ends; at least 18 bytes before the end of `bytes`. This is checked.
@inlinable @inline(__always)
package func endOfXMLText(
  _ bytes: Span<UInt8>, from start: Int, to bound: Int, _ path: KernelPath = .native
) -> XMLTextEnd {
  precondition(start >= 0 && start <= bound && bound <= bytes.count - 18)
  precondition(bound - start <= 1 << 30)
  let count = UInt32(truncatingIfNeeded: bound - start)
  // Safety: 18 bytes behind the bound lie within the span, as just checked; the pointer is not kept.
  let text = unsafe bytes.withUnsafeBufferPointer { buffer in
    let from = unsafe buffer.baseAddress.unsafelyUnwrapped + start
    return switch path {
    case .native: unsafe tanaoroshi_xml_text_end(from, count)
    case .portable: unsafe tanaoroshi_xml_text_portable(from, count)
    }
  }
  return XMLTextEnd(
    end: start &+ Int(truncatingIfNeeded: text.length), lines: Int(truncatingIfNeeded: text.lines))
}

/// Finds the end of the name that begins at `start`: the first blank, control character, `/`, `<`, `=` or `>`.
///
/// - Parameters:
///   - bytes: UTF-8.
///   - start: 0-based; at least 16 bytes before the end of `bytes`. This is checked.
///   - bound: Where the search ends; as above.
/// - Returns: `nil` when it ends at the bound or later.
@inlinable @inline(__always)
package func endOfXMLName(_ bytes: Span<UInt8>, from start: Int, to bound: Int) -> Int? {
  precondition(start >= 0 && bound <= bytes.count - 16)
  var place = start
  while place < bound {
    // Safety: 16 bytes from `place` on lie within the span, as just checked; the pointer is not kept.
    let length = unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe tanaoroshi_xml_name_end(buffer.baseAddress.unsafelyUnwrapped + place)
    }
    if length < 16 {
      let end = place &+ Int(truncatingIfNeeded: length)
      return end < bound ? end : nil
    }
    place &+= 16
  }
  return nil
}
