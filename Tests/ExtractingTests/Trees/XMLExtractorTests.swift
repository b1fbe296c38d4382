import Inventory
import Testing

@testable import Extracting

/// All persons and numbers are made up.
@Suite struct XMLExtractorTests {
  private func extract(
    _ text: String, blockSize: Int = 262_144
  ) throws -> (recorder: CallRecorder, end: StructureEnd) {
    var reader = makeReader(text, blockSize: blockSize)
    let recorder = CallRecorder()
    let end = try XMLExtractor.extract(&reader, into: recorder)
    return (recorder, end)
  }

  static let staff = """
    <?xml version="1.0" encoding="EUC-JP"?>
    <staff xmlns:p="urn:p">
      <!-- 作成 2026 -->
      <p:person id="7"><name>山田　太郎</name><no>123456789018</no>
        <memo>一<b>二</b>三</memo></p:person>
      <p:person id="8"><name>佐藤</name><no kind="a&amp;b">
          0123</no></p:person>
      <x1234567/>
    </staff>
    """

  @Test func valuesHavePathsPositionsAndRecords() throws {
    let (recorder, end) = try extract(Self.staff)
    #expect(end == .complete)
    #expect(
      recorder.calls == [
        "begin xml",
        "/staff[1]/@xmlns:p /staff/@xmlns:p #1 = urn:p",
        "/staff[1]/comment() /staff/comment() #1 =  作成 2026 ",
        "/staff[1]/p:person[1]/@id /staff/p:person/@id #2 = 7",
        "/staff[1]/p:person[1]/name[1] /staff/p:person/name #2 = 山田　太郎",
        "/staff[1]/p:person[1]/no[1] /staff/p:person/no #2 = 123456789018",
        "/staff[1]/p:person[1]/memo[1] /staff/p:person/memo #5 = 一",
        "/staff[1]/p:person[1]/memo[1]/b[1] /staff/p:person/memo/b #5 = 二",
        "/staff[1]/p:person[1]/memo[1] /staff/p:person/memo #5 = 三",
        "/staff[1]/p:person[2]/@id /staff/p:person/@id #7 = 8",
        "/staff[1]/p:person[2]/name[1] /staff/p:person/name #7 = 佐藤",
        "/staff[1]/p:person[2]/no[1]/@kind /staff/p:person/no/@kind #9 = a&b",
        "/staff[1]/p:person[2]/no[1] /staff/p:person/no #7 = 0123",
        "/staff[1]/x1234567[1] /staff/x1234567 #1 key = x1234567",
      ])
  }

  @Test(arguments: Array(8...70) + [128, 1_000])
  func anyBlockSizeGivesTheSame(size: Int) throws {
    let whole = try extract(Self.staff)
    let cut = try extract(Self.staff, blockSize: size)
    #expect(cut.recorder.calls == whole.recorder.calls)
    #expect(cut.recorder.places.map(\.line) == whole.recorder.places.map(\.line))
    #expect(cut.end == whole.end)
  }

  @Test(arguments: [8, 64, 262_144])
  func placesAreThoseInTheFile(size: Int) throws {
    let (recorder, _) = try extract(Self.staff, blockSize: size)
    let bytes = Array(Self.staff.utf8)
    for place in recorder.places where place.text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) {
      let found = bytes[place.offset...].prefix(place.text.utf8.count)
      #expect(String(decoding: found, as: UTF8.self) == place.text)
      #expect(place.line == bytes[..<place.offset].count { $0 == 0x0A } + 1)
    }
  }

  @Test(arguments: [8, 37, 262_144])
  func offsetsOfCP932AreThoseAsStored(size: Int) throws {
    // <a><n>山田ﾀﾛｳ</n><m>0123</m></a>, as CP932 stores it.
    let head: [UInt8] = Array("<a><n>".utf8) + [0x8E, 0x52, 0x93, 0x63, 0xC0, 0xDB, 0xB3]
    let stored = head + Array("</n><m>0123</m></a>".utf8)
    var reader = TextReader(
      MemorySource(stored), decision: EncodingDecision(.cp932), blockSize: size)
    let recorder = CallRecorder()
    let end = try XMLExtractor.extract(&reader, into: recorder)
    #expect(end == .complete)
    #expect(recorder.places.map(\.text) == ["山田ﾀﾛｳ", "0123"])
    #expect(recorder.places.last?.offset == head.count + 7)
  }

  @Test(
    arguments: [
      ("<a>\n<n>0123</n>\n<m>x</n>\n</a>", 3), ("<a>\n<n>1</n>\n", 2), ("<a>\n<b x=\"1\n", 2),
      ("<a/>\n\nplain text", 3), ("<a>\nx & y</a>", 2), ("", nil), ("\n\n", nil),
      ("<!DOCTYPE a [<!ENTITY e SYSTEM '/etc/hostname'>]>\n<a>&e;</a>", nil),
    ] as [(String, Int?)])
  func theBreakIsTold(text: String, line: Int?) throws {
    for size in [8, 262_144] {
      let (_, end) = try extract(text, blockSize: size)
      if case .broken(let found) = end {
        let expected = try #require(line)
        #expect(found.line == expected)
      } else {
        #expect(end == .complete)
        #expect(line == nil)
      }
    }
  }

  @Test func aLongTextComesInPiecesThatCutNoNumber() throws {
    let number = "012345678901"
    let text = "<a>" + (0..<20_000).map { _ in number }.joined(separator: " ") + "</a>"
    let (recorder, end) = try extract(text, blockSize: 4_099)
    #expect(end == .complete)
    #expect(recorder.places.count > 3)
    let numbers = recorder.places.flatMap { $0.text.split(separator: " ") }
    #expect(numbers.count == 20_000)
    #expect(numbers.allSatisfy { $0 == number })
  }

  @Test func memoryOfPathsIsBounded() throws {
    let name = String(repeating: "n", count: 40_000)
    let text = String(repeating: "<\(name)>", count: 200)
    let (recorder, end) = try extract("<a><n>0123</n>" + text)
    #expect(recorder.places.map(\.text) == ["0123"])
    #expect(end.brokenLine == 1)
  }
}
