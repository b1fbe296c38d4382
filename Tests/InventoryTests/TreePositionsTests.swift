import Inventory
import TestSupport
import Testing

@Suite("Paths of trees with positions")
struct TreePositionsTests {
  @Test(
    "the path of a value of a block is that of its steps, however deep it stands",
    arguments: [false, true], [0, 1, 2, 63, 64, 65, 300])
  func block(isJSON: Bool, depth: Int) {
    block(isJSON: isJSON, depth: depth, hidden: -1)
    block(isJSON: isJSON, depth: depth, hidden: 3)
  }

  /// - Parameter hidden: The path whose name is left out.
  private func block(isJSON: Bool, depth: Int, hidden: Int) {
    var generator = SeededGenerator(seed: UInt64(depth) + 1)
    var positions = TreePositions()
    positions.isJSON = isJSON
    positions.components = ["rows", "row", "", "見本", "@no"]
    var block = TreeBlock()
    func step() -> TreePositions.Step {
      TreePositions.Step(
        path: Int(generator.next() % 6), position: Int(generator.next() % 4) * 37)
    }
    for level in 0..<depth {
      block.parents.append(TreeBlock.Parent(step: step(), parent: Int32(level) - 1))
    }
    // What was found out about the value before must not show.
    var above = TreePositions.Above()
    for parent in [depth - 1, depth - 1, depth / 2 - 1, -1, depth - 1] {
      let last = step()
      let value = TreeBlock.Value(
        path: Int32(last.path), position: Int32(last.position), parent: Int32(max(-1, parent)),
        start: 0, end: 0, record: 0, line: 1, offset: 0)
      let text = positions.text(of: value, in: block, &above) { $0 == hidden }
      positions.steps = block.steps(of: value)
      #expect(positions.steps.count == max(-1, parent) + 2)
      #expect(text == positions.text { $0 == hidden })
      #expect(hidden < 0 || !String(decoding: text, as: UTF8.self).contains("見本"))
    }
  }

  @Test("positions are written as they are", arguments: [1, 9, 10, 99, 100, 12_345])
  func position(_ position: Int) {
    var positions = TreePositions()
    positions.components = ["row"]
    positions.steps = [TreePositions.Step(path: 0, position: position)]
    #expect(positions.text { _ in false } == Array("/row[\(position)]".utf8))
  }
}
