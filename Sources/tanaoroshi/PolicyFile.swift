import Inventory
import Judging
import Posix
import YAMLTree

/// A policy file as a command reads it.
struct PolicyFile {
  /// The path as the user wrote it.
  var path: [UInt8]
  var policy: Policy
  /// Of its bytes, in hexadecimal.
  var sha256: String
  var warnings: [Mistake]

  /// Reads and checks a policy.
  ///
  /// - Returns: `nil` after saying everything that is wrong with it.
  static func read(_ path: [UInt8]) -> PolicyFile? {
    let file: SmallFile
    do throws(SmallFile.Failure) {
      file = try SmallFile.read(FileName(path), limit: YAMLParser.maximumSize)
    } catch {
      Diagnostics.say(unreadable: path, error)
      return nil
    }
    guard !file.isWritableByOthers else {
      Diagnostics.say(writableByOthers: path)
      return nil
    }
    let name = Diagnostics.quoted(path)
    let check = PolicyCheck(
      file.bytes, file: String(decoding: path, as: UTF8.self), now: SystemClock.now)
    for mistake in check.mistakes {
      Diagnostics.say(mistake.described(file: name, UserLanguage.current))
    }
    guard let policy = check.policy else { return nil }

    return PolicyFile(
      path: path, policy: policy, sha256: SHA256.hexDigest(of: file.bytes), warnings: check.warnings
    )
  }

  /// Says what should be looked at; it stops nothing.
  func sayWarnings() {
    let name = Diagnostics.quoted(path)
    for warning in warnings {
      Diagnostics.say(
        Message(ja: "注意: ", en: "warning: ").said
          + warning.described(file: name, UserLanguage.current))
    }
  }
}
