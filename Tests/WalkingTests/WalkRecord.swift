import Inventory
import Posix
import TestSupport

@testable import Walking

/// What a walk met, as plain values for comparison.
struct WalkRecord: Equatable, CustomStringConvertible {
  var path: [UInt8]
  /// `file`, `= first name`, or status, reason and detail.
  var outcome: String
  var entry: FileEntry

  var name: String { String(decoding: path, as: UTF8.self) }
  var description: String { "\(name): \(outcome)" }

  /// Walks to the end.
  static func all(of walk: consuming Walk) -> [WalkRecord] {
    do {
      return try all(of: walk) { _, _ in }
    } catch {
      return []
    }
  }

  /// Walks to the end and looks at each opened file.
  static func all(
    of walk: consuming Walk,
    look: (FileEntry, borrowing FileDescriptor.Opened) throws -> Void
  ) throws -> [WalkRecord] {
    var records: [WalkRecord] = []
    while let step = walk.next() {
      switch consume step {
      case .file(let entry, let opened):
        try look(entry, opened)
        records.append(WalkRecord(path: entry.path, outcome: "file", entry: entry))
      case .hardLink(let entry, let first, _):
        let name = String(decoding: first.path, as: UTF8.self)
        records.append(WalkRecord(path: entry.path, outcome: "= \(name)", entry: entry))
      case .unread(let entry, let unread):
        let words = [unread.status.rawValue, unread.reason.rawValue, unread.detail]
        records.append(
          WalkRecord(
            path: entry.path, outcome: words.compactMap { $0 }.joined(separator: " "), entry: entry)
        )
      }
    }
    return records
  }

  /// Names and outcomes only.
  static func table(_ records: [WalkRecord]) -> [String] { records.map(\.description) }
}

extension TempDirectory {
  /// Everything below it that is no directory, by `find`, sorted by bytes.
  func found(_ condition: String = "! -type d") -> [[UInt8]] {
    Shell.run("cd \(path) && find . \(condition) -print0 | LC_ALL=C sort -z").output
      .split(separator: 0).map { Array($0.dropFirst(2)) }
  }
}
