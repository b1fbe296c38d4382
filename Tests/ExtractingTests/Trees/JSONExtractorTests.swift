import Inventory
import Testing

@testable import Extracting

/// All persons and numbers are made up.
@Suite struct JSONExtractorTests {
  private func extract(
    _ text: String, blockSize: Int = 262_144
  ) throws -> (recorder: CallRecorder, end: StructureEnd) {
    var reader = makeReader(text, blockSize: blockSize)
    let recorder = CallRecorder()
    let end = try JSONExtractor.extract(&reader, into: recorder)
    return (recorder, end)
  }

  @Test func valuesHavePathsPositionsAndRecords() throws {
    let text = """
      {"members": [
        {"name": "山田\\u3000太\\u90CE", "tel": ["03-0000-0000", "x"], "n": 12, "ok": true},
        {"name": "\\ud842\\udfb7野", "home": {"zip": "000-0000"}, "n": -1.5e3, "no": null}
      ], "rows": [["a", 1], ["b", 2]]}
      """
    let (recorder, end) = try extract(text)
    #expect(end == .complete)
    #expect(
      recorder.calls == [
        "begin json",
        "$.members $ #1 key = members",
        "$.members[0].name $.members[] #2 key = name",
        "$.members[0].name $.members[].name #2 = 山田　太郎",
        "$.members[0].tel $.members[] #2 key = tel",
        "$.members[0].tel[0] $.members[].tel[] #2 = 03-0000-0000",
        "$.members[0].tel[1] $.members[].tel[] #2 = x",
        "$.members[0].n $.members[] #2 key = n",
        "$.members[0].n $.members[].n #2 = 12",
        "$.members[0].ok $.members[] #2 key = ok",
        "$.members[1].name $.members[].name #3 = 𠮷野",
        "$.members[1].home $.members[] #3 key = home",
        "$.members[1].home.zip $.members[].home #4 key = zip",
        "$.members[1].home.zip $.members[].home.zip #4 = 000-0000",
        "$.members[1].n $.members[].n #3 = -1.5e3",
        "$.members[1].no $.members[] #3 key = no",
        "$.rows $ #1 key = rows",
        "$.rows[0][0] $.rows[][0] #5 = a", "$.rows[0][1] $.rows[][1] #5 = 1",
        "$.rows[1][0] $.rows[][0] #6 = b", "$.rows[1][1] $.rows[][1] #6 = 2",
      ])
  }

  @Test(
    arguments: [
      ("[1,2,]", ["$[] #1 = 1", "$[] #1 = 2"]), ("'a'", ["$ #0 = a"]),
      ("12 13", ["$ #0 = 12", "$ #0 = 13"]),
      (
        "// c\n{a: 1, /* d */ 'b': \"x\\\"y\",}",
        ["$ #1 key = a", "$.a #1 = 1", "$ #1 key = b", "$.b #1 = x\"y"]
      ),
      ("{}{\"a\":\"\"}[]", ["$ #2 key = a"]), ("\u{FEFF}[\"\\/\\n\\t\"]", ["$[] #1 = /\n\t"]),
      ("[\"\\ud800x\\udc00\"]", ["$[] #1 = \u{FFFD}x\u{FFFD}"]), ("[[[1]]]", ["$[][0][0] #3 = 1"]),
      ("{\"氏名\":\"山田\"}", ["$ #1 key = 氏名", "$.氏名 #1 = 山田"]), ("", []), (" \n", []),
    ] as [(String, [String])])
  func tolerates(text: String, values: [String]) throws {
    for size in [8, 262_144] {
      let (recorder, end) = try extract(text, blockSize: size)
      #expect(recorder.values == values)
      #expect(end == .complete)
    }
  }

  @Test func anObjectKeyedByValuesIsOneSeries() throws {
    let text =
      "{\"byMail\": {"
      + (0..<3).map { "\"u\($0)@example.jp\": {\"tel\": \"\($0)\"}" }.joined(separator: ",")
      + ", \"123456789018\": \"x\"}}"
    let (recorder, _) = try extract(text)
    #expect(recorder.values.contains("$.byMail #2 key = u1@example.jp"))
    #expect(recorder.values.contains("$.byMail #2 key = 123456789018"))
    #expect(recorder.values.contains("$.byMail.* #2 = x"))
    #expect(recorder.values.filter { $0.hasPrefix("$.byMail.*.tel #") }.count == 3)
    #expect(!recorder.calls.contains { $0.hasPrefix("$.byMail.u") })
  }

  @Test func veryManyKeysShareAPath() throws {
    let text = "{" + (0..<5_000).map { "\"k\($0)\": \"v\"" }.joined(separator: ",") + "}"
    let (recorder, end) = try extract(text)
    #expect(end == .complete)
    #expect(recorder.values.filter { $0 == "$.* #1 = v" }.count == 5_000 - 256)
    #expect(recorder.values.filter { $0.contains(" key = ") }.count == 5_000)
  }

  static let sample =
    "{\"list\": [\n"
    + (0..<40).map {
      "  {\"name\": \"山田\\u3042\($0)\", \"no\": 1234567890\($0), \"x\": [true, \"\($0)\", [\"a\\\\\"]]}"
    }.joined(separator: ",\n") + "]}\n"

  @Test(arguments: Array(8...60) + [4_099])
  func anyBlockSizeGivesTheSame(size: Int) throws {
    let whole = try extract(Self.sample)
    let cut = try extract(Self.sample, blockSize: size)
    #expect(whole.end == .complete)
    #expect(cut.recorder.calls == whole.recorder.calls)
    #expect(cut.recorder.places.map(\.line) == whole.recorder.places.map(\.line))
    #expect(cut.recorder.places.map(\.offset) == whole.recorder.places.map(\.offset))
    #expect(cut.end == whole.end)
  }

  @Test func placesAreThoseInTheFile() throws {
    let (recorder, _) = try extract(Self.sample, blockSize: 64)
    let bytes = Array(Self.sample.utf8)
    for place in recorder.places where place.text.hasPrefix("1234567890") {
      let found = bytes[place.offset...].prefix(place.text.utf8.count)
      #expect(String(decoding: found, as: UTF8.self) == place.text)
      #expect(place.line == bytes[..<place.offset].count { $0 == 0x0A } + 1)
    }
  }

  @Test(
    arguments: [
      ("{\"a\": 1\n\"b\": 2}", 2), ("{\"a\": \"x\n", 1), ("[1, 2}", 1), ("hello world", 1),
      ("{\"a\" 1}", 1), ("{\"a\": 1", 2), ("[\"open", 2), ("{\"a\":}", 1), ("[1 2]", 1),
    ])
  func theBreakIsTold(text: String, line: Int) throws {
    for size in [8, 262_144] {
      let (_, end) = try extract(text, blockSize: size)
      #expect(end.brokenLine == line)
    }
  }

  @Test func whatIsOpenAtTheEndIsPushed() throws {
    let (recorder, _) = try extract("{\"n\": \"123456789018")
    #expect(recorder.values.last == "$.n #1 = 123456789018")
  }

  @Test func depthIsBounded() throws {
    let (_, end) = try extract(String(repeating: "[", count: 100_000))
    #expect(end.brokenLine == 1)
    let (recorder, _) = try extract(
      String(repeating: "{\"a\":[", count: 400) + "7" + String(repeating: "]}", count: 400))
    #expect(recorder.values.last?.hasSuffix(" = 7") == true)
  }

  @Test func aLongStringComesInPieces() throws {
    let number = "012345678901"
    let text = "[\"" + (0..<20_000).map { _ in number }.joined(separator: " ") + "\"]"
    let (recorder, end) = try extract(text, blockSize: 4_099)
    #expect(end == .complete)
    #expect(recorder.places.count > 3)
    #expect(recorder.places.flatMap { $0.text.split(separator: " ") }.allSatisfy { $0 == number })
  }

  @Test func mutationsNeverTrap() throws {
    var state: UInt64 = 11
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let original = Array(Self.sample.utf8.prefix(700))
    for _ in 0..<2_000 {
      var bytes = original
      for _ in 0..<(1 + random(3)) {
        let index = random(bytes.count)
        switch random(3) {
        case 0: bytes[index] = UInt8(random(256))
        case 1: bytes.remove(at: index)
        default: bytes.insert(contentsOf: Array("\"\\u{[]},:/*'".utf8), at: index)
        }
      }
      _ = try extract(String(decoding: bytes, as: UTF8.self), blockSize: 8 + random(200))
    }
  }
}
