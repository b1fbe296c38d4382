import ScanKernels

/// Keys with their values, each written in one go.
extension JSONWriter {
  mutating func field(_ key: JSONKey, _ text: String?) {
    guard let text else {
      self.key(key)
      return null()
    }
    field(key, text.utf8.span)
  }

  /// - Parameter text: UTF-8.
  mutating func field(_ key: JSONKey, _ text: Span<UInt8>) {
    reserve(JSONKey.room + text.count + 10)
    let (start, isDue) = (count, needsComma)
    var target = room.mutableSpan
    let value = key.write(into: &target, at: start, isDue)
    let end = JSONWriter.quote(text, into: &target, at: value)
    count = end ?? value
    if end == nil { escape(text) }
    needsComma = true
  }

  mutating func field(_ key: JSONKey, _ number: Int) {
    field(key) { target, place in Decimals.write(number, into: &target, at: place) }
  }

  mutating func field(_ key: JSONKey, _ number: Double) {
    field(key) { target, place in Decimals.write(number, into: &target, at: place) }
  }

  /// Writes a key and its number; `write` gives where the number ends.
  @inline(__always)
  private mutating func field(
    _ key: JSONKey, _ write: (inout MutableSpan<UInt8>, Int) -> Int
  ) {
    reserve(JSONKey.room + Decimals.longest)
    let (start, isDue) = (count, needsComma)
    var target = room.mutableSpan
    let value = key.write(into: &target, at: start, isDue)
    let end = write(&target, value)
    count = end
    needsComma = true
  }

  mutating func field(_ key: JSONKey, _ claim: Bool) {
    self.key(key)
    bool(claim)
  }

  mutating func field(_ key: JSONKey, _ texts: [String]) {
    self.key(key)
    openArray()
    for text in texts { string(text) }
    closeArray()
  }

  mutating func field(named name: String, _ text: String) {
    key(name)
    string(text)
  }

  mutating func field(named name: String, _ number: Int) {
    key(name)
    integer(number)
  }

  mutating func field(named name: String, _ number: Double) {
    key(name)
    self.number(number)
  }
}
