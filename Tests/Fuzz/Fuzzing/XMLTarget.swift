import XMLPush

/// The driver of libxml2.
struct XMLTarget: FuzzTarget {
  func run(_ bytes: [UInt8]) {
    // What reaches the driver is UTF-8 by then.
    let text = Array(String(decoding: bytes, as: UTF8.self).utf8)
    let whole = read(text, pieces: max(text.count, 1))
    for size in [1, 7] {
      let pieces = read(text, pieces: size)
      require(pieces.depth == whole.depth || pieces.stop != nil, "pieces give the same elements")
    }
  }

  private func read(_ text: [UInt8], pieces: Int) -> (depth: Int, stop: XMLStop?) {
    var parser = XMLPushParser()
    var depth = 0
    var names = 0
    var last = 0
    func take(_ events: Span<XMLEvent>, _ bytes: Span<UInt8>, _ newNames: [String]) {
      names += newNames.count
      for index in events.indices {
        let event = events[index]
        require(
          event.start <= event.end && Int(event.end) <= bytes.count, "events lie within the bytes")
        require(event.position.offset <= text.count, "places lie within the file")
        switch event.kind {
        case .startElement:
          depth += 1
          require(Int(event.name) < names, "names were told")
        case .attribute: require(Int(event.name) < names, "names were told")
        case .endElement:
          depth -= 1
          require(depth >= 0, "no more elements end than began")
        case .leaf: require(Int(event.name) < names, "names were told")
        case .text, .remark: break
        }
      }
      require(parser.understood.offset >= last, "what is understood goes forward")
      last = parser.understood.offset
    }
    var start = 0
    while start < text.count {
      let end = min(start + pieces, text.count)
      var isOver = false
      // The closure may not look at the parser while it is fed.
      var kept = KeptEvents()
      isOver = parser.feed(text.span.extracting(start..<end)) { kept.add($0, $1, $2) } != nil
      kept.forEach(take)
      if isOver { break }
      start = end
    }
    var kept = KeptEvents()
    let stop = parser.finish { kept.add($0, $1, $2) }
    kept.forEach(take)
    require(stop != nil || depth == 0, "a document that ends well is closed")
    require(stop.map { $0.understood.offset <= text.count } ?? true, "it ends within the text")
    return (depth, stop)
  }
}

/// Events and their bytes, kept beyond the call.
private struct KeptEvents {
  private var batches: [([XMLEvent], [UInt8], [String])] = []

  mutating func add(_ events: Span<XMLEvent>, _ bytes: Span<UInt8>, _ names: [String]) {
    batches.append((events.indices.map { events[$0] }, bytes.indices.map { bytes[$0] }, names))
  }

  func forEach(_ take: (Span<XMLEvent>, Span<UInt8>, [String]) -> Void) {
    for (events, bytes, names) in batches { take(events.span, bytes.span, names) }
  }
}
