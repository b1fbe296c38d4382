internal import CPosix

/// A wish of the user, or of the system, that the program end: SIGINT, SIGTERM, or SIGHUP where it was not ignored before.
package enum Interruption: Int32, Sendable, Equatable {
  /// The terminal, or the connection to it, is gone.
  case hangup = 1
  case interrupt = 2
  case terminate = 15

  /// From now on the first signal of a kind is noted and not obeyed; the second one kills.
  package static func beginNoting() throws(SystemError) {
    try SystemError.check(px_note_interruptions())
  }

  /// What was noted; `nil` when nothing was.
  package static var noted: Interruption? { Interruption(rawValue: px_interruption()) }

  /// The exit status of a program that ended so: 129, 130 or 143.
  package var exitStatus: Int32 { 128 + rawValue }

  /// Makes writing to a closed pipe (`EPIPE`), or beyond the limit of a file's size (`EFBIG`), an error and not the end of
  /// the program.
  package static func ignoreBrokenPipes() { px_ignore_broken_pipes() }
}
