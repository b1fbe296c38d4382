import CLibXML2
import TestSupport
import Testing

@testable import XMLPush

@Suite struct HostileXMLTests {
  static func bomb(levels: Int, width: Int, seed: String) -> String {
    var text = "<!DOCTYPE a [<!ENTITY e0 \"\(seed)\">"
    for level in 1..<max(levels, 2) {
      let inner = String(repeating: "&e\(level - 1);", count: width)
      text += "<!ENTITY e\(level) \"\(inner)\">"
    }
    return text + "]><a><n>0123</n>&e\(levels - 1);</a>"
  }

  @Test(arguments: ["lol", ""])
  func billionLaughsEndAtTheBudget(seed: String) {
    let (recorder, stop) = record(Self.bomb(levels: 8, width: 10, seed: seed))
    #expect(stop?.cause == .expansion)
    #expect(recorder.lines.contains("'0123"))
    let delivered = recorder.lines.reduce(0) { $0 + $1.utf8.count }
    #expect(delivered < 200_000)
  }

  @Test func billionLaughsInAnAttributeEndAtTheBudget() {
    let text = Self.bomb(levels: 8, width: 10, seed: "lol")
      .replacingSuffix("<a><n>0123</n>&e7;</a>", with: "<a><n>0123</n><b c='&e7;'/></a>")
    #expect(record(text).stop?.cause == .expansion)
  }

  @Test func quadraticBlowUpEndsAtTheBudget() {
    let text =
      "<!DOCTYPE a [<!ENTITY e \"" + String(repeating: "x", count: 50_000) + "\">]><a>"
      + String(repeating: "&e;", count: 50_000) + "</a>"
    let (recorder, stop) = record(text)
    #expect(stop?.cause == .expansion)
    let delivered = recorder.lines.reduce(0) { $0 + $1.utf8.count }
    #expect(delivered <= 65_536 + 10 * text.utf8.count + 131_072)
  }

  @Test func anEntityThatNamesItselfEnds() {
    let text = "<!DOCTYPE a [<!ENTITY e \"&f;\"><!ENTITY f \"&e;\">]><a>&e;</a>"
    #expect(record(text).stop?.cause == .expansion)
  }

