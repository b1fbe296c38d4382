/// The paths of a tree: their names, and the positions at which the walk through the tree now stands.
package struct TreePositions {
  /// One component of the path at which the walk stands.
  package struct Step: Sendable {
    /// Number of the path up to here.
    package var path: Int
    /// Place among the siblings of the same name; 1-based, 0 where no position is written (attributes, JSON keys).
    package var position: Int

    package init(path: Int, position: Int) {
      self.path = path
      self.position = position
    }
  }

  /// Spelling of every path seen so far without positions, by number: `/employees/employee/@myNumber`, `$.members[].email`.
  package var names: [String] = []
  /// The last component of every path, which serves as the heading: `myNumber`, `email`.
  package var headings: [String] = []
  /// The last component of every path as it is written, empty for an element of a JSON array.
  package var components: [String] = []
  /// The steps of the path at which the walk stands, from the outermost.
  package var steps: [Step] = []
  /// Whether the text form is JSON's (`$.a[3].b`) and not XPath's (`/a[3]/b`).
  package var isJSON = false

  package init() {}

  /// The same names, and no steps.
  package init(like other: borrowing TreePositions) {
    names = other.names
    headings = other.headings
    components = other.components
    isJSON = other.isJSON
  }

  /// The path with positions as text, unmasked; UTF-8.
  ///
  /// JSON positions are 0-based as in JSONPath.
  ///
  /// - Parameter isHidden: Whether `*` stands for the last component of a path.
  package func text(hiding isHidden: (Int) -> Bool) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(128)
    if isJSON { text.append(UInt8(ascii: "$")) }
    for step in steps { append(step, to: &text, isHidden) }
    return text
  }

  /// The path of the element that was met last in a block: its values mostly follow each other.
  package struct Above {
    fileprivate var text: [UInt8] = []
    /// Its length; what follows is left of the last value.
    fileprivate var count = 0
    /// The element, as values of the block name it; `nil` before the first.
    fileprivate var parent: Int32?

    /// None; begun anew for each block.
    package init() {}
  }

  /// The same of another place of the walk: the path of a value of a block.
  ///
  /// - Parameters:
  ///   - above: What was found out about values before it in the same block.
  ///   - isHidden: As in ``text(hiding:)``, and the same for all values of a block.
  package func text(
    of value: TreeBlock.Value, in block: borrowing TreeBlock, _ above: inout Above,
    hiding isHidden: (Int) -> Bool
  ) -> [UInt8] {
    if above.parent == value.parent {
      above.text.removeSubrange(above.count...)
    } else {
      above.text.removeAll(keepingCapacity: true)
      above.text.reserveCapacity(128)
      if isJSON { above.text.append(UInt8(ascii: "$")) }
      append(block, above: value.parent, depth: 0, to: &above.text, isHidden)
      above.parent = value.parent
      above.count = above.text.count
    }
    append(
      Step(path: Int(value.path), position: Int(value.position)), to: &above.text, isHidden)
    return above.text
  }

  /// Appends the steps of an element of a block, from the outermost; those of very deep ones by a list.
  private func append(
    _ block: borrowing TreeBlock, above parent: Int32, depth: Int, to text: inout [UInt8],
    _ isHidden: (Int) -> Bool
  ) {
    guard parent >= 0 else { return }
    let element = block.parents[Int(parent)]
    guard depth < 64 else {
      var steps = [element.step]
      var next = element.parent
      while next >= 0 {
        steps.append(block.parents[Int(next)].step)
        next = block.parents[Int(next)].parent
      }
      for step in steps.reversed() { append(step, to: &text, isHidden) }
      return
    }
    append(block, above: element.parent, depth: depth + 1, to: &text, isHidden)
    append(element.step, to: &text, isHidden)
  }

  private func append(
    _ step: Step, to text: inout [UInt8], _ isHidden: (Int) -> Bool
  ) {
    let isKnown = step.path >= 0 && step.path < components.count
    let isEmpty = !isKnown || components[step.path].isEmpty
    if !isJSON || !isEmpty {
      text.append(isJSON ? UInt8(ascii: ".") : UInt8(ascii: "/"))
      if isKnown, isHidden(step.path) {
        text.append(UInt8(ascii: "*"))
      } else if isKnown {
        let component = components[step.path].utf8.span
        for index in component.indices { text.append(component[index]) }
      }
    }
    let position = isJSON ? step.position - 1 : step.position
    if isJSON ? isEmpty : position > 0 {
      text.append(UInt8(ascii: "["))
      if position >= 0, position < 100 {
        if position >= 10 { text.append(UInt8(ascii: "0") + UInt8(position / 10)) }
        text.append(UInt8(ascii: "0") + UInt8(position % 10))
      } else {
        text.append(contentsOf: String(position).utf8)
      }
      text.append(UInt8(ascii: "]"))
    }
  }
}
