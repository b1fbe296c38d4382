import CScanKernels

/// How many lines end within a text: LF, CR LF, and CR alone.
package func countLines(_ text: Span<UInt8>, _ level: KernelLevel = .best) -> Int {
  // Safety: the kernel reads what the span holds and keeps no pointer.
  unsafe text.withUnsafeBufferPointer { text in
    guard let base = text.baseAddress else { return 0 }
    return unsafe tanaoroshi_count_lines(base, text.count, level.code)
  }
}
