import TestSupport
import Testing

@testable import Inventory

@Suite("The places of a finding")
struct PlacesTests {
  private func addresses(_ count: Int, seed: UInt64) -> [Address] {
    var random = SeededGenerator(seed: seed)
    let paths: [String?] = [nil, "/社員/氏名[3]", "$.a[0]", String(repeating: "/long", count: 300)]
    return (0..<count).map { _ in
      Address(
        line: Int.random(in: 1...9, using: &random),
        row: Bool.random(using: &random) ? Int.random(in: 1...9, using: &random) : nil,
        column: Bool.random(using: &random) ? Int.random(in: 1...9, using: &random) : nil,
        byteOffset: Int.random(in: 0...Int.max, using: &random),
        path: seed % 4 == 0 ? nil : paths.randomElement(using: &random) ?? nil)
    }
  }

  @Test("come back as they were given, wherever paths begin and end")
  func whole() {
    for seed: UInt64 in 0..<200 {
      let addresses = addresses(Int(seed % 14), seed: seed)
      let places = Places(addresses)
      #expect(Array(places) == addresses)
      #expect(places.count == addresses.count)
      #expect(String(describing: places) == String(describing: addresses))
    }
  }

  @Test("are cut to the first ones, of which others may follow")
  func cut() {
    for seed: UInt64 in 0..<200 {
      let addresses = addresses(12, seed: seed)
      let count = Int(seed % 15)
      var places = Places(addresses)
      places.keep(first: count)
      #expect(places == Places(addresses.prefix(count)))
      let more = self.addresses(3, seed: seed + 1_000)
      for address in more {
        places.append(
          Places.Numbers(
            line: address.line, row: address.row ?? 0, column: address.column ?? 0,
            byteOffset: address.byteOffset),
          path: Array((address.path ?? "").utf8)[...])
      }
      #expect(Array(places) == addresses.prefix(count) + more)
    }
  }

  @Test("tell places apart by each of their parts")
  func different() {
    let one = Address(line: 1, row: 2, column: 3, byteOffset: 4, path: "/a")
    var others = [one, one, one, one, one, one]
    others[0].line = 9
    others[1].row = nil
    others[2].column = nil
    others[3].byteOffset = 9
    others[4].path = "/b"
    others[5].path = nil
    for other in others { #expect(Places([one, other]) != Places([one, one])) }
  }
}
