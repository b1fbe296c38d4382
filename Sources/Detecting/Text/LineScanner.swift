import Inventory
import Regexes
import Rules

/// Finds values in running text, line by line: candidates at digits, `@` and words, weighed by the nearest label.
///
/// One per worker; what it remembers between lines is in the ``Carry`` of each document.
final class LineScanner {
  let index: RuleIndex
  let matcher: ExpressionMatcher
  var labels: [LabelMatcher.Label] = []
  /// The statement that the line holds; its columns are the labels of its values.
  var statement: StatementColumns?
  /// Whether a number would have been weighed by the labels of earlier lines.
  var askedForCarry = false
  /// What the heading says of the cell that is being read as text; `nil` in running text.
  var heading: HeadingReading?
  private var names: [TextName] = []
  private var addresses: [AddressReading] = []
  var cares: [SpecialCareHit] = []
  let nameRule: Int?
  let mailRule: Int?
  let phoneRule: Int?
  let postalRule: Int?
  let addressRule: Int?
  let birthRule: Int?
  let careRule: Int?
  let accountRule: Int?
  let internetRule: Int?

  /// What a line leaves for the lines after it: the labels that still wait for a value.
  struct Carry {
    /// Words of the last lines' labels, with how many lines ago they stood.
    var waiting: [(word: Int, age: Int, endsLine: Bool)] = []

    mutating func age() {
      guard !waiting.isEmpty else { return }
      for position in waiting.indices { waiting[position].age += 1 }
      waiting.removeAll { $0.age > 4 }
    }

    /// Lets the last labels of a line wait for a value.
    ///
    /// - Parameter lastHit: The last place at which something was found in the line.
    mutating func take(_ labels: [LabelMatcher.Label], of line: Line, lastHit: Int) {
      age()
      for label in labels.suffix(3) {
        waiting.append((label.word, 0, line.end - label.end <= 12 && lastHit < label.end))
      }
      if waiting.count > 12 { waiting.removeFirst(waiting.count - 12) }
    }
  }

  init(index: RuleIndex, matcher: ExpressionMatcher) {
    self.index = index
    self.matcher = matcher
    nameRule = index.readers[.personName]
    mailRule = index.readers[.email]
    phoneRule = index.readers[.phone]
    postalRule = index.readers[.postalCode]
    addressRule = index.readers[.address]
    birthRule = index.readers[.birthDate]
    careRule = index.readers[.specialCare]
    accountRule = index.rule(of: .bankAccount)
    internetRule = index.readers[.ipAddress]
  }

  /// Scans one line without its end.
  ///
  /// - Parameters:
  ///   - text: UTF-8, lent for the call.
  ///   - start: First byte of the line.
  ///   - end: One past its last byte.
  ///   - carry: Labels of earlier lines; brought up to date.
  ///   - hits: Receives what was found, in no particular order.
  func scan(
    _ text: Span<UInt8>, _ start: Int, _ end: Int, _ carry: inout Carry,
    into hits: inout [TextHit]
  ) {
    var trimmedStart = start
    var trimmedEnd = end
    Blanks.trim(text, &trimmedStart, &trimmedEnd)
    guard trimmedStart < trimmedEnd else { return }
    let gate = Gate(text, trimmedStart, trimmedEnd)
    let hasTrigger =
      !index.ownTriggers.isEmpty
      && index.ownTriggers.mayStand(in: text.extracting(trimmedStart..<trimmedEnd))
    guard gate.isOpen || hasTrigger else {
      carry.age()
      return
    }
    let line = Line(start: trimmedStart, end: trimmedEnd)
    let first = hits.count
    read(text, line, gate, .all, carry, into: &hits)
    if hasTrigger { scanOwn(text, line, carry, into: &hits) }
    LineScanner.removeOverlaps(&hits, from: first)
    let lastHit = hits[first...].map(\.start).max() ?? -1
    carry.take(labels, of: line, lastHit: lastHit)
  }

  /// Reads some parts of a line that is not blank; hits may overlap.
  ///
  /// - Parameter parts: What the line may hold; all that is left out must be known to be absent.
  private func read(
    _ text: Span<UInt8>, _ line: Line, _ gate: Gate, _ parts: Parts, _ carry: Carry,
    into hits: inout [TextHit]
  ) {
    labels.removeAll(keepingCapacity: true)
    let isLabelled = !parts.isSubset(of: [.names, .mails])
    if isLabelled { index.labels.labels(in: text, line.start, line.end, into: &labels) }
    statement = labels.isEmpty ? nil : StatementColumns(text, line, labels)
    if gate.hasHigh {
      scanText(text, line, gate.hasDigits, parts, isLabelled, into: &hits)
    } else if !labels.isEmpty {
      scanValues(text, line, parts, into: &hits)
    }
    if gate.hasAt, parts.contains(.mails) { scanMails(text, line, into: &hits) }
    if gate.hasDigits, parts.contains(.numbers) {
      scanNumbers(text, line, carry, into: &hits)
    }
  }

