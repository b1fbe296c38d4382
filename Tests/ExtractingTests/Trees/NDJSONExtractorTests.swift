import Inventory
import Testing

@testable import Extracting

/// All persons and numbers are made up.
@Suite struct NDJSONExtractorTests {
  static let log = """
    {"name": "山田", "no": 1}
    2026-01-01 plain 012345678901

    {"name": "佐藤", "no": 2}
    {"name": "broken, "no": 012345678902}
    {"name": "鈴木", "no": 3
    {"name": "open
    [4]
    """

  private func extract(_ text: String, blockSize: Int = 262_144) throws -> CallRecorder {
    var reader = makeReader(text, blockSize: blockSize)
    let recorder = CallRecorder()
    let end = try NDJSONExtractor.extract(&reader, into: recorder)
    #expect(end == .complete)
    return recorder
  }

  @Test func linesThatAreNoJSONAreText() throws {
    let calls = try extract(Self.log).calls
    #expect(
      calls == [
        "begin ndjson",
        "$.name $ #1 key = name", "$.name $.name #1 = 山田", "$.no $ #1 key = no", "$.no $.no #1 = 1",
        "line 2: 2026-01-01 plain 012345678901",
        "$.name $.name #2 = 佐藤", "$.no $.no #2 = 2",
        "$.name $.name #3 = broken, ", "line 5: no\": 012345678902}",
        "$.name $.name #4 = 鈴木", "$.no $.no #4 = 3",
        "$.name $.name #5 = open", "line 7: ",
        "$[0] $[] #6 = 4",
      ])
  }

  @Test(arguments: Array(8...60))
  func anyBlockSizeGivesTheSame(size: Int) throws {
    let whole = try extract(Self.log)
    let cut = try extract(Self.log, blockSize: size)
    #expect(cut.calls == whole.calls)
    #expect(cut.places.map(\.offset) == whole.places.map(\.offset))
    #expect(cut.places.map(\.line) == whole.places.map(\.line))
  }
}
