import TestSupport
import Testing

@testable import XMLPush

/// What is read without the library is what the library would have told: events, places and ends.
///
/// All names and numbers are made up.
@Suite struct PlainContentTests {
  @Test func anExportIsReadTheSame() {
    let rows = (0..<400).map { row in
      """
      <row no='\(row)'><shainNo>\(row)</shainNo><name>山田　太郎\(row)</name><kana>ヤマダ</kana>
        <price>￥1,000</price><mail>user\(row)@kx-asagiri.co.jp</mail><note/><memo></memo></row>

      """
    }
    expectSame("<?xml version='1.0'?>\n<rows>\n" + rows.joined() + "</rows>\n")
  }

  /// Parts that a document is put together from: plain ones, odd ones, and mistakes.
  private static let parts = [
    "<a>", "</a>", "<a>", "</a>", "<b>", "</b>", "<社員番号一覧表の長い名前>", "</社員番号一覧表の長い名前>",
    "<a-much-longer-name.than:usual>",
    "</a-much-longer-name.than:usual>", "<a>0123</a>", "<b>山田　太郎</b>", "<c/>", "<c />", "<a></a>",
    "<b x='1'>", "<b x=\"1\" y='二'/>", "<b x='1' x='2'/>", "<b x='1'y='2'/>", "<b  x='1'  >",
    "<b\nx='1'/>",
    "<b x = '1'/>", "<b x='a&amp;b'/>", "<b x='a<b'/>", "<b x='a\tb\nc'/>", "<p:a xmlns:p='urn:p'>",
    "</p:a>",
    "<p:a>1</p:a>", "<b xmlns='urn:q'/>", "<xmlns>1</xmlns>", "<b xmlns:x='urn:x' x:y='1'/>",
    "<a>1</b>", "</a >",
    "<a >", "text", "文字\n", "\n  ", " ", "&amp;", "&lt;", "&#x3042;", "&nbsp;", "]]>", ">",
    "<!-- n > -->",
    "<!-- \"quotes' -->", "<![CDATA[<x> \" & ]]>", "<?pi data>?>", "\u{FFFE}", "\u{FFFF}",
    "\u{FFFD}", "￥５", "\u{7F}",
    "\u{85}", "\r\n", "\r", "\u{1}", "<", "< a>", "<1/>", "<a", "'", "\"", "=", "/", "<a/",
    "<c></c><c></c><c></c>",
    "<a><b>x</b><b>y</b><b>z</b></a>", "<a>\n  <b>x</b>\n  <b>y</b>\n</a>\n", "<a><b/><b/></a>",
  ]

  /// Mostly parts that may stand anywhere, so that documents go on for a while.
  private static let harmless = [
    "<a>0123</a>", "<b>山田　太郎</b>", "<c/>", "<a></a>", "<b x=\"1\" y='二'/>", "text", "文字\n", "\n  ",
    "<a><b>x</b><b>y</b><b>z</b></a>", "<a>\n  <b>x</b>\n  <b>y</b>\n</a>\n", "<a><b/><b/></a>",
    "￥５",
    "<!-- n > -->", "&amp;", "<![CDATA[<x> \" & ]]>", "<p:a>1</p:a>", "<b x='a&amp;b'/>", "<c />",
  ]

  @Test(arguments: 0..<24)
  func documentsOfAllPartsAreReadTheSame(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<60 {
      var text = Self.prologues[Int(random.next() % UInt64(Self.prologues.count))] + "<r>"
      // All names are known early on, or some never.
      if random.next() % 3 > 0 {
        text += "<a/><b x='' y=''/><c/><社員番号一覧表の長い名前/><a-much-longer-name.than:usual/>"
      }
      let odd = random.next() % 20
      for _ in 0..<(random.next() % 60) {
        let parts = random.next() % 20 < odd ? Self.parts : Self.harmless
        text += parts[Int(random.next() % UInt64(parts.count))]
      }
      text += random.next() % 4 > 0 ? "</r>" : ""
      if random.next() % 4 == 0 { text += text }
      expectSame(text, pieces: [1 + Int(random.next() % 100), 1 + Int(random.next() % 1_000)])
    }
  }

