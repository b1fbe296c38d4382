/// Masks persons' names in paths.
enum NameMask {
  /// The path with every part that is a person's name replaced by `＊`.
  ///
  /// Parts are what stands between marks, blanks, digits and honorifics; two parts with only a blank,
  /// a low line or a full-width blank between them are also tried together, as family and given name.
  static func masked(_ path: String, isName: (String) -> Bool) -> String {
    let parts = split(path)
    var result = ""
    var index = 0
    while index < parts.count {
      let part = parts[index]
      if !part.isMark, index + 2 < parts.count, isBlank(parts[index + 1].text),
        !parts[index + 2].isMark,
        isName(part.text + parts[index + 1].text + parts[index + 2].text)
      {
        result += "＊"
        index += 3
      } else {
        let honorific = index + 1 < parts.count ? parts[index + 1].honorific : ""
        let isPerson =
          !part.isMark
          && (isName(part.text) || !honorific.isEmpty && isName(part.text + honorific))
        result += isPerson ? "＊" : part.text
        index += 1
      }
    }
    return result
  }

  private struct Part {
    var text: String
    var isMark: Bool

    /// The honorific that the part begins with; empty when there is none.
    var honorific: String {
      guard let first = text.unicodeScalars.first, NameMask.honorifics.contains(first) else {
        return ""
      }
      return String(first)
    }
  }

  /// Honorifics that end a name.
  private static let honorifics: Set<Unicode.Scalar> = ["様", "殿", "氏", "御"]

  private static func split(_ path: String) -> [Part] {
    var parts: [Part] = []
    for scalar in path.unicodeScalars {
      let isMark = isMark(scalar)
      if let last = parts.indices.last, parts[last].isMark == isMark {
        parts[last].text.unicodeScalars.append(scalar)
      } else {
        parts.append(Part(text: String(scalar), isMark: isMark))
      }
    }
    return parts
  }

  private static func isBlank(_ text: String) -> Bool {
    text == " " || text == "_" || text == "\u{3000}" || text == "・"
  }

  /// ASCII but letters, full-width marks and digits, and the honorifics that end a name.
  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "A"..."Z", "a"..."z": false
    case _ where honorifics.contains(scalar): true
    default:
      switch scalar.value {
      case 0...0x7F, 0x3000...0x3004, 0x3007...0x3030, 0x30FB, 0xFF00...0xFF20,
        0xFF3B...0xFF40, 0xFF5B...0xFF65, 0x10_FE00...:
        true
      default: false
      }
    }
  }
}
