import Testing

@testable import XMLPush

/// All names and numbers are made up.
@Suite struct XMLPushParserTests {
  @Test(
    arguments: [
      ("<a/>", ["<a", ">a"]),
      ("<a b='1' c=\"二\"/>", ["<a", "@b=1", "@c=二", ">a"]),
      ("<a>x<b>y</b>z</a>", ["<a", "'x", "<b", "'y", ">b", "'z", ">a"]),
      ("<a>1&#50;3&#x34;&amp;&lt;</a>", ["<a", "'1234&<", ">a"]),
      ("<a b='&amp;&#38;&lt;&#x5c71;'/>", ["<a", "@b=&&<山", ">a"]),
      ("<a><![CDATA[<x> & ]]>]</a>", ["<a", "'<x> & ]", ">a"]),
      ("<a><!-- n 1 --></a>", ["<a", "comment: n 1 ", ">a"]),
      ("<a><?go now?></a>", ["<a", "instruction:now", ">a"]),
      ("<s:a xmlns:s='urn:x' s:b='1'/>", ["<s:a", "@xmlns:s=urn:x", "@s:b=1", ">s:a"]),
      ("<u:a u:b='1'/>", ["<u:a", "@u:b=1", ">u:a"]),
      ("<社員 氏名='山田'>太郎</社員>", ["<社員", "@氏名=山田", "'太郎", ">社員"]),
      ("<?xml version='1.0' encoding='Shift_JIS'?><a>①﨑</a>", ["<a", "'①﨑", ">a"]),
      ("<?xml version='1.0' encoding='no-such'?><a>髙</a>", ["<a", "'髙", ">a"]),
      ("\n \n<?xml version='1.0'?>\n<a/>\n", ["<a", ">a"]),
      ("\u{FEFF}<a/>", ["<a", ">a"]),
      (
        "<a>x</a>\n<?xml version='1.0'?><b/><c>y</c>",
        ["<a", "'x", ">a", "<b", ">b", "<c", "'y", ">c"]
      ),
      ("<a>x&nbsp;y&copy;</a>", ["<a", "'x y ", ">a"]),
      ("<a b='x&nbsp;y'/>", ["<a", "@b=x y", ">a"]),
      ("<a>x\r\ny\rz</a>", ["<a", "'x \ny\nz", ">a"]),
      ("<a>x\u{0}\u{1F}y</a>", ["<a", "'x  y", ">a"]),
      ("", []), ("  \n", []), ("<!-- only -->", ["comment: only "]),
    ] as [(String, [String])])
  func events(text: String, expected: [String]) {
    let (recorder, stop) = record(text)
    #expect(recorder.lines == expected)
    #expect(stop == nil)
  }

  @Test func internalEntitiesAreExpanded() {
    let text = """
      <!DOCTYPE a [<!ENTITY c "株式会社&d;"><!ENTITY d "例"> <!ENTITY c "second">
      <!ATTLIST a k CDATA "default">]><a b='&c;'>&c;&d;</a>
      """
    let (recorder, stop) = record(text)
    #expect(stop == nil)
    #expect(
      recorder.lines == [
        "declaration:株式会社&d;", "declaration:例", "declaration:second", "declaration:default",
        "<a", "@b=株式会社例", "'株式会社例例", ">a",
      ])
  }

  @Test(arguments: 1...40)
  func anyCutGivesTheSame(pieces: Int) {
    let whole = record(Self.sample)
    let cut = record(Self.sample, pieces: pieces)
    #expect(cut.recorder.lines == whole.recorder.lines)
    #expect(cut.stop == whole.stop)
    #expect(whole.stop == nil)
  }

  @Test func positionsAreThoseOfTheText() {
    let bytes = Array(Self.sample.utf8)
    for pieces in [1, 7, 64, .max] {
      let (recorder, _) = record(bytes, pieces: pieces)
      for (line, position) in zip(recorder.lines, recorder.positions)
      where line.hasPrefix("@n") || line.hasPrefix("'0") {
        let value = Array(line.drop { $0 != "=" && $0 != "'" }.dropFirst().utf8)
        #expect(Array(bytes[position.offset...].prefix(value.count)) == value)
        let linesBefore = bytes[..<position.offset].count { $0 == 0x0A }
        #expect(position.line == linesBefore + 1)
      }
    }
  }

  @Test(arguments: [false, true])
  func valuesOfAttributesHaveTheirOwnPlaces(byLibrary: Bool) {
    let tag = "<社員  xmlns:p='urn:p' 氏名='山田　太郎'\n xmlnsx = \"'二'\" p:c='a&amp;b' d='0123'/>"
    let bytes = Array(("<r>" + String(repeating: tag + "\n", count: 20) + "</r>").utf8)
    for pieces in [7, .max] {
      let (recorder, stop) = record(bytes, pieces: pieces, byLibrary: byLibrary)
      #expect(stop == nil)
      var seen = 0
      for (line, place) in zip(recorder.lines, recorder.positions) where line.hasPrefix("@") {
        let parts = line.split(separator: "=", maxSplits: 1)
        guard parts[0] != "@xmlns:p" else { continue }
        let value = parts[1] == "a&b" ? "a&amp;b" : String(parts[1])
        #expect(bytes[place.offset...].starts(with: value.utf8), "\(line) at \(place)")
        #expect(place.line == bytes[..<place.offset].count { $0 == 0x0A } + 1)
        seen += 1
      }
      #expect(seen == 80)
    }
  }

  @Test func aLoneCarriageReturnEndsALine() {
    let (recorder, _) = record("<a>\r<b>\r\n<c/></b>\r</a>")
    let lines = zip(recorder.lines, recorder.positions).filter { $0.0.hasPrefix("<") }
    #expect(lines.map(\.1.line) == [1, 2, 3])
  }

  @Test(
    "Remarks and instructions may stand behind the root, in any cut",
    arguments: [
      "<a>1</a>\n<!-- c -->\n", "<a>1</a><?p x?>", "<!-- x --><a/> <!-- y --> <?p?>\n<!-- z -->",
      "<a/>\n<b/><!-- y -->\n\n",
    ])
  func epilog(text: String) {
    for pieces in [1, 2, 3, 7, .max] { #expect(record(text, pieces: pieces).stop == nil) }
  }

  @Test(arguments: [
    "<a><b></a>", "<a>x", "<a b=1/>", "<a>x & y</a>", "<a", "text", "<a/>text", "<a/><!-- x",
    "<a/><!-- x --> y", "<a/><?p x", "<a/><!-- x --><", "<a/><!DOCTYPE b>",
  ])
  func whatIsNotWellFormedStops(text: String) {
    for pieces in [1, 3, .max] { #expect(record(text, pieces: pieces).stop != nil) }
  }

  @Test func whatCameBeforeTheBreakIsDelivered() {
    let (recorder, stop) = record("<a>\n<n>012345678901</n>\n<m>0123</x>\n</a>")
    #expect(recorder.lines.contains("'012345678901"))
    #expect(stop?.understood.line == 3)
  }

  static let sample = (1...60).map { index in
    """
    <?xml version="1.0" encoding="Shift_JIS"?>
    <!-- made up \(index) -->
    <staff><person n1="01234567890\(index)" k='山田＆&amp;' n2 = "0">
      <name>山田　太郎\(index)</name><no>01234567890\(index)</no>
      <memo><![CDATA[a < b]] ]]>と&lt;&#x3042;<?pi data?></memo></person></staff>

    """
  }.joined()
}
