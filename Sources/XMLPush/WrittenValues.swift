/// Finds where the values of a tag's attributes stand in it, in their order, declarations of namespaces left out.
// Safety: the tag is valid for the callback in which this lives; all indices lie within it.
@safe struct WrittenValues {
  private let tag: UnsafeBufferPointer<UInt8>
  private let count: Int
  private var place = 0
  /// Attributes passed, and where the value of the last one begins.
  private var passed = 0
  private var last: Int?

  /// - Parameter tag: From its `<` on.
  init(_ tag: UnsafeBufferPointer<UInt8>) {
    unsafe self.tag = tag
    count = tag.count
  }

  /// Where the value of an attribute begins in the tag; `nil` when it cannot be told.
  ///
  /// - Parameter index: 0-based; not before one that was asked for.
  mutating func start(of index: Int) -> Int? {
    while passed <= index {
      last = next()
      if last == nil { return nil }
      passed += 1
    }
    return passed == index + 1 ? last : nil
  }

  private mutating func next() -> Int? {
    while true {
      // Blanks and the element's name end before the name of an attribute.
      while place < count, !isBlank(byte(place)) { place += 1 }
      while place < count, isBlank(byte(place)) { place += 1 }
      let name = place
      while place < count, byte(place) != 0x22, byte(place) != 0x27 { place += 1 }
      guard place < count else { return nil }
      let quote = byte(place)
      let start = place + 1
      place = start
      while place < count, byte(place) != quote { place += 1 }
      if !isNamespace(name) { return start }
    }
  }

  private func byte(_ index: Int) -> UInt8 {
    // Safety: see above; this is checked.
    precondition(index >= 0 && index < count)
    return unsafe tag[index]
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  /// Whether `xmlns`, `xmlns:prefix` or the like begins at a place.
  private func isNamespace(_ name: Int) -> Bool {
    let word: [UInt8] = [0x78, 0x6D, 0x6C, 0x6E, 0x73]
    guard name + word.count < count else { return false }
    for index in word.indices where byte(name + index) != word[index] { return false }
    let next = byte(name + word.count)
    return next == 0x3A || next == 0x3D || isBlank(next)
  }
}
