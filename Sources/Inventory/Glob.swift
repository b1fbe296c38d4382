/// A pattern of paths, as exclusions and the policy's locations are written.
///
/// `*` stands for any characters but `/`, `?` for one, `[a-z]` and `[!a-z]` for one of a set, `\` takes the next
/// character as it is, and a component `**` stands for any number of components; at the end for at least one,
/// so that `営業/**` is everything below 営業 and not 営業 itself.
/// - A pattern without `/` holds for a component anywhere in the path, and so for everything below it.
/// - A pattern with `/` holds from the base on. When its last component has no wildcard, it also
///   holds for everything below: `人事/年末調整`.
/// - A `/` at the end holds for directories, and so for everything below them.
/// - A `/` at the beginning makes it ``isAbsolute``: it is held against the absolute path.
///
/// Names compare after Unicode normalisation; upper and lower case differ.
package struct Glob: Sendable, Equatable {
  /// The pattern as it was written.
  package let pattern: String
  /// Whether the pattern begins with `/`, so that the absolute path is to be given.
  package let isAbsolute: Bool
  let components: [Component]
  /// Whether it holds for the path itself only when that is a directory.
  let isOnlyForDirectories: Bool
  /// Whether what lies below a match matches too.
  let includesBelow: Bool

  /// One component of a pattern.
  enum Component: Sendable, Equatable {
    case literal([UInt32])
    case wild([Element])
    /// `**`: any number of components, none included.
    case anyDepth
  }

  /// One element of a component with wildcards.
  enum Element: Sendable, Equatable {
    case unit(UInt32)
    case anyOne
    case anyRun
    case set([ClosedRange<UInt32>], isNegated: Bool)
  }

  /// Reads a pattern.
  ///
  /// - Throws: ``GlobError`` with the place of the mistake.
  package init(_ pattern: String) throws(GlobError) {
    var parser = GlobParser(pattern)
    let parsed = try parser.parse()
    self.pattern = pattern
    isAbsolute = parsed.isAbsolute
    components = parsed.components
    isOnlyForDirectories = parsed.isOnlyForDirectories
    includesBelow = parsed.includesBelow
  }

  /// Whether the pattern holds for a path.
  ///
  /// - Parameters:
  ///   - path: Relative to the base, or absolute when ``isAbsolute``; names as the file system holds them.
  ///   - isDirectory: Whether the path itself is a directory.
  package func matches(_ path: [UInt8], isDirectory: Bool = false) -> Bool {
    matches(GlobPath(path), isDirectory: isDirectory)
  }

  /// Whether the pattern holds for a path that was made ready before.
  ///
  /// - Complexity: O(*n* · *m*) in the characters of path and pattern; nothing is tried twice.
  package func matches(_ path: GlobPath, isDirectory: Bool = false) -> Bool {
    let names = path.components
    var position = 0
    var name = 0
    // The last `**` met, and the first name that it has not yet swallowed.
    var retry: (position: Int, name: Int)?
    while true {
      if position == components.count {
        let isWhole = name == names.count
        if isWhole ? isDirectory || !isOnlyForDirectories : includesBelow && name > 0 {
          return true
        }
      } else if case .anyDepth = components[position] {
        position += 1
        retry = (position, name)
        continue
      } else if name < names.count, components[position].matches(names[name]) {
        position += 1
        name += 1
        continue
      }
      guard let last = retry, last.name < names.count else { return false }
      retry = (last.position, last.name + 1)
      position = last.position
      name = last.name + 1
    }
  }
}

extension Glob.Component {
  func matches(_ name: [UInt32]) -> Bool {
    switch self {
    case .anyDepth: false
    case .literal(let units): units == name
    case .wild(let elements): Self.matches(elements, name)
    }
  }

  private static func matches(_ elements: [Glob.Element], _ name: [UInt32]) -> Bool {
    var element = 0
    var unit = 0
    var retry: (element: Int, unit: Int)?
    while element < elements.count || unit < name.count {
      if element < elements.count {
        if case .anyRun = elements[element] {
          element += 1
          retry = (element, unit)
          continue
        }
        if unit < name.count, elements[element].matches(name[unit]) {
          element += 1
          unit += 1
          continue
        }
      }
      guard let last = retry, last.unit < name.count else { return false }
      retry = (last.element, last.unit + 1)
      element = last.element
      unit = last.unit + 1
    }
    return true
  }
}

extension Glob.Element {
  fileprivate func matches(_ unit: UInt32) -> Bool {
    switch self {
    case .unit(let own): own == unit
    case .anyOne, .anyRun: true
    case .set(let ranges, let isNegated): ranges.contains { $0.contains(unit) } != isNegated
    }
  }
}
