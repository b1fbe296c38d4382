import ScanKernels
import TestSupport
import Testing

@Suite("Texts of XML") struct XMLTextTests {
  @Test("Both paths agree with a loop", arguments: 0..<200)
  func ends(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let parts: [[UInt8]] = [
      Array("あ".utf8), Array("abcdefgh".utf8), [0x0A], [0x20], Array("￥".utf8),
      Array("\u{FFFD}".utf8),
      Array("\u{10FFFF}".utf8), Array("ﾟ".utf8),
    ]
    let stops = ["<", ">", "&", "\u{FFFE}", "\u{FFFF}"].map { Array($0.utf8) }
    var bytes: [UInt8] = []
    let length = Int.random(in: 0..<90, using: &generator)
    while bytes.count < length { bytes += parts.randomElement(using: &generator) ?? [] }
    let text = bytes.count
    if seed % 4 > 0 { bytes += stops.randomElement(using: &generator) ?? [] }
    let bound = bytes.count
    while bytes.count < bound + 18 { bytes += parts.randomElement(using: &generator) ?? [] }
    for start in 0...text where bytes[start] & 0xC0 != 0x80 {
      for path in KernelPath.allCases {
        let found = endOfXMLText(bytes.span, from: start, to: bound, path)
        #expect(found.end == (seed % 4 > 0 ? text : bound))
        #expect(found.lines == bytes[start..<found.end].count { $0 == 0x0A })
      }
    }
  }

  @Test("A name ends at a blank or mark", arguments: Array("> /=<\n\t\u{1}".utf8))
  func names(mark: UInt8) {
    for length in 0..<40 {
      let name = Array("社員番号abc-d.e:f社員番号社員番号".utf8.prefix(length))
      let bytes = name + [mark] + [UInt8](repeating: 0x61, count: 40)
      #expect(endOfXMLName(bytes.span, from: 0, to: bytes.count - 16) == length)
      #expect(endOfXMLName(bytes.span, from: 0, to: min(length, bytes.count - 16)) == nil)
    }
  }
}
