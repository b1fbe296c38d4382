internal import CPosix

/// The names of a directory, in the order in which they are walked: by their bytes, directories as if their names
/// ended in `/`.
///
/// Six bytes and the name itself are kept per entry, so that a directory of a million files fits.
package struct DirectoryListing: Sendable {
  /// One record per entry: its ``FileKind``, its name, NUL.
  private var records: [UInt8] = []
  /// Where each record begins in ``records``, in walking order.
  private var offsets: [UInt32] = []
  /// What stopped the listing early.
  ///
  /// The entries before it are kept; `nil` when the listing is whole.
  package private(set) var failure: SystemError?

  /// Reads the names of a directory from its beginning, but for `.` and `..`.
  ///
  /// - Parameter directory: Freshly opened; its position is moved.
  package init(of directory: borrowing FileDescriptor) {
    do {
      try read(directory)
    } catch {
      failure = error
    }
    settleKinds(in: directory)
    sort()
  }

  /// Takes names that are known without listing; those that do not exist stay, as ``FileKind/unknown``.
  ///
  /// - Parameters:
  ///   - names: Names without `/` and NUL, each once.
  ///   - directory: Where they are looked up.
  package init(names: some Sequence<[UInt8]>, in directory: borrowing FileDescriptor) {
    for name in names { append(.unknown, name[...]) }
    settleKinds(in: directory)
    sort()
  }

  /// Number of entries.
  package var count: Int { offsets.count }

  /// What the entry was when the directory was listed; `unknown` when it was gone by then.
  package func kind(at index: Int) -> FileKind {
    FileKind(rawValue: records[Int(offsets[index])]) ?? .unknown
  }

  /// The bytes of an entry's name.
  package func name(at index: Int) -> ArraySlice<UInt8> {
    let start = Int(offsets[index]) + 1
    return records[start...].prefix { $0 != 0 }
  }

  /// Lends a name to a C call, for that call only.
  func withName<Result>(at index: Int, _ body: (UnsafePointer<CChar>) -> Result) -> Result {
    let start = Int(offsets[index]) + 1
    return unsafe records.withUnsafeBytes { bytes in
      // Safety: `start` is within the records, where each name ends in NUL; they outlive the call.
      unsafe body(
        bytes.baseAddress.unsafelyUnwrapped.advanced(by: start)
          .assumingMemoryBound(to: CChar.self))
    }
  }

  private mutating func append(_ kind: FileKind, _ name: ArraySlice<UInt8>) {
    guard let offset = UInt32(exactly: records.count) else {
      failure = SystemError(number: Self.tooLarge)
      return
    }
    offsets.append(offset)
    records.append(kind.rawValue)
    records.append(contentsOf: name)
    records.append(0)
  }

  /// `EOVERFLOW`: names of more than 4 GiB in one directory.
  private static var tooLarge: Int32 { 75 }

  private mutating func read(_ directory: borrowing FileDescriptor) throws(SystemError) {
    var buffer = [UInt8](repeating: 0, count: 32_768)
    while true {
      let filled = unsafe buffer.withUnsafeMutableBytes { bytes in
        // Safety: the kernel writes at most the count given, into an array that outlives the call.
        unsafe px_stored_entries(
          directory.storage.handle, directory.number, bytes.baseAddress, bytes.count)
      }
      let count = Int(try SystemError.check(filled))
      guard count > 0 else { return }
      take(buffer[..<count])
    }
  }

  /// Takes the kernel's records apart: inode 8 bytes, offset 8, length 2, type 1, name, NUL (`getdents64(2)`).
  private mutating func take(_ buffer: ArraySlice<UInt8>) {
    var start = buffer.startIndex
    while start + 19 < buffer.endIndex {
      let length = Int(buffer[start + 16]) | Int(buffer[start + 17]) << 8
      guard length > 19, start + length <= buffer.endIndex else { return }
      let name = buffer[(start + 19)..<(start + length)].prefix { $0 != 0 }
      let dot = UInt8(ascii: ".")
      let isSelf = name.first == dot && (name.count == 1 || name.count == 2 && name.last == dot)
      if !isSelf { append(Self.kind(ofType: buffer[start + 18]), name) }
      start += length
    }
  }

  /// The kernel's `DT_` numbers (`readdir(3)`).
  private static func kind(ofType type: UInt8) -> FileKind {
    switch type {
    case 1: .fifo
    case 2, 6: .device
    case 4: .directory
    case 8: .file
    case 10: .link
    case 12: .socket
    default: .unknown
    }
  }

  /// Asks for the kinds that the listing did not tell, as some file systems do not.
  private mutating func settleKinds(in directory: borrowing FileDescriptor) {
    for index in offsets.indices where kind(at: index) == .unknown {
      if let facts = try? directory.facts(at: index, of: self) {
        records[Int(offsets[index])] = facts.kind.rawValue
      }
    }
  }

  private mutating func sort() {
    unsafe records.withUnsafeBufferPointer { records in
      offsets.sort { left, right in
        // Safety: the offsets lie within the records, each of which ends in NUL before they end.
        unsafe Self.precedes(Int(left), Int(right), records)
      }
    }
  }

  private static func precedes(
    _ left: Int, _ right: Int, _ records: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    var position = 1
    while true {
      // Safety: both names run to their NUL, and the loop ends at the first one.
      var ours = unsafe records[left + position]
      var theirs = unsafe records[right + position]
      if ours == theirs, ours != 0 {
        position += 1
        continue
      }
      let slash = UInt8(ascii: "/")
      if ours == 0, unsafe records[left] == FileKind.directory.rawValue { ours = slash }
      if theirs == 0, unsafe records[right] == FileKind.directory.rawValue { theirs = slash }
      return ours < theirs
    }
  }
}

extension FileDescriptor {
  /// What the kernel says of a listed name in this directory; of a link itself.
  package borrowing func facts(
    at index: Int, of listing: DirectoryListing
  ) throws(SystemError) -> FileFacts {
    var facts = px_facts()
    let status = unsafe listing.withName(at: index) { name in
      // Safety: the listing's promise about names; the local outlives the call.
      unsafe px_stored_facts_at(storage.handle, number, name, &facts)
    }
    try SystemError.check(status)
    return FileFacts(facts)
  }

  /// The kernel's number of the mount on which a listed name lies, told without asking what is mounted there; `nil` when it
  /// cannot be told.
  package borrowing func mountNumber(at index: Int, of listing: DirectoryListing) -> Int? {
    let mount = unsafe listing.withName(at: index) { name in
      // Safety: the listing's promise about names.
      unsafe px_stored_mount_at(storage.handle, number, name)
    }
    return mount < 0 ? nil : Int(mount)
  }

  /// Opens a listed file of this directory to read it, as ``open(_:)`` does.
  package borrowing func open(
    at index: Int, of listing: DirectoryListing
  ) throws(SystemError) -> Opened {
    try Self.open(on: storage) { quiet in
      unsafe listing.withName(at: index) { name in
        // Safety: the listing's promise about names.
        unsafe px_stored_open_file(storage.handle, number, name, quiet)
      }
    }
  }

  /// Opens a listed directory of this directory; a link is not followed.
  ///
  /// - Parameter storage: What it lies on.
  package borrowing func openDirectory(
    at index: Int, of listing: DirectoryListing, on storage: StorageAccess
  ) throws(SystemError) -> FileDescriptor {
    let status = unsafe listing.withName(at: index) { name in
      // Safety: the listing's promise about names.
      unsafe px_stored_open_directory(storage.handle, number, name, false)
    }
    return FileDescriptor(owning: try SystemError.check(status), on: storage)
  }
}
