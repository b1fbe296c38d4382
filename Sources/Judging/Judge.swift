package import Inventory
internal import YAMLTree

/// Holds every file of a scan against the policy: country, category, purposes, verdicts; and sums up.
///
/// One judge serves one scan, in the order of the files. Without a policy it only sums up.
package struct Judge: Sendable {
  package let policy: Policy?
  /// The mounts that entries may lie on.
  package var mounts: [Mount]

  private let roots: [Root]
  private let bench: Bench?
  private let reportsEmptyLocations: Bool
  private var summary = Summary()
  /// Per location, whether it declares categories and no file was met in it yet.
  private var isAwaited: [Bool]
  private var visited = Visited()

  /// The directory that the last file lay in: files come directory by directory.
  private struct Visited: Sendable {
    var root = -1
    var mount = -1
    var path: [UInt8] = []
    var directory = PlaceFinder.Directory()
    /// Those of its candidates that no file was met in yet.
    var awaited: [Int] = []
    var mayDeclareCountry = false
  }

  /// Prepares a judge.
  ///
  /// - Parameters:
  ///   - policy: The checked policy; `nil` when nothing is to be judged.
  ///   - roots: The roots of the scan, as `FileEntry.root` counts them.
  ///   - mounts: The mounts of the walk, as `FileEntry.mount` counts them; may be added to by ``mounts``.
  ///   - now: Nanoseconds since 1970-01-01 UTC.
  ///   - kinds: What the program knows of kinds of persons.
  ///   - vocabulary: The words whose signs the workers count: `Policy.vocabulary(builtIn:policy:)`.
  ///   - members: Names of users by the group they belong to, where known.
  ///   - reportsEmptyLocations: Whether everything below the roots is walked, so that a location without files can be told.
  package init(
    policy: Policy?, roots: [Root], mounts: [Mount], now: Int, kinds: [CategoryKind] = [],
    vocabulary: SignVocabulary = SignVocabulary(words: []), members: [String: Set<String>] = [:],
    reportsEmptyLocations: Bool = true
  ) {
    self.policy = policy
    self.roots = roots
    self.mounts = mounts
    self.reportsEmptyLocations = reportsEmptyLocations
    isAwaited = policy?.locations.map { $0.categories != nil } ?? []
    bench = policy.map { policy in
      Bench(
        policy: policy, places: PlaceFinder(policy),
        inference: CategoryInference(policy: policy, kinds: kinds, vocabulary: vocabulary),
        today: CivilDate(nanoseconds: now, in: policy.timeZone), members: members,
        titles: Dictionary(
          kinds.map { ($0.kind, $0.title) }, uniquingKeysWith: { first, _ in first }))
    }
  }

  /// The holding with country, category, purposes, verdicts and suppressions filled in.
  ///
  /// - Complexity: For a file without findings, one comparison with the directory of the last file.
  package mutating func judge(_ holding: consuming Holding) -> Holding {
    if let bench {
      enter(holding.entry, bench)
      if holding.content.findings.isEmpty, holding.content.persons.standing == .none {
        pass(&holding, bench)
        return holding
      }
      decide(&holding, bench)
    }
    count(holding)
    return holding
  }

  /// The verdicts that belong to no file, and the sums over all files judged.
  package mutating func finish() -> (verdicts: [Verdict], summary: Summary) {
    guard let bench else { return ([], summary) }
    var verdicts = bench.countryVerdicts()
    if reportsEmptyLocations {
      for index in isAwaited.indices
      where isAwaited[index] && bench.places.isCovered(index, roots: roots, mounts: mounts) {
        verdicts.append(bench.emptyLocation(index))
      }
    }
    for verdict in verdicts { summary.byRule[verdict.rule, default: 0] += 1 }
    return (verdicts, summary)
  }

  /// A file in which nothing was found: it counts for its location, and has a country.
  private mutating func pass(_ holding: inout Holding, _ bench: Bench) {
    let mustLook = visited.mayDeclareCountry || !visited.awaited.isEmpty
    let file = mustLook ? lookAround(holding.entry, bench) : nil
    if visited.mayDeclareCountry, let file {
      holding.country = bench.country(bench.places.place(of: file, in: visited.directory))
    } else {
      holding.country = bench.homeBasis
    }
    if holding.status == .scanned || holding.status == .partly {
      holding.category = Bench.nobody
    }
  }

  private mutating func decide(_ holding: inout Holding, _ bench: Bench) {
    let file = lookAround(holding.entry, bench)
    let place = bench.places.place(of: file, in: visited.directory)
    let mount = mounts.indices.contains(holding.entry.mount) ? mounts[holding.entry.mount] : nil
    bench.decide(&holding, place: place, file: file, mount: mount)
  }

  /// Makes the file's path ready and ticks off the locations that it is the first file of.
  private mutating func lookAround(_ entry: FileEntry, _ bench: Bench) -> PlaceFinder.File {
    let slash = entry.path.lastIndex(of: UInt8(ascii: "/"))
    let name = entry.path[(slash.map { $0 + 1 } ?? 0)...]
    let file = PlaceFinder.File(name: name, in: visited.directory)
    if entry.kind == .file, !visited.awaited.isEmpty {
      for index in visited.awaited where bench.places.holds(index, for: file) {
        isAwaited[index] = false
      }
      visited.awaited.removeAll { !isAwaited[$0] }
    }
    return file
  }

  private mutating func enter(_ entry: FileEntry, _ bench: Bench) {
    let end = entry.path.lastIndex(of: UInt8(ascii: "/")) ?? 0
    if visited.root == entry.root, visited.mount == entry.mount, visited.path.count == end,
      entry.path.starts(with: visited.path)
    {
      return
    }
    let path = Array(entry.path[..<end])
    var absolute = roots.indices.contains(entry.root) ? roots[entry.root].path : []
    if roots.indices.contains(entry.root), roots[entry.root].isFile {
      absolute = Array(absolute[..<(absolute.lastIndex(of: UInt8(ascii: "/")) ?? 0)])
    } else if !path.isEmpty {
      if absolute.last != UInt8(ascii: "/") { absolute.append(UInt8(ascii: "/")) }
      absolute += path
    }
    let source = mounts.indices.contains(entry.mount) ? mounts[entry.mount].source : nil
    visited.root = entry.root
    visited.mount = entry.mount
    visited.path = path
    visited.directory = bench.places.directory(absolute: absolute, relative: path, source: source)
    visited.awaited = visited.directory.candidates.filter { isAwaited[$0] }
    visited.mayDeclareCountry = visited.directory.candidates.contains {
      bench.places.locations[$0].country != nil
    }
  }

  /// Adds a file to the sums.
  private mutating func count(_ holding: borrowing Holding) {
    for verdict in holding.verdicts { summary.byRule[verdict.rule, default: 0] += 1 }
    // Further names of a file that was read already add nothing to what there is.
    guard holding.hardLinkOf == nil else { return }
    // A file has few types.
    var types: [DataType] = []
    for finding in holding.content.findings where finding.confidence >= Bench.acceptedConfidence {
      let isFirst = !types.contains(finding.type)
      if isFirst { types.append(finding.type) }
      summary.byType[finding.type, default: Summary.Tally()].add(
        finding.count, isFirstOfFile: isFirst)
    }
    guard policy != nil else { return }
    if holding.content.persons.standing == .persons {
      let key = holding.category?.key ?? ""
      summary.byCategory[key, default: 0] += 1
      summary.people[key, default: 0] += holding.content.persons.estimate
    }
    if holding.content.findings.contains(where: Bench.isPersonal) {
      summary.byCountry[holding.country?.code ?? "", default: 0] += 1
    }
  }
}
