import CLibXML2

/// Parses XML as it is fed, piece by piece: a stream of one or more documents of UTF-8 text.
///
/// Nothing is ever loaded, connected to or printed, and a declared encoding is not believed, since the text is UTF-8 by now.
/// Memory is bounded by ``XMLLimits`` and the library's own limits. One parser belongs to one thread.
@safe package struct XMLPushParser: ~Copyable {
  /// The library's version, such as `2.9.14`.
  // Safety: a constant of the library's header.
  package static var libraryVersion: String { unsafe String(cString: tanaoroshi_libxml_version()) }

  /// Takes the events of a piece, the bytes that they point into, and the spellings of names that were not met
  /// before, in the order of their numbers and with prefixes.
  package typealias Take = (Span<XMLEvent>, Span<UInt8>, [String]) -> Void

  /// The largest piece that the library gets at a time.
  ///
  /// It looks for ends of constructs in all that it has, again and again.
  private static var pieceSize: Int { 8_192 }
  /// The largest piece that is looked at at a time.
  private static var blockSize: Int { 1 << 20 }
  /// Bytes read without the library that are worth the change to and fro.
  private static var worthwhile: Int { 128 }

  // Safety: allocated in init, freed in deinit; the library and its callbacks use it in between.
  let state: UnsafeMutablePointer<XMLState>
  private var announced = 0
  private var documents = 0
  private var hasBegun = false
  var line = 1
  var endsInCR = false
  private var gauge = AttributeGauge()
  var scratch: [UInt8] = []
  private var plain = PlainContent()
  private var plainEvents = XMLRoom<XMLEvent>(capacity: Self.usualEvents)
  private static var usualEvents: Int { 8_192 }
  /// Whether content that holds nothing unusual is read without the library; off only in tests, which compare.
  private let readsPlainContent: Bool
  /// Bytes that the library gets at least before that is tried again.
  private var stride = 1
  /// Whether the library only has to see one end tag first.
  private var isAtParentsEnd = false
  /// Set once parsing has ended for good.
  package private(set) var stop: XMLStop?

  /// The end of the last event: all text before it was understood.
  ///
  /// At the end of a text that is cut the library counts a byte that is not there.
  package var understood: XMLPosition {
    var position = unsafe state.pointee.understood
    position.offset = unsafe min(position.offset, state.pointee.fed)
    return position
  }

  private static let isReady: Bool = {
    // Safety: once, before any parser; the loader refuses everything.
    xmlInitParser()
    unsafe xmlSetExternalEntityLoader { _, _, _ in nil }
    return true
  }()

  /// Makes a parser at the start of a stream.
  package init(readsPlainContent: Bool = true) {
    self.readsPlainContent = readsPlainContent
    unsafe state = .allocate(capacity: 1)
    unsafe state.initialize(to: XMLState())
    guard Self.isReady else { return }
    // Safety: both settings belong to this thread.
    tanaoroshi_silence_generic_errors()
    unsafe xmlSetStructuredErrorFunc(nil) { _, _ in }
    var table = unsafe XMLCallbacks.table()
    // Safety: the library copies the table.
    unsafe state.pointee.context = xmlCreatePushParserCtxt(&table, state, nil, 0, nil)
    setOptions()
    if unsafe state.pointee.context == nil {
      stop = XMLStop(.memory, understood: understood)
    }
  }

  deinit {
    // Safety: the only owner; the document that the library makes for entities is not freed with the context.
    if let context = unsafe state.pointee.context {
      if let document = unsafe context.pointee.myDoc {
        unsafe context.pointee.myDoc = nil
        unsafe xmlFreeDoc(document)
      }
      unsafe xmlCtxtResetLastError(context)
      unsafe xmlFreeParserCtxt(context)
    }
    // The library keeps the text of the last message for the thread.
    xmlResetLastError()
    plainEvents.free()
    unsafe state.pointee.free()
    unsafe state.deinitialize(count: 1)
    unsafe state.deallocate()
  }

  private func setOptions() {
    // Safety: the context is ours.
    guard let context = unsafe state.pointee.context else { return }
    unsafe xmlCtxtUseOptions(
      context,
      Int32(bitPattern: XML_PARSE_NONET.rawValue | XML_PARSE_IGNORE_ENC.rawValue))
  }

  /// Parses the next bytes of the stream.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8, cut anywhere.
  ///   - take: Gets what can be told by now.
  /// - Returns: Why parsing has ended; `nil` as long as it goes on. What was not understood is for the caller to read.
  package mutating func feed(
    _ bytes: Span<UInt8>, _ take: Take
  ) -> XMLStop? {
    var start = 0
    while start < bytes.count, stop == nil {
      let end = min(start + Self.blockSize, bytes.count)
      feedPiece(bytes.extracting(start..<end), take)
      start = end
    }
    return stop
  }

  /// Says that the stream has ended.
  package mutating func finish(
    _ take: Take
  ) -> XMLStop? {
    if stop == nil, endsInCR { feedCarriageReturn(take) }
    guard stop == nil, hasBegun else { return stop }
    // Remarks and instructions behind the last root belong to its document.
    if documents > 1, unsafe state.pointee.isAtEpilogEnd { return nil }
    // Safety: no bytes are passed.
    unsafe xmlParseChunk(state.pointee.context, nil, 0, 1)
    deliver(take)
    if unsafe state.pointee.rootEnd != nil { return nil }
    if unsafe state.pointee.depth > 0 || state.pointee.understood.offset < state.pointee.fed {
      stop = XMLStop(
        unsafe state.pointee.depth > 0 ? .truncated : state.pointee.cause ?? .truncated,
        understood: understood)
    }
    return stop
  }

  /// Reads what holds nothing unusual without the library, and gives it the rest.
  mutating func parse(
    _ bytes: Span<UInt8>, _ take: Take
  ) {
    var start = 0
    while start < bytes.count, stop == nil {
      if !hasBegun {
        start = skipBlanks(bytes, from: start)
        guard start < bytes.count else { return }
        begin()
      }
      if readsPlainContent, unsafe state.pointee.isAtRest {
        let end = readPlainContent(bytes, from: start, take)
        if end - start >= Self.worthwhile {
          stride = 1
          gauge = AttributeGauge()
          start = end
          // A stretch ends where it is long enough: perhaps the next begins here.
          continue
        }
        start = end
        guard start < bytes.count else { return }
      }
      start = parseByLibrary(bytes, from: start, take)
    }
  }

  /// - Returns: Where what was read ends.
  private mutating func readPlainContent(
    _ bytes: Span<UInt8>, from start: Int, _ take: Take
  ) -> Int {
    guard bytes.count - start > PlainContent.margin else { return start }
    let stretch = unsafe plain.read(
      bytes, from: start, at: state.pointee.current, depth: state.pointee.depth,
      state.pointee.accepted, into: &plainEvents)
    isAtParentsEnd = stretch.endsParent
    guard stretch.end > start else { return start }
    // Safety: the events are lent for the call; nothing else changes them.
    unsafe take(Span(_unsafeElements: plainEvents.elements), bytes, [])
    plainEvents.clear(keeping: Self.usualEvents)
    unsafe state.pointee.pass(stretch.end - start, lines: stretch.lines)
    return stretch.end
  }

  /// Gives the library a piece that ends behind a tag, if it can.
  ///
  /// - Returns: Where what it took ends.
  private mutating func parseByLibrary(
    _ bytes: Span<UInt8>, from start: Int, _ take: Take
  ) -> Int {
    let most = min(start + Self.pieceSize, bytes.count)
    var end = most
    if isAtParentsEnd {
      isAtParentsEnd = false
      end = start + 1
      while end < most, bytes[end - 1] != 0x3E { end += 1 }
    } else if readsPlainContent, stride < Self.pieceSize {
      end = min(start + stride, most)
      while end < most, bytes[end - 1] != 0x3E { end += 1 }
      // The longer nothing comes of it, the longer it is not tried again.
      stride = min(max(stride * 4, 64), Self.pieceSize)
    } else {
      stride = 1_024
    }
    let piece = bytes.extracting(start..<end)
    if let tag = gauge.overfullTag(in: piece, limit: XMLLimits.attributes) {
      _ = feedLibrary(piece.extracting(0..<tag), take)
      if stop == nil { stop = XMLStop(.attributes, understood: understood) }
      return end
    }
    return start + feedLibrary(piece, take)
  }

  /// - Returns: How many bytes it took: fewer than all when a document ends among them.
  private mutating func feedLibrary(
    _ bytes: Span<UInt8>, _ take: Take
  ) -> Int {
    guard !bytes.isEmpty else { return 0 }
    let before = unsafe state.pointee.fed
    unsafe state.pointee.fed += bytes.count
    // Safety: the library copies what it is given; a piece is small.
    unsafe bytes.withUnsafeBufferPointer { piece in
      unsafe piece.withMemoryRebound(to: CChar.self) { text in
        _ = unsafe xmlParseChunk(
          state.pointee.context, text.baseAddress, Int32(text.count), 0)
      }
    }
    deliver(take)
    if let end = unsafe state.pointee.rootEnd {
      // What follows is the next document of the stream.
      let taken = max(end.offset - before, 0)
      unsafe state.pointee.fed = before + taken
      line = end.line
      hasBegun = false
      gauge = AttributeGauge()
      if documents > 1_000, documents * XMLLimits.documentSize > end.offset {
        stop = XMLStop(.documents, understood: end)
      }
      return taken
    }
    if let cause = unsafe state.pointee.cause { stop = XMLStop(cause, understood: understood) }
    return bytes.count
  }

  private mutating func begin() {
    hasBegun = true
    if documents > 0 {
      // Safety: the context stays ours; its table of names stays too, so that names keep their addresses.
      unsafe xmlCtxtResetPush(state.pointee.context, nil, 0, nil, nil)
      setOptions()
    }
    documents += 1
    unsafe state.pointee.entities.forget()
    unsafe state.pointee.rootEnd = nil
    unsafe state.pointee.depth = 0
    unsafe state.pointee.documentOffset = state.pointee.fed
    unsafe state.pointee.linesBefore = line - 1
    unsafe state.pointee.understood = XMLPosition(offset: state.pointee.fed, line: line)
  }

  private mutating func deliver(_ take: Take) {
    var newNames: [String] = []
    while unsafe announced < state.pointee.names.spellings.count {
      newNames.append(unsafe state.pointee.names.spellings[announced])
      announced += 1
    }
    // Safety: nothing writes to either while they are lent: the library is not at work.
    let events = unsafe Span(_unsafeElements: state.pointee.events.elements)
    let text = unsafe Span(_unsafeElements: state.pointee.text.elements)
    take(events, text, newNames)
    unsafe state.pointee.events.clear(keeping: XMLState.usualEvents)
    unsafe state.pointee.text.clear(keeping: XMLState.usualText)
  }
}
