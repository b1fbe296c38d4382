import Inventory
import Testing

@testable import Scanning

@Suite struct ReportReceiverTests {
  /// One message of pieces: number, whether the last, bytes.
  private func message(_ pieces: [(Int, Bool, [UInt8])]) -> [UInt8] {
    var writer = FrameWriter()
    for (number, isLast, bytes) in pieces {
      writer.number(number)
      writer.flag(isLast)
      writer.block(bytes)
    }
    return writer.bytes
  }

  /// What a parent that waits for the files makes of messages.
  private func received(_ messages: [[(Int, Bool, [UInt8])]], due files: [Int]) throws -> [[UInt8]]
  {
    var receiver = ReportReceiver()
    var files = files
    var reports: [[UInt8]] = []
    for pieces in messages {
      let bytes = message(pieces)
      try receiver.take(
        bytes, 0..<bytes.count, pieces: UInt32(pieces.count), expected: { files.first }
      ) { report throws(FrameError) in
        reports.append(report)
        files.removeFirst()
      }
    }
    return reports
  }

  @Test func piecesBecomeReports() throws {
    let reports = try received(
      [[(3, true, [1]), (4, false, [2, 3])], [(4, false, [4]), (4, true, [5]), (9, true, [])]],
      due: [3, 4, 9])
    #expect(reports == [[1], [2, 3, 4, 5], []])
  }

  @Test(arguments: [
    [(4, true)], [(3, true), (3, true)], [(3, false), (4, true)],
    [(3, true), (4, true), (5, true)],
  ])
  func whatIsNotDueIsRefused(_ pieces: [(Int, Bool)]) {
    #expect(throws: FrameError.self) {
      try received([pieces.map { ($0.0, $0.1, [0]) }], due: [3, 4])
    }
  }

  /// 32 MiB: a report without end does not fill the parent's memory.
  @Test func aReportThatNeverEndsIsRefused() {
    #expect(FrameLimit.report == 32 << 20)
    let bytes = message([(1, false, [UInt8](repeating: 7, count: 1 << 15))])
    var receiver = ReportReceiver()
    var taken = 0
    #expect(throws: FrameError.self) {
      while taken < 4_000 {
        try receiver.take(bytes, 0..<bytes.count, pieces: 1, expected: { 1 }) { _ in }
        taken += 1
      }
    }
    #expect(taken == 1_024)
  }

  @Test func aWrongCountOfPiecesIsRefused() {
    let bytes = message([(1, true, [0])])
    for count: UInt32 in [0, 2, .max] {
      var receiver = ReportReceiver()
      #expect(throws: FrameError.self) {
        try receiver.take(bytes, 0..<bytes.count, pieces: count, expected: { 1 }) { _ in }
      }
    }
  }
}
