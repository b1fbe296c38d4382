import ScanKernels

/// How a file's bytes are to be read: what was decided, or is still open, before reading on.
package struct EncodingDecision: Sendable, Equatable {
  package var encoding: TextEncoding
  /// Bytes of the byte order mark at the front, which is no text: 0, 2 or 3.
  package var markLength: Int
  /// Whether all bytes so far were ASCII, so that the first other byte decides between UTF-8, CP932, EUC-JP and ISO-2022-JP.
  package var isOpen: Bool

  package init(_ encoding: TextEncoding, markLength: Int = 0, isOpen: Bool = false) {
    self.encoding = encoding
    self.markLength = markLength
    self.isOpen = isOpen
  }

  /// The name that reports use: `UTF-8 BOM`, `CP932` and so on.
  package var name: String { markLength > 0 ? encoding.name + " BOM" : encoding.name }

  /// What the first bytes of a file decide: byte order marks and UTF-16 without one.
  ///
  /// All else stays open.
  ///
  /// - Parameter head: The first bytes of the file, 64 KiB where there are so many.
  package static func decide(head: [UInt8]) -> EncodingDecision {
    decide(head: head, ByteTraits(of: head.span))
  }

  /// The same, by what is known to stand in the head.
  static func decide(head: [UInt8], _ traits: ByteTraits) -> EncodingDecision {
    guard let first = head.first else { return EncodingDecision(.utf8, isOpen: true) }
    if first >= 0xEF, let marked = marked(head) { return marked }
    // The spelling of ASCII and of line ends has a zero byte in every unit.
    if traits.contains(.zero), let encoding = UTF16Pattern.encoding(of: head) {
      return EncodingDecision(encoding)
    }
    return EncodingDecision(.utf8, isOpen: true)
  }

  /// What a byte order mark decides.
  private static func marked(_ head: [UInt8]) -> EncodingDecision? {
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { return EncodingDecision(.utf8, markLength: 3) }
    // A mark alone, or followed by zeros only, is no text; UTF-32 is not read.
    let isLittle = head.starts(with: [0xFF, 0xFE]) && !head.starts(with: [0xFF, 0xFE, 0, 0])
    guard isLittle || head.starts(with: [0xFE, 0xFF]) else { return nil }
    if isUTF8Behind(head, isBigEndian: !isLittle) { return EncodingDecision(.utf8, markLength: 2) }
    return EncodingDecision(isLittle ? .utf16LE : .utf16BE, markLength: 2)
  }

  /// Whether UTF-8 stands behind a mark of UTF-16: one that was put there by mistake, or to hide what follows.
  ///
  /// Lines of UTF-16 end with a zero byte beside the line feed; but its kana and many kanji are made of ASCII bytes.
  private static func isUTF8Behind(_ head: [UInt8], isBigEndian: Bool) -> Bool {
    let rest = Array(head.dropFirst(2))
    guard rest.count >= 8, rest.contains(0x0A), !rest.contains(0),
      !UTF16Pattern.isText(rest, isBigEndian: isBigEndian)
    else { return false }
    // What the head cut off is at most three bytes.
    let most = head.count >= EncodingContest.sampleSize ? 3 : 0
    return TextDecoding.decode(rest, as: .utf8).badBytes <= most
  }
}
