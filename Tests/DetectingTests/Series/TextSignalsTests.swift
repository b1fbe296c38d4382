import TestSupport
import Testing

@testable import Detecting

@Suite("Sets of fixed signals")
struct TextSignalsTests {
  @Test("Each signal has a bit of its own")
  func bits() {
    let all = TextSignal.allCases.map { TextSignals([$0]).rawValue }
    #expect(all.allSatisfy { $0 != 0 })
    #expect(Set(all).count == TextSignal.allCases.count)
  }

  @Test("The set of a reading holds what the reading holds")
  func readings() {
    var generator = SeededGenerator(seed: 20_261_126)
    let base = 75
    for _ in 0..<3_000 {
      var reading = CellReading()
      for _ in 0..<generator.next() % 28 {
        reading.set(Int(generator.next() % UInt64(base + TextSignal.allCases.count)))
      }
      let texts = reading.texts(behind: base)
      for signal in TextSignal.allCases {
        #expect(texts.hasAny(TextSignals([signal])) == reading.contains(base + signal.rawValue))
      }
      #expect(reading.holdsPattern(before: base) == (0..<base).contains { reading.contains($0) })
      let some = TextSignal.allCases.filter { _ in generator.next() % 2 == 0 }
      #expect(
        texts.isWithin(TextSignals(some))
          == TextSignal.allCases.allSatisfy {
            !reading.contains(base + $0.rawValue) || some.contains($0)
          })
    }
  }
}
