package import Inventory

/// The findings document as records, one a line: `header`, `file` for each path listed, `end`.
///
/// A stream without `end` is not a result.
package struct NDJSONReport: Report {
  private let fields: DocumentFields
  private let write: ByteOutput
  private var json = JSONWriter()
  private var records = 0

  package init(options: ReportOptions, write: @escaping ByteOutput) {
    fields = DocumentFields(options: options)
    self.write = write
  }

  /// Takes the head.
  package mutating func begin(_ facts: ScanFacts) throws {
    openRecord("header")
    json.field(.format, DocumentFields.format)
    fields.tool(facts, to: &json)
    fields.scan(facts, to: &json)
    closeRecord()
    try write(json.take())
  }

  /// Takes one path, in order.
  package mutating func add(_ holding: Holding) throws {
    guard fields.options.lists(holding) else { return }
    openRecord("file")
    try fields.file(holding, to: &json) { try $0.drain(into: write) }
    closeRecord()
    try json.drain(into: write)
  }

  /// Takes the tail.
  package mutating func end(_ totals: ScanTotals) throws {
    openRecord("end")
    fields.tail(totals, to: &json) { _ in }
    json.field(.records, records)
    closeRecord()
    try write(json.take())
  }

  private mutating func openRecord(_ kind: String) {
    json.openObject()
    json.field(.record, kind)
  }

  private mutating func closeRecord() {
    json.closeObject()
    json.endLine()
    records += 1
  }
}
