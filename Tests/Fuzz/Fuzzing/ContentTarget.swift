import Detecting
import Extracting
import Inventory
import Rules

/// A whole file of any kind: decoding, kind, structure, detection.
///
/// The first byte picks the name's extension.
final class ContentTarget: FuzzTarget {
  private static let extensions = [
    "txt", "csv", "xml", "json", "ndjson", "eml", "html", "sql", "md", "yaml", "ini", "ldif", "vcf",
    "log", "prn", "",
  ]
  private let detector: Detector

  init() {
    guard let rules = try? RuleSet.bundled() else { preconditionFailure("the packs do not read") }
    detector = Detector(
      rules: rules,
      settings: ExaminationSettings(
        places: .all, words: CountedWords(others: ["名簿"]), countingKey: (1, 2)))
  }

  func run(_ bytes: [UInt8]) {
    guard let first = bytes.first else { return }
    let content = Array(bytes.dropFirst())
    var job = ExaminationJob(
      size: content.count, nameExtension: Self.extensions[Int(first & 15)])
    for textOnly in [false, true] {
      job.textOnly = textOnly
      let document = detector.makeDocument(job)
      let extraction = Extractor.extract(MemorySource(content), job: job, into: document)
      let result = document.finish()
      require(
        extraction.bytesRead == content.count || extraction.unread != nil,
        "what is not read is told")
      for finding in result.findings {
        require(finding.confidence >= 0 && finding.confidence <= 1, "confidence is a probability")
        require(finding.count > 0 && finding.distinct > 0, "what is found is at least one")
        // Within a line in another encoding, some formats count the bytes of the decoded text.
        let isExact = extraction.encoding?.hasPrefix("UTF-8") == true && extraction.badBytes == 0
        for place in finding.places where isExact {
          require(place.byteOffset <= content.count, "places lie within the file")
        }
      }
    }
  }
}
