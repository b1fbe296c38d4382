import Inventory

/// A path as reports may show it: masked, printable, and exact where it is not masked.
package struct MaskedPath: Sendable, Equatable {
  /// Masked; controls as `\u{…}`, bytes that are not UTF-8 as `\xNN`, a backslash that would read as one of the two as `\u{5c}`.
  package let text: String
  /// The masked bytes, where the name is not valid UTF-8; `nil` otherwise.
  package let bytes: [UInt8]?

  /// Masks the bytes of a path.
  ///
  /// - Parameters:
  ///   - path: As the file system holds it, relative to its root.
  ///   - isName: Says of a part of the path whether it is a person's name, to be masked too.
  package init(_ path: [UInt8], isName: (@Sendable (String) -> Bool)? = nil) {
    if let valid = String(validating: path, as: UTF8.self) {
      let named = isName.map { NameMask.masked(valid, isName: $0) } ?? valid
      text =
        MaskedText.needsMask(named.utf8) || path.contains(UInt8(ascii: "\\"))
        ? Masking.masked(Self.escapingBackslashes(named)) : named
      bytes = nil
    } else {
      let masked = Self.maskingForeignDigits(path)
      let carrier = Self.carrier(of: masked)
      let named = isName.map { NameMask.masked(carrier, isName: $0) } ?? carrier
      (text, bytes) = Self.unpacked(named)
    }
  }

  /// First of 256 private-use characters that carry the bytes that are not UTF-8 through the mask.
  private static let carried: UInt32 = 0x10_FE00

  /// The path as text, each byte that is part of no character as a private-use character.
  private static func carrier(of path: [UInt8]) -> String {
    var scalars = String.UnicodeScalarView()
    var index = 0
    while index < path.count {
      let length = characterLength(path, at: index)
      if length > 0, let scalar = scalar(path[index..<(index + length)]), scalar.value < carried {
        scalars.append(scalar)
        index += length
      } else {
        appendCarried(path[index], to: &scalars)
        index += 1
      }
    }
    return String(scalars)
  }

  private static func appendCarried(_ byte: UInt8, to scalars: inout String.UnicodeScalarView) {
    if let scalar = Unicode.Scalar(carried + UInt32(byte)) { scalars.append(scalar) }
  }

  /// Length of the whole, valid UTF-8 character at the index; 0 when there is none.
  private static func characterLength(_ path: [UInt8], at index: Int) -> Int {
    let lead = path[index]
    let length = lead < 0x80 ? 1 : lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard length > 0, lead < 0xF5, index + length <= path.count else { return 0 }
    return String(validating: path[index..<(index + length)], as: UTF8.self) == nil ? 0 : length
  }

  private static func scalar(_ bytes: ArraySlice<UInt8>) -> Unicode.Scalar? {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.first
  }

  /// Masks the carrier text and takes the carried bytes out again.
  private static func unpacked(_ carrier: String) -> (String, [UInt8]) {
    var bytes: [UInt8] = []
    let unescaped = Masking.maskingValues(carrier)
    for scalar in unescaped.unicodeScalars {
      if scalar.value >= carried {
        bytes.append(UInt8(truncatingIfNeeded: scalar.value - carried))
      } else {
        bytes.append(contentsOf: Array(String(scalar).utf8))
      }
    }
    var text = ""
    for scalar in Masking.escapingControls(escapingBackslashes(unescaped)).unicodeScalars {
      if scalar.value >= carried {
        let value = String(scalar.value - carried, radix: 16)
        text += "\\x" + (value.utf8.count == 1 ? "0" : "") + value
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    return (text, bytes)
  }

  /// A backslash before `u{` or `x` would read as an escape of ours: it becomes one.
  private static func escapingBackslashes(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      let next = index + 1 < scalars.count ? scalars[index + 1] : " "
      if scalar == "\\", next == "u" || next == "x" {
        result.append(contentsOf: "\\u{5c}".unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }
}
