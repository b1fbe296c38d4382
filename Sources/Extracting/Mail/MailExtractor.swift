import Inventory

/// Reads mails: single ones, files of many (mbox), and mails saved as text.
package enum MailExtractor {
  /// Pushes header fields and text parts as lines, attached tables as tables.
  ///
  /// - Returns: The formats of attachments that were not read, if there are any.
  static func extract(
    _ reader: inout TextReader, into sink: any CellSink
  ) throws(ReadError) -> StructureEnd {
    sink.begin(.mail)
    var walk = MailWalk()
    try LinePump.run(&reader, &walk, into: sink)
    let unread = walk.unreadFormats.filter { $0 != "signature" }
    if unread.isEmpty, walk.hasCut { return .longLine }
    return unread.isEmpty ? .complete : .unreadParts(unread.sorted())
  }
}
