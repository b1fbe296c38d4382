/// Puts the reports of one worker together again from their pieces.
///
/// A worker answers in the order in which it was asked, each file once; anything else is an error.
struct ReportReceiver {
  private var partial: [[UInt8]] = []
  /// Bytes in these pieces.
  private var count = 0

  /// Takes the pieces of one message.
  ///
  /// - Parameters:
  ///   - number: How many pieces its head announces.
  ///   - expected: The number of the file whose report is due; `nil` when none is.
  ///   - take: Called with each whole report.
  mutating func take(
    _ message: [UInt8], _ range: Range<Int>, pieces number: UInt32,
    expected: () -> Int?, _ take: ([UInt8]) throws(FrameError) -> Void
  ) throws(FrameError) {
    var reader = FrameReader(message, range)
    // Nobody of ours sends nothing; who does could do so without end.
    guard number > 0 else { throw FrameError() }
    for _ in 0..<number {
      guard let due = expected(), try reader.number() == due else { throw FrameError() }
      let isLast = try reader.flag()
      let piece = try reader.block(most: WireMessage.mostBytes)
      guard count + piece.count <= FrameLimit.report, isLast || !piece.isEmpty else {
        throw FrameError()
      }
      if isLast, partial.isEmpty {
        try take(piece)
      } else {
        partial.append(piece)
        count += piece.count
        if isLast {
          var whole: [UInt8] = []
          whole.reserveCapacity(count)
          for part in partial { whole += part }
          partial = []
          count = 0
          try take(whole)
        }
      }
    }
    try reader.finish()
  }
}
