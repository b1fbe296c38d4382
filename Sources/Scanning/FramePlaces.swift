internal import Inventory

/// Places on their way: four numbers, 0 for a row or column that is none, and the path with its length before it.
///
/// They are most of a report, so each is written and read in one go.
extension FrameWriter {
  /// The places with their count before them, as many as the protocol allows.
  mutating func places(_ places: Places) {
    let kept = min(places.count, FrameLimit.places)
    number(kept)
    for index in 0..<kept {
      let numbers = places.numbers(index)
      self.numbers(numbers.line, numbers.row, numbers.column, numbers.byteOffset)
      text(places.paths.span.extracting(places.path(index)))
    }
  }
}

extension FrameReader {
  mutating func places() throws(FrameError) -> Places {
    let count = try count(most: FrameLimit.places)
    var places = Places()
    places.reserveCapacity(min(count, 1_024))
    for _ in 0..<count {
      let numbers = Places.Numbers(
        line: try number(), row: try number(), column: try number(), byteOffset: try number())
      try maskedPath(of: numbers, into: &places)
    }
    return places
  }
}