  /// Scans the parts of a line that it may hold, as ``scan(_:_:_:_:into:)`` would.
  ///
  /// - Parameters:
  ///   - carry: Gives the labels of earlier lines, when a number asks for them.
  ///   - hits: Empty; receives what was found.
  func scan(
    _ text: Span<UInt8>, _ start: Int, _ end: Int, _ parts: Parts,
    into hits: inout [TextHit], carry: (Span<UInt8>) -> Carry
  ) {
    var line = Line(start: start, end: end)
    Blanks.trim(text, &line.start, &line.end)
    guard line.start < line.end, !parts.isEmpty else { return }
    let gate = Gate(text, line.start, line.end)
    guard gate.isOpen else { return }
    askedForCarry = false
    read(text, line, gate, parts, Carry(), into: &hits)
    if askedForCarry {
      let carry = carry(text)
      if !carry.waiting.isEmpty {
        hits.removeAll(keepingCapacity: true)
        read(text, line, gate, parts, carry, into: &hits)
      }
    }
    LineScanner.removeOverlaps(&hits, from: 0)
  }

  /// Lets the labels of a line without regard to its hits wait for a value, as ``scan(_:_:_:_:into:)`` does.
  func leave(
    _ text: Span<UInt8>, _ start: Int, _ end: Int, lastHit: Int, in carry: inout Carry
  ) {
    var line = Line(start: start, end: end)
    Blanks.trim(text, &line.start, &line.end)
    guard line.start < line.end else { return }
    guard Gate(text, line.start, line.end).isOpen else {
      carry.age()
      return
    }
    labels.removeAll(keepingCapacity: true)
    index.labels.labels(in: text, line.start, line.end, into: &labels)
    carry.take(labels, of: line, lastHit: lastHit)
  }

  /// Whether the numbers that begin in `places` are something by themselves, without any label.
  func hasOwnMeaning(
    _ text: Span<UInt8>, _ place: Int, _ line: Line, until end: Int
  ) -> Bool {
    labels.removeAll(keepingCapacity: true)
    statement = nil
    var hits: [TextHit] = []
    guard
      let token = NumberToken.next(text, from: place, line.end, lowest: line.start),
      token.start < end
    else { return false }
    read(token, text, line, Carry(), into: &hits)
    return !hits.isEmpty || mayBeListed(text, token)
  }

  /// A line within the lent text.
  struct Line {
    var start: Int
    var end: Int
  }

  /// Of hits on the same bytes the surer one stays.
  private static func removeOverlaps(_ hits: inout [TextHit], from first: Int) {
    guard hits.count - first > 1 else { return }
    let ordered = hits[first...].sorted {
      ($0.confidence, $1.start, $1.rule) > ($1.confidence, $0.start, $0.rule)
    }
    var kept: [TextHit] = []
    for hit in ordered where !kept.contains(where: { $0.start < hit.end && hit.start < $0.end }) {
      kept.append(hit)
    }
    hits.removeLast(hits.count - first)
    hits += kept.sorted { $0.start < $1.start }
  }

  // MARK: - Words

  /// - Parameter isLabelled: Whether the line's labels have been read; names and mails need none.
  private func scanText(
    _ text: Span<UInt8>, _ line: Line, _ hasDigits: Bool, _ parts: Parts, _ isLabelled: Bool,
    into hits: inout [TextHit]
  ) {
    if let nameRule, parts.contains(.names) {
      names.removeAll(keepingCapacity: true)
      TextNameReader.names(in: text, line: line.start..<line.end, into: &names)
      for name in names {
        hits.append(
          TextHit(
            rule: nameRule, type: .personName, start: name.range.lowerBound,
            end: name.range.upperBound,
            confidence: Samples.stands(before: name.range.lowerBound, in: text, from: line.start)
              ? 0.2 : LineScanner.confidence(name)))
      }
    }
    if let addressRule, parts.contains(.addresses) {
      addresses.removeAll(keepingCapacity: true)
      AddressReader.addresses(in: text, line: line.start..<line.end, into: &addresses)
      for address in addresses {
        let label = nearestLabel(before: address.range.lowerBound, text)
        let isLabelled = label.map { speaks($0.label, for: addressRule) } ?? false
        let isSeat = label.map { $0.isDirect && self.isSeat($0.label, text, addressRule) } ?? false
        hits.append(
          TextHit(
            rule: addressRule, type: .address, start: address.range.lowerBound,
            end: address.range.upperBound,
            confidence: isSeat ? 0.3 : isLabelled ? 0.97 : address.strength == 3 ? 0.92 : 0.8,
            label: isLabelled ? label?.label.word : nil))
      }
    }
    if let careRule, parts.contains(.care) || !names.isEmpty && parts.contains(.names) {
      scanCares(text, line, careRule, isLabelled: isLabelled, into: &hits)
    }
    scanValues(text, line, parts, into: &hits)
    if parts.contains(.insurance) { scanInsurance(text, line, into: &hits) }
    if parts.contains(.accounts) { scanAccounts(text, line, into: &hits) }
    if hasDigits, parts.contains(.vehicles), let rule = index.readers[.vehicleNumber] {
      scanVehicles(text, line, rule, into: &hits)
    }
  }

