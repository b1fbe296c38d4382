import Inventory
import TestSupport
import Testing

@testable import Detecting

@Suite("Places by signal")
struct SeriesSpotsTests {
  /// Each signal has its places in the order of the file, whatever the others have; the reference keeps a list for each.
  @Test(arguments: 0..<8)
  func asAListForEach(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var spots = SeriesTally.Spots()
    var reference: [Int: [SeriesTally.Spot]] = [:]
    for number in 1...200 {
      let isText = seed >= 4 && Int.random(in: 0..<3, using: &random) == 0
      let spot = SeriesTally.Spot(
        line: number, row: isText ? 0 : number, byteOffset: number * 10,
        character: isText ? number % 7 : 0,
        path: seed >= 6 && isText ? Array("/a[\(number)]".utf8) : [])
      spots.append(spot, limit: 10)
      for signal in [3, 900, 4, 70] where Int.random(in: 0..<4, using: &random) > 0 {
        spots.mark(signal)
        reference[signal, default: []].append(spot)
      }
    }
    for signal in [3, 4, 5, 70, 900] {
      for column in [nil, 5] {
        var found = Places()
        spots.each(of: signal) { index in
          spots.copy(index, column: column, to: &found)
        }
        let expected = (reference[signal] ?? []).map { spot in
          Address(
            line: spot.line, row: spot.row > 0 ? spot.row : nil,
            column: column ?? (spot.character > 0 ? spot.character : nil),
            byteOffset: spot.byteOffset,
            path: spot.path.isEmpty ? nil : String(decoding: spot.path, as: UTF8.self))
        }
        #expect(Array(found) == expected, "\(signal)")
      }
    }
  }
}
