import Foundation
import Testing

@testable import Rules

/// What is compiled in must be what lies in `Patterns/`.
@Suite struct BundledFilesTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Patterns")

  @Test func theEmbeddedSetIsTheFolder() throws {
    let listed = FileManager.default.enumerator(atPath: Self.folder.path)
    let entries = try #require(listed).compactMap { $0 as? String }
    var files: [String] = []
    for name in entries where !name.split(separator: "/").contains(where: { $0.hasPrefix(".") }) {
      var isFolder: ObjCBool = false
      let path = Self.folder.appendingPathComponent(name).path
      _ = unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      let data = FileManager.default.contents(atPath: path) ?? Data()
      if !isFolder.boolValue, !data.isEmpty { files.append(name) }
    }
    #expect(BundledFiles.names.sorted() == files.sorted(), "run Scripts/list-patterns")
  }

  @Test func bytesAreTheFiles() {
    for name in BundledFiles.names where name.hasSuffix(".yaml") {
      let data = FileManager.default.contents(atPath: Self.folder.appendingPathComponent(name).path)
      #expect(data.map(Array.init) == BundledFiles.bytes(of: name))
    }
  }

  /// All word lists together take at most 3 MB of the program, and they are there.
  @Test func theDictionariesStaySmall() {
    let lists = BundledFiles.names.filter { $0.hasPrefix("words/") }
    let bytes = lists.reduce(0) { $0 + (BundledFiles.bytes(of: $1)?.count ?? 0) }
    #expect(bytes > 2_000_000)
    #expect(bytes <= 3_000_000)
  }

  @Test func anUnknownNameGivesNothing() {
    #expect(BundledFiles.bytes(of: "no-such.yaml") == nil)
  }
}
