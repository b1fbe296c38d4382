/// How an extractor of structured text (XML, JSON, mail, tables …) came to its end.
///
/// Every such extractor is a function of the shape
/// `static func extract(_ reader: inout TextReader, into sink: any CellSink) throws(ReadError) -> StructureEnd`.
/// It calls the sink's `begin(_:)` itself and takes the reader before its first block.
package enum StructureEnd: Sendable, Equatable {
  /// Everything was read as meant.
  case complete
  /// The structure broke: all before was understood, and what follows is read on as text.
  case broken(TextBreak)
  /// Read to the end, but a record was longer than allowed and was cut.
  case longLine
  /// A limit stopped the reading (expansion, depth): the detail says which.
  case limit(String)
  /// Read to the end, but parts of it are in formats that are not read; their names, from a closed list.
  case unreadParts([String])
}

/// Where a text was left.
package struct TextBreak: Sendable, Equatable {
  /// Physical line; 1-based.
  package var line: Int
  /// Bytes of the decoded text before it, byte order mark left out.
  package var offset: Int
}
