import Inventory
import XMLPush

/// Values that the sink gets together.
extension XMLWalk {
  /// Adds a text without the blanks around it.
  mutating func add(
    _ event: XMLEvent, _ text: Span<UInt8>, path: Int, position: Int, parent: Int32, record: Int
  ) {
    var start = Int(event.start)
    var end = Int(event.end)
    var line = event.position.line
    while start < end, ValueText.isBlank(text[start]) {
      if text[start] == 0x0A { line += 1 }
      start += 1
    }
    guard start < end else { return }
    while ValueText.isBlank(text[end - 1]) { end -= 1 }
    block.values.append(
      TreeBlock.Value(
        path: Int32(truncatingIfNeeded: path), position: Int32(truncatingIfNeeded: position),
        parent: parent, start: UInt32(truncatingIfNeeded: start),
        end: UInt32(truncatingIfNeeded: end), record: record, line: line,
        offset: event.position.offset + start - Int(event.start)))
  }

  /// Adds an attribute or remark as it is.
  mutating func add(_ event: XMLEvent, path: Int, parent: Int32, record: Int) {
    guard event.start < event.end else { return }
    block.values.append(
      TreeBlock.Value(
        path: Int32(truncatingIfNeeded: path), position: 0, parent: parent,
        start: UInt32(truncatingIfNeeded: event.start),
        end: UInt32(truncatingIfNeeded: event.end), record: record, line: event.position.line,
        offset: event.position.offset))
  }

  /// Index of the innermost element among the parents of the block; -1 outside the root.
  @inline(__always)
  mutating func parentLink() -> Int32 {
    guard let last = open.last else { return -1 }
    return last.block == blocks ? last.link : linkParents()
  }

  /// Makes parents of the open elements that are none in this block yet.
  private mutating func linkParents() -> Int32 {
    var index = open.count - 1
    while index >= 0, open[index].block != blocks { index -= 1 }
    var link: Int32 = index >= 0 ? open[index].link : -1
    while index + 1 < open.count {
      index += 1
      let step = TreePositions.Step(path: open[index].path, position: open[index].position)
      block.parents.append(TreeBlock.Parent(step: step, parent: link))
      link = Int32(truncatingIfNeeded: block.parents.count - 1)
      open[index].link = link
      open[index].block = blocks
    }
    return link
  }
}
