package import Inventory

/// Turns one file's bytes into cells, values and lines: the module's single entry.
package enum Extractor {
  /// Reads a file to its end and pushes what stands in it into the sink.
  ///
  /// - Parameters:
  ///   - source: The file, or memory in tests.
  ///   - job: What the parent knows of the file.
  ///   - blockSize: Bytes to read at a time; small ones are for tests.
  /// - Returns: What the file turned out to be and how much of it was read; storage that fails is in `unread`.
  package static func extract<Source: ByteSource & ~Copyable, Sink: CellSink>(
    _ source: consuming Source, job: ExaminationJob, into sink: inout Sink,
    blockSize: Int = 262_144
  ) -> Extraction {
    var reader = TextReader(source, decision: EncodingDecision(.utf8), blockSize: blockSize)
    var extraction = Extraction(format: .text)
    sink.begin(.text)
    do {
      try LineExtractor.extract(&reader, into: &sink)
    } catch {
      extraction.unread = Unread(
        reader.bytesRead == 0 ? .failed : .partly, .ioError, detail: "errno \(error.number)")
    }
    extraction.encoding = reader.encodingName
    extraction.bytesRead = reader.bytesRead
    extraction.badBytes = reader.badBytes
    return extraction
  }
}
