import ScanKernels
import Testing

@Suite("Byte masks") struct ByteMaskTests {
  @Test("Both paths agree with a loop", arguments: 0..<50)
  func paths(seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    let bytes = (0..<100).map { _ -> UInt8 in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 60) &+ 0x20
    }
    for offset in [0, 1, 7, 36] {
      for wanted in [UInt8](0x20...0x2F) {
        var expected: UInt64 = 0
        for index in 0..<64 where bytes[offset + index] == wanted { expected |= 1 << UInt64(index) }
        for path in KernelPath.allCases {
          #expect(equalMask(bytes.span, at: offset, wanted, path) == expected)
        }
      }
    }
  }

  @Test("Words are loaded and stored at any offset")
  func words() {
    let bytes = [UInt8](0..<32)
    var copy = [UInt8](repeating: 0, count: 32)
    for offset in 0..<24 {
      let word = loadWord(bytes.span, at: offset)
      #expect(word & 0xFF == UInt64(offset) && word >> 56 == UInt64(offset + 7))
      var target = copy.mutableSpan
      storeWord(word, into: &target, at: offset)
    }
    var target = copy.mutableSpan
    storeHalfWord(0x1F1E_1D1C, into: &target, at: 28)
    #expect(copy == bytes)
  }

  @Test("Moving keeps overlapping bytes")
  func moving() {
    var bytes = [UInt8](0..<20)
    moveBytes(in: &bytes, from: 3, count: 17)
    #expect(Array(bytes[..<17]) == [UInt8](3..<20))
  }
}
