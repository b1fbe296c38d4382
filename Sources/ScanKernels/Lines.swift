import CScanKernels

/// How many lines end within a text: LF, CR LF, and CR alone.
package func countLines(_ text: Span<UInt8>, _ level: KernelLevel = .best) -> Int {
  // Safety: the kernel reads what the span holds and keeps no pointer.
  unsafe text.withUnsafeBufferPointer { text in
    guard let base = text.baseAddress else { return 0 }
    return unsafe tanaoroshi_count_lines(base, text.count, level.code)
  }
}

/// Where a byte stands first in a part of a text; `nil` where it does not.
package func firstPlace(of byte: UInt8, in text: Span<UInt8>, _ part: Range<Int>) -> Int? {
  let text = text.extracting(part)
  // Safety: the kernel reads what the span holds and keeps no pointer.
  let place = unsafe text.withUnsafeBufferPointer { text in
    guard let base = text.baseAddress else { return text.count }
    return unsafe tanaoroshi_find_byte(base, text.count, byte)
  }
  return place < text.count ? part.lowerBound + place : nil
}

/// Where a word of one byte or more stands first in a text; `nil` where it does not.
package func firstPlace(of word: Span<UInt8>, in text: Span<UInt8>) -> Int? {
  // Safety: the kernel reads what the spans hold and keeps no pointer.
  let place = unsafe text.withUnsafeBufferPointer { text in
    unsafe word.withUnsafeBufferPointer { word in
      guard let base = text.baseAddress, let wanted = word.baseAddress else { return text.count }
      return unsafe tanaoroshi_find_word(base, text.count, wanted, word.count)
    }
  }
  return place < text.count ? place : nil
}