  @Test(
    arguments: [
      "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><a>[&e;]</a>",
      "<!DOCTYPE a [<!ENTITY e PUBLIC \"p\" \"/etc/hostname\">]><a>[&e;]</a>",
      "<!DOCTYPE a SYSTEM \"/etc/hostname\"><a>[&e;]</a>",
      "<!DOCTYPE a [<!ENTITY % p SYSTEM \"/etc/hostname\"> %p;]><a>[&e;]</a>",
      "<a xmlns:xi='http://www.w3.org/2001/XInclude'>[<xi:include href='/etc/hostname' parse='text'/> ]</a>",
    ])
  func nothingOutsideIsRead(text: String) {
    let (recorder, stop) = record(text)
    let delivered = recorder.lines.filter { $0.hasPrefix("'") }.joined()
    #expect(delivered.allSatisfy { "'[ ]".contains($0) })
    if stop == nil { #expect(delivered.contains("[")) }
  }

  /// The second wall behind the options: whoever asks the library for a file gets none.
  @Test func theLibraryLoadsNoFile() {
    _ = XMLPushParser()
    // Safety: the texts end in NUL; nothing is handed over.
    let input = unsafe xmlLoadExternalEntity("/etc/hostname", nil, nil)
    #expect(unsafe input == nil)
  }

  @Test func theLimitsAreThoseWrittenDown() {
    #expect(XMLLimits.attributes == 512)
    #expect(XMLLimits.names == 50_000)
    #expect(XMLLimits.depth == 256)
    #expect(XMLLimits.expansionOfOne == 64 << 10)
    #expect(XMLLimits.expansionBase == 64 << 10)
    #expect(XMLLimits.expansionFactor == 10)
    #expect(XMLLimits.entityDepth == 8)
  }

  @Test(arguments: [XMLLimits.attributes, XMLLimits.attributes + 1, 50_000])
  func attributesAreCountedBeforeTheyCost(count: Int) {
    let attributes = (0..<count).map { "a\($0)=\"\($0)\"" }.joined(separator: " ")
    for pieces in [100, .max] {
      let (recorder, stop) = record("<r><n>0123</n><x \(attributes)/></r>", pieces: pieces)
      #expect((stop?.cause == .attributes) == (count > XMLLimits.attributes))
      #expect(recorder.lines.contains("'0123"))
    }
  }

  @Test func quotesOutsideTagsAreNoAttributes() {
    let quotes = String(repeating: "a='b' \"c\" > ", count: 4_000)
    let text = "<r>\(quotes)<![CDATA[\(quotes)]]><!-- \(quotes) --></r>"
    for pieces in [1_000, .max] { #expect(record(text, pieces: pieces).stop == nil) }
  }

  @Test func deepNestingEnds() {
    let text = String(repeating: "<d>", count: 100_000)
    let (recorder, stop) = record("<r><n>0123</n>" + text)
    #expect(stop != nil)
    #expect(recorder.lines.contains("'0123"))
    #expect(recorder.lines.count < 400)
  }

  @Test func veryManyNamesEnd() {
    let text = "<r>" + (0..<60_000).map { "<n\($0)/>" }.joined() + "</r>"
    #expect(record(text).stop?.cause == .names)
  }

  @Test func aLongTextComesWhole() {
    let text = String(repeating: "0123456789 あ\n", count: 800_000)
    let (recorder, stop) = record("<r>" + text + "</r>")
    #expect(stop == nil)
    #expect(recorder.lines[1].utf8.count == text.utf8.count + 1)
  }

  @Test func aNameOverTheLimitEnds() {
    let name = String(repeating: "n", count: 60_000)
    #expect(record("<r><\(name)/></r>").stop != nil)
  }

  @Test func veryManyTinyDocumentsEnd() {
    #expect(record(String(repeating: "<a/>", count: 20_000)).stop?.cause == .documents)
    let real = String(
      repeating: "<entry><name>made up</name><id>0123456789</id></entry>\n", count: 5_000)
    #expect(record(real).stop == nil)
  }

  @Test func truncationAnywhereNeverTraps() {
    let bytes = Array(XMLPushParserTests.sample.utf8.prefix(900))
    for length in 0...bytes.count { _ = record(Array(bytes.prefix(length)), pieces: 64) }
  }

  /// Found by fuzzing.
  @Test(arguments: [
    "<a><bSTEM ", "<a><b ", "<a><b", "<a><b c", "<a><b c=", "<a><b c='", "<a><b c='d'", "<a></a",
    "<a>x",
    "<a><!-- ", "<a><?x ", "<a><![CDATA[", "<a>&", "<a>&amp", "<", "<a", "<!DOCTYPE",
    "<!DOCTYPE a [",
  ])
  func aDocumentThatIsCutSaysSo(_ text: String) {
    for pieces in [1, 3, 100] {
      let stop = record(text, pieces: pieces).stop
      #expect(stop.map { $0.understood.offset <= text.utf8.count } == true, "\(pieces)")
    }
  }

  @Test func mutationsNeverTrap() {
    var random = SeededGenerator(seed: 7)
    let original = Array(
      ("<!DOCTYPE a [<!ENTITY e \"x\"><!ATTLIST a b CDATA 'y'>]>" + XMLPushParserTests.sample).utf8
        .prefix(1_200))
    for _ in 0..<3_000 {
      var bytes = original
      for _ in 0..<(1 + random.next() % 4) {
        let index = Int(random.next() % UInt64(bytes.count))
        switch random.next() % 3 {
        case 0: bytes[index] = UInt8(truncatingIfNeeded: random.next())
        case 1: bytes.remove(at: index)
        default: bytes.insert(contentsOf: Array("<&;]>'\"".utf8), at: index)
        }
      }
      // The reader never hands over what is not UTF-8.
      bytes = Array(String(decoding: bytes, as: UTF8.self).utf8)
      _ = record(bytes, pieces: Int(1 + random.next() % 200))
    }
  }
}

extension String {
  func replacingSuffix(_ suffix: String, with other: String) -> String {
    hasSuffix(suffix) ? String(dropLast(suffix.count)) + other : self
  }
}