  /// What stands behind labels, in any script: `birth_date: 1992-11-08`.
  private func scanValues(
    _ text: Span<UInt8>, _ line: Line, _ parts: Parts, into hits: inout [TextHit]
  ) {
    if parts.contains(.births) { scanBirths(text, line, into: &hits) }
    if parts.contains(.labelled) { scanLabelled(text, line, into: &hits) }
  }

  private static func confidence(_ name: TextName) -> Double {
    switch name.ground {
    case .label: name.strength >= 1 ? 0.97 : 0.9
    case .reading: 0.96
    case .honorific: name.strength >= 1 ? 0.93 : 0.8
    case .introduction: name.strength >= 1 ? 0.94 : 0.8
    case .speaker: 0.8
    case .list: 0.9
    }
  }

  private func scanMails(_ text: Span<UInt8>, _ line: Line, into hits: inout [TextHit]) {
    guard let mailRule else { return }
    var position = line.start
    while position < line.end {
      let byte = text[position]
      let isSign =
        byte == 0x40
        || byte == 0xEF && position + 2 < line.end && text[position + 1] == 0xBC
          && text[position + 2] == 0xA0
        || byte == 0x25 && position + 2 < line.end && text[position + 1] == 0x34
          && text[position + 2] == 0x30
      if isSign,
        let mail = EmailReader.match(text, around: position, in: line.start..<line.end)
      {
        if mail.kind == .person {
          var start = mail.range.lowerBound
          // The key of a query or log field is no part of the address.
          for index in mail.range where index < position && text[index] == 0x3D {
            start = index + 1
          }
          hits.append(
            TextHit(
              rule: mailRule, type: .email, start: start,
              end: mail.range.upperBound, confidence: 0.96))
        }
        position = max(position + 1, mail.range.upperBound)
      } else {
        position += 1
      }
    }
  }

  // MARK: - Labels

  /// The label that stands nearest before a place, and whether nothing but fillers stands between.
  func nearestLabel(before start: Int, _ text: Span<UInt8>)
    -> (label: LabelMatcher.Label, isDirect: Bool)?
  {
    let nearest = labels.last { $0.end <= start && !LineScanner.isWithinWord($0, text) }
    guard let label = nearest else { return nil }
    return (label, Fillers.fill(text, label.end, start))
  }

  /// The label that stands before another with nothing but fillers between.
  func label(directlyBefore label: LabelMatcher.Label, _ text: Span<UInt8>)
    -> LabelMatcher.Label?
  {
    guard let before = labels.last(where: { $0.end <= label.start }),
      Fillers.fill(text, before.end, label.start)
    else { return nil }
    return before
  }

  /// Whether a label of one character is the end of a longer word: 村 in 木村 names no field.
  static func isWithinWord(_ label: LabelMatcher.Label, _ text: Span<UInt8>) -> Bool {
    guard label.end - label.start <= 3, label.start >= 3, text[label.start] >= 0xE0 else {
      return false
    }
    // Ideographs of three bytes begin with E4...E9.
    return (0xE4...0xE9).contains(text[label.start - 3]) && text[label.start - 1] & 0xC0 == 0x80
  }

  func speaks(_ label: LabelMatcher.Label, for rule: Int) -> Bool {
    index.labels.sense(of: label.word).strong.contains(rule)
  }

  /// Whether a label names the place of an organisation: 本社, 本社所在地, 会場.
  private func isSeat(_ label: LabelMatcher.Label, _ text: Span<UInt8>, _ rule: Int) -> Bool {
    if !speaks(label, for: rule) {
      return index.labels.sense(of: label.word).against.contains(rule)
    }
    guard let before = self.label(directlyBefore: label, text), before.end == label.start else {
      return false
    }
    return index.labels.sense(of: before.word).against.contains(rule)
  }
}
