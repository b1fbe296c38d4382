import Inventory

/// Decodes the body of one part as its lines come in.
struct MailBody {
  /// Bytes after which a decoded line that does not end is pushed as it is.
  private static var longestLine: Int { 65_536 }

  private var part = MailPart()
  /// Decoded bytes of the line that has not ended yet, and where it began in the file.
  private var pending: [UInt8] = []
  private var pendingPlace = LinePlace(line: 1, offset: 0)
  private var base64 = Base64Stream()
  private var html: HTMLWalk?

  mutating func begin(_ part: MailPart) {
    self.part = part
    pending = []
    base64 = Base64Stream()
    html = part.kind == .html ? HTMLWalk() : nil
  }

  mutating func take(_ text: Span<UInt8>, _ place: LinePlace, into sink: any CellSink) {
    if case .unread = part.kind, part.transfer == .base64 { return }
    if pending.isEmpty { pendingPlace = place }
    switch part.transfer {
    case .identity:
      if html == nil, !Self.hasEscape(text) { return LinePump.push(text, place, into: sink) }
      for index in text.indices { pending.append(text[index]) }
      if place.isEnd { flush(into: sink) }
    case .quotedPrintable:
      let goesOn = TransferDecoding.quotedPrintable(text, into: &pending)
      if !goesOn, place.isEnd || pending.count > Self.longestLine { flush(into: sink) }
      if pending.count > Self.longestLine { flush(into: sink) }
    case .base64:
      base64.take(text, into: &pending)
      flushWholeLines(at: place, into: sink)
    }
  }

  mutating func finish(into sink: any CellSink) {
    flush(into: sink)
    html?.finish(into: sink)
    html = nil
  }

  private static func hasEscape(_ text: Span<UInt8>) -> Bool {
    for index in text.indices where text[index] == 0x1B { return true }
    return false
  }

  /// Pushes the lines of base64 text that are whole by now; the rest began on the present line.
  private mutating func flushWholeLines(at place: LinePlace, into sink: any CellSink) {
    guard let last = pending.lastIndex(of: 0x0A) else {
      if pending.count > Self.longestLine { flush(into: sink) }
      return
    }
    let rest = Array(pending[(last + 1)...])
    pending.removeLast(pending.count - last - 1)
    flush(into: sink)
    pending = rest
    pendingPlace = place
  }

  private mutating func flush(into sink: any CellSink) {
    guard !pending.isEmpty else {
      return
    }
    let bytes = pending
    pending = []
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: true) {
      var line = Array(line)
      if line.last == 0x0D { line.removeLast() }
      let text = CharsetDecoding.decode(line, label: part.charset)
      if html != nil {
        html?.take(text.span, pendingPlace, into: sink)
      } else {
        LinePump.push(text.span, pendingPlace, into: sink)
      }
    }
  }
}
