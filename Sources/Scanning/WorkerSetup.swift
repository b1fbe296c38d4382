package import Inventory
package import Rules

/// Everything about a scan that a worker needs before its first file.
package struct WorkerSetup: Sendable, Equatable {
  package var settings: ExaminationSettings
  /// The organisation's own packs, which the parent read and checked.
  package var packs: [PackFile]
  /// Faults to commit, such as `segv:17`; for tests, ignored unless the program is a debug build.
  package var faults: [String]

  package init(settings: ExaminationSettings, packs: [PackFile] = [], faults: [String] = []) {
    self.settings = settings
    self.packs = packs
    self.faults = faults
  }
}
