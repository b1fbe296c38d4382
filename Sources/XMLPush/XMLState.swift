import CLibXML2

/// What the library's callbacks write into while a piece of text is parsed; the parser hands it on afterwards.
///
/// Events are noted here first and handed to the caller when the library has returned: one call for many events,
/// and no trap of the caller in the library's frames.
@safe struct XMLState {
  /// Events since the last hand-over, and the bytes that they point into.
  var events = XMLRoom<XMLEvent>(capacity: Self.usualEvents)
  var text = XMLRoom<UInt8>(capacity: Self.usualText)
  static let usualEvents = 2_048
  static let usualText = 16_384
  var names = XMLNames()
  /// The same names by their bytes.
  var accepted = AcceptedNames()
  var entities = XMLEntities()
  /// Elements open in this document.
  var depth = 0
  /// Offset in the stream of the first byte of this document, and lines before its first.
  var documentOffset = 0
  var linesBefore = 0
  /// Bytes of the stream fed so far; the budget of expansions follows it.
  var fed = 0
  /// The end of the last event.
  var understood = XMLPosition(offset: 0, line: 1)
  /// Where the root element of this document ended, once it has.
  var rootEnd: XMLPosition?
  var cause: XMLStop.Cause?
  /// The library's context, which the callbacks ask for the current position. Owned by the parser.
  // Safety: set before the first callback and freed after the last.
  var context: xmlParserCtxtPtr?
  /// What `getEntity` answers within text: a "predefined" entity, whose content the library inlines.
  var textEntity = unsafe xmlEntity()
  /// What it answers within an attribute: an entity without content, whose reference the library leaves standing.
  var attributeEntity = unsafe xmlEntity()
  /// The text that `textEntity` points to, NUL at the end; allocated.
  var entityText: UnsafeMutableBufferPointer<UInt8>?

  init() {}

  /// Whether events are of interest no more.
  var isDeaf: Bool { cause != nil || rootEnd != nil }

  /// Whether the library waits between two tags of content, with all that it got understood.
  ///
  /// Not where a document type gives attributes a default or a kind: then a tag means more than it says.
  var isAtRest: Bool {
    // Safety: the context is valid between init and free, and so is its input.
    guard depth > 0, !isDeaf, let context = unsafe context,
      let input = unsafe context.pointee.input, current.offset == fed
    else { return false }
    return unsafe context.pointee.instate == XML_PARSER_CONTENT
      && context.pointee.inputNr == 1 && context.pointee.attsDefault == nil
      && context.pointee.attsSpecial == nil && input.pointee.cur == input.pointee.end
  }

  /// Whether nothing but whole remarks, instructions and blanks has been fed since the last document ended.
  var isAtEpilogEnd: Bool {
    // Safety: as above.
    guard depth == 0, !isDeaf, let context = unsafe context,
      let input = unsafe context.pointee.input, current.offset == fed
    else { return false }
    return unsafe context.pointee.instate == XML_PARSER_MISC
      && input.pointee.cur == input.pointee.end
  }

  /// Takes note of content that was read without the library.
  mutating func pass(_ bytes: Int, lines: Int) {
    fed += bytes
    documentOffset += bytes
    linesBefore += lines
    understood = current
  }

  /// Where the library stands.
  @inline(__always) var current: XMLPosition {
    // Safety: the library keeps `input` valid while it calls back, with base <= cur <= end.
    guard let input = unsafe context?.pointee.input else { return understood }
    return unsafe XMLPosition(
      offset: documentOffset + Int(bitPattern: UInt(input.pointee.consumed))
        + (input.pointee.cur - input.pointee.base),
      line: linesBefore + Int(input.pointee.line))
  }

  /// The offset in the stream of a byte that the library points to; `nil` when it is a copy of its own.
  @inline(__always) func offset(of byte: UnsafePointer<UInt8>) -> Int? {
    // Safety: only addresses are compared; nothing is read.
    guard let input = unsafe context?.pointee.input,
      unsafe byte >= input.pointee.base, unsafe byte < input.pointee.end
    else { return nil }
    return unsafe documentOffset + Int(bitPattern: UInt(input.pointee.consumed))
      + (byte - input.pointee.base)
  }

  /// The bytes between two places as the library holds them; empty when it holds them no more.
  func input(from start: XMLPosition, to end: XMLPosition) -> UnsafeBufferPointer<UInt8> {
    // Safety: what is handed out lies between base and end of the library's input.
    guard let input = unsafe context?.pointee.input, let base = unsafe input.pointee.base else {
      return unsafe UnsafeBufferPointer(start: nil, count: 0)
    }
    let first = unsafe documentOffset + Int(bitPattern: UInt(input.pointee.consumed))
    let from = start.offset - first
    let to = end.offset - first
    guard from >= 0, from <= to, unsafe to <= input.pointee.end - base else {
      return unsafe UnsafeBufferPointer(start: nil, count: 0)
    }
    return unsafe UnsafeBufferPointer(start: base + from, count: to - from)
  }

  @inline(__always)
  mutating func note(
    _ kind: XMLEvent.Kind, name: Int = -1, text bytes: UnsafeBufferPointer<UInt8>,
    at position: XMLPosition
  ) {
    let start = Int32(truncatingIfNeeded: text.count)
    // Safety: the buffer is valid for the callback; its bytes are copied.
    unsafe text.append(bytes)
    events.append(
      XMLEvent(
        kind: kind, name: Int32(truncatingIfNeeded: name), start: start,
        end: Int32(truncatingIfNeeded: text.count), position: position))
  }

  @inline(__always)
  mutating func note(_ kind: XMLEvent.Kind, name: Int = -1, at position: XMLPosition) {
    let end = Int32(truncatingIfNeeded: text.count)
    events.append(
      XMLEvent(
        kind: kind, name: Int32(truncatingIfNeeded: name), start: end, end: end,
        position: position))
  }

  /// Frees what the state owns.
  func free() {
    events.free()
    text.free()
    unsafe entityText?.deallocate()
  }
}
