import TestSupport
import Testing

@testable import Inventory

@Suite("Globs")
struct GlobTests {
  @Test(
    "hold for what they name",
    arguments: [
      ("営業/**", "営業/顧客.csv"), ("営業/**", "営業/a/b/c"), ("人事", "x/人事/y/z.csv"), ("人事", "人事"),
      ("人事/年末調整", "人事/年末調整/a.csv"), ("人事/年末調整/", "人事/年末調整/a.csv"), ("*.bak", "a/b/c.bak"),
      ("*.bak", "old.bak/file"), ("a/*.csv", "a/b.csv"), ("a/*", "a/b"), ("a/?/c", "a/あ/c"),
      ("a/[あ-ん]", "a/か"), ("a/[!x]", "a/y"), ("a/[]x]", "a/]"), ("a/[a\\]z-]", "a/-"),
      ("a/[a\\]z-]", "a/]"),
      ("**/z", "z"), ("**/z", "a/b/z"), ("a/**/z", "a/z"), ("a/**/z", "a/b/c/z"), ("**", "a"),
      ("a/**/b/**/c", "a/x/b/b/y/c"), ("\\*", "*"), ("a\\?", "a?"), ("/srv/*.csv", "/srv/a.csv"),
      ("/", "/anything/at/all"), ("**/", "a/b"), ("{a,b}", "{a,b}"), ("a**z", "abcz"), ("***", "a"),
    ])
  func matches(pattern: String, path: String) throws {
    #expect(try Glob(pattern).matches(Array(path.utf8)))
  }

  @Test(
    "leave alone what they do not name",
    arguments: [
      ("営業/**", "営業"), ("営業/**", "第一営業/a"), ("営業/**", "本社/営業/a"), ("人事/", "人事"),
      ("a/*.csv", "a/b/c.csv"),
      ("a/*", "a/b/c"), ("a/?/c", "a/bb/c"), ("a/?/c", "a//c"), ("a/[!x]", "a/x"),
      ("a/[b-d]", "a/e"),
      ("\\*", "a"), ("**/", "a"), ("A", "a"), ("a", "ab"), ("a/**/z", "b/a/z"), ("x/y", "a/x/y"),
    ])
  func leaves(pattern: String, path: String) throws {
    #expect(try !Glob(pattern).matches(Array(path.utf8)))
  }

  @Test("tell directories from files")
  func directories() throws {
    let glob = try Glob("人事/")
    #expect(glob.matches(Array("本社/人事".utf8), isDirectory: true))
    #expect(!glob.matches(Array("本社/人事".utf8), isDirectory: false))
  }

  @Test(
    "compare names after normalisation",
    arguments: [
      ("がぎ/**", "か\u{3099}き\u{3099}/x"), ("か\u{3099}/**", "が/x"), ("ハ\u{309A}", "パ"),
      ("é*", "e\u{301}t"),
      ("a?b", "aか\u{3099}b"), ("\u{FA19}*", "\u{795E}社"),
    ])
  func normalization(pattern: String, path: String) throws {
    #expect(try Glob(pattern).matches(Array(path.utf8)))
  }

  @Test("let bytes that are not UTF-8 stand for themselves")
  func bytes() throws {
    let name: [UInt8] = [0x8B, 0xE0, 0x97, 0x5A]  // 金融 in CP932
    #expect(try Glob("dir/*").matches(Array("dir/".utf8) + name))
    #expect(try Glob("dir/????").matches(Array("dir/".utf8) + name))
    #expect(try !Glob("dir/金融").matches(Array("dir/".utf8) + name))
    #expect(GlobPath.units(of: [0xE3, 0x81]) == [0x11_00E3, 0x11_0081])
    #expect(GlobPath.units(of: [0xED, 0xA0, 0x80]).count == 3, "a surrogate is no character")
    #expect(GlobPath.units(of: [0xC0, 0xAF]).count == 2, "an overlong form is no character")
    #expect(GlobPath.units(of: [0xF0, 0x9F, 0x98, 0x80, 0xE3]) == [0x1_F600, 0x11_00E3])
    #expect(GlobPath.units(of: [0xE3, 0x41, 0x81]) == [0x11_00E3, 0x41, 0x11_0081])
  }

