import Inventory

@testable import Extracting

/// All decoders: the first byte picks one, or leaves the choice to the reader.
struct DecoderTarget: FuzzTarget {
  func run(_ bytes: [UInt8]) {
    guard let first = bytes.first else { return }
    let content = Array(bytes.dropFirst())
    let choice = Int(first) % (TextEncoding.allCases.count + 1)
    let decision =
      choice < TextEncoding.allCases.count
      ? EncodingDecision(TextEncoding.allCases[choice]) : EncodingDecision.decide(head: content)
    let whole = read(content, decision, blockSize: 262_144)
    require(String(validating: whole.text, as: UTF8.self) != nil, "what is decoded is UTF-8")
    require(whole.bytesRead == content.count, "everything is read")
    for blockSize in [8, 61] {
      let pieces = read(content, decision, blockSize: blockSize)
      // A line in another encoding is judged by as much of it as lies in the block.
      if whole.isMixed || pieces.isMixed { continue }
      require(pieces.text == whole.text, "any block size gives the same text")
      require(pieces.badBytes == whole.badBytes, "any block size counts the same bad bytes")
    }
  }

  private func read(
    _ bytes: [UInt8], _ decision: EncodingDecision, blockSize: Int
  ) -> (text: [UInt8], badBytes: Int, bytesRead: Int, isMixed: Bool) {
    var reader = TextReader(MemorySource(bytes), decision: decision, blockSize: blockSize)
    var text: [UInt8] = []
    while (try? reader.advance(keeping: 0)) == true {
      var last = 0
      for index in 0..<reader.count where reader.buffer[index] & 0xC0 != 0x80 {
        let stored = reader.origin.storedOffset(
          of: index, in: reader.buffer.span.extracting(0..<reader.count))
        require(stored >= last && stored <= bytes.count, "places in the file go forward")
        last = stored
      }
      text += reader.buffer[0..<reader.count]
    }
    return (text, reader.badBytes, reader.bytesRead, reader.isMixed)
  }
}
