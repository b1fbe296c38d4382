import Inventory

/// What the first bytes of a file say of formats that are not read.
enum FileSignature: Equatable {
  /// A format that is not read, by its name in reports.
  case unsupported(String)
  /// A format whose content is enciphered, by its name in reports.
  case encrypted(String)

  /// How such a file counts.
  var unread: Unread {
    switch self {
    case .unsupported(let name): Unread(.skipped, .unsupportedFormat, detail: name)
    case .encrypted(let name): Unread(.skipped, .encrypted, detail: name)
    }
  }

  var name: String {
    switch self {
    case .unsupported(let name), .encrypted(let name): name
    }
  }

  /// A magic number, where in the file it stands, and the name of what it marks.
  private struct Magic {
    var offset = 0
    var bytes: [UInt8]
    var name: String

    init(_ text: String, _ name: String, at offset: Int = 0) {
      bytes = text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
      self.name = name
      self.offset = offset
    }
  }

  /// Scalars U+0080...U+00FF stand for bytes of that value.
  ///
  /// The longer of two that share a beginning comes first.
  private static let magics: [Magic] = [
    Magic("\u{FF}\u{FE}\0\0", "utf-32"), Magic("\0\0\u{FE}\u{FF}", "utf-32"),
    Magic("\u{89}PNG\r\n\u{1A}\n", "image"), Magic("\u{FF}\u{D8}\u{FF}", "image"),
    Magic("GIF87a", "image"), Magic("GIF89a", "image"), Magic("II*\0", "image"),
    Magic("MM\0*", "image"), Magic("8BPS\0\u{1}", "image"), Magic("\0\0\u{1}\0", "image"),
    Magic("\u{D7}\u{CD}\u{C6}\u{9A}", "image"), Magic("\0\0\0\u{C}jP  ", "image"),
    Magic("AC10", "dwg"), Magic("\u{1F}\u{8B}\u{8}", "gzip"), Magic("BZh", "bzip2"),
    Magic("\u{FD}7zXZ\0", "xz"), Magic("(\u{B5}/\u{FD}", "zstd"), Magic("\u{4}\"M\u{18}", "lz4"),
    Magic("7z\u{BC}\u{AF}'\u{1C}", "7z"), Magic("Rar!\u{1A}\u{7}", "rar"),
    Magic("-lh", "lzh", at: 2), Magic("-lz", "lzh", at: 2), Magic("MSCF\0\0\0\0", "cab"),
    Magic("ustar", "tar", at: 257), Magic("\u{1F}\u{9D}", "compress"), Magic("!<arch>\n", "ar"),
    Magic("SQLite format 3\0", "sqlite"), Magic("\u{7F}ELF", "executable"),
    Magic("\u{CA}\u{FE}\u{BA}\u{BE}", "executable"),
    Magic("\u{CF}\u{FA}\u{ED}\u{FE}", "executable"),
    Magic("\0asm", "executable"), Magic("ID3", "audio"), Magic("OggS\0", "audio"),
    Magic("fLaC\0", "audio"), Magic("MThd\0\0\0\u{6}", "audio"), Magic("#!AMR", "audio"),
    Magic("0&\u{B2}u\u{8E}f\u{CF}\u{11}", "video"), Magic("\u{1A}E\u{DF}\u{A3}", "video"),
    Magic("FLV\u{1}", "video"), Magic("\0\0\u{1}\u{BA}", "video"),
    Magic("\0\0\u{1}\u{B3}", "video"),
    Magic("{\\rtf", "rtf"), Magic("%!PS", "postscript"),
    Magic("\u{C5}\u{D0}\u{D3}\u{C6}", "postscript"),
    Magic("\0\u{1}\0\0Standard Jet DB", "mdb"), Magic("\0\u{1}\0\0Standard ACE DB", "accdb"),
    Magic("PAR1", "parquet"), Magic("Obj\u{1}", "avro"), Magic("ORC", "orc"),
    Magic("\0\u{1}\0\0\0", "font"), Magic("OTTO\0", "font"), Magic("ttcf\0", "font"),
    Magic("wOFF\0", "font"), Magic("wOF2\0", "font"), Magic("!BDN", "pst"),
    Magic("\u{60}\u{E}\u{82}\u{1}", "docuworks"), Magic("ITSF\u{3}\0", "chm"),
    Magic("L\0\0\0\u{1}\u{14}\u{2}\0", "shortcut"), Magic("\u{89}HDF\r\n", "hdf5"),
    Magic("KDMV", "disk-image"), Magic("conectix", "disk-image"), Magic("vhdxfile", "disk-image"),
    Magic("\u{37}\u{7F}\u{6}\u{82}", "sqlite-wal"), Magic("\u{37}\u{7F}\u{6}\u{83}", "sqlite-wal"),
    Magic("regf", "registry"), Magic("ElfFile\0", "event-log"), Magic("MDMP", "dump"),
    // GNU gettext, in either order of bytes.
    Magic("\u{DE}\u{12}\u{4}\u{95}", "message-catalogue"),
    Magic("\u{95}\u{4}\u{12}\u{DE}", "message-catalogue"),
  ]

