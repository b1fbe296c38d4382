import Foundation

/// A fresh folder that goes away with its owner.
package final class TemporaryFolder: Sendable {
  /// Its absolute path, links resolved.
  package let path: String

  /// Makes the folder.
  package init() throws {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("tanaoroshi-test-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.resolvingSymlinksInPath().path
  }

  deinit {
    // A test may have taken rights away.
    _ = try? ProgramRun.run("/bin/chmod", ["-R", "u+rwX", path])
    try? FileManager.default.removeItem(atPath: path)
  }

  /// The absolute path of something in it.
  package func path(_ relative: String) -> String { path + "/" + relative }

  /// Writes a file, with the folders above it.
  package func write(_ bytes: some Sequence<UInt8>, to relative: String) throws {
    let url = URL(fileURLWithPath: path(relative))
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(Array(bytes)).write(to: url)
  }

  /// Writes a text as UTF-8.
  package func write(_ text: String, to relative: String) throws {
    try write(text.utf8, to: relative)
  }

  /// The bytes of a file in it.
  package func read(_ relative: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: path(relative))))
  }

  /// Relative paths of all files and folders below it, sorted.
  package func contents() -> [String] {
    (FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []).sorted()
  }
}
