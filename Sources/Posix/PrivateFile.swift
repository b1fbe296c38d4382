internal import CPosix
internal import Glibc

/// A result on its way to a file: only its owner can read it, and the old file stays until the new one is whole.
///
/// Bytes go to a temporary file beside the target, mode 0600 whatever the umask. ``commit()`` makes them lasting and
/// puts them in place at once; when that never happens, the temporary file is removed.
package struct PrivateFile: ~Copyable {
  private let directory: FileDescriptor
  private let target: FileName
  private let temporary: FileName
  private let file: FileDescriptor
  private var buffer: [UInt8] = []
  private var isCommitted = false

  /// Begins a file.
  ///
  /// - Parameter path: Where it will stand. Refused when a link, a FIFO, a device, a directory or another user's file
  ///   stands there.
  package init(path: [UInt8]) throws(Failure) {
    let slash = UInt8(ascii: "/")
    let cut = path.lastIndex(of: slash)
    let name = path[(cut.map { $0 + 1 } ?? 0)...]
    guard !name.isEmpty, !name.elementsEqual(".".utf8), !name.elementsEqual("..".utf8) else {
      throw .refused(.directory)
    }
    let parent = cut.map { $0 == 0 ? [slash] : Array(path[..<$0]) } ?? Array(".".utf8)
    let target = FileName(name)
    let directory = try Self.folder(FileName(parent))
    let temporary = try Self.temporaryName()
    try Self.check(target, in: directory)
    Self.removeAbandoned(in: directory)
    let folder = directory.number
    let status = unsafe temporary.withPointer { pointer in
      // Safety: a FileName ends in NUL and outlives the call.
      unsafe px_create_private(folder, pointer)
    }
    guard status >= 0 else { throw .system(SystemError(number: -status)) }
    self.directory = directory
    self.target = target
    self.temporary = temporary
    file = FileDescriptor(owning: status)
  }

  deinit {
    guard !isCommitted else { return }
    unsafe temporary.withPointer { pointer in
      // Safety: a FileName ends in NUL and outlives the call.
      _ = unsafe unlinkat(directory.number, pointer, 0)
    }
  }

  /// What the kernel says of the file that is being written; `nil` when it would not say.
  package borrowing func facts() -> FileFacts? { try? file.facts() }

  /// Adds bytes at the end.
  package mutating func append(_ bytes: some Sequence<UInt8>) throws(SystemError) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= 1 << 16 { try flush() }
  }

  /// Makes all bytes lasting and puts the file in its place; nothing can be added after that.
  package mutating func commit() throws(Failure) {
    do {
      try flush()
      try file.synchronize()
    } catch {
      throw .system(error)
    }
    // Somebody may have put something there in the meantime.
    try Self.check(target, in: directory)
    let status = unsafe temporary.withPointer { from in
      unsafe target.withPointer { to in
        // Safety: both names end in NUL and outlive the call.
        unsafe renameat(directory.number, from, directory.number, to) == 0 ? 0 : errno
      }
    }
    guard status == 0 else { throw .system(SystemError(number: status)) }
    isCommitted = true
    do {
      try directory.synchronize()
    } catch {
      // Some file systems cannot make a directory lasting, and say so.
      if error.number != EINVAL { throw .system(error) }
    }
  }

  private mutating func flush() throws(SystemError) {
    try StandardStream.write(buffer, to: file.number)
    buffer.removeAll(keepingCapacity: true)
  }

  private static func folder(_ path: FileName) throws(Failure) -> FileDescriptor {
    do {
      return try FileDescriptor.openDirectory(path: path)
    } catch {
      throw .system(error)
    }
  }

  private static let temporaryPrefix = ".tanaoroshi-"
  private static let temporarySuffix = ".tmp"

  /// Removes what scans left in the folder that were killed before they could: our own files that nobody holds a lock on.
  private static func removeAbandoned(in directory: borrowing FileDescriptor) {
    guard let copy = try? directory.duplicate() else { return }
    let listing = DirectoryListing(of: copy)
    for index in 0..<listing.count {
      let name = Array(listing.name(at: index))
      guard name.starts(with: temporaryPrefix.utf8),
        name.suffix(temporarySuffix.utf8.count).elementsEqual(temporarySuffix.utf8)
      else { continue }
      unsafe FileName(name).withPointer { pointer in
        // Safety: a FileName ends in NUL and outlives the call.
        _ = unsafe px_remove_abandoned(directory.number, pointer)
      }
    }
  }

  private static func temporaryName() throws(Failure) -> FileName {
    do {
      let random = try Host.randomBytes(8)
      return FileName(
        temporaryPrefix + random.map { String($0, radix: 16) }.joined() + temporarySuffix)
    } catch {
      throw .system(error)
    }
  }

  private static func check(
    _ target: FileName, in directory: borrowing FileDescriptor
  ) throws(Failure) {
    let facts: FileFacts
    do {
      facts = try directory.facts(of: target)
    } catch {
      if error.number == ENOENT { return }
      throw .system(error)
    }
    guard facts.kind == .file else { throw .refused(facts.kind) }
    guard facts.owner == geteuid() else { throw .ownedByAnother }
  }

  /// Why it cannot be written.
  package enum Failure: Error, Equatable, Sendable {
    case system(SystemError)
    /// What stands at the path is not a plain file.
    case refused(FileKind)
    /// The file at the path belongs to another user.
    case ownedByAnother
  }
}
