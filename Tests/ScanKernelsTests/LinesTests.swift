import ScanKernels
import TestSupport
import Testing

@Suite("Counting lines")
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
}
