import Inventory

/// The last mask before anything is written: every string that came from a source passes here.
///
/// The worker has masked already; it may have been taken over, so this is done again.
enum MaskedText {
  /// A heading, element path, word or other short text taken from a source.
  static func text(_ text: String) -> String {
    Masking.masked(text)
  }

  /// What is mounted, as the system names it: the user (and password) before the server's name is masked, the server stays.
  ///
  /// `user@server:/folder` reads as a mail address; without its server nobody could tell where the data lies.
  static func mountSource(_ source: String) -> String {
    var parts = source.split(separator: "/", omittingEmptySubsequences: false)
    let isScheme = parts.count > 2 && parts[0].hasSuffix(":") && parts[1].isEmpty
    let server = parts.indices.dropFirst(isScheme ? 2 : 0).first { !parts[$0].isEmpty }
    if let server, let at = parts[server].lastIndex(of: "@") {
      parts[server] = "＊" + parts[server][at...]
    }
    return Masking.masked(parts.joined(separator: "/"))
  }

  /// A sentence made by the program itself, in which ISO dates and grouped counts stand on purpose.
  static func sentence(_ sentence: String) -> String {
    guard Masking.mayChange(sentence.utf8.span) else { return sentence }
    let bytes = Array(sentence.utf8)
    var result = ""
    var start = 0
    var index = 0
    while index < bytes.count {
      guard isDate(bytes, at: index) else {
        index += 1
        continue
      }
      result += Masking.masked(String(decoding: bytes[start..<index], as: UTF8.self))
      result += String(decoding: bytes[index..<(index + 10)], as: UTF8.self)
      index += 10
      start = index
    }
    return result + Masking.masked(String(decoding: bytes[start...], as: UTF8.self))
  }

  /// Whether `YYYY-MM-DD` of this or the last century's end stands at the index, not within a longer number.
  private static func isDate(_ bytes: [UInt8], at index: Int) -> Bool {
    guard index + 10 <= bytes.count, bytes[index] == 0x31 || bytes[index] == 0x32 else {
      return false
    }
    for offset in 0..<10 {
      let byte = bytes[index + offset]
      let fits = offset == 4 || offset == 7 ? byte == 0x2D : isDigit(byte)
      if !fits { return false }
    }
    let isFree = index == 0 || !isDigit(bytes[index - 1]) && bytes[index - 1] != 0x2D
    let end = index + 10
    return isFree && (end == bytes.count || !isDigit(bytes[end]) && bytes[end] != 0x2D)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
