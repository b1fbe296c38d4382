import Inventory
import TestSupport
import Testing

@testable import Reporting

@Suite("Keys of the document and the values behind them")
struct JSONKeyTests {
  @Test("A key of any length is written as a text of the same letters is", arguments: 1...29)
  func length(_ length: Int) {
    let name = String("abcdefghijklmnopqrstuvwxyz_0123".prefix(length))
    var quick = JSONWriter()
    var slow = JSONWriter()
    for json in 0..<3 {
      quick.openObject()
      slow.openObject()
      quick.field(JSONKey(name), json)
      slow.field(named: name, json)
      quick.field(JSONKey(name), "値\"\\\n")
      slow.field(named: name, "値\"\\\n")
      quick.field(JSONKey(name), 0.25)
      slow.field(named: name, 0.25)
      quick.key(JSONKey(name))
      slow.key(name)
      quick.null()
      slow.null()
      quick.closeObject()
      slow.closeObject()
    }
    #expect(quick.bytes == slow.bytes)
  }

  @Test("Numbers of a place that are missing are left out, the others stand in their order")
  func places() {
    var generator = SeededGenerator(seed: 20_261_126)
    let keys = JSONWriter.PlaceKeys()
    for _ in 0..<2_000 {
      func number() -> Int {
        let random = generator.next()
        return Int(truncatingIfNeeded: random >> 1) >> (random % 64)
      }
      let numbers = Places.Numbers(
        line: number(), row: number() % 3 == 0 ? 0 : number(),
        column: number() % 3 == 0 ? 0 : number(), byteOffset: number())
      var quick = JSONWriter()
      quick.openArray()
      quick.openPlace(numbers, keys)
      quick.field(.path, "p")
      quick.closeObject()
      quick.openPlace(numbers, keys)
      quick.closeObject()
      quick.closeArray()
      var slow = JSONWriter()
      slow.openArray()
      for isFirst in [true, false] {
        slow.openObject()
        slow.field(named: "line", numbers.line)
        if numbers.row > 0 { slow.field(named: "row", numbers.row) }
        if numbers.column > 0 { slow.field(named: "column", numbers.column) }
        slow.field(named: "byte", numbers.byteOffset)
        if isFirst { slow.field(named: "path", "p") }
        slow.closeObject()
      }
      slow.closeArray()
      #expect(quick.bytes == slow.bytes)
    }
  }
}
