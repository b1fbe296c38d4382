package import Inventory
internal import Posix

/// A walk over roots that meets every path once, in the order in which reports list them.
///
/// Roots come as given; within a directory, entries by the bytes of their names, directories as if their names
/// ended in `/`. Everything is opened from the directory above it, so that no path is too long and nothing that is
/// swapped meanwhile leads elsewhere. Links are met and not followed; other mounts are entered. One walk belongs
/// to one thread.
package struct Walk: ~Copyable {
  /// The roots, made absolute, links resolved; in the order given.
  package let roots: [Root]
  /// The storage met so far, growing with the walk; ``FileEntry/mount`` is an index into it.
  package var mounts: [Mount] { storage.mounts }

  var storage: Storage
  var exclusions: Exclusions
  let picked: [PickedPaths]?
  /// Index of the root in which the walk stands.
  var root = -1
  /// The directories from the root to where the walk stands.
  var stack: [Folder] = []
  /// The path of the last of them, with a `/` at its end; empty in a root itself.
  var path: [UInt8] = []
  /// Device and inode of the directories in ``stack``, so that one inside itself is not entered.
  var entered: Set<FileIdentity> = []
  /// First names of files of which more names are to come, at most ``mostFirstNames``.
  ///
  /// The further names may lie elsewhere, where the walk never comes, as in a backup of which one day is scanned.
  var firstNames: [FileIdentity: (name: WalkStep.FirstName, remaining: Int)] = [:]
  /// Listed paths that turned out to lead through what is no directory, still to be told.
  var unreachable: (lines: Range<Int>, mount: Int, unread: Unread)?
  /// How many directories may be open at a time, the root among them; others are put aside.
  let openLimit: Int
  /// How many first names are remembered at a time; a file beyond is read again under each of its names.
  let mostFirstNames: Int
  /// The most bytes of their paths together.
  static let mostFirstBytes = 8 << 20
  /// Bytes of the paths in ``firstNames``.
  private var firstBytes = 0

  /// Prepares a walk.
  ///
  /// - Parameters:
  ///   - roots: Directories or files as the user wrote them.
  ///   - excluded: What not to enter or read; relative to the root, or absolute where the glob is.
  ///   - listed: Only these files, and what is below these directories; `nil` for all.
  ///   - patience: Milliseconds after which a call to storage that may never answer is given up.
  /// - Throws: ``WalkError`` when the roots or the list cannot be meant.
  package init(
    roots: [[UInt8]], excluding excluded: [Glob] = [], only listed: FileList? = nil,
    patience: Int = Walk.usualPatience
  ) throws(WalkError) {
    try self.init(
      roots: roots, excluding: excluded, only: listed, openLimit: 100, patience: patience)
  }

  /// Ten minutes: servers that are started anew answer again by then.
  package static let usualPatience = 600_000

  init(
    roots: [[UInt8]], excluding excluded: [Glob], only listed: FileList?, openLimit: Int,
    mostFirstNames: Int = 32_768, patience: Int = Walk.usualPatience
  ) throws(WalkError) {
    var storage = Storage(patience: patience)
    let resolved = try Self.resolve(roots, &storage)
    let picked = try listed?.picked(roots: resolved, typed: roots)
    self.roots = resolved
    self.picked = picked
    self.storage = storage
    exclusions = Exclusions(excluded)
    self.openLimit = max(openLimit, 2)
    self.mostFirstNames = mostFirstNames
  }

  /// Goes on to the next path.
  ///
  /// - Returns: The path; `nil` when everything was met.
  package mutating func next() -> WalkStep? {
    while true {
      if let step = nextUnreachable() { return step }
      guard let folder = stack.last else {
        root += 1
        guard root < roots.count else { return nil }
        if let step = beginRoot() { return step }
        continue
      }
      guard folder.next < folder.listing.count else {
        let failure = folder.listing.failure
        let entry = failure.map { _ in directoryEntry(of: folder) }
        leave()
        if let failure, let entry { return .unread(entry, Unread(failure)) }
        continue
      }
      folder.next += 1
      if let step = take(folder.next - 1, of: folder) { return step }
    }
  }

  /// The directory in which the walk stands, as an entry.
  private func directoryEntry(of folder: Folder) -> FileEntry {
    let own = path.isEmpty ? Array(".".utf8) : Array(path.dropLast())
    return FileEntry(root: root, path: own, facts: folder.facts, mount: folder.mount)
  }

  /// Takes one entry of the directory in which the walk stands; `nil` when it went down into it instead.
  private mutating func take(_ index: Int, of folder: Folder) -> WalkStep? {
    let name = folder.listing.name(at: index)
    let kind = folder.listing.kind(at: index)
    if exclusions.excludes(name, isDirectory: kind == .directory) {
      return .unread(entry(index, of: folder), Unread(.skipped, .excluded))
    }
    if kind != .directory, let pick = folder.picks?[Array(name)], !pick.isWhole {
      // Only what is below the name was listed, and there is no below.
      let detail = kind == .unknown ? "ENOENT" : kind == .link ? "ELOOP" : "ENOTDIR"
      unreachable = (pick.lines, folder.mount, Unread(.failed, .vanished, detail: detail))
      return nil
    }
    switch kind {
    case .directory: return descend(index, of: folder)
    case .file: return open(index, of: folder)
    case .link, .fifo, .socket, .device, .unknown:
      do {
        let facts = try folder.facts(at: index)
        let entry = FileEntry(root: root, path: path + name, facts: facts, mount: folder.mount)
        return .unread(
          entry, Unread(kind: facts.kind) ?? Unread(.failed, .vanished, detail: "replaced"))
      } catch {
        let entry = FileEntry(root: root, path: path + name, kind: kind, mount: folder.mount)
        return .unread(entry, Unread(error))
      }
    }
  }

  /// Tells the next listed path that cannot be reached.
  private mutating func nextUnreachable() -> WalkStep? {
    guard let (lines, mount, unread) = unreachable, let line = lines.first, let picked else {
      return nil
    }
    unreachable = lines.count > 1 ? (lines.dropFirst(), mount, unread) : nil
    let entry = FileEntry(
      root: root, path: picked[root].path(of: line), kind: FileKind.unknown, mount: mount)
    return .unread(entry, unread)
  }

  /// An entry with what can be told of it without opening it.
  func entry(_ index: Int, of folder: Folder) -> FileEntry {
    let own = path + folder.listing.name(at: index)
    guard let facts = try? folder.facts(at: index) else {
      return FileEntry(
        root: root, path: own, kind: folder.listing.kind(at: index), mount: folder.mount)
    }
    return FileEntry(root: root, path: own, facts: facts, mount: folder.mount)
  }

  private mutating func open(_ index: Int, of folder: Folder) -> WalkStep {
    do {
      let opened = try folder.open(at: index)
      let facts = try opened.descriptor.facts()
      let own = path + folder.listing.name(at: index)
      return step(
        FileEntry(root: root, path: own, facts: facts, mount: folder.mount), facts, consume opened)
    } catch {
      return .unread(entry(index, of: folder), unread(error))
    }
  }

  /// Why a file could not be opened; it may have been replaced since it was listed.
  func unread(_ error: SystemError) -> Unread {
    if error.isLink { return Unread(.skipped, .link) }
    if error.isSpecialFile { return Unread(.skipped, .specialFile, detail: error.name) }
    return Unread(error)
  }

  /// What becomes of an opened file: read, or a further name of another one.
  mutating func step(
    _ entry: FileEntry, _ facts: FileFacts, _ opened: consuming FileDescriptor.Opened
  ) -> WalkStep {
    if let unread = Unread(kind: facts.kind) { return .unread(entry, unread) }
    guard facts.links > 1 else { return .file(entry, opened) }
    let identity = FileIdentity(facts)
    guard let known = firstNames[identity] else {
      if firstNames.count < mostFirstNames, firstBytes < Self.mostFirstBytes {
        let name = WalkStep.FirstName(root: entry.root, path: entry.path)
        firstNames[identity] = (name, facts.links - 1)
        firstBytes += name.path.count
      }
      return .file(entry, opened)
    }
    // Once all names were met, nothing needs to be remembered.
    if known.remaining > 1 {
      firstNames[identity] = (known.name, known.remaining - 1)
    } else {
      firstNames[identity] = nil
      firstBytes -= known.name.path.count
    }
    return .hardLink(entry, of: known.name, opened)
  }
}

/// What makes a file the same under all its names.
struct FileIdentity: Hashable {
  var device: UInt64
  var inode: UInt64

  init(_ facts: FileFacts) {
    device = facts.device
    inode = facts.inode
  }
}
