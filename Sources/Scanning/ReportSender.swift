internal import Inventory
internal import Posix

/// Sends reports from a worker, many small ones in one message and a long one in several.
struct ReportSender {
  private var body = FrameWriter()
  /// Where each report is written before it goes into the body.
  private var report = FrameWriter()
  private var pieces: UInt32 = 0
  /// Bytes of a piece besides the report's own at most: number, end flag, length.
  private static let headSize = 13
  /// Room under which a new message is begun.
  private static let leastRoom = 1_024

  /// Takes one report, and sends what fills a message.
  mutating func add(
    _ number: Int, _ report: ContentReport, to channel: borrowing DescriptorChannel
  ) throws(SystemError) {
    let pieces = ReportFrame.pieces(report, in: &self.report)
    for (index, part) in pieces.enumerated() {
      try add(number, part, isLast: index == pieces.count - 1, to: channel)
    }
  }

  private mutating func add(
    _ number: Int, _ part: [UInt8], isLast: Bool, to channel: borrowing DescriptorChannel
  ) throws(SystemError) {
    var start = 0
    repeat {
      if WireMessage.mostBytes - body.count - Self.headSize < Self.leastRoom {
        try flush(to: channel)
      }
      let room = WireMessage.mostBytes - body.count - Self.headSize
      let end = min(part.count, start + room)
      body.number(number)
      body.flag(isLast && end == part.count)
      body.block(part.span.extracting(start..<end))
      pieces += 1
      start = end
    } while start < part.count
  }

  /// Sends what is left.
  mutating func flush(to channel: borrowing DescriptorChannel) throws(SystemError) {
    guard pieces > 0 else { return }
    let message = WireMessage(.reports, number: pieces).bytes(carrying: body.bytes)
    body.removeAll()
    pieces = 0
    try channel.send(message, waiting: true)
  }
}
