import ScanKernels

/// Looks into the containers of office documents just far enough to name them and to see encryption.
enum ContainerSignature {
  /// Names zip, OLE2 and PDF files by what is in them.
  ///
  /// - Parameters:
  ///   - head: The first bytes of the file.
  ///   - size: Its length, when known: the end of a PDF says whether it is encrypted.
  static func identify(
    _ head: [UInt8], size: Int?, _ source: any ByteSource
  ) throws(ReadError) -> FileSignature? {
    if FileSignature.matches(head, [0x50, 0x4B, 0x03, 0x04], at: 0) { return zip(head) }
    if FileSignature.matches(head, [0x50, 0x4B, 0x05, 0x06], at: 0) { return .unsupported("zip") }
    if FileSignature.matches(head, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], at: 0) {
      return try compound(head, source)
    }
    // The mark may stand behind a few other bytes; in a sentence it is a word.
    if let mark = find(pdfMark, in: head, from: 0, to: 1_024), isPDFMark(head, at: mark) {
      var text = head
      if let size, size > head.count {
        text += try bytes(of: source, at: max(head.count, size - 4_096), count: 4_096)
      }
      return contains(text, Array("/Encrypt".utf8)) ? .encrypted("pdf") : .unsupported("pdf")
    }
    return nil
  }

  private static let pdfMark = Array("%PDF-".utf8)

  /// Whether a version follows, and no text of its line comes before.
  private static func isPDFMark(_ head: [UInt8], at place: Int) -> Bool {
    let version = place + pdfMark.count
    guard version < head.count, head[version] &- 0x30 <= 9 else { return false }
    return place == 0 || head[place - 1] <= 0x20 && head[place - 1] != 0x20
      || head[..<place].contains { $0 < 0x09 }
  }

  /// By the names of the first local headers.
  private static func zip(_ head: [UInt8]) -> FileSignature {
    guard head.count >= 30 else { return .unsupported("zip") }
    if head[6] & 1 != 0 { return .encrypted("zip") }
    var names: [String] = []
    var position = 0
    while position + 30 <= head.count, names.count < 64,
      FileSignature.matches(head, [0x50, 0x4B, 0x03, 0x04], at: position)
    {
      let packed = number(head, position + 18, 4)
      let nameLength = number(head, position + 26, 2)
      let extra = number(head, position + 28, 2)
      let nameEnd = min(position + 30 + nameLength, head.count)
      names.append(String(decoding: head[position + 30..<nameEnd], as: UTF8.self))
      if names.count == 1, names[0] == "mimetype" {
        let media = String(decoding: head[nameEnd..<min(nameEnd + 64, head.count)], as: UTF8.self)
        for (kind, name) in [("spreadsheet", "ods"), ("text", "odt"), ("presentation", "odp")]
        where media.contains("opendocument." + kind) {
          return .unsupported(name)
        }
        if media.contains("epub") { return .unsupported("epub") }
      }
      // Sizes that stand behind the data are not known here: look for the next header.
      if head[position + 6] & 8 != 0 || packed == 0 {
        guard let next = find([0x50, 0x4B, 0x03, 0x04], in: head, from: nameEnd) else { break }
        position = next
      } else {
        position += 30 + nameLength + extra + packed
      }
    }
    func has(_ prefix: String) -> Bool { names.contains { $0.hasPrefix(prefix) } }
    if has("xl/workbook.bin") { return .unsupported("xlsb") }
    if has("xl/") { return .unsupported("xlsx") }
    if has("word/") { return .unsupported("docx") }
    if has("ppt/") { return .unsupported("pptx") }
    if has("visio/") { return .unsupported("vsdx") }
    if has("[Content_Types].xml") || has("_rels/") { return .unsupported("office-open-xml") }
    if has("META-INF/MANIFEST.MF") { return .unsupported("jar") }
    return .unsupported("zip")
  }

  /// By the entries of an OLE2 directory.
  private static func compound(
    _ head: [UInt8], _ source: any ByteSource
  ) throws(ReadError) -> FileSignature {
    guard head.count >= 76 else { return .unsupported("ole2") }
    let sector = 1 << min(number(head, 30, 2), 12)
    let start = (number(head, 48, 4) + 1) * sector
    let directory = try bytes(of: source, at: start, count: 4_096) + head
    func has(_ name: String) -> Bool { contains(directory, name.utf8.flatMap { [$0, 0] }) }
    if has("EncryptedPackage") || has("EncryptionInfo") { return .encrypted("office") }
    if has("__substg1.0_") || has("__properties_version") { return .unsupported("msg") }
    if has("WordDocument") { return .unsupported("doc") }
    if has("Workbook") || has("Book") { return .unsupported("xls") }
    if has("PowerPoint Document") { return .unsupported("ppt") }
    if has("VisioDocument") { return .unsupported("vsd") }
    if has("JSRV_SummaryInformation") || has("DocumentText") { return .unsupported("jtd") }
    return .unsupported("ole2")
  }

  static func number(_ bytes: [UInt8], _ offset: Int, _ width: Int) -> Int {
    var value = 0
    for index in (0..<width).reversed() {
      value = value << 8 | (offset + index < bytes.count ? Int(bytes[offset + index]) : 0)
    }
    return value
  }

  static func contains(_ bytes: [UInt8], _ wanted: [UInt8]) -> Bool {
    find(wanted, in: bytes, from: 0) != nil
  }

  /// Where some bytes stand for the first time, wholly before `end`; `nil` when they do not.
  static func find(
    _ wanted: [UInt8], in bytes: [UInt8], from start: Int, to end: Int = .max
  ) -> Int? {
    let end = min(end, bytes.count)
    guard end - start >= wanted.count, let first = wanted.first else { return nil }
    let span = bytes.span
    let last = end - wanted.count
    var base = start
    while base <= last {
      var places: UInt64 = 0
      let width = min(64, last - base + 1)
      if base + 64 <= span.count {
        places = equalMask(span, at: base, first)
        if width < 64 { places &= (1 << UInt64(width)) - 1 }
      } else {
        for index in 0..<width where span[base + index] == first { places |= 1 << UInt64(index) }
      }
      while places != 0 {
        let place = base + places.trailingZeroBitCount
        places &= places - 1
        if holds(span, wanted, at: place) { return place }
      }
      base += 64
    }
    return nil
  }

  private static func holds(_ bytes: Span<UInt8>, _ wanted: [UInt8], at place: Int) -> Bool {
    for index in wanted.indices where bytes[place + index] != wanted[index] { return false }
    return true
  }

  /// Reads up to `count` bytes at an offset; fewer at the end.
  static func bytes(
    of source: any ByteSource, at offset: Int, count: Int
  ) throws(ReadError) -> [UInt8] {
    var result = [UInt8](repeating: 0, count: count)
    var length = 0
    while length < count {
      var whole = result.mutableSpan
      var free = whole._mutatingExtracting(length..<count)
      let read = try source.read(at: offset + length, into: &free)
      if read == 0 { break }
      length += read
    }
    result.removeLast(count - length)
    return result
  }
}
