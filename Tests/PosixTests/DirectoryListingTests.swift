import TestSupport
import Testing

@testable import Posix

@Suite("Directory listings")
struct DirectoryListingTests {
  static func names(_ listing: DirectoryListing) -> [String] {
    (0..<listing.count).map { String(decoding: listing.name(at: $0), as: UTF8.self) }
  }

  @Test("hold all names with their kinds, sorted as they are walked")
  func order() throws {
    let directory = TempDirectory()
    directory.file("a/x")
    for name in ["a!", "a.b", "a0", "..c", "...", ".d", "あ", "B"] { directory.file(name) }
    directory.link("l", to: "a")
    directory.fifo("p")
    let folder = try FileDescriptor.openDirectory(path: FileName(directory.bytes()))
    let listing = DirectoryListing(of: folder)
    #expect(listing.failure == nil)
    #expect(
      Self.names(listing) == ["...", "..c", ".d", "B", "a!", "a.b", "a", "a0", "l", "p", "あ"])
    #expect(
      (0..<listing.count).map { listing.kind(at: $0) }[6...9] == [.directory, .file, .link, .fifo])
    #expect(try listing.count == 11 && folder.facts(at: 8, of: listing).kind == .link)
  }

  @Test("sort as whole paths would", arguments: [1, 2, 3])
  func property(seed: Int) throws {
    let directory = TempDirectory()
    let script = """
      import os, random, sys
      random.seed(int(sys.argv[2])); os.chdir(sys.argv[1])
      for _ in range(300):
          name = bytes(random.choice(b'ab./\\x01\\xff-0'.replace(b'/', b'')) for _ in range(random.randint(1, 5)))
          if name in (b'.', b'..') or os.path.lexists(name): continue
          os.mkdir(name) if random.random() < .5 else open(name, 'w').close()
      """
    directory.file("make.py", script)
    directory.folder("in")
    let made = Shell.run("python3 \(directory.path)/make.py \(directory.path)/in \(seed)")
    #expect(made.status == 0)
    let folder = try FileDescriptor.openDirectory(path: FileName(directory.bytes("in")))
    let listing = DirectoryListing(of: folder)
    let names = (0..<listing.count).map { index in
      Array(listing.name(at: index)) + (listing.kind(at: index) == .directory ? [0x2F] : [])
    }
    #expect(names.count > 100 && names == names.sorted { $0.lexicographicallyPrecedes($1) })
  }

  @Test("may be made of known names, those that are missing included")
  func known() throws {
    let directory = TempDirectory()
    directory.file("a/x")
    directory.file("b")
    let folder = try FileDescriptor.openDirectory(path: FileName(directory.bytes()))
    let listing = DirectoryListing(names: ["b", "gone", "a"].map { Array($0.utf8) }, in: folder)
    #expect(Self.names(listing) == ["a", "b", "gone"])
    #expect((0..<3).map { listing.kind(at: $0) } == [.directory, .file, .unknown])
  }

  @Test("say what stopped them")
  func failure() throws {
    let directory = TempDirectory()
    directory.file("a")
    let folder = try FileDescriptor.openDirectory(path: FileName(directory.bytes()))
    let file = try folder.open(FileName("a"))
    let listing = DirectoryListing(of: file.descriptor)
    #expect(listing.failure?.name == "ENOTDIR" && listing.count == 0)
  }
}
