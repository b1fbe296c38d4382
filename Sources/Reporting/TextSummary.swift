package import Inventory

/// A summary that a person reads: what was found, what is outside the policy and where, what was not read.
package struct TextSummary: Report {
  private let options: ReportOptions
  private let write: ByteOutput

  package init(options: ReportOptions, write: @escaping ByteOutput) {
    self.options = options
    self.write = write
  }

  package mutating func begin(_ facts: ScanFacts) throws {}
  package mutating func add(_ holding: Holding) throws {}
  package mutating func end(_ totals: ScanTotals) throws {}
}
