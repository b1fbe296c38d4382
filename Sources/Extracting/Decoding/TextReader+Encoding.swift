import Inventory

/// Deciding on the encoding of a file.
extension TextReader {
  /// Decides the encoding at the first byte that is not ASCII, by a sample that begins there, whatever the block size.
  mutating func decide() throws(ReadError) {
    let isEscape = raw[rawStart] == 0x1B
    var sample: [UInt8]
    var isCut: Bool
    if sourceEnded || rawEnd - rawStart >= EncodingContest.sampleSize {
      let end = min(rawEnd, rawStart + EncodingContest.sampleSize)
      sample = Array(raw[rawStart..<end])
      isCut = !sourceEnded || end < rawEnd
    } else {
      sample = [UInt8](repeating: 0, count: EncodingContest.sampleSize)
      var length = 0
      while length < sample.count {
        let read = try Self.read(source, at: stored + length, into: &sample, from: length)
        if read == 0 { break }
        length += read
      }
      isCut = length == sample.count
      sample.removeLast(sample.count - length)
    }
    if isEscape {
      guard case .designate = ISO2022Decoding.escape(sample.span, at: 0) else {
        // A terminal's colours or the like: the encoding stays open.
        buffer[count] = 0x1B
        count += 1
        rawStart += 1
        stored += 1
        return
      }
      decision.encoding = .iso2022JP
    } else {
      decision.encoding = EncodingContest.decide(sample, isCut: isCut)
    }
    decision.isOpen = false
    origin.width = Self.width(of: decision.encoding)
  }

  static func width(of encoding: TextEncoding) -> TextOrigin.Width {
    switch encoding {
    case .utf8: .utf8
    case .cp932, .iso2022JP: .cp932
    case .eucJP: .eucJP
    case .utf16LE, .utf16BE: .utf16
    }
  }
}
