import ScanKernels

/// Reads stretches of content on which the library could say nothing new: whole elements whose names it has accepted
/// before, with text and attributes that hold no reference.
///
/// A record of an export is like the one before it, and the library takes 60 instructions for each byte of it. What
/// is read here is well formed by itself and leaves the library where it stood: tags pair, nothing in the text is
/// forbidden, no attribute stands twice. Whatever else comes, down to a blank within an end tag, is left to the library.
struct PlainContent {
  /// An element that has begun: where its name stands.
  private struct Open {
    var start: Int
    var length: Int
  }

  /// How far a stretch goes.
  struct Stretch {
    /// One past the last element that is whole; the start when there is none.
    var end: Int
    /// Line feeds before it.
    var lines: Int
    /// Whether the end of the element around it follows.
    var endsParent = false
  }

  /// Bytes that kernels may read behind what they look at.
  static let margin = 32
  /// Bytes after which a stretch ends, so that its text stays in the processor's nearest memory until it is looked at.
  private static let longest = 32_768
  /// Bytes of elements that are not closed after which a stretch is given up.
  private static let deepest = 16_384
  /// Most attributes of an element: each is compared with each.
  private static let mostAttributes = 16

  private var open: [Open] = []
  /// By the number of a name, the last bits of it: the name that came after it.
  private var following = [AcceptedNames.Name](
    repeating: AcceptedNames.Name(), count: Self.remembered)
  private static let remembered = 256
  private var previous = 0
  private var seen = [Int32](repeating: 0, count: PlainContent.mostAttributes)

  /// Reads elements from `start` on.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8 without control characters but tabs and line feeds.
  ///   - position: That of `bytes[start]`.
  ///   - depth: Elements that are open there.
  ///   - events: Gets those of whole elements; texts are places in `bytes`.
  mutating func read(
    _ bytes: Span<UInt8>, from start: Int, at position: XMLPosition, depth: Int,
    _ names: borrowing AcceptedNames, into events: inout XMLRoom<XMLEvent>
  ) -> Stretch {
    // No text is longer than two stretches.
    let bound = min(bytes.count, start + 2 * Self.longest) - Self.margin
    let longest = min(bound, start + Self.longest)
    let base = position.offset - start
    var line = position.line
    var place = start
    var whole = Stretch(end: start, lines: 0)
    var kept = events.count
    open.removeAll(keepingCapacity: true)
    while place < longest {
      if place &- whole.end > Self.deepest { break }
      if bytes[place] != 0x3C {
        let text = endOfXMLText(bytes, from: place, to: bound)
        guard text.end < bound, bytes[text.end] == 0x3C else { break }
        events.append(Self.event(.text, place, text.end, base, line))
        line &+= text.lines
        place = text.end
      }
      let tag = place
      if bytes[tag &+ 1] == 0x2F {
        guard let element = open.last else {
          whole.endsParent = true
          break
        }
        guard Self.ends(bytes, at: tag, element.start, element.length) else { break }
        open.removeLast()
        place = tag &+ element.length &+ 3
        events.append(Self.event(.endElement, place, place, base, line))
      } else {
        guard depth &+ open.count < XMLLimits.depth - 1,
          let name = name(bytes, at: tag &+ 1, to: bound, names)
        else { break }
        let length = Int(name.length)
        let end = tag &+ 1 &+ length
        if bytes[end] == 0x3E {
          let inner = endOfXMLText(bytes, from: end &+ 1, to: bound)
          if inner.end &+ length < bound, Self.ends(bytes, at: inner.end, name, tag &+ 1) {
            events.append(Self.event(.leaf, end &+ 1, inner.end, base, line, name.number))
            line &+= inner.lines
            place = inner.end &+ length &+ 3
          } else {
            events.append(Self.event(.startElement, tag, tag, base, line, name.number))
            open.append(Open(start: tag &+ 1, length: length))
            place = end &+ 1
          }
        } else {
          events.append(Self.event(.startElement, tag, tag, base, line, name.number))
          guard
            let close = attributes(bytes, from: end, to: bound, base, line, names, into: &events)
          else { break }
          if bytes[close] == 0x2F {
            place = close + 2
            events.append(Self.event(.endElement, place, place, base, line))
          } else {
            open.append(Open(start: tag + 1, length: length))
            place = close + 1
          }
        }
      }
      if open.isEmpty {
        whole = Stretch(end: place, lines: line &- position.line)
        kept = events.count
      }
    }
    events.shorten(to: kept)
    return whole
  }

