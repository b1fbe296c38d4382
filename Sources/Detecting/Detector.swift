package import Inventory
package import Rules

/// Detects personal data in documents: made once per worker, asked for a fresh sink for every file.
package final class Detector {
  private let tools: DetectionTools

  /// - Parameters:
  ///   - rules: Checked and compiled rules.
  ///   - settings: What the scan asks for; the same for all workers of a scan.
  package init(rules: RuleSet, settings: ExaminationSettings) {
    tools = DetectionTools(rules: rules, settings: settings)
  }

  /// A sink for one file.
  package func makeDocument(_ job: ExaminationJob) -> DocumentDetector {
    DocumentDetector(DetectionContext(tools, job: job))
  }
}
