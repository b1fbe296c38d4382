import Inventory
import Posix

/// Where a command's result goes: standard output, or a file that only its owner can read.
final class ResultOutput {
  private var file: PrivateFile?
  private let path: [UInt8]?
  private var failure: SystemError?

  /// Standard output, or the file at a path.
  ///
  /// - Returns: `nil` after saying why the file cannot be written.
  init?(path: [UInt8]?) {
    self.path = path
    guard let path else { return }
    do {
      file = try PrivateFile(path: path)
    } catch {
      Self.say(path, error)
      return nil
    }
  }

  /// Device and inode of the file that is being written; `nil` for standard output.
  var identity: (device: UInt64, inode: UInt64)? {
    file?.facts().map { ($0.device, $0.inode) } ?? nil
  }

  /// Adds bytes; throws once they cannot be written, and on every call from then on.
  func write(_ bytes: [UInt8]) throws(SystemError) {
    if let failure { throw failure }
    do {
      if file != nil {
        try file?.append(bytes)
      } else {
        try StandardStream.output.write(bytes)
      }
    } catch {
      failure = error
      throw error
    }
  }

  /// Puts the file in its place.
  ///
  /// - Returns: False, after saying why, when the result did not get where it should.
  func finish() -> Bool {
    if let failure {
      // Who closed the pipe has what they wanted.
      if !failure.isBrokenPipe { say(failure) }
      return false
    }
    guard let path else { return true }
    do {
      try file?.commit()
      return true
    } catch {
      Self.say(path, error)
      return false
    }
  }

  private func say(_ error: SystemError) {
    if let path { return Self.say(path, .system(error)) }
    Diagnostics.say(
      Message(
        ja: "標準出力: 書けません（\(error.name)）。", en: "standard output: cannot be written (\(error.name))")
    )
  }

  private static func say(_ path: [UInt8], _ failure: PrivateFile.Failure) {
    let reason = failure.told
    let name = Diagnostics.quoted(path)
    Diagnostics.say(
      Message(ja: name + ": " + reason.japanese, en: name + ": " + reason.english))
  }

  /// Writes a whole text to standard output and gives the exit status.
  static func print(_ text: String) -> Int32 {
    do {
      try StandardStream.output.write(text)
      return ExitStatus.good
    } catch {
      return error.isBrokenPipe ? ExitStatus.good : ExitStatus.couldNotStart
    }
  }
}
