import Inventory
import Testing

@testable import YAMLTree

@Suite struct YAMLParserTests {
  private func parse(_ text: String) -> YAMLParser.Parse { YAMLParser.parse(Array(text.utf8)) }

  @Test func knowsWhereEverythingWasTyped() throws {
    let root = try #require(parse("a: 1\n氏名:\n  - 'x'\n  - [y, z]\n").root)
    let entries = try #require(root.entries)
    #expect(entries.map(\.key) == ["a", "氏名"])
    #expect(entries[1].keyPosition == Position(line: 2, column: 1))
    let items = try #require(entries[1].value.items)
    #expect(items[0].content == .scalar("x", isQuoted: true))
    #expect(items[0].position == Position(line: 3, column: 5))
    #expect(items[1].items?.map(\.position.column) == [6, 9])
    guard case .sequence(_, isFlow: true) = items[1].content else {
      Issue.record("brackets make a flow list")
      return
    }
  }

  @Test func countsColumnsInCharacters() throws {
    let root = try #require(parse("人事部門: {国: JP}\n").root)
    #expect(root["人事部門"]?.entries?[0].value.position == Position(line: 1, column: 11))
  }

  @Test func readsJSON() throws {
    let root = try #require(parse("{\"version\": 1, \"list\": [\"a\", {\"b\": null}]}").root)
    #expect(root["version"]?.text == "1")
    #expect(root["list"]?.items?[1]["b"]?.isNull == true)
  }

  @Test func readsAByteOrderMark() throws {
    let parse = YAMLParser.parse([0xEF, 0xBB, 0xBF] + Array("version: 1\n".utf8))
    #expect(parse.mistakes.isEmpty)
    #expect(parse.root?["version"]?.text == "1")
  }

  @Test(arguments: [
    ("a: &x 1\n", "1:4", "alias"), ("a: 1\nb: *a\n", "2:4", "alias"),
    ("a: !!str 1\n", "1:4", "tag"),
    ("a: 1\nb: 2\na: 3\n", "3:1", "duplicate"), ("? [a]\n: 1\n", "1:3", "key"),
    ("a: 1\n---\nb: 2\n", "2:1", "several"), ("", "1:1", "none"), ("# nothing\n", "1:1", "none"),
    ("~\n", "1:1", "none"),
  ])
  func refuses(text: String, place: String, what: String) throws {
    let mistake = try #require(parse(text).mistakes.first)
    #expect("\(mistake.line):\(mistake.column)" == place)
    let fits =
      switch (mistake.kind, what) {
      case (.alias, "alias"), (.tag, "tag"), (.duplicateKey, "duplicate"), (.keyNotText, "key"),
        (.severalDocuments, "several"), (.noDocument, "none"):
        true
      default: false
      }
    #expect(fits, "\(mistake.kind)")
  }

  @Test func keepsTheTreeBesideADuplicateKey() throws {
    let parse = parse("a: 1\na: {b: 2}\nc: 3\n")
    #expect(parse.root?.entries?.map(\.key) == ["a", "c"])
    #expect(parse.root?["a"]?.text == "1")
    #expect(parse.mistakes.map(\.kind) == [.duplicateKey("a", firstLine: 1)])
  }

  @Test func saysWhereTextIsNotUTF8() {
    let parse = YAMLParser.parse(Array("a: 1\nb: ".utf8) + [0x8E, 0x73] + Array("\n".utf8))
    #expect(parse.root == nil)
    #expect(parse.mistakes == [Mistake(at: Position(line: 2, column: 4), .notUTF8)])
    #expect(parse.mistakes[0].message.english.contains("save the file as UTF-8"))
    #expect(parse.mistakes[0].message.japanese.contains("UTF-8にして保存"))
  }

  @Test(
    arguments: [
      [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x80],
      [0xFF],
      [0xE3, 0x81], [0xF0, 0x9F, 0x98],
    ] as [[UInt8]])
  func refusesIllFormedCharacters(bytes: [UInt8]) {
    #expect(YAMLParser.parse(bytes).mistakes.map(\.kind) == [.notUTF8])
  }

  @Test func refusesDepth() throws {
    let deep = String(repeating: "[", count: 65) + String(repeating: "]", count: 65)
    #expect(parse(deep).mistakes.first?.kind == .tooDeep(limit: 64))
    let allowed = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
    #expect(parse(allowed).mistakes.isEmpty)
    let bomb = String(repeating: "[", count: 900_000)
    #expect(parse(bomb).mistakes.first?.kind == .tooDeep(limit: 64))
  }

  @Test func refusesSize() {
    let limit = YAMLParser.maximumSize
    let text = "a: " + String(repeating: "x", count: limit - 3)
    #expect(parse(text).mistakes.isEmpty)
    #expect(parse(text + "x").mistakes.first?.kind == .tooLarge(limit: limit))
  }

  @Test(arguments: [
    ("name： 株式会社サンプル\nversion: 1\n", Mistake.Hint.fullWidthColon(line: 1)),
    ("a:\n  -\u{3000}b\n c: d\n", .fullWidthSpace(line: 2)),
    ("regex: [0-9]{12}\n", .quote(line: 1)), ("- path: **/名簿\n", .quote(line: 1)),
    ("a:\n\tb: 1\n", .tab(line: 2)),
  ])
  func namesTheUsualSlips(text: String, hint: Mistake.Hint) throws {
    let mistake = try #require(parse(text).mistakes.first)
    guard case .syntax(_, let hints) = mistake.kind else {
      Issue.record("\(mistake.kind)")
      return
    }
    #expect(hints.contains(hint), "\(hints)")
  }

  @Test func survivesHostileBytes() {
    var state: UInt64 = 7
    let seed = Array("version: 1\nlist: [a, {b: 'c'}]\ntext: |\n  x\n  y\n".utf8)
    for _ in 0..<2000 {
      var bytes = seed
      for _ in 0..<3 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes[Int(state >> 33) % bytes.count] = UInt8(truncatingIfNeeded: state >> 20)
      }
      let parse = YAMLParser.parse(bytes)
      #expect(parse.root != nil || !parse.mistakes.isEmpty)
    }
  }
}
