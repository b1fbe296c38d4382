import Testing

@testable import Judging

@Suite struct CountryCodeTests {
  @Test func knowsAllCodes() {
    let letters = (UInt8(ascii: "A")...UInt8(ascii: "Z")).map { String(UnicodeScalar($0)) }
    let known = letters.flatMap { first in letters.map { first + $0 } }.filter(CountryCode.isKnown)
    #expect(known.count == 249)
    #expect(known.allSatisfy { CountryCode.japaneseName($0)?.isEmpty == false })
  }

  @Test(
    arguments: [
      ("JPN", "JP"), ("jp", "JP"), ("日本", "JP"), ("UK", "GB"), ("usa", "US"), ("シンガポール", "SG"),
      ("A国", nil), ("", nil), ("XX", nil),
    ] as [(String, String?)])
  func guesses(text: String, code: String?) { #expect(CountryCode.meant(by: text) == code) }
}
