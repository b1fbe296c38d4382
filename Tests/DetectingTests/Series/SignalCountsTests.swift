import TestSupport
import Testing

@testable import Detecting

@Suite("How often each signal was seen")
struct SignalCountsTests {
  /// The naive reference: a dictionary.
  private struct Reference {
    var cells: [Int: Int] = [:]
    var distinct: [Int: Int] = [:]
  }

  @Test("as a dictionary would count", arguments: [4, 16, 200, 3_000])
  func asADictionary(signals: Int) {
    var random = SeededGenerator(seed: UInt64(signals))
    var counts = SignalCounts()
    var reference = Reference()
    for _ in 0..<2_000 {
      var reading = CellReading()
      for _ in 0..<Int.random(in: 0...6, using: &random) {
        reading.set(Int.random(in: 0..<signals, using: &random))
      }
      let isNew = Bool.random(using: &random)
      let limit = 3
      var wanted: UInt32 = 0
      for index in 0..<reading.count {
        let signal = Int(reading.signals[index])
        reference.cells[signal, default: 0] += 1
        if isNew { reference.distinct[signal, default: 0] += 1 }
        if reference.cells[signal, default: 0] <= limit { wanted |= 1 << UInt32(index) }
      }
      #expect(counts.add(reading, isNew: isNew, limit: UInt32(limit)) == wanted)
      let signal = Int.random(in: 0..<signals, using: &random)
      counts.add(signal, cells: 5, distinct: 2)
      reference.cells[signal, default: 0] += 5
      reference.distinct[signal, default: 0] += 2
    }
    for signal in 0..<signals {
      #expect(counts.cells(of: signal) == reference.cells[signal, default: 0])
      #expect(counts.distinct(of: signal) == reference.distinct[signal, default: 0])
    }
  }

  @Test("a series that has counted nothing shares its room, and counting leaves it alone")
  func startsEmpty() {
    var first = SignalCounts()
    let second = SignalCounts()
    first.add(7, cells: 3, distinct: 1)
    #expect(first.cells(of: 7) == 3 && first.distinct(of: 7) == 1)
    #expect(second.cells(of: 7) == 0 && SignalCounts().cells(of: 7) == 0)
  }
}
