package import Inventory
import Posix
import ScanKernels

/// Turns one file's bytes into cells, values and lines: the module's single entry.
package enum Extractor {
  /// Reads a file to its end and pushes what stands in it into the sink.
  ///
  /// - Parameters:
  ///   - source: The file, or memory in tests.
  ///   - job: What the parent knows of the file.
  ///   - sink: Takes the content.
  ///   - blockSize: Bytes to read at a time; small ones are for tests.
  /// - Returns: What the file turned out to be and how much of it was read; storage that fails is in `unread`.
  package static func extract(
    _ source: any ByteSource, job: ExaminationJob, into sink: any CellSink,
    blockSize: Int = 262_144
  ) -> Extraction {
    let head: [UInt8]
    let decision: EncodingDecision
    do {
      head = try ContainerSignature.bytes(of: source, at: 0, count: headSize(job))
      let traits = ByteTraits(of: head.span)
      decision = EncodingDecision.decide(head: head, traits)
      if let unread = try unread(head, decision, traits, job, source) {
        let format: ContentFormat = unread.reason == .empty ? .text : .other(unread.detail ?? "")
        return Extraction(format: format, bytesRead: head.count, unread: unread)
      }
    } catch {
      return Extraction(format: .text, unread: Unread(.failed, .ioError, detail: detail(of: error)))
    }
    var reader = TextReader(
      source, decision: decision, head: head,
      headIsAll: job.size == head.count,
      blockSize: head.count < EncodingContest.sampleSize
        ? min(blockSize, max(head.count, 64)) : blockSize)
    var extraction = Extraction(format: .text)
    do {
      try read(&reader, job: job, into: sink, &extraction)
    } catch {
      extraction.unread = Unread(
        reader.bytesRead == 0 ? .failed : .partly, .ioError, detail: detail(of: error))
    }
    extraction.encoding = reader.encodingName
    extraction.bytesRead = reader.bytesRead
    extraction.badBytes = reader.badBytes
    return extraction
  }

  /// Bytes that the first look takes.
  private static func headSize(_ job: ExaminationJob) -> Int {
    max(1, min(job.size ?? EncodingContest.sampleSize, EncodingContest.sampleSize))
  }

  private static func detail(of error: ReadError) -> String {
    SystemError(number: error.number).name
  }

  /// Why a file is not read at all; `nil` when it is text.
  private static func unread(
    _ head: [UInt8], _ decision: EncodingDecision, _ traits: ByteTraits, _ job: ExaminationJob,
    _ source: any ByteSource
  ) throws(ReadError) -> Unread? {
    if head.isEmpty { return Unread(.skipped, .empty) }
    if let signature = try ContainerSignature.identify(head, size: job.size, source) {
      return signature.unread
    }
    if let signature = FileSignature.identify(head) { return signature.unread }
    if traits.contains(.zero), UTF32Pattern.matches(head) {
      return FileSignature.unsupported("utf-32").unread
    }
    if decision.isOpen, try BinaryContent.isBinary(head, traits, size: job.size, source) {
      return Unread(.skipped, .unsupportedFormat, detail: "binary")
    }
    return nil
  }

  private static func read(
    _ reader: inout TextReader, job: ExaminationJob, into sink: any CellSink,
    _ extraction: inout Extraction
  ) throws(ReadError) {
    guard try reader.advance(keeping: 0) else {
      // A byte order mark and nothing else.
      extraction.unread = Unread(.skipped, .empty)
      return
    }
    // Enough to tell the kind by, whatever the block size.
    while reader.count < TableSniffer.sampleSize, !reader.isLast {
      guard try reader.advance(keeping: reader.count) else { break }
    }
    let kind =
      job.textOnly
      ? TextKind.format(.text)
      : TextSniffer.kind(
        of: reader.buffer.span, count: reader.count, isWhole: reader.isLast, job: job)
    reader.hold()
    let end: StructureEnd
    switch kind {
    case .table(let dialect):
      extraction.format = dialect.delimiter == 0x09 ? .tsv : .csv
      end = try TableExtractor.extract(&reader, dialect, into: sink)
    case .columns(let delimiter):
      var walk = SimpleColumns(delimiter)
      sink.begin(.text)
      try LinePump.run(&reader, &walk, into: sink)
      end = .complete
    case .records(let kind):
      var walk = FiledRecordWalk(kind)
      extraction.format = .csv
      sink.begin(.csv)
      try LinePump.run(&reader, &walk, into: sink)
      end = .complete
    case .messages:
      var walk = MessageWalk()
      extraction.format = .csv
      sink.begin(.csv)
      try LinePump.run(&reader, &walk, into: sink)
      end = .complete
    case .format(let format):
      extraction.format = format
      end = try structure(format, &reader, into: sink)
    }
    switch end {
    case .complete: break
    case .longLine: extraction.unread = Unread(.partly, .longLine)
    case .limit(let name): extraction.unread = Unread(.partly, .sizeLimit, detail: name)
    case .unreadParts(let formats):
      extraction.unread = Unread(
        .partly, .unsupportedFormat, detail: formats.joined(separator: ", "))
    case .broken(let place):
      extraction.unread = Unread(.partly, .structureBroken, detail: "line \(place.line)")
      sink.begin(.text)
      reader.restart()
      try LineExtractor.extract(&reader, from: place, into: sink)
    }
  }

  /// Hands the text to the extractor of its format; what has none is read as lines.
  private static func structure(
    _ format: ContentFormat, _ reader: inout TextReader, into sink: any CellSink
  ) throws(ReadError) -> StructureEnd {
    switch format {
    case .xml: return try XMLExtractor.extract(&reader, into: sink)
    case .json: return try JSONExtractor.extract(&reader, into: sink)
    case .ndjson: return try NDJSONExtractor.extract(&reader, into: sink)
    case .mail: return try MailExtractor.extract(&reader, into: sink)
    case .html: return try HTMLExtractor.extract(&reader, into: sink)
    case .sql, .markdown, .vcard, .ldif, .ini, .yaml, .printList, .fixedWidth:
      return try LineContainers.extract(format, &reader, into: sink)
    default:
      sink.begin(format)
      try LineExtractor.extract(&reader, into: sink)
      return .complete
    }
  }
}
