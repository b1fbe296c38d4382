import Inventory

/// Reads vCards and LDIF: folded lines of `name: value`, of which some are encoded.
struct DirectoryWalk: LineWalk {
  /// Which of the two it is.
  enum Form {
    case vcard, ldif
  }

  /// Bytes of one unfolded line; the rest is pushed as text.
  private static var longestLine: Int { 262_144 }

  private let form: Form
  private var tree = RecordTree(isJSON: false)
  private var pending: [UInt8] = []
  private var pendingPlace = LinePlace(line: 1, offset: 0)
  private var goesOn = false

  init(_ form: Form) {
    self.form = form
    tree.beginRecord()
  }

  mutating func take(_ text: Span<UInt8>, _ place: LinePlace, into sink: any CellSink) {
    let isFolded =
      !place.isStart || goesOn || !text.isEmpty && (text[0] == 0x20 || text[0] == 0x09)
    if !isFolded { flush(into: sink) }
    if text.isEmpty, form == .ldif { tree.beginRecord() }
    guard pending.count + text.count <= Self.longestLine else {
      return LinePump.push(text, place, into: sink)
    }
    let isQuoted = form == .vcard && !pending.isEmpty && goesOn
    let first = isFolded && place.isStart && !isQuoted && !pending.isEmpty ? 1 : 0
    append(text, from: first, place)
    // Quoted-printable goes on behind a `=` at the end of the line.
    goesOn = false
    if form == .vcard, pending.last == 0x3D, Self.isQuotedPrintable(pending) {
      pending.removeLast()
      goesOn = true
    }
  }

  mutating func finish(into sink: any CellSink) { flush(into: sink) }

  /// Appends a physical line to what it goes on with, and keeps where its bytes stand in the file.
  private mutating func append(_ text: Span<UInt8>, from first: Int, _ place: LinePlace) {
    if pending.isEmpty {
      pendingPlace = place
    } else if first < text.count {
      var offsets = LineOffsets(place)
      let rest = offsets.place(of: first, in: text).origin
      for checkpoint in rest.checkpoints {
        var own = checkpoint
        own.decoded += pending.count
        if pendingPlace.checkpoints.last?.decoded == own.decoded {
          pendingPlace.checkpoints.removeLast()
        }
        pendingPlace.checkpoints.append(own)
      }
    }
    for index in first..<max(first, text.count) { pending.append(text[index]) }
  }

  private static func isQuotedPrintable(_ line: [UInt8]) -> Bool {
    let head = String(decoding: line.prefix { $0 != 0x3A }.prefix(200), as: UTF8.self)
    return head.uppercased().contains("QUOTED-PRINTABLE")
  }

  private mutating func flush(into sink: any CellSink) {
    guard !pending.isEmpty else { return }
    let line = pending
    pending = []
    goesOn = false
    guard line.first != 0x23, let colon = line.firstIndex(of: 0x3A), colon > 0, colon < 200 else {
      return LinePump.push(line.span, pendingPlace, into: sink)
    }
    let head = String(decoding: line[..<colon], as: UTF8.self)
    var value = Array(line[(colon + 1)...])
    var offsets = LineOffsets(pendingPlace)
    switch form {
    case .ldif:
      var start = colon + 1
      if value.first == 0x3A {
        start += 1
        var bytes: [UInt8] = []
        var stream = Base64Stream()
        stream.take(value.span, into: &bytes)
        value = CharsetDecoding.decode(bytes, label: nil)
      }
      while start < line.count, line[start] == 0x20 { start += 1 }
      value = Array(value.drop { $0 == 0x20 })
      // Options such as `;lang-ja` tell the language and not the kind.
      let name = head.split(separator: ";").first.map(String.init) ?? head
      tree.push(
        value.span, keys: [name], offsets.place(of: start, in: line.span), into: sink)
    case .vcard:
      takeCard(head, value, offsets.place(of: colon + 1, in: line.span), into: sink)
    }
  }

  private mutating func takeCard(
    _ head: String, _ value: [UInt8], _ place: LinePlace, into sink: any CellSink
  ) {
    let parts = head.split(separator: ";").map { $0.uppercased() }
    var name = parts.first ?? ""
    // `item1.TEL` groups what belongs together.
    if let dot = name.lastIndex(of: ".") { name = String(name[name.index(after: dot)...]) }
    if name == "BEGIN" { tree.beginRecord() }
    let parameters = parts.dropFirst()
    if ["BEGIN", "END", "VERSION"].contains(name) { return }
    var value = value
    if parameters.contains(where: { $0.contains("QUOTED-PRINTABLE") }) {
      var bytes: [UInt8] = []
      TransferDecoding.quotedPrintable(value.span, into: &bytes)
      let charset = parameters.first { $0.hasPrefix("CHARSET=") }
      value = CharsetDecoding.decode(bytes, label: charset.map { String($0.dropFirst(8)) })
    } else if parameters.contains(where: {
      $0 == "BASE64" || $0 == "ENCODING=B" || $0 == "ENCODING=BASE64"
    }) {
      // Pictures, sounds and keys are no text.
      if ["PHOTO", "LOGO", "SOUND", "KEY"].contains(name) { return }
      var bytes: [UInt8] = []
      var stream = Base64Stream()
      stream.take(value.span, into: &bytes)
      value = CharsetDecoding.decode(bytes, label: nil)
    }
    let fields = Self.fields(value)
    if name == "ADR", fields.count >= 6 {
      // Box, extension, street, town, region, postal code, country: in the order in which Japan writes them.
      let address = [fields[4], fields[3], fields[2], fields[1]].filter { !$0.isEmpty }
      let joined = Array(address.joined())
      tree.push(joined.span, keys: ["vcard", "ADR"], place, into: sink)
      let postalCode = fields[5]
      tree.push(
        postalCode.span, keys: ["vcard", "ADR", "postal-code"], place, into: sink)
    } else {
      let joined = Array(fields.filter { !$0.isEmpty }.joined(separator: [0x20]))
      tree.push(joined.span, keys: ["vcard", name], place, into: sink)
    }
  }

  /// The fields between semicolons, escapes undone.
  private static func fields(_ value: [UInt8]) -> [[UInt8]] {
    var fields: [[UInt8]] = [[]]
    var isEscaped = false
    for byte in value {
      if isEscaped {
        isEscaped = false
        fields[fields.count - 1].append(byte | 0x20 == 0x6E ? 0x20 : byte)
      } else if byte == 0x5C {
        isEscaped = true
      } else if byte == 0x3B, fields.count < 64 {
        fields.append([])
      } else {
        fields[fields.count - 1].append(byte)
      }
    }
    return fields
  }
}
