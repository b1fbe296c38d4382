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
  /// Which labels of the line in hand ``labels`` has.
  var labelled = Labelled.none
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
    read(text, line, gate, Search(parts: .all), carry, into: &hits)
    if hasTrigger { scanOwn(text, line, carry, into: &hits) }
    LineScanner.removeOverlaps(&hits, from: first)
    let lastHit = hits[first...].map(\.start).max() ?? -1
    carry.take(labels, of: line, lastHit: lastHit)
  }

  /// Reads some parts of a line that is not blank; hits may overlap.
  ///
  /// - Parameter search: What the line may hold; all that is left out must be known to be absent.
  private func read(
    _ text: Span<UInt8>, _ line: Line, _ gate: Gate, _ search: Search, _ carry: Carry,
    into hits: inout [TextHit]
  ) {
    let parts = search.parts
    forgetLabels()
    // Numbers ask for what they need; names, mails and vehicles need none.
    if !parts.isSubset(of: [.names, .mails, .vehicles, .numbers]) {
      readLabels(text, line, from: line.start)
    }
    if gate.hasHigh {
      scanText(text, line, gate.hasDigits, search, into: &hits)
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
    _ text: Span<UInt8>, _ start: Int, _ end: Int, _ search: Search,
    into hits: inout [TextHit], carry: (Span<UInt8>) -> Carry
  ) {
    var line = Line(start: start, end: end)
    Blanks.trim(text, &line.start, &line.end)
    guard line.start < line.end, !search.parts.isEmpty else { return }
    let gate = Gate(text, line.start, line.end)
    guard gate.isOpen else { return }
    askedForCarry = false
    read(text, line, gate, search, Carry(), into: &hits)
    if askedForCarry {
      let carry = carry(text)
      if !carry.waiting.isEmpty {
        hits.removeAll(keepingCapacity: true)
        read(text, line, gate, search, carry, into: &hits)
      }
    }
    LineScanner.removeOverlaps(&hits, from: 0)
  }

  /// Whether the numbers that begin in `places` are something by themselves, without any label.
  func hasOwnMeaning(
    _ text: Span<UInt8>, _ place: Int, _ line: Line, until end: Int
  ) -> Bool {
    labels.removeAll(keepingCapacity: true)
    labelled = .all
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

  private func scanText(
    _ text: Span<UInt8>, _ line: Line, _ hasDigits: Bool, _ search: Search,
    into hits: inout [TextHit]
  ) {
    let parts = search.parts
    if let nameRule, parts.contains(.names) {
      names.removeAll(keepingCapacity: true)
      TextNameReader.names(
        in: text, line: line.start..<line.end, from: search.firstName, into: &names)
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
      scanCares(text, line, careRule, into: &hits)
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
}
