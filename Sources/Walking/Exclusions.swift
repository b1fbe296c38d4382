internal import Inventory

/// The globs of what is not to be read, and the path at which the walk stands, made ready for them.
struct Exclusions {
  private let globs: [Glob]
  private let needsAbsolute: Bool
  private var relative = GlobPath([])
  private var absolute = GlobPath([])

  init(_ globs: [Glob]) {
    self.globs = globs
    needsAbsolute = globs.contains { $0.isAbsolute }
  }

  /// Begins anew at a root.
  mutating func enter(root: [UInt8]) {
    relative = GlobPath([])
    if needsAbsolute { absolute = GlobPath(root) }
  }

  /// Goes down into a directory.
  mutating func enter(_ name: ArraySlice<UInt8>) {
    guard !globs.isEmpty else { return }
    relative.append(name)
    if needsAbsolute { absolute.append(name) }
  }

  /// Goes up again.
  mutating func leave() {
    guard !globs.isEmpty else { return }
    relative.removeLast()
    if needsAbsolute { absolute.removeLast() }
  }

  /// Whether a name at which the walk has arrived is not to be read or entered.
  mutating func excludes(_ name: ArraySlice<UInt8>, isDirectory: Bool) -> Bool {
    guard !globs.isEmpty else { return false }
    enter(name)
    defer { leave() }
    return globs.contains {
      $0.matches($0.isAbsolute ? absolute : relative, isDirectory: isDirectory)
    }
  }
}
