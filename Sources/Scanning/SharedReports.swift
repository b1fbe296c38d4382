internal import Inventory

/// What was found in files that have several names, for as long as further names may come: each is read once.
///
/// Bounded: of what is not kept, a further name is read again, and says the same.
struct SharedReports {
  /// Files of which something is kept.
  private let most: Int
  /// Weight of a report above which it is kept only while names wait for it.
  private let mostWeight: Int
  private var files: [Key: Shared] = [:]

  private struct Key: Hashable {
    var device: UInt64
    var inode: UInt64

    init(_ entry: FileEntry) {
      device = entry.device
      inode = entry.inode
    }
  }

  private struct Shared {
    /// `nil` until the first name is complete.
    var report: ContentReport?
    /// Names still to come.
    var remaining: Int
    /// Names that came, and wait for what is kept.
    var waiting = 0
  }

  init(most: Int = 4_096, mostWeight: Int = 16 << 10) {
    self.most = most
    self.mostWeight = mostWeight
  }

  /// Files of which something is kept or awaited.
  var count: Int { files.count }

  /// A file came under its first name.
  mutating func expect(_ entry: FileEntry) {
    guard entry.links > 1, files.count < most else { return }
    files[Key(entry)] = Shared(remaining: entry.links - 1)
  }

  /// A further name came.
  ///
  /// - Returns: Whether ``take(_:)`` will have what was found when it is this name's turn; it must be read again if not.
  mutating func await(_ entry: FileEntry) -> Bool {
    let key = Key(entry)
    guard files[key] != nil else { return false }
    files[key]?.waiting += 1
    return true
  }

  /// The first name is complete.
  mutating func keep(_ report: ContentReport, of entry: FileEntry) {
    let key = Key(entry)
    guard let shared = files[key] else { return }
    if shared.waiting > 0 || report.weight <= mostWeight {
      files[key]?.report = report
    } else {
      files[key] = nil
    }
  }

  /// What was found under the first name, for a further one that waited for it.
  mutating func take(_ entry: FileEntry) -> ContentReport? {
    let key = Key(entry)
    guard var shared = files[key] else { return nil }
    shared.remaining -= 1
    shared.waiting -= 1
    let isHeavy = (shared.report?.weight ?? 0) > mostWeight
    files[key] = shared.remaining <= 0 || isHeavy && shared.waiting <= 0 ? nil : shared
    return shared.report
  }
}
