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
  private var attached: AttachedText?
  /// What UTF-16 an attachment begins with the mark of; its bytes wait until their character is whole.
  private var wide: (encoding: TextEncoding, bytes: [UInt8])?
  private var isBegin = true
  /// Whether a record of an attached table was cut because it was too long.
  private(set) var hasCut = false

  mutating func begin(_ part: MailPart) {
    self.part = part
    pending = []
    base64 = Base64Stream()
    html = part.kind == .html ? HTMLWalk() : nil
    attached = part.mayBeTable ? AttachedText(part) : nil
    wide = nil
    isBegin = true
  }

  mutating func take(_ text: Span<UInt8>, _ place: LinePlace, into sink: any CellSink) {
    if case .unread = part.kind, part.transfer == .base64 { return }
    if pending.isEmpty { pendingPlace = place }
    switch part.transfer {
    case .identity:
      if html == nil, !Self.hasEscape(text) {
        guard attached != nil else { return LinePump.push(text, place, into: sink) }
        attached?.take(LinePump.copy(text), isEnd: place.isEnd, place, into: sink)
        return
      }
      for index in text.indices { pending.append(text[index]) }
      if place.isEnd { flush(into: sink) }
    case .quotedPrintable:
      let goesOn = TransferDecoding.quotedPrintable(text, into: &pending)
      if !goesOn, place.isEnd || pending.count > Self.longestLine { flush(into: sink) }
      if pending.count > Self.longestLine { flush(isWhole: false, into: sink) }
    case .base64:
      if wide == nil { base64.take(text, into: &pending) } else { takeWide(text) }
      if isBegin, attached != nil, pending.count >= 2 { beginWide() }
      flushWholeLines(at: place, into: sink)
    }
  }

  /// Looks for a mark of UTF-16 at the beginning of an attachment, as spreadsheets write it.
  private mutating func beginWide() {
    isBegin = false
    let encoding: TextEncoding
    switch (pending[0], pending[1]) {
    case (0xFF, 0xFE): encoding = .utf16LE
    case (0xFE, 0xFF): encoding = .utf16BE
    default: return
    }
    wide = (encoding, Array(pending.dropFirst(2)))
    pending = []
    decodeWide()
  }

  private mutating func takeWide(_ text: Span<UInt8>) {
    var bytes: [UInt8] = []
    base64.take(text, into: &bytes)
    wide?.bytes.append(contentsOf: bytes)
    decodeWide()
  }

  /// Decodes the characters that are whole.
  private mutating func decodeWide() {
    guard let (encoding, bytes) = wide else { return }
    var count = bytes.count & ~1
    if count >= 2 {
      let high = encoding == .utf16LE ? bytes[count - 1] : bytes[count - 2]
      // The first half of a pair.
      if high & 0xFC == 0xD8 { count -= 2 }
    }
    pending.append(
      contentsOf: TextDecoding.decode(Array(bytes[..<count]), as: encoding).text)
    wide?.bytes = Array(bytes[count...])
  }

  mutating func finish(into sink: any CellSink) {
    flush(into: sink)
    html?.finish(into: sink)
    html = nil
    attached?.finish(into: sink)
    if attached?.hasCut ?? false { hasCut = true }
    attached = nil
  }

  private static func hasEscape(_ text: Span<UInt8>) -> Bool {
    for index in text.indices where text[index] == 0x1B { return true }
    return false
  }

  /// Pushes the lines of base64 text that are whole by now; the rest began on the present line.
  private mutating func flushWholeLines(at place: LinePlace, into sink: any CellSink) {
    guard let last = pending.lastIndex(of: 0x0A) else {
      if pending.count > Self.longestLine { flush(isWhole: false, into: sink) }
      return
    }
    let rest = Array(pending[(last + 1)...])
    pending.removeLast(pending.count - last - 1)
    flush(into: sink)
    pending = rest
    pendingPlace = place
  }

  /// - Parameter isWhole: Whether the last line has ended.
  private mutating func flush(isWhole: Bool = true, into sink: any CellSink) {
    guard !pending.isEmpty else {
      return
    }
    let bytes = pending
    pending = []
    for piece in bytes.split(separator: 0x0A, omittingEmptySubsequences: true) {
      var line = Array(piece)
      if line.last == 0x0D { line.removeLast() }
      if attached != nil {
        let isEnd = isWhole || piece.endIndex < bytes.endIndex
        attached?.take(line, isEnd: isEnd, pendingPlace, into: sink)
        continue
      }
      let text = CharsetDecoding.decode(line, label: part.charset)
      if html != nil {
        html?.take(text.span, pendingPlace, into: sink)
      } else {
        LinePump.push(text.span, pendingPlace, into: sink)
      }
    }
  }
}