  /// The name that begins at a place, if the library has accepted it.
  @inline(__always)
  private mutating func name(
    _ bytes: Span<UInt8>, at start: Int, to bound: Int, _ names: borrowing AcceptedNames
  ) -> AcceptedNames.Name? {
    // After a tag comes mostly the one that came after it before.
    let guess = following[previous]
    if start &+ Int(guess.length) < bound, guess.stands(in: bytes, at: start) {
      previous = Int(guess.number) & (Self.remembered - 1)
      return guess
    }
    guard let end = endOfXMLName(bytes, from: start, to: bound), end > start,
      let name = names.find(bytes, start, end &- start)
    else { return nil }
    following[previous] = name
    previous = Int(name.number) & (Self.remembered - 1)
    return name
  }

  /// Reads the attributes of a tag.
  ///
  /// - Returns: Where its `>` or `/>` stands; `nil` when the library has to see to it.
  private mutating func attributes(
    _ bytes: Span<UInt8>, from start: Int, to bound: Int, _ base: Int, _ line: Int,
    _ names: borrowing AcceptedNames, into events: inout XMLRoom<XMLEvent>
  ) -> Int? {
    var place = start
    var count = 0
    while place < bound {
      let isParted = bytes[place] == 0x20
      while place < bound, bytes[place] == 0x20 { place += 1 }
      if bytes[place] == 0x3E { return place }
      if bytes[place] == 0x2F { return bytes[place + 1] == 0x3E ? place : nil }
      guard isParted, count < Self.mostAttributes,
        let end = endOfXMLName(bytes, from: place, to: bound), end > place, end + 2 < bound,
        bytes[end] == 0x3D, bytes[end + 1] == 0x22 || bytes[end + 1] == 0x27,
        !Self.isNamespace(bytes, place, end),
        let name = names.find(bytes, place, end - place)?.number
      else { return nil }
      for index in 0..<count where seen[index] == name { return nil }
      seen[count] = name
      count += 1
      guard let close = Self.endOfValue(bytes, from: end + 2, to: bound, quote: bytes[end + 1])
      else { return nil }
      events.append(Self.event(.attribute, end + 2, close, base, line, name))
      place = close + 1
    }
    return nil
  }

  /// Where the quote behind a value stands that needs no change: no reference, and no blank that counts as another.
  private static func endOfValue(
    _ bytes: Span<UInt8>, from start: Int, to bound: Int, quote: UInt8
  ) -> Int? {
    var place = start
    while place < bound {
      let byte = bytes[place]
      if byte == quote { return place }
      if byte < 0x20 || byte == 0x26 || byte == 0x3C { return nil }
      if byte == 0xEF, bytes[place + 1] == 0xBF, bytes[place + 2] >= 0xBE { return nil }
      place += 1
    }
    return nil
  }

  /// Whether an attribute declares a namespace.
  private static func isNamespace(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    // "xmlns"
    end - start >= 5 && loadWord(bytes, at: start) & 0xFF_FFFF_FFFF == 0x73_6E6C_6D78
  }

  /// Whether the end tag of a name begins at a place.
  ///
  /// - Parameter start: Where the name stands in the beginning tag.
  @inline(__always)
  private static func ends(
    _ bytes: Span<UInt8>, at tag: Int, _ name: AcceptedNames.Name, _ start: Int
  ) -> Bool {
    guard name.length <= 16 else { return ends(bytes, at: tag, start, Int(name.length)) }
    return bytes[tag] == 0x3C && bytes[tag &+ 1] == 0x2F && name.stands(in: bytes, at: tag &+ 2)
  }

  /// The same for a name of any length.
  @inline(__always)
  private static func ends(_ bytes: Span<UInt8>, at tag: Int, _ start: Int, _ length: Int) -> Bool {
    guard bytes[tag] == 0x3C, bytes[tag &+ 1] == 0x2F else { return false }
    let name = tag &+ 2
    // The tag must lie within the bytes that may be looked at, words at its end included.
    guard name &+ length &+ 8 <= bytes.count, bytes[name &+ length] == 0x3E else { return false }
    var offset = 0
    while offset &+ 8 <= length {
      guard loadWord(bytes, at: name &+ offset) == loadWord(bytes, at: start &+ offset) else {
        return false
      }
      offset &+= 8
    }
    guard offset < length else { return true }
    let others = UInt64(truncatingIfNeeded: 64 &- 8 &* (length &- offset))
    let difference = loadWord(bytes, at: name &+ offset) ^ loadWord(bytes, at: start &+ offset)
    return difference << others == 0
  }

  @inline(__always)
  private static func event(
    _ kind: XMLEvent.Kind, _ start: Int, _ end: Int, _ base: Int, _ line: Int, _ name: Int32 = -1
  ) -> XMLEvent {
    XMLEvent(
      kind: kind, name: name, start: Int32(truncatingIfNeeded: start),
      end: Int32(truncatingIfNeeded: end),
      position: XMLPosition(offset: base &+ start, line: line))
  }
}
