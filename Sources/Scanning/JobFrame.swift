internal import Inventory
internal import Rules

/// What a parent tells a worker: everything about the scan at its start, then batches of files.
enum JobFrame {
  /// One file of a batch; its descriptor has the same position among those that come with the message.
  struct Entry: Equatable {
    /// The file's number in the walk.
    var number: Int
    var job: ExaminationJob
  }

  /// What a worker is told at its start.
  static func encode(_ setup: WorkerSetup) -> [UInt8] {
    var writer = FrameWriter()
    writer.choice(setup.settings.places, of: ClosedLists.places)
    writer.integer(setup.settings.countingKey.0)
    writer.integer(setup.settings.countingKey.1)
    writer.real(setup.settings.minimumConfidence)
    writer.number(setup.settings.words.builtIn)
    writer.texts(setup.settings.words.others, most: FrameLimit.words)
    writer.list(setup.packs, most: FrameLimit.packs) { writer, pack in
      writer.text(pack.name)
      writer.block(pack.bytes)
    }
    writer.texts(setup.faults, most: FrameLimit.texts)
    return writer.bytes
  }

  static func setup(_ bytes: [UInt8]) throws(FrameError) -> WorkerSetup {
    var reader = FrameReader(bytes)
    var settings = ExaminationSettings()
    settings.places = try reader.choice(of: ClosedLists.places)
    settings.countingKey = (
      try reader.integer(UInt64.self), try reader.integer(UInt64.self)
    )
    settings.minimumConfidence = try reader.real()
    settings.words.builtIn = try reader.number()
    settings.words.others = try reader.list(most: FrameLimit.words) {
      (reader) throws(FrameError) in try reader.text()
    }
    let packs = try reader.list(most: FrameLimit.packs) {
      (reader) throws(FrameError) in
      PackFile(name: try reader.text(), bytes: try reader.block(most: FrameLimit.setup))
    }
    let faults = try reader.list(most: FrameLimit.texts) {
      (reader) throws(FrameError) in try reader.text()
    }
    try reader.finish()
    return WorkerSetup(settings: settings, packs: packs, faults: faults)
  }

  /// A batch of files.
  static func encode(_ entries: [Entry]) -> [UInt8] {
    var writer = FrameWriter()
    writer.list(entries, most: DescriptorBatch.most) { writer, entry in
      writer.number(entry.number)
      writer.optionalNumber(entry.job.size)
      writer.text(entry.job.nameExtension)
      writer.texts(entry.job.pathHints, most: FrameLimit.texts)
      writer.flag(entry.job.textOnly)
    }
    return writer.bytes
  }

  static func entries(_ bytes: [UInt8], _ range: Range<Int>) throws(FrameError) -> [Entry] {
    var reader = FrameReader(bytes, range)
    let entries = try reader.list(most: DescriptorBatch.most) {
      (reader) throws(FrameError) in
      Entry(
        number: try reader.number(),
        job: ExaminationJob(
          size: try reader.optionalNumber(), nameExtension: try reader.text(),
          pathHints: try reader.list(most: FrameLimit.texts) {
            (reader) throws(FrameError) in try reader.text()
          }, textOnly: try reader.flag()))
    }
    try reader.finish()
    return entries
  }
}

/// What goes in one message.
enum DescriptorBatch {
  /// The most files of one batch.
  static let most = 64
  /// The most bytes of all files of a batch, by their stated sizes; a larger file goes alone.
  static let bytes = 1 << 20
}
