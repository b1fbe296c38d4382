internal import Inventory

extension FileList {
  /// Sorts the listed paths to their roots.
  ///
  /// - Parameters:
  ///   - roots: The roots as they are.
  ///   - typed: The same as the user wrote them, absolute ones among them.
  /// - Returns: The paths of each root, in the order of the roots.
  func picked(roots: [Root], typed: [[UInt8]]) throws(WalkError) -> [PickedPaths] {
    var picked = [PickedPaths](repeating: PickedPaths(), count: roots.count)
    let written = typed.map { Self.components($0[...]) }
    let resolved = roots.map { Self.components($0.path[...]) }
    var number = 0
    for line in bytes.split(separator: separator.rawValue, omittingEmptySubsequences: false) {
      number += 1
      guard !line.isEmpty else { continue }
      let components = Self.components(line)
      guard !components.contains(where: { $0.elementsEqual("..".utf8) }) else {
        throw .outsideRoots(path: Array(line), line: number)
      }
      guard line.first == UInt8(ascii: "/") else {
        guard roots.count == 1 else { throw .ambiguousPath(path: Array(line), line: number) }
        let isOwnName =
          roots[0].isFile && components.count == 1 && components[0] == resolved[0].last
        picked[0].add(isOwnName ? [] : components)
        continue
      }
      let root = roots.indices.first { index in
        components.starts(with: resolved[index])
          || typed[index].first == UInt8(ascii: "/") && components.starts(with: written[index])
      }
      guard let root else { throw .outsideRoots(path: Array(line), line: number) }
      let isResolved = components.starts(with: resolved[root])
      picked[root].add(
        Array(components.dropFirst((isResolved ? resolved : written)[root].count)))
    }
    for index in picked.indices { picked[index].settle() }
    return picked
  }

  /// The names along a path, without empty ones and `.`.
  private static func components(_ path: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    path.split(separator: UInt8(ascii: "/")).filter { !$0.elementsEqual(".".utf8) }
  }
}
