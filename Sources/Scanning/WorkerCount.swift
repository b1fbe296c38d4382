package import Inventory

/// How many reading processes a scan starts at most when nobody says.
package enum WorkerCount {
  /// The most that latency alone justifies: each holds its own memory and keeps one more request of the server busy.
  package static let mostForNetwork = 16

  /// One a core; twice as many, and at least four, where a root lies on a network mount.
  ///
  /// There a worker mostly waits for the server, and its core is free meanwhile. Storage below a root that is mounted from
  /// elsewhere does not count: it is met when the workers are there already.
  package static func usual(cores: Int, roots: [Root]) -> Int {
    guard roots.contains(where: \.mount.isNetwork) else { return cores }
    return max(cores, min(max(2 * cores, 4), mostForNetwork))
  }
}
