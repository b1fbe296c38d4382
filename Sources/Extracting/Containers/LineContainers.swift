import Inventory

/// Reads the containers whose structure is told line by line.
enum LineContainers {
  /// Reads a text of one of these formats.
  ///
  /// - Parameter format: SQL, Markdown, vCard, LDIF, INI, YAML, print list or fixed width; every other is read as lines.
  static func extract(
    _ format: ContentFormat, _ reader: inout TextReader, into sink: any CellSink
  ) throws(ReadError) -> StructureEnd {
    sink.begin(format)
    switch format {
    case .sql:
      var walk = SQLWalk()
      try LinePump.run(&reader, &walk, into: sink)
    case .markdown:
      var walk = MarkdownWalk()
      try LinePump.run(&reader, &walk, into: sink)
    case .vcard:
      var walk = DirectoryWalk(.vcard)
      try LinePump.run(&reader, &walk, into: sink)
    case .ldif:
      var walk = DirectoryWalk(.ldif)
      try LinePump.run(&reader, &walk, into: sink)
    case .ini:
      var walk = INIWalk()
      try LinePump.run(&reader, &walk, into: sink)
    case .yaml:
      var walk = YAMLWalk()
      try LinePump.run(&reader, &walk, into: sink)
    case .printList:
      var walk = PrintListWalk()
      try LinePump.run(&reader, &walk, into: sink)
    case .fixedWidth:
      var walk = TransferWalk()
      try LinePump.run(&reader, &walk, into: sink)
    default: try LineExtractor.extract(&reader, into: sink)
    }
    return .complete
  }
}
