internal import CPatterns

/// The files of `Patterns/`, compiled into the program.
///
/// The only place that touches the embedded bytes.
package enum BundledFiles {
  /// Names of all embedded files, relative to `Patterns/`, sorted by their bytes: `my-number.yaml`, `words/…`.
  package static let names: [String] = (0..<tanaoroshi_embedded_count()).map { index in
    withFile(at: index) { name, _ in name }
  }

  /// Lends the bytes of a file without copying them; `nil` when there is none of that name.
  package static func withBytes<Result>(of name: String, _ body: (Span<UInt8>) -> Result) -> Result?
  {
    guard let index = names.firstIndex(of: name) else { return nil }
    return withFile(at: index) { _, bytes in body(bytes) }
  }

  /// A copy of the bytes of a file; `nil` when there is none of that name.
  package static func bytes(of name: String) -> [UInt8]? {
    withBytes(of: name) { span in
      [UInt8](capacity: span.count) { output in
        for index in 0..<span.count { output.append(span[index]) }
      }
    }
  }

  /// The pattern packs: the YAML files at the top.
  package static var packs: [PackFile] {
    names.filter(isPack).map { PackFile(name: $0, bytes: bytes(of: $0) ?? []) }
  }

  /// Whether an embedded file is a pack, by its name.
  static func isPack(_ name: String) -> Bool {
    name.utf8.suffix(5).elementsEqual(".yaml".utf8) && !name.utf8.contains(0x2F)
  }

  private static func withFile<Result>(
    at index: Int, _ body: (String, Span<UInt8>) -> Result
  ) -> Result {
    let file = unsafe tanaoroshi_embedded(index)
    // Safety: the table and its bytes are constants of the program, and the count is that of the bytes.
    return unsafe body(
      String(cString: file.name), Span(_unsafeStart: file.bytes, count: file.count))
  }
}
