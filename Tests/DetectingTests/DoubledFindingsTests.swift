import Inventory
import TestSupport
import Testing

@testable import Detecting

@Suite("Doubled findings") struct DoubledFindingsTests {
  /// Each labelled finding against each before it, place by place.
  private func naive(_ findings: [Finding], _ labelled: [Range<Int>]) -> [Finding] {
    var kept: [Finding] = []
    for (number, new) in findings.enumerated() {
      guard labelled.contains(where: { $0.contains(number) }) else {
        kept.append(new)
        continue
      }
      kept.removeAll { old in
        old.type == new.type && !old.places.isEmpty && old.places.allSatisfy(new.places.contains)
      }
      let isKnown = kept.contains { old in
        old.type == new.type && !new.places.isEmpty && new.places.allSatisfy(old.places.contains)
      }
      if !isKnown { kept.append(new) }
    }
    return kept
  }

  private func finding(_ number: Int, _ type: DataType, _ places: [Address]) -> Finding {
    Finding(
      type: type, rule: "rule-\(number)", confidence: 0.9, location: .text, count: 1, distinct: 1,
      places: Places(places))
  }

  /// Few places, so that all ways to overlap come up: inside, the same, in part, repeated, none at all.
  @Test("are left out as by holding each against each")
  func alike() {
    var random = SeededGenerator(seed: 7)
    var leftOut = 0
    for _ in 0..<1_000 {
      var findings: [Finding] = []
      for number in 0..<Int.random(in: 1...8, using: &random) {
        let type = [DataType.myNumber, .phone].randomElement(using: &random) ?? .phone
        let places = (0..<Int.random(in: 0...4, using: &random)).map { _ in
          Address(
            line: Int.random(in: 1...2, using: &random),
            column: Int.random(in: 1...2, using: &random),
            byteOffset: Int.random(in: 0...1, using: &random))
        }
        findings.append(finding(number, type, places))
      }
      let first = Int.random(in: 0...findings.count, using: &random)
      let last = Int.random(in: first...findings.count, using: &random)
      let then = Int.random(in: last...findings.count, using: &random)
      let labelled = [first..<last, then..<findings.count]
      let remaining = DoubledFindings.removed(from: findings, labelled: labelled)
      #expect(remaining == naive(findings, labelled))
      leftOut += findings.count - remaining.count
    }
    #expect(leftOut > 250)
  }

  @Test("of any number take time in proportion", .timeLimit(.minutes(1)))
  func many() {
    let count = 8_000
    func places(_ start: Int) -> [Address] {
      (start..<(start + 10)).map { Address(line: $0 + 1, row: $0 + 1, column: 1, byteOffset: $0) }
    }
    let columns = (0..<count).map { finding($0, .phone, places($0 * 20)) }
    let labels = (0..<count).map { finding($0, .phone, places($0 * 20 + ($0 % 2) * 5)) }
    let remaining = DoubledFindings.removed(
      from: columns + labels, labelled: [count..<(2 * count)])
    #expect(remaining.count == count + count / 2)
    let one = finding(0, .phone, (0..<100_000).flatMap { places($0 * 10) })
    let inside = (0..<count).map { finding($0, .phone, places($0 * 10)) }
    #expect(
      DoubledFindings.removed(from: [one] + inside, labelled: [1..<(count + 1)]) == [one])
  }
}
