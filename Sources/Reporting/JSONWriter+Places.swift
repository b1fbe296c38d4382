import Inventory

/// Places, of which a document has more than of anything else: each is opened in one go.
extension JSONWriter {
  /// The keys of a place, looked up once for many.
  struct PlaceKeys {
    fileprivate let line = JSONKey.line
    fileprivate let row = JSONKey.row
    fileprivate let column = JSONKey.column
    fileprivate let byte = JSONKey.byte
  }

  /// Opens the object of a place and writes its numbers, those that are missing left out.
  mutating func openPlace(_ numbers: Places.Numbers, _ keys: borrowing PlaceKeys) {
    reserve(2 + 4 * (JSONKey.room + Decimals.longest))
    var end = count
    let isDue = needsComma
    var target = room.mutableSpan
    if isDue {
      target[end] = UInt8(ascii: ",")
      end += 1
    }
    target[end] = UInt8(ascii: "{")
    end = Self.field(keys.line, numbers.line, into: &target, at: end + 1, false)
    if numbers.row > 0 {
      end = Self.field(keys.row, numbers.row, into: &target, at: end, true)
    }
    if numbers.column > 0 {
      end = Self.field(keys.column, numbers.column, into: &target, at: end, true)
    }
    count = Self.field(keys.byte, numbers.byteOffset, into: &target, at: end, true)
    needsComma = true
  }

  @inline(__always)
  private static func field(
    _ key: borrowing JSONKey, _ number: Int, into target: inout MutableSpan<UInt8>, at start: Int,
    _ needsComma: Bool
  ) -> Int {
    let end = key.write(into: &target, at: start, needsComma)
    return Decimals.write(number, into: &target, at: end)
  }
}
