import Inventory

/// Reads a mail, or a file of many, line by line: header fields and text parts become lines of text.
///
/// Only ASCII of the structure is looked at, so that it does not matter in which encoding the rest was stored.
struct MailWalk: LineWalk {
  /// Parts within parts.
  static var deepest: Int { 10 }
  /// Bytes of one header field; the rest is dropped from the structure but pushed as text.
  static var longestField: Int { 65_536 }

  private enum State {
    case header, body
  }

  private var state: State = .header
  private var part = MailPart()
  private var boundaries: [[UInt8]] = []
  private var field: [UInt8] = []
  private var fieldPlace = LinePlace(line: 1, offset: 0)
  private var body = MailBody()
  private var lastWasBlank = true
  /// Whether a record of an attached table was cut because it was too long.
  var hasCut: Bool { body.hasCut }
  /// Formats of the parts that were not read, each once.
  private(set) var unreadFormats: [String] = []

  init() {}

  mutating func take(_ text: Span<UInt8>, _ place: LinePlace, into sink: any CellSink) {
    if place.isStart {
      if lastWasBlank, Self.begins(text, "From "), text.count < 1_000,
        state == .body || place.line == 1
      {
        // An mbox separator.
        endPart(into: sink)
        boundaries = []
        beginHeader()
        LinePump.push(text, place, into: sink)
        return
      }
      if let (level, isClosing) = boundary(text) {
        endField(into: sink)
        endPart(into: sink)
        boundaries.removeLast(boundaries.count - level - (isClosing ? 0 : 1))
        if isClosing {
          // What follows up to the next boundary belongs to no part: it is read as text.
          part = MailPart()
          beginBody()
        } else {
          beginHeader()
        }
        lastWasBlank = false
        return
      }
    }
    switch state {
    case .header: takeHeader(text, place, into: sink)
    case .body: body.take(text, place, into: sink)
    }
    lastWasBlank = text.isEmpty && place.isStart
  }

  mutating func finish(into sink: any CellSink) {
    endField(into: sink)
    endPart(into: sink)
  }

  private mutating func beginHeader() {
    state = .header
    part = MailPart()
    field = []
  }

  private mutating func beginBody() {
    state = .body
    body.begin(part)
  }

  private mutating func endPart(into sink: any CellSink) {
    endField(into: sink)
    if state == .body { body.finish(into: sink) }
  }

  private mutating func takeHeader(
    _ text: Span<UInt8>, _ place: LinePlace, into sink: any CellSink
  ) {
    if text.isEmpty, place.isStart {
      endField(into: sink)
      switch part.kind {
      case .multipart:
        if let boundary = part.boundary, !boundary.isEmpty {
          if boundaries.count < Self.deepest {
            boundaries.append(boundary)
          } else {
            note("multipart")
          }
        }
        // The preamble is text.
        part = MailPart()
        beginBody()
      case .message where part.transfer != .identity:
        // Forbidden by RFC 2046, and done: its own structure is not read, only its lines.
        note("message")
        part.kind = .text
        beginBody()
      case .message: beginHeader()
      case .unread(let format):
        note(format)
        beginBody()
      case .text, .html: beginBody()
      }
      return
    }
    let isFolded = !place.isStart || text[0] == 0x20 || text[0] == 0x09
    if !isFolded { endField(into: sink) }
    if field.isEmpty { fieldPlace = place }
    guard field.count + text.count <= Self.longestField else {
      return LinePump.push(text, place, into: sink)
    }
    for index in text.indices { field.append(text[index]) }
  }

  private mutating func note(_ format: String) {
    if !unreadFormats.contains(format) { unreadFormats.append(format) }
  }

  private mutating func endField(into sink: any CellSink) {
    guard !field.isEmpty else { return }
    let whole = field
    field = []
    guard let colon = whole.firstIndex(of: 0x3A), colon < 100 else {
      return LinePump.push(whole.span, fieldPlace, into: sink)
    }
    let name = String(decoding: whole[..<colon], as: UTF8.self).lowercased()
    let value = Array(whole[(colon + 1)...])
    part.take(name, value)
    guard !Self.isSilent(name) else { return }
    let decoded = HeaderWords.decode(whole)
    LinePump.push(decoded.span, fieldPlace, into: sink)
  }

  /// Fields that hold signatures, in which any number may occur.
  private static func isSilent(_ name: String) -> Bool {
    name == "dkim-signature" || name.hasPrefix("arc-") || name == "domainkey-signature"
      || name == "mime-version" || name == "content-transfer-encoding"
  }

  private static func begins(_ text: Span<UInt8>, _ word: StaticString) -> Bool {
    let word = Array(word.description.utf8)
    guard text.count >= word.count else { return false }
    for index in word.indices where text[index] != word[index] { return false }
    return true
  }

  /// Which open boundary a line is, innermost first, and whether it closes its multipart.
  private func boundary(_ text: Span<UInt8>) -> (level: Int, isClosing: Bool)? {
    guard !boundaries.isEmpty, text.count >= 3, text[0] == 0x2D, text[1] == 0x2D else {
      return nil
    }
    for level in boundaries.indices.reversed() {
      let boundary = boundaries[level]
      guard text.count >= boundary.count + 2 else { continue }
      var index = 0
      while index < boundary.count, text[index + 2] == boundary[index] { index += 1 }
      guard index == boundary.count else { continue }
      var rest = index + 2
      let isClosing = rest + 1 < text.count && text[rest] == 0x2D && text[rest + 1] == 0x2D
      if isClosing { rest += 2 }
      while rest < text.count, ValueText.isBlank(text[rest]) { rest += 1 }
      if rest == text.count { return (level, isClosing) }
    }
    return nil
  }
}
