import Inventory
import Rules
import Testing

@testable import Detecting

@Suite("A folded line knows where its bytes came from")
struct FoldedLineTests {
  @Test(arguments: [
    "", "ZQX-12", "ＺＱＸ－１２", "ｶﾞｽﾒｰﾀｰ No.5", "が ぱ", "①㍻㈱", "a\u{0301}b", "𠮷田　様", "ﾞﾟ",
  ])
  func places(text: String) {
    let bytes = Array("前\(text)後".utf8)
    let line = FoldedLine(bytes.span, 3..<bytes.count - 3)
    let folded = TextFolding.folded(Array(text.utf8).span)
    #expect(line.bytes == folded)
    #expect(line.origins.count == line.bytes.count + 1)
    #expect(line.origins.last == bytes.count - 3)
    #expect(zip(line.origins, line.origins.dropFirst()).allSatisfy { $0 <= $1 })
    for origin in line.origins { #expect(bytes[origin] & 0xC0 != 0x80) }
  }

  @Test func eachCharacterIsFoundAgain() {
    let bytes = Array("会員ＺＱＸ−ｶﾞ9".utf8)
    let line = FoldedLine(bytes.span, 0..<bytes.count)
    let folded = String(decoding: line.bytes, as: UTF8.self)
    #expect(folded.contains("ZQX"))
    let place = OwnTriggers.windows(of: .literals([Array("ガ".utf8)]), in: line.bytes.span)
    #expect(!place.isEmpty)
    for (index, byte) in line.bytes.enumerated() where byte == UInt8(ascii: "Q") {
      #expect(Array(bytes[line.origins[index]..<line.origins[index] + 3]) == Array("Ｑ".utf8))
    }
  }
}
