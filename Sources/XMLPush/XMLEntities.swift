/// The general entities that a document declares for itself, and their expansion under a budget.
///
/// Predefined entities never come here, external ones are not kept, and an entity that nobody declared is a blank.
struct XMLEntities {
  private var texts: [[UInt8]: [UInt8]] = [:]
  private var declared = 0
  /// Bytes that expansions have produced so far, references counted as bytes.
  private(set) var produced = 0

  /// Forgets the declarations of the last document.
  mutating func forget() {
    texts.removeAll()
    declared = 0
  }

  /// Keeps a declaration; the first of a name holds.
  mutating func declare(_ name: [UInt8], _ text: [UInt8]) {
    guard declared + name.count + text.count <= XMLLimits.declarations, texts[name] == nil else {
      return
    }
    declared += name.count + text.count
    texts[name] = text
  }

  /// Appends the replacement text of a reference.
  ///
  /// - Parameters:
  ///   - name: Between `&` and `;`.
  ///   - fed: Bytes of the stream so far, which set the budget.
  /// - Returns: Whether it stayed within the budget; what is appended is then complete.
  mutating func expand(_ name: [UInt8], fed: Int, into result: inout [UInt8]) -> Bool {
    let before = produced
    let isWithin = expand(name, depth: 0, before: before, into: &result)
    return isWithin && produced <= XMLLimits.expansionBase + XMLLimits.expansionFactor * fed
  }

  private mutating func expand(
    _ name: [UInt8], depth: Int, before: Int, into result: inout [UInt8]
  ) -> Bool {
    guard depth < XMLLimits.entityDepth else { return false }
    // A reference costs something even when its text is empty: nested empty ones multiply too.
    produced += 16
    guard let text = texts[name] else {
      result.append(0x20)
      return true
    }
    var index = 0
    while index < text.count {
      guard produced - before <= XMLLimits.expansionOfOne else { return false }
      if text[index] == 0x26, let end = Self.referenceEnd(text, from: index) {
        let inner = Array(text[(index + 1)..<end])
        if let character = Self.character(of: inner) {
          result.append(contentsOf: character)
          produced += character.count
        } else if !expand(inner, depth: depth + 1, before: before, into: &result) {
          return false
        }
        index = end + 1
      } else {
        result.append(text[index])
        produced += 1
        index += 1
      }
    }
    return true
  }

  /// The text of an attribute with its references resolved.
  ///
  /// - Parameter value: As the library gives it: character references resolved, `&` written `&#38;`, entity references left.
  /// - Returns: `nil` when the budget was exceeded.
  mutating func resolve(_ value: [UInt8], fed: Int) -> [UInt8]? {
    var result: [UInt8] = []
    result.reserveCapacity(value.count)
    var index = 0
    while index < value.count {
      if value[index] == 0x26, let end = Self.referenceEnd(value, from: index) {
        let name = Array(value[(index + 1)..<end])
        if let character = Self.character(of: name) {
          result.append(contentsOf: character)
        } else if !expand(name, fed: fed, into: &result) {
          return nil
        }
        index = end + 1
      } else {
        result.append(value[index])
        index += 1
      }
    }
    return result
  }

  /// Index of the `;` of the reference that begins at `start`; `nil` when none does.
  static func referenceEnd(_ text: [UInt8], from start: Int) -> Int? {
    var index = start + 1
    // Longer names exist only to be slow.
    let limit = min(text.count, start + 256)
    while index < limit {
      switch text[index] {
      case 0x3B: return index > start + 1 ? index : nil
      case 0x20, 0x09, 0x0A, 0x0D, 0x26, 0x3C: return nil
      default: index += 1
      }
    }
    return nil
  }

  /// The bytes of a predefined entity or a character reference; `nil` for other names.
  static func character(of name: [UInt8]) -> [UInt8]? {
    switch name {
    case [0x61, 0x6D, 0x70]: return [0x26]
    case [0x6C, 0x74]: return [0x3C]
    case [0x67, 0x74]: return [0x3E]
    case [0x71, 0x75, 0x6F, 0x74]: return [0x22]
    case [0x61, 0x70, 0x6F, 0x73]: return [0x27]
    default: break
    }
    guard name.count >= 2, name[0] == 0x23 else { return nil }
    let isHex = name[1] == 0x78 || name[1] == 0x58
    var value: UInt32 = 0
    for byte in name.dropFirst(isHex ? 2 : 1) {
      let digit: UInt32
      switch byte {
      case 0x30...0x39: digit = UInt32(byte - 0x30)
      case 0x41...0x46 where isHex: digit = UInt32(byte - 0x37)
      case 0x61...0x66 where isHex: digit = UInt32(byte - 0x57)
      default: return nil
      }
      value = value * (isHex ? 16 : 10) + digit
      guard value <= 0x10FFFF else { return nil }
    }
    guard let scalar = Unicode.Scalar(value) else { return nil }
    return Array(String(Character(scalar)).utf8)
  }
}
