@_spi(_Unicode) internal import Swift

/// A path made ready to be held against any number of globs.
///
/// Names are compared as Unicode scalars after normalisation (NFC), so that `が` as one character, as Windows
/// writes it, equals `か` with a mark, as older Macs write it. A byte that is not UTF-8 stands for itself.
package struct GlobPath: Sendable, Equatable {
  /// The components of the path, as units: scalar values, or `Self.byteBase` + byte.
  private(set) var components: [[UInt32]]

  /// Added to a byte that belongs to no character, so that it equals only itself.
  static let byteBase: UInt32 = 0x11_0000

  /// Prepares a path.
  ///
  /// - Parameter path: Components separated by `/`; empty ones, such as that before a leading `/`, are dropped.
  package init(_ path: [UInt8]) {
    components = path.split(separator: UInt8(ascii: "/")).map { Self.units(of: $0) }
  }

  /// Adds a component at the end.
  package mutating func append(_ name: ArraySlice<UInt8>) {
    components.append(Self.units(of: name))
  }

  /// Takes the last component away; there must be one.
  package mutating func removeLast() { components.removeLast() }

  /// The characters of a name after normalisation, one unit each.
  static func units(of name: ArraySlice<UInt8>) -> [UInt32] {
    var units: [UInt32] = []
    units.reserveCapacity(name.count)
    var isNormal = true
    var index = name.startIndex
    while index < name.endIndex {
      let byte = name[index]
      if byte < 0x80 {
        units.append(UInt32(byte))
        index += 1
        continue
      }
      let (unit, length) = decoded(name, at: index)
      units.append(unit)
      index += length
      if !isSurelyNormal(unit) { isNormal = false }
    }
    return isNormal ? units : normalized(units)
  }

  /// Takes one character that is not ASCII, or one byte that belongs to none.
  private static func decoded(
    _ name: ArraySlice<UInt8>, at index: Int
  ) -> (unit: UInt32, length: Int) {
    let lead = name[index]
    let (length, least): (Int, UInt32) =
      switch lead {
      case 0xC2...0xDF: (2, 0x80)
      case 0xE0...0xEF: (3, 0x800)
      case 0xF0...0xF4: (4, 0x1_0000)
      default: (0, 0)
      }
    let stray = (unit: byteBase + UInt32(lead), length: 1)
    guard length > 0, index + length <= name.endIndex else { return stray }
    var value = UInt32(lead) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
    for byte in name[(index + 1)..<(index + length)] {
      guard byte & 0xC0 == 0x80 else { return stray }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    guard value >= least, Unicode.Scalar(value) != nil else { return stray }
    return (value, length)
  }

  /// Whether a character cannot change, nor change its neighbours, by normalisation: Latin up to U+02FF, kana
  /// without the two combining marks, the unified ideographs, half- and full-width forms.
  private static func isSurelyNormal(_ unit: UInt32) -> Bool {
    switch unit {
    case 0...0x2FF, 0x3000...0x3098, 0x309B...0x30FF, 0x4E00...0x9FFF, 0xFF00...0xFFEF: true
    default: unit >= byteBase
    }
  }

  static func normalized(_ units: [UInt32]) -> [UInt32] {
    var result: [UInt32] = []
    result.reserveCapacity(units.count)
    var text = String.UnicodeScalarView()
    func flush() {
      result.append(contentsOf: String(text)._nfc.lazy.map(\.value))
      text = String.UnicodeScalarView()
    }
    for unit in units {
      if unit < byteBase, let scalar = Unicode.Scalar(unit) {
        text.append(scalar)
      } else {
        flush()
        result.append(unit)
      }
    }
    flush()
    return result
  }
}
