import Inventory

/// Reads HTML, cut anywhere: tables become tables, all other text lines.
///
/// Never fails, whatever is missing or crossed.
struct HTMLWalk: LineWalk {
  /// Bytes of a tag that are looked at; a longer one is passed over to its end.
  private static var longestTag: Int { 65_536 }
  /// Bytes after which text without an end is pushed.
  private static var longestText: Int { 65_536 }

  /// Elements that end a line.
  private static var blocks: Set<String> { HTMLTag.blocks }

  private enum State {
    case text
    case tag(quote: UInt8)
    /// Within `<!-- … -->`; counts the dashes just seen.
    case comment(dashes: Int)
    /// Within an element whose text is no markup, until its end tag.
    case raw
  }

  private var state: State = .text
  private var tag: [UInt8] = []
  private var text = HTMLText()
  private var rawName = ""
  private var tables = HTMLTables()

  init() {}

  mutating func take(_ bytes: Span<UInt8>, _ place: LinePlace, into sink: any CellSink) {
    // Each byte has the offset of its character as stored.
    var offsets = LineOffsets(place)
    var index = 0
    while index < bytes.count {
      let widths = TextOrigin.widths(at: index, in: bytes, as: place.width)
      let offset = offsets.stored(of: index, in: bytes)
      let end = min(bytes.count, index + max(1, widths.decoded))
      while index < end {
        take(bytes[index], line: place.line, offset: offset, into: sink)
        index += 1
      }
    }
    if place.isEnd {
      take(0x0A, line: place.line, offset: offsets.stored(of: index, in: bytes), into: sink)
    }
  }

  mutating func finish(into sink: any CellSink) {
    if case .tag = state {
      // A tag that never ended was no tag.
      text.append(tag, line: 1, offset: 0)
    }
    endText(into: sink)
    tables.finish(into: sink)
  }

  private mutating func take(_ byte: UInt8, line: Int, offset: Int, into sink: any CellSink) {
    switch state {
    case .text:
      if byte == 0x3C {
        tag = []
        state = .tag(quote: 0)
      } else {
        text.take(byte, line: line, offset: offset)
        if text.count > Self.longestText { endText(into: sink) }
      }
    case .tag(let quote): takeTag(byte, quote, line: line, offset: offset, into: sink)
    case .comment(let dashes):
      if byte == 0x3E, dashes >= 2 {
        state = .text
        text.dropDashes()
        endText(into: sink)
      } else {
        state = .comment(dashes: byte == 0x2D ? dashes + 1 : 0)
        text.takePlain(byte, line: line, offset: offset)
        if byte == 0x0A || text.count > Self.longestText { endText(into: sink) }
      }
    case .raw:
      if byte == 0x3C {
        tag = []
        state = .tag(quote: 1)
      } else {
        text.takePlain(byte, line: line, offset: offset)
        if byte == 0x0A || text.count > Self.longestText { endText(into: sink) }
      }
    }
  }

  private mutating func takeTag(
    _ byte: UInt8, _ quote: UInt8, line: Int, offset: Int, into sink: any CellSink
  ) {
    if tag.isEmpty {
      let isLetter = byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
      if quote == 1 ? byte != 0x2F : !isLetter && byte != 0x2F && byte != 0x21 && byte != 0x3F {
        // A bare `<` is text.
        state = quote == 1 ? .raw : .text
        text.takePlain(0x3C, line: line, offset: offset)
        return take(byte, line: line, offset: offset, into: sink)
      }
    }
    if quote == 0x22 || quote == 0x27 {
      if byte == quote { state = .tag(quote: 0) }
      append(byte)
      return
    }
    if byte == 0x3E {
      let wasRaw = quote == 1
      state = .text
      let parsed = HTMLTag(tag)
      if wasRaw, parsed.name != rawName {
        state = .raw
        return
      }
      rawName = ""
      return take(parsed, line: line, offset: offset, into: sink)
    }
    append(byte)
    if tag.count == 3, tag[0] == 0x21, tag[1] == 0x2D, tag[2] == 0x2D {
      endText(into: sink)
      state = .comment(dashes: 0)
    } else if quote == 0, byte == 0x22 || byte == 0x27, tag.first != 0x21 {
      state = .tag(quote: byte)
    }
  }

  private mutating func append(_ byte: UInt8) {
    if tag.count < Self.longestTag { tag.append(byte) }
  }

  private mutating func take(_ tag: HTMLTag, line: Int, offset: Int, into sink: any CellSink) {
    let isBlock = Self.blocks.contains(tag.name)
    if isBlock, !tables.isInCell { endText(into: sink) }
    for (index, value) in tag.spokenValues.enumerated() {
      // A number in a field is what the field is called; a cell has a heading for it, and a hint says it in words.
      if index == 0, !tag.fieldName.isEmpty, !tables.isInCell, Self.holdsNumber(value) {
        text.append(tag.fieldName + [0x3A], line: line, offset: offset)
      }
      // What is written into a form or linked stands beside the text.
      text.append([0x20], line: line, offset: offset)
      text.append(value.span, line: line, offset: offset)
      text.append([0x20], line: line, offset: offset)
    }
    switch tag.name {
    case "script", "style", "textarea", "title":
      endText(into: sink)
      if !tag.isEnd, tag.name != "textarea", tag.name != "title" {
        rawName = tag.name
        state = .raw
      }
    case "table":
      endText(into: sink)
      if tag.isEnd { tables.endTable(into: sink) } else { tables.beginTable(into: sink) }
    case "tr":
      endText(into: sink)
      if tag.isEnd { tables.endRow(into: sink) } else { tables.beginRow(line: line, into: sink) }
    case "td", "th":
      endText(into: sink)
      if tag.isEnd {
        tables.endCell()
      } else {
        tables.beginCell(isHeading: tag.name == "th", span: tag.span, line: line, offset: offset)
      }
    case _ where isBlock:
      if tables.isInCell {
        text.append([0x20], line: line, offset: offset)
      } else {
        endText(into: sink)
      }
    default: break
    }
  }

  /// Whether four digits or more stand in a value.
  private static func holdsNumber(_ value: [UInt8]) -> Bool {
    var digits = 0
    for byte in value where byte &- 0x30 <= 9 { digits += 1 }
    // Full-width digits begin with EF.
    return digits >= 4 || value.contains(0xEF)
  }

  private mutating func endText(into sink: any CellSink) {
    guard let piece = text.end() else { return }
    if tables.isInCell {
      tables.append(piece.bytes.span, line: piece.line, offset: piece.offset)
    } else {
      tables.interrupt(into: sink)
      LinePump.push(
        piece.bytes.span, LinePlace(line: piece.line, offset: piece.offset), into: sink)
    }
  }
}
