/// Reads vehicle registration marks: `品川 500 さ 12-34`.
package enum VehicleReader {
  /// Reads a whole cell.
  package static func read(_ text: Span<UInt8>, in range: Range<Int>) -> Bool { false }

  /// Gives the mark around the number plate's kana in running text: the plate that begins at `start`, as bytes of `text`.
  package static func match(_ text: Span<UInt8>, at start: Int, limit: Int) -> Range<Int>? { nil }
}