  @Test(
    "say where a mistake stands",
    arguments: [
      ("", GlobError(.empty, column: 1)), ("a/[bc", GlobError(.unclosedSet, column: 3)),
      ("a[]", GlobError(.emptySet, column: 2)), ("営[z-a]", GlobError(.reversedRange, column: 3)),
      ("a\\", GlobError(.nothingEscaped, column: 2)),
      ("a//b", GlobError(.emptyComponent, column: 3)),
      ("//a", GlobError(.emptyComponent, column: 2)), ("../a", GlobError(.dotComponent, column: 1)),
      ("a/./b", GlobError(.dotComponent, column: 3)), ("a\0", GlobError(.nul, column: 2)),
      ("[a/b]", GlobError(.unclosedSet, column: 1)), ("[a\\", GlobError(.unclosedSet, column: 1)),
    ])
  func mistakes(pattern: String, error: GlobError) {
    #expect(throws: error) { try Glob(pattern) }
    #expect(!error.message.japanese.isEmpty && !error.message.english.isEmpty)
  }

  @Test("agree with a reference that tries everything")
  func reference() throws {
    var random = SeededGenerator(seed: 7)
    let pieces = ["a", "b", "*", "?", "**", "a*", "*b", "[ab]", "a*b*a", "*a*"]
    var hits = 0
    for _ in 0..<20_000 {
      let parts = (0..<Int.random(in: 2...4, using: &random)).map { _ in
        pieces.randomElement(using: &random) ?? "a"
      }
      let names = (0..<Int.random(in: 1...5, using: &random)).map { _ in
        String(
          (0..<Int.random(in: 1...4, using: &random)).map { _ in
            Bool.random(using: &random) ? "a" : "b"
          })
      }
      let path = names.joined(separator: "/")
      let expected = Reference.holds(parts, names)
      if expected { hits += 1 }
      let found = try Glob(parts.joined(separator: "/")).matches(Array(path.utf8))
      #expect(found == expected, "\(parts.joined(separator: "/")) and \(path)")
    }
    #expect(hits > 1_000 && hits < 19_000, "both outcomes must occur")
  }

  @Test("stay fast on patterns made to be slow", .timeLimit(.minutes(1)))
  func hostile() throws {
    let glob = try Glob(String(repeating: "*a", count: 200) + "b")
    #expect(!glob.matches(Array(repeating: UInt8(ascii: "a"), count: 4_000)))
    let deep = try Glob(String(repeating: "**/a/", count: 100) + "b")
    let path = Array(repeating: "a", count: 4_000).joined(separator: "/")
    #expect(!deep.matches(Array(path.utf8)))
  }
}

/// Matching by the definition, with all its back-tracking.
private enum Reference {
  static func holds(_ parts: [String], _ names: [String]) -> Bool {
    let last = parts[parts.count - 1]
    if last == "**" { return whole(parts.dropLast() + ["*", "**"], names[...]) }
    if whole(parts, names[...]) { return true }
    guard !last.contains(where: { "*?[".contains($0) }) else { return false }
    return (1..<names.count).contains { whole(parts, names[..<$0]) }
  }

  static func whole(_ parts: [String], _ names: ArraySlice<String>) -> Bool {
    guard let part = parts.first else { return names.isEmpty }
    let rest = Array(parts.dropFirst())
    if part == "**" {
      return whole(rest, names) || !names.isEmpty && whole(parts, names.dropFirst())
    }
    guard let name = names.first else { return false }
    return component(Array(part)[...], Array(name)[...]) && whole(rest, names.dropFirst())
  }

  static func component(_ part: ArraySlice<Character>, _ name: ArraySlice<Character>) -> Bool {
    guard let first = part.first else { return name.isEmpty }
    switch first {
    case "*":
      return component(part.dropFirst(), name) || !name.isEmpty && component(part, name.dropFirst())
    case "[": return !name.isEmpty && component(part.dropFirst(4), name.dropFirst())
    case "?": return !name.isEmpty && component(part.dropFirst(), name.dropFirst())
    default: return name.first == first && component(part.dropFirst(), name.dropFirst())
    }
  }
}
