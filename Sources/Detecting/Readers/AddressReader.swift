import Rules

/// How far a text reads as a Japanese postal address.
package struct AddressReading: Sendable, Equatable {
  /// The parts that an address is made of.
  package struct Parts: OptionSet, Sendable, Hashable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package static let postalCode = Parts(rawValue: 1)
    package static let prefecture = Parts(rawValue: 2)
    package static let municipality = Parts(rawValue: 4)
    package static let town = Parts(rawValue: 8)
    /// Block and house numbers.
    package static let number = Parts(rawValue: 16)
    /// Building, floor, room, or in care of (方書).
    package static let building = Parts(rawValue: 32)
  }

  /// 3 prefecture or listed municipality with a house number; 2 prefecture and municipality, or town and number; 1 a single part; 0 no address.
  package var strength: UInt8 = 0
  package var parts = Parts()
  /// The address in bytes of the lent text.
  package var range = 0..<0

  package init() {}
}

/// Reads Japanese postal addresses, in cells and in running text.
package enum AddressReader {
  /// Reads one cell as an address or as a part of one.
  ///
  /// - Parameters:
  ///   - text: UTF-8, lent for the call.
  ///   - range: The cell in bytes of `text`.
  package static func read(_ text: Span<UInt8>, in range: Range<Int>) -> AddressReading {
    guard range.count >= 2, range.count <= 380 else { return AddressReading() }
    return read(FoldedText(text, range))
  }

  /// Reads a folded cell.
  ///
  /// - Parameter hasBuilding: Whether a word of buildings of two units or more stands in it.
  static func read(_ text: borrowing FoldedText, hasBuilding: Bool = true) -> AddressReading {
    var reading = AddressReading()
    let whole = text.trimmed
    guard !text.isCut, !whole.isEmpty else { return reading }
    let walk = AddressWalk(
      text, from: whole.lowerBound, isCell: true, hasBuilding: hasBuilding)
    reading.parts = walk.parts
    reading.strength = walk.strength(isWhole: walk.end == whole.upperBound)
    reading.range = text.bytes(whole.lowerBound..<walk.end)
    return reading
  }

  /// Whether a whole address begins inside a cell, behind other words.
  static func holdsAddress(behindStartOf text: borrowing FoldedText) -> Bool {
    for index in 1..<max(1, text.count) {
      guard let begin = AddressWalk.beginning(text, index) else { continue }
      let walk = AddressWalk(text, from: begin, isCell: false)
      if walk.parts.contains(.number), walk.strength(isWhole: true) >= 3 { return true }
    }
    return false
  }

  /// Appends the addresses of one line of running text, in order and without overlap; each has at least a municipality and a number.
  package static func addresses(
    in text: Span<UInt8>, line: Range<Int>, into addresses: inout [AddressReading]
  ) {
    var start = line.lowerBound
    let limit = min(line.upperBound, text.count)
    while let place = TextGate.municipality(text, from: start, limit) {
      start = TextGate.beginning(text, place, units: 40, floor: start)
      let folded = FoldedText(text, start..<line.upperBound)
      let stop = folded.isCut ? max(folded.count - 64, 0) : folded.count
      var index = 0
      while index < stop {
        guard let begin = AddressWalk.beginning(folded, index) else {
          index += 1
          continue
        }
        let walk = AddressWalk(folded, from: begin, isCell: false)
        let strength = walk.strength(isWhole: true)
        guard strength >= 3, walk.parts.contains(.number) else {
          index += 1
          continue
        }
        var reading = AddressReading()
        reading.parts = walk.parts
        reading.strength = strength
        reading.range = folded.bytes(begin..<walk.end)
        addresses.append(reading)
        index = max(index + 1, walk.end)
      }
      guard folded.isCut else { return }
      start = folded.resumption(max(index, stop))
    }
  }
}
