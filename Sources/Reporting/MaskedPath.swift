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
        Masking.mayChange(named.utf8.span) || path.contains(UInt8(ascii: "\\"))
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

  /// The path as text; in a component that is not UTF-8, each byte beyond ASCII as a private-use character.
  ///
  /// Such a component is in another encoding as a whole: what looks like a character of UTF-8 in it is none.
  private static func carrier(of path: [UInt8]) -> String {
    var scalars = String.UnicodeScalarView()
    var isFirst = true
    for component in path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
      if !isFirst { scalars.append("/") }
      isFirst = false
      if let text = String(validating: component, as: UTF8.self),
        text.unicodeScalars.allSatisfy({ $0.value < carried })
      {
        scalars.append(contentsOf: text.unicodeScalars)
        continue
      }
      for byte in component {
        if byte < 0x80 {
          scalars.append(Unicode.Scalar(byte))
        } else if let scalar = Unicode.Scalar(carried + UInt32(byte)) {
          scalars.append(scalar)
        }
      }
    }
    return String(scalars)
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
