package import Inventory
package import Rules
package import ScanKernels

/// Detects personal data in documents: made once per worker, asked for a fresh sink for every file.
package final class Detector {
  private let tools: DetectionTools

  /// Whether lines of running text that can hold nothing are passed over; the findings are the same either way.
  package enum Filter: Sendable {
    case on(KernelLevel)
    /// Every line is read in full: what tests compare with.
    case off
  }

  /// - Parameters:
  ///   - rules: Checked and compiled rules.
  ///   - settings: What the scan asks for; the same for all workers of a scan.
  ///   - filter: For tests.
  package init(
    rules: RuleSet, settings: ExaminationSettings, filter: Filter = .on(.best)
  ) {
    tools = DetectionTools(rules: rules, settings: settings, filter: filter)
  }

  /// A sink for one file.
  package func makeDocument(_ job: ExaminationJob) -> DocumentDetector {
    DocumentDetector(DetectionContext(tools, job: job))
  }
}
