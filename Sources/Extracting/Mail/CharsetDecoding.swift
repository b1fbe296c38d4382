/// Decodes parts of mails and cards, whose labels are often missing or wrong.
enum CharsetDecoding {
  /// The text of some bytes as UTF-8: what is UTF-8 stays, else the label counts if it fits, else the content decides.
  ///
  /// - Parameter known: What the bytes around were found to be written in.
  static func decode(
    _ bytes: [UInt8], label: String?, known: TextEncoding? = nil
  ) -> [UInt8] {
    var hasHigh = false
    var hasEscape = false
    for byte in bytes {
      if byte >= 0x80 { hasHigh = true }
      if byte == 0x1B { hasEscape = true }
    }
    if !hasHigh { return hasEscape ? TextDecoding.decode(bytes, as: .iso2022JP).text : bytes }
    let plain = TextDecoding.decode(bytes, as: .utf8)
    if plain.badBytes == 0 { return plain.text }
    if let label, let encoding = TextEncoding(label: label), encoding != .utf8 {
      let labelled = TextDecoding.decode(bytes, as: encoding)
      if labelled.badBytes == 0 { return labelled.text }
    }
    if let known, known != .utf8 {
      let decoded = TextDecoding.decode(bytes, as: known)
      if decoded.badBytes == 0 { return decoded.text }
    }
    return TextDecoding.decode(bytes, as: EncodingContest.decide(bytes, isCut: false)).text
  }
}
