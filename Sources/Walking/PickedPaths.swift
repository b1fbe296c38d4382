/// The listed paths of one root, sorted: what the walk takes instead of everything.
struct PickedPaths {
  /// What was listed of one name of a directory.
  struct Pick {
    /// Whether the name itself was listed, so that everything below it is taken.
    var isWhole: Bool
    /// The lines that lead below it.
    var lines: Range<Int>
  }

  /// All paths in a row, components joined by `/`.
  private var bytes: [UInt8] = []
  /// Each path in ``bytes``; sorted by their bytes and unique once ``settle()`` was called.
  private var lines: [Range<Int>] = []

  /// Whether the root itself was listed.
  private(set) var hasRoot = false

  /// Adds a path by its components; none stands for the root itself.
  mutating func add(_ components: [ArraySlice<UInt8>]) {
    guard !components.isEmpty else {
      hasRoot = true
      return
    }
    let start = bytes.count
    bytes.append(contentsOf: components.joined(separator: CollectionOfOne(UInt8(ascii: "/"))))
    lines.append(start..<bytes.count)
  }

  /// Sorts the paths: then those below a directory stand together, in walking order.
  mutating func settle() {
    lines.sort { bytes[$0].lexicographicallyPrecedes(bytes[$1]) }
    var unique: [Range<Int>] = []
    for line in lines where unique.last.map({ bytes[$0] != bytes[line] }) ?? true {
      unique.append(line)
    }
    lines = unique
  }

  /// The numbers of all lines.
  var all: Range<Int> { lines.indices }

  /// The path of a line.
  func path(of line: Int) -> [UInt8] { Array(bytes[lines[line]]) }

  /// What was listed of a directory.
  ///
  /// - Parameters:
  ///   - range: The lines that lead below it.
  ///   - prefix: Length of the directory's own path and its `/`.
  /// - Returns: The names and what was listed of each.
  func picks(_ range: Range<Int>, prefix: Int) -> [[UInt8]: Pick] {
    var picks: [[UInt8]: Pick] = [:]
    for index in range {
      let rest = bytes[lines[index]].dropFirst(prefix)
      let name = rest.prefix { $0 != UInt8(ascii: "/") }
      let isWhole = name.count == rest.count
      let own = isWhole ? index..<index : index..<(index + 1)
      var pick = picks[Array(name)] ?? Pick(isWhole: false, lines: own)
      if isWhole {
        pick.isWhole = true
      } else {
        pick.lines = pick.lines.isEmpty ? own : pick.lines.lowerBound..<own.upperBound
      }
      picks[Array(name)] = pick
    }
    return picks
  }
}