  /// Those that a file with some first byte may have, in the same order.
  private static let magicsByFirst: [[Magic]] = {
    // Most bytes begin none.
    var table = Array(repeating: magics.filter { $0.offset > 0 }, count: 256)
    for first in Set(magics.compactMap { $0.offset == 0 ? $0.bytes.first : nil }) {
      table[Int(first)] = magics.filter { $0.offset > 0 || $0.bytes.first == first }
    }
    return table
  }()

  private static let riff = Array("RIFF".utf8)
  private static let brand = Array("ftyp".utf8)

  /// Names a format by its first bytes.
  ///
  /// - Parameter head: The first bytes of the file, 64 KiB where there are so many.
  /// - Returns: `nil` when no format of the list begins so; PDF, zip and OLE2 are looked into by ``ContainerSignature``.
  static func identify(_ head: [UInt8]) -> FileSignature? {
    guard let first = head.first else { return nil }
    for magic in magicsByFirst[Int(first)] where matches(head, magic.bytes, at: magic.offset) {
      // Words that may also begin a text must be followed by something that no text has.
      if mayBeText(magic.name), !hasControl(head) { continue }
      return .unsupported(magic.name)
    }
    if matches(head, riff, at: 0), head.count >= 12 {
      switch String(decoding: head[8..<12], as: UTF8.self) {
      case "WEBP": return .unsupported("image")
      case "WAVE": return .unsupported("audio")
      case "AVI ": return .unsupported("video")
      default: return hasControl(head) ? .unsupported("riff") : nil
      }
    }
    if matches(head, brand, at: 4), head.count >= 12 {
      let kind = String(decoding: head[8..<12], as: UTF8.self)
      let isImage = ["heic", "heix", "mif1", "msf1", "avif", "hevc"].contains(kind)
      return .unsupported(isImage ? "image" : kind.hasPrefix("M4A") ? "audio" : "video")
    }
    if head.count >= 64, matches(head, [0x4D, 0x5A], at: 0), hasControl(head) {
      return .unsupported("executable")
    }
    if head.count >= 26, matches(head, [0x42, 0x4D], at: 0), head[6...9].allSatisfy({ $0 == 0 }),
      head[15] == 0, head[16] == 0, head[17] == 0
    {
      return .unsupported("image")
    }
    // An MPEG audio frame: eleven bits of synchronisation, layer III.
    if head.count >= 4, head[0] == 0xFF, head[1] & 0xE6 == 0xE2, head[2] & 0xF0 != 0xF0,
      head[2] & 0x0C != 0x0C, hasControl(head)
    {
      return .unsupported("audio")
    }
    return nil
  }

  private static func mayBeText(_ name: String) -> Bool {
    [
      "bzip2", "dwg", "audio", "lzh", "orc", "parquet", "registry", "dump", "disk-image", "tar",
      "compress",
    ]
    .contains(name)
  }

  /// Whether bytes stand at the front that no text holds.
  static func hasControl(_ head: [UInt8]) -> Bool {
    head.prefix(512).contains { $0 < 0x07 || $0 >= 0x0E && $0 < 0x1A && $0 != 0x0F && $0 != 0x0E }
  }

  static func matches(_ head: [UInt8], _ bytes: [UInt8], at offset: Int) -> Bool {
    guard head.count >= offset + bytes.count else { return false }
    for index in bytes.indices where head[offset + index] != bytes[index] { return false }
    return true
  }
}
