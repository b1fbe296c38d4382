internal import Inventory

/// Tells which entries of `locations` are for a path.
///
/// Entries that cannot be for a directory are ruled out once for all its files.
struct PlaceFinder: Sendable {
  let locations: [DeclaredLocation]
  private let bases: [[UInt8]]
  /// Per location, a pattern for the directories that it may reach into; `nil` when that is any.
  private let reaches: [Glob?]

  init(_ policy: Policy) {
    locations = policy.locations
    // The longest base that holds a path decides.
    bases = policy.bases.sorted { $0.count > $1.count }
    reaches = policy.locations.map { location in
      guard case .path(let glob) = location.target else { return nil }
      let literal = Self.literalDirectory(of: glob.pattern)
      return literal.contains("/") ? try? Glob(literal) : nil
    }
  }

  /// The directory that a pattern begins with, up to its first wildcard; empty when it begins with one or has no directory.
  static func literalDirectory(of pattern: String) -> String {
    var scalars: [Unicode.Scalar] = []
    for scalar in pattern.unicodeScalars {
      if ["*", "?", "[", "\\"].contains(scalar) { break }
      scalars.append(scalar)
    }
    guard let slash = scalars.lastIndex(of: "/") else { return "" }
    // A single name would hold at any depth as a pattern; with its slash kept it holds from the base on.
    let directory = scalars[..<slash]
    let text = String(String.UnicodeScalarView(directory))
    return directory.contains("/") || directory.isEmpty ? text : text + "/"
  }

  /// A directory as policies see it.
  struct Directory: Sendable {
    /// Relative to the base, or the root where there is none; ends with `/` unless empty.
    var relative: [UInt8] = []
    /// Ends with `/`.
    var absolute: [UInt8] = []
    /// The mount's source as ``MountSource`` folds it.
    var source: String?
    /// Indexes of the locations that may be for a file in it.
    var candidates: [Int] = []
  }

  /// Looks at a directory of a scan.
  ///
  /// - Parameters:
  ///   - absolute: Without a `/` at the end.
  ///   - relative: To the root.
  ///   - source: What is mounted there.
  func directory(absolute: [UInt8], relative: [UInt8], source: String?) -> Directory {
    var directory = Directory()
    directory.absolute = Self.closed(absolute, isAbsolute: true)
    directory.relative = Self.closed(fromBase(absolute) ?? relative, isAbsolute: false)
    directory.source = source.map(MountSource.folded)
    let relativePath = GlobPath(directory.relative)
    let absolutePath = GlobPath(directory.absolute)
    directory.candidates = locations.indices.filter { index in
      switch locations[index].target {
      case .source(let declared):
        return directory.source.map { MountSource.matches(declared: declared, mounted: $0) }
          ?? false
      case .path(let glob):
        guard let reach = reaches[index] else { return true }
        return reach.matches(glob.isAbsolute ? absolutePath : relativePath, isDirectory: true)
      }
    }
    return directory
  }

  /// The path from the base that holds it; `nil` when none does.
  func fromBase(_ absolute: [UInt8]) -> [UInt8]? {
    for base in bases {
      if absolute == base { return [] }
      let prefix = Self.closed(base, isAbsolute: true)
      if absolute.starts(with: prefix) { return Array(absolute.dropFirst(prefix.count)) }
    }
    return nil
  }

  private static func closed(_ path: [UInt8], isAbsolute: Bool) -> [UInt8] {
    guard !path.isEmpty || isAbsolute, path.last != UInt8(ascii: "/") else { return path }
    return path + [UInt8(ascii: "/")]
  }

  /// A file as policies see it: made once, held against many patterns.
  struct File {
    var relative: GlobPath
    var absolute: GlobPath

    init(name: some Sequence<UInt8>, in directory: Directory) {
      let name = Array(name)
      relative = GlobPath(directory.relative + name)
      absolute = GlobPath(directory.absolute + name)
    }

    func matches(_ glob: Glob) -> Bool { glob.matches(glob.isAbsolute ? absolute : relative) }
  }

  /// Whether a location, one of the directory's candidates, is for a file.
  func holds(_ index: Int, for file: File) -> Bool {
    switch locations[index].target {
    case .source: true
    case .path(let glob): file.matches(glob)
    }
  }

  /// What all entries for a file say together.
  func place(of file: File, in directory: Directory) -> EffectivePlace {
    var place = EffectivePlace()
    for index in directory.candidates where holds(index, for: file) {
      place.apply(locations[index], entry: index)
    }
    return place
  }
}
