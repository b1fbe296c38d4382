import Inventory
import XMLPush

/// The paths of elements, attributes and remarks.
extension XMLWalk {
  mutating func addLeaf(_ event: XMLEvent, of parent: Int) -> Int? {
    let path = addElement(Int(event.name), of: parent, at: start(ofLeaf: event))
    return path < 0 ? nil : path
  }

  mutating func addElement(_ name: Int, of parent: Int, at position: XMLPosition) -> Int {
    add(
      name * 2, of: parent, component: names[name].spelling, heading: names[name].local,
      at: position)
  }

  mutating func addAttribute(_ name: Int, of parent: Int, at position: XMLPosition) -> Int {
    add(
      name * 2 + 1, of: parent, component: "@" + names[name].spelling, heading: names[name].local,
      at: position)
  }

  mutating func remark(_ kind: XMLRemark, _ event: XMLEvent) {
    let (name, component): (SpecialName, String) =
      switch kind {
      case .comment: (.comment, "comment()")
      case .instruction: (.instruction, "processing-instruction()")
      case .declaration: (.declaration, "declaration()")
      }
    let parent = open.last?.path ?? -1
    guard open.isEmpty || parent >= 0 else { return }
    let path =
      paths.child(name.rawValue, of: parent)
      ?? add(name.rawValue, of: parent, component: component, heading: "", at: event.position)
    guard path >= 0 else { return }
    add(event, path: path, parent: parentLink(), record: open.last?.serial ?? 0)
  }

  /// Where the tag of an element begins that holds text only.
  func start(ofLeaf event: XMLEvent) -> XMLPosition {
    let tag = names[Int(event.name)].spelling.utf8.count + 2
    return XMLPosition(offset: event.position.offset - tag, line: event.position.line)
  }
}
