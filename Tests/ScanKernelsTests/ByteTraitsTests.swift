import Testing

@testable import ScanKernels

@Suite("What stands in a stretch of bytes") struct ByteTraitsTests {
  private static let textControls: Set<UInt8> = [0x09, 0x0A, 0x0C, 0x0D, 0x0E, 0x0F, 0x1A, 0x1B]

  /// By its definition, byte by byte.
  private static func reference(_ bytes: [UInt8]) -> ByteTraits {
    var traits: ByteTraits = []
    for byte in bytes {
      if byte == 0 { traits.insert(.zero) }
      if byte == 0x1B { traits.insert(.escape) }
      if byte >= 0x80 { traits.insert(.high) }
      if byte == 0x7F || byte > 0 && byte < 0x20 && !textControls.contains(byte) {
        traits.insert(.control)
      }
    }
    return traits
  }

  @Test("Every byte, at every place of a stretch of any length", arguments: KernelPath.allCases)
  func everyByte(path: KernelPath) {
    for length in [1, 2, 15, 16, 17, 31, 33, 64, 65] {
      for byte in UInt8.min...UInt8.max {
        for place in Set([0, length / 2, length - 1]) {
          var bytes = [UInt8](repeating: 0x41, count: length)
          bytes[place] = byte
          let traits = ByteTraits(of: bytes.span, path)
          #expect(traits == Self.reference(bytes))
        }
      }
    }
    let nothing: [UInt8] = []
    let none = ByteTraits(of: nothing.span, path)
    #expect(none == [])
  }

  @Test("Words and digits agree with a loop", arguments: 0..<30)
  func words(seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    let bytes = (0..<130).map { _ -> UInt8 in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 56)
    }
    for offset in [0, 1, 13, 66] {
      var expected = WordMarks(letters: 0, digits: 0, leads: 0)
      for index in 0..<64 {
        let byte = bytes[offset + index]
        let bit = (1 as UInt64) << UInt64(index)
        if (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) { expected.letters |= bit }
        if (0x30...0x39).contains(byte) { expected.digits |= bit }
        if byte >= 0xC0 { expected.leads |= bit }
      }
      for path in KernelPath.allCases {
        var marks = WordMarks(bytes.span, at: offset, path)
        #expect(
          marks.letters == expected.letters && marks.digits == expected.digits
            && marks.leads == expected.leads)
        marks.keep(5)
        #expect(marks.letters == expected.letters & 31 && marks.leads == expected.leads & 31)
      }
    }
  }
}
