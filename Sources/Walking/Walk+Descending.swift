internal import Inventory
internal import Posix

extension Walk {
  /// Goes down into a directory; a step when it cannot be entered.
  mutating func descend(_ index: Int, of folder: Folder) -> WalkStep? {
    let name = folder.listing.name(at: index)
    let pick = folder.picks?[Array(name)]
    do {
      // What is mounted there may not answer, though the folder in which it stands does.
      let mount = folder.mountNumber(at: index).map {
        storage.index(number: $0, root: roots[root].path, path: path + name)
      }
      let descriptor = try folder.openDirectory(
        at: index, on: storage.access(to: mount ?? folder.mount))
      let facts = try descriptor.facts()
      guard entered.insert(FileIdentity(facts)).inserted else {
        // A file system that shows a directory inside itself.
        let entry = FileEntry(root: root, path: path + name, facts: facts, mount: folder.mount)
        return .unread(entry, Unread(.skipped, .link, detail: "loop"))
      }
      path.append(contentsOf: name)
      path.append(UInt8(ascii: "/"))
      exclusions.enter(name)
      var lines: Range<Int>?
      if let pick, !pick.isWhole { lines = pick.lines }
      push(descriptor, facts, lines: lines)
      return nil
    } catch {
      return .unread(entry(index, of: folder), unread(error))
    }
  }

  /// Lists a directory and makes it the one in which the walk stands.
  ///
  /// - Parameter lines: What to take of it; `nil` for everything.
  mutating func push(
    _ descriptor: consuming FileDescriptor, _ facts: FileFacts, lines: Range<Int>?
  ) {
    let mount = storage.index(number: descriptor.mountNumber(), root: roots[root].path, path: path)
    var descriptor = descriptor
    descriptor.storage = storage.access(to: mount)
    var picks: [[UInt8]: PickedPaths.Pick]?
    if let lines { picks = picked?[root].picks(lines, prefix: path.count) }
    let listing =
      if let picks { DirectoryListing(names: picks.keys, in: descriptor) } else {
        DirectoryListing(of: descriptor)
      }
    stack.append(
      Folder(
        descriptor: descriptor, listing: listing, facts: facts, mount: mount,
        pathLength: path.count, picks: picks))
    // The root stays open, so that there is always a way back down.
    let aside = stack.count - openLimit
    if aside > 0 { stack[aside].descriptor = nil }
  }

  /// Goes up again.
  mutating func leave() {
    let left = stack.removeLast()
    entered.remove(FileIdentity(left.facts))
    guard let above = stack.last else {
      path = []
      return
    }
    path.removeSubrange(above.pathLength...)
    exclusions.leave()
    guard above.descriptor == nil else { return }
    reopen(above, from: left)
  }

  /// Opens a directory again that was put aside.
  ///
  /// It is reached through `..` of the one below it, or from the root down when that leads elsewhere by now.
  /// When neither finds it, its further entries are gone.
  private func reopen(_ folder: Folder, from below: Folder) {
    if let descriptor = try? below.openAbove(), let facts = try? descriptor.facts(),
      facts.isSameFile(as: folder.facts)
    {
      folder.descriptor = consume descriptor
      return
    }
    guard let first = stack.first else { return }
    var start = 0
    var current: FileDescriptor?
    for next in stack.dropFirst() {
      let name = FileName(path[start..<(next.pathLength - 1)])
      start = next.pathLength
      let opened: FileDescriptor? =
        switch current {
        case .some(let above): try? above.openDirectory(name)
        case .none: first.openedBelow(name)
        }
      guard let opened, let facts = try? opened.facts(), facts.isSameFile(as: next.facts) else {
        return
      }
      current = consume opened
    }
    folder.descriptor = consume current
  }
}
