/// The encodings that text is read in.
///
/// All are decoded to UTF-8 before anything looks at the text.
package enum TextEncoding: Sendable, Equatable, Hashable, CaseIterable {
  case utf8, cp932, eucJP, iso2022JP, utf16LE, utf16BE

  /// The name that reports use, as in ``ContentReport/encoding``.
  package var name: String {
    switch self {
    case .utf8: "UTF-8"
    case .cp932: "CP932"
    case .eucJP: "EUC-JP"
    case .iso2022JP: "ISO-2022-JP"
    case .utf16LE: "UTF-16LE"
    case .utf16BE: "UTF-16BE"
    }
  }

  /// Whether bytes below 0x40 always are the ASCII characters, so that line ends can be found before decoding.
  var keepsLineEnds: Bool {
    switch self {
    case .utf8, .cp932, .eucJP: true
    case .iso2022JP, .utf16LE, .utf16BE: false
    }
  }

  /// Bytes that a bad character costs.
  var unitWidth: Int {
    switch self {
    case .utf8, .cp932, .eucJP, .iso2022JP: 1
    case .utf16LE, .utf16BE: 2
    }
  }

  /// How many bytes from a bad one on are bad for sure, each whatever follows it but the next byte.
  ///
  /// Bytes that the decoder must judge end the run; so the decoder is not asked again for each byte of what is no text.
  ///
  /// - Parameters:
  ///   - start: A byte that is known to be bad.
  ///   - end: One past the last byte to look at; more than `start`.
  /// - Returns: At least 1.
  func badRun(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
    var index = start + 1
    switch self {
    case .utf8:
      while index < end {
        let byte = bytes[index]
        if byte < 0x80 { break }
        if byte >= 0xC2, byte < 0xF5 {
          // A lead byte is bad where no second byte follows.
          guard index + 1 < bytes.count, bytes[index + 1] & 0xC0 != 0x80 else { break }
        }
        index &+= 1
      }
    case .cp932:
      while index < end, bytes[index] == 0x80 || bytes[index] == 0xA0 || bytes[index] >= 0xFD {
        index &+= 1
      }
    case .eucJP:
      while index < end, bytes[index] >= 0x80, bytes[index] != 0x8E, bytes[index] != 0x8F,
        bytes[index] < 0xA1 || bytes[index] == 0xFF
      {
        index &+= 1
      }
    case .iso2022JP, .utf16LE, .utf16BE: break
    }
    return index - start
  }

  /// The encoding that a label means, as mails and XML declarations write it; `nil` when it names none of ours.
  ///
  /// Shift_JIS in every spelling is read as CP932, and Latin-1 and ASCII as UTF-8, since content decides.
  ///
  /// - Parameter label: In any case, such as `iso-2022-jp` or `Windows-31J`.
  package init?(label: String) {
    switch label.lowercased() {
    case "utf-8", "utf8", "us-ascii", "ascii", "unicode-1-1-utf-8", "cp65001": self = .utf8
    case "shift_jis", "shift-jis", "sjis", "x-sjis", "ms_kanji", "csshiftjis", "windows-31j",
      "cswindows31j", "cp932", "ms932", "x-ms-cp932", "shiftjis":
      self = .cp932
    case "euc-jp", "eucjp", "x-euc-jp", "x-euc", "cseucpkdfmtjapanese", "eucjp-ms", "eucjp-win",
      "cp51932":
      self = .eucJP
    case "iso-2022-jp", "csiso2022jp", "iso-2022-jp-1", "iso-2022-jp-2", "iso-2022-jp-3",
      "iso-2022-jp-ms", "cp50220", "cp50221", "cp50222", "jis":
      self = .iso2022JP
    case "utf-16le": self = .utf16LE
    case "utf-16be": self = .utf16BE
    default: return nil
    }
  }
}