  private static let prologues = [
    "", "", "", "<?xml version='1.0' encoding='Shift_JIS'?>\n", "<!DOCTYPE r [<!ENTITY e 'x'>]>",
    "<!DOCTYPE r [<!ATTLIST b x CDATA '7' y NMTOKENS #IMPLIED>]>", "\u{FEFF}", "<!-- c -->\n",
  ]

  @Test(arguments: 0..<8)
  func mistakesAnywhereAreToldTheSame(seed: Int) {
    var random = SeededGenerator(seed: UInt64(1_000 + seed))
    let rows = (0..<12).map { "<row no='\($0)'><name>山田　太郎</name><no>0123456789\($0)</no></row>\n" }
    let original = Array(("<rows>\n" + rows.joined() + "</rows>").utf8)
    for _ in 0..<150 {
      var bytes = original
      let index = Int(random.next() % UInt64(bytes.count))
      switch random.next() % 4 {
      case 0: bytes[index] = UInt8(truncatingIfNeeded: random.next())
      case 1: bytes.remove(at: index)
      case 2: bytes.removeLast(bytes.count - index)
      default: bytes.insert(contentsOf: Array(Self.parts[index % Self.parts.count].utf8), at: index)
      }
      expectSame(String(decoding: bytes, as: UTF8.self), pieces: [1 + Int(random.next() % 300)])
    }
  }

  @Test func depthEndsAtTheSameElement() {
    let deep = String(repeating: "<d>", count: 200)
    let deeper = String(repeating: "<d>", count: 50)
    let closed = String(repeating: "</d>", count: 50)
    for more in [5, 6, 7, 100] {
      let text =
        "<r>" + deep + deeper + closed + deeper + String(repeating: "<d>", count: more)
        + String(repeating: " ", count: 200)
      expectSame(text, pieces: [50, 10_000])
    }
  }

  /// Long texts, long elements and many of them, around the sizes at which stretches end.
  @Test(arguments: [16_300, 16_384, 32_700, 32_768, 65_440, 65_536, 70_000])
  func sizesOfStretchesDoNotMatter(size: Int) {
    let text = String(repeating: "x", count: size)
    let small = String(repeating: "<a>y</a>", count: size / 8)
    expectSame(
      "<r><a/><a>\(text)</a><b>\(small)</b><b>\(small)</b><a>1</a>\(small)<a>\(text)</a></r>",
      pieces: [])
  }

  @Test func mostOfAnExportIsReadWithoutTheLibrary() {
    // Otherwise the comparisons above compare the library with itself.
    let row = "<row><name>山田　太郎</name><no>0123</no><note/></row>\n"
    let bytes = Array(("<rows>" + String(repeating: row, count: 2_000) + "</rows>").utf8)
    var plain = 0
    var parser = XMLPushParser()
    _ = parser.feed(bytes.span) { events, text, _ in
      if text.count == bytes.count { plain += events.count }
    }
    #expect(plain > 1_990 * 5)
  }

  private func expectSame(_ text: String, pieces: [Int] = [7, 64]) {
    let bytes = Array(text.utf8)
    let expected = record(bytes, byLibrary: true)
    for size in pieces + [.max] {
      let found = record(bytes, pieces: size)
      let difference = firstDifference(found.recorder, expected.recorder)
      #expect(difference == nil, "pieces of \(size): \(text.prefix(1_000))")
      #expect(found.stop == expected.stop, "pieces of \(size): \(text.prefix(1_000))")
    }
  }

  /// Events in which two records differ, or whose places do.
  private func firstDifference(_ found: Recorder, _ expected: Recorder) -> String? {
    guard found.lines.count == found.positions.count else { return "events without places" }
    for index in 0..<max(found.lines.count, expected.lines.count) {
      guard index < found.lines.count else { return "missing: \(expected.lines[index])" }
      guard index < expected.lines.count else { return "too much: \(found.lines[index])" }
      if found.lines[index] != expected.lines[index] {
        return "\(found.lines[index]) instead of \(expected.lines[index])"
      }
      let place = found.positions[index]
      if place != expected.positions[index] {
        return "\(found.lines[index]): \(found.positions[index]), \(expected.positions[index])"
      }
    }
    return nil
  }
}
