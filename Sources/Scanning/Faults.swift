internal import Inventory
internal import Posix

/// Faults that a test has a worker commit; without effect outside debug builds.
struct Faults {
  private var fault: [Int: [Fault]] = [:]

  private struct Fault {
    var name: String
    /// Whether it happens when the file is read as plain text, too.
    var isLasting: Bool
  }

  /// - Parameter words: `segv:17` breaks the reading of file 17 in its structure; `segv!:17` also that as plain text.
  init(_ words: [String]) {
    for word in words {
      let parts = word.split(separator: ":")
      guard parts.count == 2, let number = Int(parts[1]) else { continue }
      let isLasting = parts[0].hasSuffix("!")
      let name = String(isLasting ? parts[0].dropLast() : parts[0])
      fault[number, default: []].append(Fault(name: name, isLasting: isLasting))
    }
  }

  func commit(_ entry: JobFrame.Entry) {
    for fault in fault[entry.number] ?? [] where fault.isLasting || !entry.job.textOnly {
      Host.commitFault(fault.name)
    }
  }
}
