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

  @Test("Numbers that are missing are left out, the others stand in their order")
  func numbers() {
    var generator = SeededGenerator(seed: 20_261_126)
    for _ in 0..<2_000 {
      func number() -> Int? {
        let random = generator.next()
        return random % 3 == 0 ? nil : Int(truncatingIfNeeded: random) >> (random % 64)
      }
      let (line, row, column) = (number(), number(), number())
      var quick = JSONWriter()
      quick.openArray()
      quick.openObject([(.line, line), (.row, row), (.column, column)])
      quick.field(.path, "p")
      quick.closeObject()
      quick.openObject([(.line, line), (.row, row), (.column, column)])
      quick.closeObject()
      quick.closeArray()
      var slow = JSONWriter()
      slow.openArray()
      for isFirst in [true, false] {
        slow.openObject()
        if let line { slow.field(named: "line", line) }
        if let row { slow.field(named: "row", row) }
        if let column { slow.field(named: "column", column) }
        if isFirst { slow.field(named: "path", "p") }
        slow.closeObject()
      }
      slow.closeArray()
      #expect(quick.bytes == slow.bytes)
    }
  }
}
