import Inventory
import Rules
import Testing

@testable import Scanning

@Suite struct JobFrameTests {
  private let setup = WorkerSetup(
    settings: ExaminationSettings(
      places: .all,
      words: CountedWords(builtIn: 7, others: ["顧客"]),
      countingKey: (.max, 1), minimumConfidence: 0.25),
    packs: [PackFile(name: "a.yaml", bytes: [1, 2, 0xFF])], faults: ["segv:1"])

  @Test func theSetupComesBack() throws {
    #expect(try JobFrame.setup(JobFrame.encode(setup)) == setup)
  }

  @Test func everyCutOfTheSetupIsRefused() {
    let bytes = JobFrame.encode(setup)
    for end in 0..<bytes.count {
      #expect(throws: FrameError.self) { try JobFrame.setup(Array(bytes[..<end])) }
    }
  }

  @Test func aBatchComesBack() throws {
    let entries = [
      JobFrame.Entry(number: 0, job: ExaminationJob(size: nil, nameExtension: "")),
      JobFrame.Entry(
        number: 1 << 40,
        job: ExaminationJob(
          size: 5, nameExtension: "csv", pathHints: ["source-code"], textOnly: true)),
    ]
    let bytes = JobFrame.encode(entries)
    #expect(try JobFrame.entries(bytes, 0..<bytes.count) == entries)
    #expect(throws: FrameError.self) { try JobFrame.entries(bytes, 0..<bytes.count - 1) }
  }

  @Test func headsOfOtherProtocolsAreRefused() throws {
    let good = WireMessage(.hello, number: 0x0703).bytes(carrying: [])
    #expect(try WireMessage(reading: good, count: good.count).number == 0x0703)
    for position in 0..<8 {
      var bad = good
      bad[position] ^= 0x40
      #expect(throws: FrameError.self) { try WireMessage(reading: bad, count: bad.count) }
    }
    #expect(throws: FrameError.self) { try WireMessage(reading: good, count: 11) }
  }
}
