internal import Glibc

extension SystemError {
  /// `ENOTSUP`: the system does not offer this.
  static var notSupported: Int32 { ENOTSUP }
  /// `ENOENT`: the name is not there.
  package static var vanished: SystemError { SystemError(number: ENOENT) }
  /// `ETIMEDOUT`: storage did not answer.
  package static var unanswered: SystemError { SystemError(number: ETIMEDOUT) }
  /// Whether a name is not there (any more): `ENOENT`, `ENOTDIR`, `ESTALE`.
  package var isVanished: Bool { number == ENOENT || number == ENOTDIR || number == ESTALE }
  /// Whether the system refused: `EACCES`, `EPERM`.
  package var isRefusal: Bool { number == EACCES || number == EPERM }
  /// Whether a link stood where none was to be followed: `ELOOP`.
  package var isLink: Bool { number == ELOOP }
  /// Whether the name is a socket or a device without a driver: `ENXIO`, `ENODEV`.
  package var isSpecialFile: Bool { number == ENXIO || number == ENODEV }
  /// Whether this process, or the system, has no descriptor left: `EMFILE`, `ENFILE`.
  package var isOutOfDescriptors: Bool { number == EMFILE || number == ENFILE }
  /// Whether a file would be larger than this process may make one: `EFBIG`.
  package var isTooLarge: Bool { number == EFBIG }
  /// Whether storage, or what a user may take of it, is used up: `ENOSPC`, `EDQUOT`.
  package var isOutOfRoom: Bool { number == ENOSPC || number == EDQUOT }
  /// Whether storage may only be read: `EROFS`.
  package var isReadOnly: Bool { number == EROFS }
  /// Whether the other end of a pipe is gone: `EPIPE`.
  package var isBrokenPipe: Bool { number == EPIPE }
  /// Whether it would have to wait: `EAGAIN`.
  package var isAgain: Bool { number == EAGAIN }
  /// Whether too many open files are on their way between processes: `ETOOMANYREFS`.
  package var isShortage: Bool { number == ETOOMANYREFS }
  /// Whether a message, or what came with it, was cut off: `EPROTO`.
  package var isCutOff: Bool { number == EPROTO }
}
