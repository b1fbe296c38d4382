internal import Inventory

extension ReportFrame {
  static func write(_ finding: Finding, _ writer: inout FrameWriter) {
    writer.choice(finding.type, of: ClosedLists.types)
    writer.choice(finding.dataClass, of: ClosedLists.classes)
    writer.text(finding.rule)
    writer.real(finding.confidence)
    switch finding.location {
    case .text: writer.byte(0)
    case .column(let column, let heading):
      writer.byte(1)
      writer.number(column)
      writer.optionalText(heading)
    case .element(let path):
      writer.byte(2)
      writer.optionalText(path)
    }
    writer.number(finding.count)
    writer.number(finding.distinct)
    writer.flag(finding.distinctIsAtLeast)
    writer.flag(finding.damage != nil)
    if let damage = finding.damage { writer.choice(damage, of: ClosedLists.damages) }
    writer.list(finding.evidence, most: FrameLimit.evidence) { write($1, &$0) }
    writer.places(finding.places)
  }

  static func finding(_ reader: inout FrameReader) throws(FrameError) -> Finding {
    let type = try reader.choice(of: ClosedLists.types)
    let dataClass = try reader.choice(of: ClosedLists.classes)
    let rule = try reader.maskedText()
    let confidence = try reader.real()
    guard confidence >= 0, confidence <= 1 else { throw FrameError() }
    let location: Location
    switch try reader.byte() {
    case 0: location = .text
    case 1: location = .column(try reader.number(), heading: try reader.optionalMaskedText())
    case 2: location = .element(path: try reader.optionalMaskedText())
    default: throw FrameError()
    }
    let count = try reader.number()
    let distinct = try reader.number()
    let isAtLeast = try reader.flag()
    let damage = try reader.flag() ? try reader.choice(of: ClosedLists.damages) : nil
    let evidence = try reader.list(most: FrameLimit.evidence) {
      (reader) throws(FrameError) in try Self.evidence(&reader)
    }
    let places = try reader.places()
    return Finding(
      type: type, dataClass: dataClass, rule: rule, confidence: confidence, location: location,
      count: count, distinct: distinct, distinctIsAtLeast: isAtLeast, places: places,
      evidence: evidence, damage: damage)
  }

  // MARK: - Evidence

  private static func write(_ evidence: Evidence, _ writer: inout FrameWriter) {
    switch evidence {
    case .heading(let text, let weight): write(0, text, weight, &writer)
    case .label(let word, let weight): write(1, word, weight, &writer)
    case .near(let word, let weight): write(2, word, weight, &writer)
    case .neighbour(let text, let weight): write(3, text, weight, &writer)
    case .checkDigit(let passed, let total, let weight): write(4, passed, total, weight, &writer)
    case .structure(let passed, let total, let weight): write(5, passed, total, weight, &writer)
    case .dictionary(let passed, let total, let weight): write(6, passed, total, weight, &writer)
    case .series(let odds):
      writer.byte(7)
      writer.list(odds, most: FrameLimit.texts) { writer, odds in
        writer.text(odds.competitor)
        writer.real(odds.bans)
      }
    case .note(let name):
      writer.byte(8)
      writer.text(name)
    }
  }

  private static func write(
    _ kind: UInt8, _ text: String, _ weight: Double, _ writer: inout FrameWriter
  ) {
    writer.byte(kind)
    writer.text(text)
    writer.real(weight)
  }

  private static func write(
    _ kind: UInt8, _ passed: Int, _ total: Int, _ weight: Double, _ writer: inout FrameWriter
  ) {
    writer.byte(kind)
    writer.number(passed)
    writer.number(total)
    writer.real(weight)
  }

  private static func evidence(_ reader: inout FrameReader) throws(FrameError) -> Evidence {
    switch try reader.byte() {
    case 0: return .heading(text: try reader.maskedText(), weight: try reader.real())
    case 1: return .label(word: try reader.maskedText(), weight: try reader.real())
    case 2: return .near(word: try reader.maskedText(), weight: try reader.real())
    case 3: return .neighbour(text: try reader.maskedText(), weight: try reader.real())
    case 4:
      return .checkDigit(
        passed: try reader.number(), of: try reader.number(), weight: try reader.real())
    case 5:
      return .structure(
        passed: try reader.number(), of: try reader.number(), weight: try reader.real())
    case 6:
      return .dictionary(
        passed: try reader.number(), of: try reader.number(), weight: try reader.real())
    case 7:
      return .series(
        against: try reader.list(most: FrameLimit.texts) {
          (reader) throws(FrameError) in
          SeriesOdds(competitor: try reader.maskedText(), bans: try reader.real())
        })
    case 8: return .note(try reader.maskedText())
    default: throw FrameError()
    }
  }
}
