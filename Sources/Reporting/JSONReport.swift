package import Inventory

/// The findings document: one JSON object, its keys in the documented order, written while scanning.
package struct JSONReport: Report {
  private let fields: DocumentFields
  private let write: ByteOutput
  private var json = JSONWriter()

  package init(options: ReportOptions, write: @escaping ByteOutput) {
    fields = DocumentFields(options: options)
    self.write = write
  }

  /// Takes the head.
  package mutating func begin(_ facts: ScanFacts) throws {
    json.openObject()
    json.field(.format, DocumentFields.format)
    json.lineBreak()
    fields.tool(facts, to: &json)
    json.lineBreak()
    fields.scan(facts, to: &json)
    json.lineBreak()
    json.key(.files)
    json.openArray()
    try write(json.take())
  }

  /// Takes one path, in order.
  package mutating func add(_ holding: Holding) throws {
    guard fields.options.lists(holding) else { return }
    json.lineBreak()
    json.openObject()
    try fields.file(holding, to: &json) { try $0.drain(into: write) }
    json.closeObject()
    try json.drain(into: write)
  }

  /// Takes the tail.
  package mutating func end(_ totals: ScanTotals) throws {
    json.closeArray()
    json.lineBreak()
    fields.tail(totals, to: &json) { $0.lineBreak() }
    json.closeObject()
    json.lastLineBreak()
    try write(json.take())
  }
}
