internal import Inventory

/// Findings of values that were counted twice: under their labels, and in the column or text where they stand.
///
/// Of two of one type, the one is left out all of whose places are the other's; of the same places, the later stays. Takes
/// time in proportion to the places, however many findings there are.
struct DoubledFindings {
  /// Numbers of the findings that were made of labels, in ascending order.
  private let labelled: [Range<Int>]
  /// What stands at places of labelled findings, by where and what it is.
  private var standing: [Spot: [(finding: Int, place: Int)]] = [:]
  /// How many places of a finding are ``standing``; `Int.max` where others are not, so that it is in no labelled one.
  private var sizes: [Int] = []
  private var isLeftOut: [Bool] = []

  /// Enough of a place to find those that may be the same.
  private struct Spot: Hashable {
    let type: DataType
    let line: Int
    let byteOffset: Int

    init(_ type: DataType, _ place: Address) {
      self.type = type
      line = place.line
      byteOffset = place.byteOffset
    }
  }

  /// Leaves out what is doubled.
  ///
  /// - Parameters:
  ///   - findings: In the order in which they were made.
  ///   - labelled: Which of them were made of labels; each is held against those before it.
  static func removed(from findings: [Finding], labelled: [Range<Int>]) -> [Finding] {
    guard labelled.contains(where: { !$0.isEmpty }) else { return findings }
    var doubled = DoubledFindings(labelled: labelled)
    return doubled.remaining(of: findings)
  }

  private init(labelled: [Range<Int>]) { self.labelled = labelled }

  private mutating func remaining(of findings: [Finding]) -> [Finding] {
    var isLabelled = [Bool](repeating: false, count: findings.count)
    for number in labelled.joined() {
      isLabelled[number] = true
      for place in findings[number].places { standing[Spot(findings[number].type, place)] = [] }
    }
    isLeftOut = [Bool](repeating: false, count: findings.count)
    sizes.reserveCapacity(findings.count)
    for number in findings.indices {
      let places = distinctPlaces(of: findings[number])
      if isLabelled[number] { compare(number, places, findings) }
      guard !isLeftOut[number] else { continue }
      for place in places {
        let spot = Spot(findings[number].type, findings[number].places[place])
        standing[spot]?.append((number, place))
      }
    }
    return findings.indices.filter { !isLeftOut[$0] }.map { findings[$0] }
  }

  /// The places at which something labelled stands, each once; notes how many there are.
  private mutating func distinctPlaces(of finding: Finding) -> [Int] {
    var seen: Set<Address> = []
    var isElsewhere = false
    let places = finding.places.indices.filter { index in
      let place = finding.places[index]
      guard standing[Spot(finding.type, place)] != nil else {
        isElsewhere = true
        return false
      }
      return seen.insert(place).inserted
    }
    sizes.append(isElsewhere ? Int.max : places.count)
    return places
  }

  /// Leaves out those before it that it holds, or itself where one of the others holds it.
  private mutating func compare(_ number: Int, _ places: [Int], _ findings: [Finding]) {
    guard !places.isEmpty else { return }
    var common: [Int: Int] = [:]
    for index in places {
      let place = findings[number].places[index]
      for other in standing[Spot(findings[number].type, place)] ?? []
      where !isLeftOut[other.finding] && findings[other.finding].places[other.place] == place {
        common[other.finding, default: 0] += 1
      }
    }
    for (other, count) in common where count == sizes[other] { isLeftOut[other] = true }
    isLeftOut[number] = common.contains { !isLeftOut[$0.key] && $0.value == places.count }
  }
}
