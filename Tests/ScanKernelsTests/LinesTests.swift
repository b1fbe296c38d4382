import ScanKernels
import TestSupport
import Testing

@Suite("Counting lines and finding bytes")
struct LinesTests {
  /// LF, CR LF and CR alone, one byte after another.
  private static func naive(_ text: [UInt8]) -> Int {
    text.indices.count { index in
      text[index] == 0x0D || text[index] == 0x0A && (index == 0 || text[index - 1] != 0x0D)
    }
  }

  @Test("all kernels count as one byte after another does", arguments: 0..<60 as Range<UInt64>)
  func kernels(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let alphabet: [UInt8] = [0x0A, 0x0D, 0x61, 0x62, 0xE3]
    let text = (0..<Int(generator.next() % 400)).map { _ in
      alphabet[Int(generator.next() % UInt64(alphabet.count))]
    }
    for level in KernelLevel.allCases { #expect(countLines(text.span, level) == Self.naive(text)) }
  }

  @Test(
    "the first place of a byte is that of a search one by one", arguments: 0..<20 as Range<UInt64>)
  func firstPlaces(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let text = (0..<200).map { _ in UInt8(generator.next() % 40) }
    for start in stride(from: 0, through: 200, by: 7) {
      for end in [start, min(200, start + 3), 200] {
        #expect(
          firstPlace(of: 7, in: text.span, start..<end) == text[start..<end].firstIndex(of: 7))
      }
    }
  }
}
