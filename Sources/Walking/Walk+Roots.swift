internal import Inventory
internal import Posix

extension Walk {
  /// Makes the roots absolute and refuses those that cannot be meant.
  static func resolve(
    _ typed: [[UInt8]], _ storage: inout Storage
  ) throws(WalkError) -> [Root] {
    guard !typed.isEmpty else { throw .noRoot }
    var roots: [Root] = []
    var identities: [FileIdentity] = []
    for path in typed {
      do {
        let resolved = try FileName(path).resolved()
        let facts = try FileDescriptor.facts(path: FileName(resolved))
        identities.append(FileIdentity(facts))
        let mount = storage.index(containing: resolved)
        roots.append(
          Root(
            path: resolved, mount: storage.mounts[mount], isFile: facts.kind != .directory))
      } catch {
        throw .missingRoot(path: path, error: error.name)
      }
    }
    for outer in roots.indices {
      for inner in roots.indices where inner != outer {
        if leads(roots[outer].path, to: roots[inner].path) || identities[outer] == identities[inner]
        {
          throw .nestedRoots(outer: typed[outer], inner: typed[inner])
        }
      }
    }
    return roots
  }

  private static func leads(_ outer: [UInt8], to inner: [UInt8]) -> Bool {
    let slash = UInt8(ascii: "/")
    return inner.starts(with: outer)
      && (outer.last == slash || inner.count == outer.count || inner[outer.count] == slash)
  }

  /// Begins the root at which the walk has arrived; a step when it is a file or cannot be listed.
  mutating func beginRoot() -> WalkStep? {
    let own = roots[root]
    path = []
    exclusions.enter(root: own.path)
    if own.isFile { return beginFile(own) }
    let mount = storage.index(containing: own.path)
    let access = storage.access(to: mount)
    do {
      let descriptor = try FileDescriptor.openDirectory(path: FileName(own.path), on: access)
      let facts = try descriptor.facts()
      entered = [FileIdentity(facts)]
      let lines = picked.flatMap { $0[root].hasRoot ? nil : $0[root].all }
      push(descriptor, facts, lines: lines)
      return nil
    } catch {
      let dot = Array(".".utf8)
      guard let facts = try? FileDescriptor.facts(path: FileName(own.path), on: access) else {
        return .unread(
          FileEntry(root: root, path: dot, kind: FileKind.directory, mount: mount), Unread(error))
      }
      return .unread(
        FileEntry(root: root, path: dot, facts: facts, mount: mount), Unread(error))
    }
  }

  /// Opens a root that is a file, from the directory above it; nothing when a list leaves it out.
  private mutating func beginFile(_ own: Root) -> WalkStep? {
    if let picked, !picked[root].hasRoot { return nil }
    let cut = (own.path.lastIndex(of: UInt8(ascii: "/")) ?? -1) + 1
    let name = Array(own.path[cut...])
    let mount = storage.index(containing: own.path)
    let access = storage.access(to: mount)
    do {
      let facts = try FileDescriptor.facts(path: FileName(own.path), on: access)
      if let unread = Unread(kind: facts.kind) {
        return .unread(FileEntry(root: root, path: name, facts: facts, mount: mount), unread)
      }
      let folder = try FileDescriptor.openDirectory(path: FileName(own.path[..<cut]), on: access)
      let opened = try folder.open(FileName(name))
      let openedFacts = try opened.descriptor.facts()
      let entry = FileEntry(root: root, path: name, facts: openedFacts, mount: mount)
      return step(entry, openedFacts, consume opened)
    } catch {
      guard let facts = try? FileDescriptor.facts(path: FileName(own.path), on: access) else {
        return .unread(
          FileEntry(root: root, path: name, kind: FileKind.file, mount: mount), Unread(error))
      }
      return .unread(
        FileEntry(root: root, path: name, facts: facts, mount: mount), unread(error))
    }
  }
}
