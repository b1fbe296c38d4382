import Inventory

/// Numbers the paths of a tree as they are met, and follows the walk through it.
struct PathTable {
  /// Most different paths, and most bytes that their spellings may take together.
  static let mostPaths = 50_000
  static let mostBytes = 8_388_608

  private struct Slot {
    var parent: Int32 = 0
    var name: Int32 = 0
    var path: Int32 = -1
  }

  /// What the sink gets: spellings by number, and where the walk stands.
  private(set) var positions = TreePositions()
  private var slots = [Slot](repeating: Slot(), count: 256)
  private var bytes = 0
  /// By path: how many elements of it the parent instance `owner` has had so far.
  private var counts: [(count: Int, owner: Int)] = []

  init(isJSON: Bool) { positions.isJSON = isJSON }

  var count: Int { positions.names.count }

  /// The path of a child by the numbers of its parent and its name; `nil` when it was not met yet.
  ///
  /// - Parameter parent: -1 at the top.
  func child(_ name: Int, of parent: Int) -> Int? {
    let slot = slots[index(Int32(truncatingIfNeeded: parent), Int32(truncatingIfNeeded: name))]
    return slot.path < 0 ? nil : Int(slot.path)
  }

  /// Whether another path of this length fits within the bounds.
  func hasRoom(for spelling: Int) -> Bool {
    count < Self.mostPaths && bytes + spelling <= Self.mostBytes
  }

  func spelling(of path: Int) -> String { path < 0 ? "" : positions.names[path] }

  /// Gives a new path its number.
  mutating func add(
    _ name: Int, of parent: Int, component: String, spelling: String, heading: String
  ) -> Int {
    if (count + 1) * 2 > slots.count { grow() }
    let path = count
    positions.names.append(spelling)
    positions.headings.append(heading)
    positions.components.append(component)
    bytes += spelling.utf8.count + heading.utf8.count
    counts.append((0, -1))
    let parent = Int32(truncatingIfNeeded: parent)
    let name = Int32(truncatingIfNeeded: name)
    slots[index(parent, name)] = Slot(parent: parent, name: name, path: Int32(path))
    return path
  }

  /// Counts an element and says which of its name it is within its parent; 1-based.
  mutating func nextPosition(of path: Int, within parent: Int) -> Int {
    let (count, owner) = counts[path]
    let next = owner == parent ? count + 1 : 1
    counts[path] = (next, parent)
    return next
  }

  mutating func enter(_ path: Int, position: Int) {
    positions.steps.append(TreePositions.Step(path: path, position: position))
  }

  mutating func leave() { positions.steps.removeLast() }

  /// Moves the innermost component on to another position.
  mutating func move(to position: Int) {
    positions.steps[positions.steps.count - 1].position = position
  }

  private func index(_ parent: Int32, _ name: Int32) -> Int {
    let key = UInt(UInt32(bitPattern: parent)) << 32 | UInt(UInt32(bitPattern: name))
    let mask = UInt(slots.count - 1)
    var position = (key &* 0x9E37_79B9_7F4A_7C15) >> 32 & mask
    while true {
      let slot = slots[Int(position)]
      if slot.path < 0 || slot.parent == parent && slot.name == name { return Int(position) }
      position = (position + 1) & mask
    }
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: old.count * 2)
    for slot in old where slot.path >= 0 { slots[index(slot.parent, slot.name)] = slot }
  }
}
