/// The files that a user listed instead of having a root searched (`--files-from`).
package struct FileList: Sendable, Equatable {
  /// What ends each path.
  package enum Separator: UInt8, Sendable, Equatable {
    case nul = 0
    case newline = 10
  }

  /// The bytes of the list.
  package var bytes: [UInt8]
  package var separator: Separator

  package init(bytes: [UInt8], separator: Separator) {
    self.bytes = bytes
    self.separator = separator
  }
}
