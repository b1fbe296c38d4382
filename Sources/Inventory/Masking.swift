/// Masks what could be a value in a string taken from a source: a path, a heading, an element name.
///
/// Every such string passes here before it goes anywhere: once in the worker, once more in the parent.
package enum Masking {
  /// Digits in a row, separators between them allowed, from which on a run is masked.
  package static let longestPlainRun = 6

  /// The text with runs of 7 or more digits (full width and separators counted in) and mail addresses replaced by `＊`, and control characters escaped.
  ///
  /// - Parameter text: A path, heading or element name. Not a whole document.
  package static func masked(_ text: String) -> String {
    mayChange(text.utf8.span) ? escapingControls(maskingValues(text)) : text
  }

  /// The same of a path in UTF-8.
  package static func masked(path: [UInt8]) -> [UInt8] {
    mayChange(path.span) ? Array(masked(String(decoding: path, as: UTF8.self)).utf8) : path
  }

  /// The text with runs of 7 or more digits and mail addresses replaced by `＊`, control characters left as they are.
  package static func maskingValues(_ text: String) -> String {
    maskingMail(maskingDigits(text))
  }

  /// Whether masking would change the text for anything but control characters.
  package static func isMasked(_ text: String) -> Bool {
    mayChange(text.utf8.span) && maskingMail(maskingDigits(text)) != text
  }

  static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0xFF10...0xFF19: true
    default: false
    }
  }

  /// Separators that may stand between the digits of one number.
  static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20, 0x2D, 0x2E, 0x5F, 0xA0, 0x2010...0x2015, 0x2212, 0x3000, 0x3013, 0x30FC, 0xFF0D,
      0xFF0E,
      0xFF70:
      true
    default: false
    }
  }

  static func maskingDigits(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    var index = 0
    while index < scalars.count {
      guard isDigit(scalars[index]) else {
        result.append(scalars[index])
        index += 1
        continue
      }
      var end = index
      var digits = 0
      var cursor = index
      while cursor < scalars.count {
        if isDigit(scalars[cursor]) {
          digits += 1
          cursor += 1
          end = cursor
        } else if isSeparator(scalars[cursor]), cursor + 1 < scalars.count,
          isDigit(scalars[cursor + 1])
        {
          cursor += 1
        } else {
          break
        }
      }
      if digits > longestPlainRun {
        result.append("＊")
      } else {
        result.append(contentsOf: scalars[index..<end])
      }
      index = end
    }
    return String(result)
  }

  static func maskingMail(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0 == "@" || $0 == "＠" }) else { return text }
    let scalars = Array(text.unicodeScalars)
    var masked = Array(repeating: false, count: scalars.count)
    for (index, scalar) in scalars.enumerated() where scalar == "@" || scalar == "＠" {
      var start = index
      while start > 0, isMailCharacter(scalars[start - 1]) { start -= 1 }
      var end = index + 1
      while end < scalars.count, isMailCharacter(scalars[end]) { end += 1 }
      guard start < index, end > index + 1 else { continue }
      for position in start..<end { masked[position] = true }
    }
    var result = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      if !masked[index] {
        result.append(scalar)
      } else if index == 0 || !masked[index - 1] {
        result.append("＊")
      }
    }
    return String(result)
  }

  /// Letters, digits and what else may stand in an address unquoted (RFC 5322 3.2.3), but `/`, which parts names.
  private static func isMailCharacter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x21, 0x23...0x27, 0x2A, 0x2B, 0x2D, 0x2E, 0x3D,
      0x3F, 0x5E...0x60, 0x7B...0x7E:
      true
    case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A, 0xFF0D, 0xFF0E, 0xFF3F: true
    default: false
    }
  }

  /// The text with control, line-separating and direction-changing characters written as `\u{…}`.
  package static func escapingControls(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      if isControl(scalar) {
        result += "\\u{" + String(scalar.value, radix: 16) + "}"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// C0, DEL, C1, line and paragraph separators, bidirectional controls, zero-width characters.
  package static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x1F, 0x7F...0x9F, 0x061C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF:
      true
    default: false
    }
  }
}
