internal import Inventory

extension PlaceFinder {
  /// Whether a location lies wholly below what a scan walks, so that it can be said that no file is there.
  func isCovered(_ index: Int, roots: [Root], mounts: [Mount]) -> Bool {
    switch locations[index].target {
    case .source(let declared):
      return mounts.contains {
        MountSource.matches(declared: declared, mounted: MountSource.folded($0.source))
      }
    case .path(let glob):
      let names = Self.names(Self.literalBeginning(of: glob.pattern))
      return roots.contains { root in
        guard !root.isFile else { return false }
        if glob.isAbsolute { return names.starts(with: Self.names(root.path)) }
        // Below a base the path from the base counts; a root with no base is its own.
        return names.starts(with: Self.names(fromBase(root.path) ?? []))
      }
    }
  }

  /// The names that a pattern begins with, up to the component of the first wildcard.
  private static func literalBeginning(of pattern: String) -> [UInt8] {
    let hasWildcard = pattern.unicodeScalars.contains { ["*", "?", "[", "\\"].contains($0) }
    return Array((hasWildcard ? literalDirectory(of: pattern) : pattern).utf8)
  }

  /// Names as strings, which compare after normalisation.
  private static func names(_ path: [UInt8]) -> [String] {
    path.split(separator: UInt8(ascii: "/")).map { String(decoding: $0, as: UTF8.self) }
  }
}
