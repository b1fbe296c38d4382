import Inventory

/// Reads the containers whose structure is told line by line.
enum LineContainers {
  /// Reads a text of one of these formats.
  ///
  /// - Parameter format: SQL, Markdown, vCard, LDIF, INI or YAML; every other is read as lines.
  static func extract<Source: ByteSource & ~Copyable, Sink: CellSink>(
    _ format: ContentFormat, _ reader: inout TextReader<Source>, into sink: inout Sink
  ) throws(ReadError) -> StructureEnd {
    sink.begin(format)
    switch format {
    case .sql:
      var walk = SQLWalk<Sink>()
      try LinePump.run(&reader, &walk, into: &sink)
    case .markdown:
      var walk = MarkdownWalk<Sink>()
      try LinePump.run(&reader, &walk, into: &sink)
    case .vcard:
      var walk = DirectoryWalk<Sink>(.vcard)
      try LinePump.run(&reader, &walk, into: &sink)
    case .ldif:
      var walk = DirectoryWalk<Sink>(.ldif)
      try LinePump.run(&reader, &walk, into: &sink)
    case .ini:
      var walk = INIWalk<Sink>()
      try LinePump.run(&reader, &walk, into: &sink)
    case .yaml:
      var walk = YAMLWalk<Sink>()
      try LinePump.run(&reader, &walk, into: &sink)
    default: try LineExtractor.extract(&reader, into: &sink)
    }
    return .complete
  }
}
