/// How far a path was examined.
///
/// Every path walked ends in exactly one of these.
package enum Status: String, Sendable, Equatable, CaseIterable {
  case scanned, partly, skipped, failed
}

/// Why a path was not, or not fully, examined: a closed list.
package enum Reason: String, Sendable, Equatable, CaseIterable {
  // skipped
  case link
  case specialFile = "special-file"
  case excluded
  case empty
  case unsupportedFormat = "unsupported-format"
  case encrypted
  // partly
  case structureBroken = "structure-broken"
  case timeLimit = "time-limit"
  case sizeLimit = "size-limit"
  case changedWhileRead = "changed-while-read"
  case longLine = "long-line"
  // partly (some bytes were read) or failed (none)
  case ioError = "io-error"
  // failed
  case permission
  case vanished
  case workerCrash = "worker-crash"
  case workerViolation = "worker-violation"
  case poison

  /// Whether a path left out for this reason was never meant to be read, so that the scan still counts as complete.
  package var leavesScanComplete: Bool {
    switch self {
    case .link, .specialFile, .excluded, .empty: true
    default: false
    }
  }
}

/// A path that was not fully examined, and why.
package struct Unread: Sendable, Equatable {
  package var status: Status
  package var reason: Reason
  /// More about the reason, made of fixed words and numbers only: a format's name, an error's name, a byte range.
  package var detail: String?

  package init(_ status: Status, _ reason: Reason, detail: String? = nil) {
    self.status = status
    self.reason = reason
    self.detail = detail
  }
}

/// The sum over all paths: what was walked equals scanned, partly, skipped and failed together.
package struct Coverage: Sendable, Equatable {
  package var walked = 0
  package var scanned = 0
  package var partly = 0
  package var skipped = 0
  package var failed = 0
  package var bytesWalked = 0
  package var bytesRead = 0
  package var reasons: [Reason: Int] = [:]
  /// Files whose access time could not be left alone, since the kernel refused `O_NOATIME`.
  package var accessTimesTouched = 0

  package init() {}

  /// Whether something that should have been read was not.
  package var isIncomplete: Bool {
    partly > 0 || failed > 0 || reasons.contains { !$0.key.leavesScanComplete && $0.value > 0 }
  }

  /// Counts one path.
  package mutating func count(_ status: Status, reason: Reason?, bytesWalked: Int, bytesRead: Int) {
    walked += 1
    switch status {
    case .scanned: scanned += 1
    case .partly: partly += 1
    case .skipped: skipped += 1
    case .failed: failed += 1
    }
    if let reason { reasons[reason, default: 0] += 1 }
    self.bytesWalked += bytesWalked
    self.bytesRead += bytesRead
  }
}
