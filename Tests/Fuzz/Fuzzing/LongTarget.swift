import Inventory
import Rules
import TestSupport

@testable import Detecting
@testable import Extracting

/// A long table out of a short input: what only long tables take (settled columns, CP932 as it is stored) must find what the
/// other ways find.
///
/// The first byte says how many records and whether their digits change, the second how many distinct values are counted. The
/// first line of the rest is the heading; the others are repeated.
final class LongTarget: FuzzTarget {
  private static let mostBytes = 96 << 10
  private let detector: Detector

  init() {
    guard let rules = try? RuleSet.bundled() else { preconditionFailure("the packs do not read") }
    detector = Detector(
      rules: rules, settings: ExaminationSettings(places: .first, countingKey: (1, 2)))
  }

  func run(_ bytes: [UInt8]) {
    guard bytes.count > 4 else { return }
    let content = Self.grown(Array(bytes[2...]), records: 300 + Int(bytes[0] & 15) * 60, bytes[0])
    let budget = [0, 500, 5_000, 100_000][Int(bytes[1] & 3)]
    let job = ExaminationJob(size: content.count, nameExtension: "csv")
    let whole = read(content, job, budget, blockSize: 262_144, storing: true)
    require(
      whole.bytesRead == content.count || whole.unread != nil, "what is not read is told")
    for finding in whole.findings {
      require(finding.count > 0 && finding.distinct > 0, "what is found is at least one")
    }
    let decoded = read(content, job, budget, blockSize: 262_144, storing: false)
    require(decoded.findings == whole.findings, "tables as they are stored hold the same")
    require(decoded.badBytes == whole.badBytes, "bad bytes are the same")
    let pieces = read(content, job, budget, blockSize: 4_099, storing: true)
    // A line in another encoding is judged by as much of it as lies in the block.
    guard whole.encoding == "UTF-8", whole.badBytes == 0, pieces.badBytes == 0 else { return }
    require(
      pieces.findings.map(\.type) == whole.findings.map(\.type)
        && pieces.findings.map(\.count) == whole.findings.map(\.count),
      "any block size finds the same")
  }

  private func read(
    _ content: [UInt8], _ job: ExaminationJob, _ budget: Int, blockSize: Int, storing: Bool
  ) -> (
    findings: [Finding], bytesRead: Int, unread: Unread?, badBytes: Int, encoding: String?
  ) {
    let document = detector.makeDocument(job)
    document.context.distinctBudget = budget
    let sink: any CellSink = storing ? document : DecodedSink(document)
    let extraction = Extractor.extract(
      MemorySource(content), job: job, into: sink, blockSize: blockSize)
    return (
      document.finish().findings, extraction.bytesRead, extraction.unread, extraction.badBytes,
      extraction.encoding
    )
  }

  /// The first line, and the others over and over; the digits of each further round are others where that is asked for.
  static func grown(_ content: [UInt8], records: Int, _ choice: UInt8) -> [UInt8] {
    let feed: UInt8 = 0x0A
    guard let end = content.firstIndex(of: feed), end + 1 < content.count else { return content }
    var rest = Array(content[(end + 1)...])
    if rest.last != feed { rest.append(feed) }
    let lines = rest.count { $0 == feed }
    var grown = Array(content[...end])
    var random: UInt64 = 0x9E37_79B9_7F4A_7C15
    for round in 0...(records / lines) where grown.count + rest.count <= mostBytes {
      guard round > 0, choice & 0x40 != 0 else {
        grown += rest
        continue
      }
      for byte in rest {
        guard byte >= 0x30, byte <= 0x39 else {
          grown.append(byte)
          continue
        }
        random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        // Some digits stay, so that years stay years now and then.
        grown.append(random >> 62 != 0 ? byte : 0x30 + UInt8((random >> 33) % 10))
      }
    }
    return grown
  }
}
