import Inventory

@testable import Scanning

/// A file's report out of a worker.
struct ReportTarget: FuzzTarget {
  func run(_ bytes: [UInt8]) {
    guard let report = try? ReportFrame.decode(bytes, words: 8) else { return }
    for finding in report.findings {
      require(finding.confidence >= 0 && finding.confidence <= 1, "a confidence is a probability")
      require(finding.count >= 0 && finding.distinct >= 0, "counts are not negative")
    }
    let again = try? ReportFrame.decode(ReportFrame.encode(report), words: 8)
    require(again == report, "a report that was read comes back as it is")
  }
}

/// Messages between a parent and a worker, both ways: the first byte picks the message.
struct ProtocolTarget: FuzzTarget {
  func run(_ bytes: [UInt8]) {
    guard let first = bytes.first else { return }
    let content = Array(bytes.dropFirst())
    switch first % 4 {
    case 0:
      guard let setup = try? JobFrame.setup(content) else { return }
      require((try? JobFrame.setup(JobFrame.encode(setup))) == setup, "a setup comes back")
    case 1:
      guard let entries = try? JobFrame.entries(content, 0..<content.count) else { return }
      let again = JobFrame.encode(entries)
      require((try? JobFrame.entries(again, 0..<again.count)) == entries, "a batch comes back")
    case 2:
      guard let head = try? WireMessage(reading: content, count: content.count) else { return }
      let again = head.bytes(carrying: [])
      require(Array(content.prefix(WireMessage.headSize)) == again, "a head comes back")
    default: receive(content)
    }
  }

  /// A stream of messages from a worker that has the files 0, 1, 2 and so on; each begins with its length.
  private func receive(_ bytes: [UInt8]) {
    var receiver = ReportReceiver()
    var due = 0
    var start = 0
    while start + 2 < bytes.count, due < 64 {
      let end = min(bytes.count, start + 2 + Int(bytes[start]))
      let message = Array(bytes[(start + 2)..<max(end, start + 2)])
      let before = due
      do {
        try receiver.take(
          message, 0..<message.count, pieces: UInt32(bytes[start + 1]), expected: { due }
        ) { report throws(FrameError) in
          due += 1
          require(report.count <= bytes.count, "a report is no longer than what was sent")
        }
      } catch {
        return
      }
      require(due - before <= Int(bytes[start + 1]), "no more reports come than pieces")
      start = end
    }
  }
}
