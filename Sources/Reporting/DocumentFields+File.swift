import Inventory

extension DocumentFields {
  /// The fields of one path, without the braces around them.
  ///
  /// - Parameter drain: Called behind each finding, so that very many are not held as text as well.
  func file(
    _ holding: Holding, to json: inout JSONWriter,
    drain: (inout JSONWriter) throws -> Void = { _ in }
  ) rethrows {
    let entry = holding.entry
    let content = holding.content
    json.field(.root, entry.root)
    path(entry.path, to: &json)
    json.field(.device, Int(truncatingIfNeeded: entry.device))
    json.field(.inode, Int(truncatingIfNeeded: entry.inode))
    json.field(.hardLinkOf, holding.hardLinkOf.map { path($0).text })
    json.field(.status, holding.status.rawValue)
    json.field(.reason, holding.reason?.rawValue)
    json.field(.detail, holding.detail.map(text))
    json.field(.format, content.format.map { text($0.name) })
    json.field(.encoding, content.encoding.map(text))
    json.field(.bytes, entry.size)
    json.field(.badBytes, content.badBytes)
    let isKnown = entry.modified != 0 || entry.inode != 0
    json.field(.modified, isKnown ? Timestamp.iso8601(entry.modified) : nil)
    json.field(.owner, isKnown ? text(holding.ownerName) : nil)
    json.field(.group, isKnown ? text(holding.groupName) : nil)
    json.field(.mode, isKnown ? Self.octal(entry.mode) : nil)
    country(holding.country, to: &json)
    category(holding.category, to: &json)
    json.field(.purposes, holding.purposes.map(text))
    json.key(.people)
    json.openObject()
    json.field(.estimate, content.persons.estimate)
    json.closeObject()
    json.key(.findings)
    json.openArray()
    for finding in content.findings {
      self.finding(finding, to: &json)
      try drain(&json)
    }
    json.closeArray()
    json.key(.verdicts)
    json.openArray()
    for verdict in holding.verdicts { self.verdict(verdict, ofFile: true, to: &json) }
    json.closeArray()
    json.key(.suppressed)
    json.openArray()
    for suppression in holding.suppressions { self.suppression(suppression, to: &json) }
    json.closeArray()
  }

  /// Permission bits as four octal digits.
  static func octal(_ mode: UInt32) -> String {
    let digits = String(mode & 0o7777, radix: 8)
    return String(repeating: "0", count: 4 - digits.utf8.count) + digits
  }

  private func country(_ country: CountryBasis?, to json: inout JSONWriter) {
    json.key(.country)
    guard let country else { return json.null() }
    json.openObject()
    json.field(.code, country.code.map(text))
    json.field(.basis, country.basis.rawValue)
    json.field(.because, MaskedText.sentence(country.because))
    json.closeObject()
  }

  private func category(_ category: CategoryBasis?, to json: inout JSONWriter) {
    json.key(.category)
    guard let category else { return json.null() }
    json.openObject()
    json.field(.key, category.key.map(text))
    json.field(.basis, category.basis.rawValue)
    json.field(.confidence, category.confidence)
    json.field(.because, category.because.map(text))
    json.closeObject()
  }

  private func suppression(_ suppression: AppliedSuppression, to json: inout JSONWriter) {
    json.openObject()
    json.key(.findings)
    json.openArray()
    for index in suppression.findings { json.integer(index) }
    json.closeArray()
    json.field(.reason, MaskedText.sentence(suppression.reason))
    json.field(.until, MaskedText.sentence(suppression.until))
    json.field(.policy, text(suppression.policy))
    json.closeObject()
  }

  private func finding(_ finding: Finding, to json: inout JSONWriter) {
    json.openObject()
    json.field(.type, finding.type.rawValue)
    json.field(.class, finding.dataClass.rawValue)
    json.field(.rule, text(finding.rule))
    json.field(.confidence, finding.confidence)
    json.field(.level, finding.level.rawValue)
    location(finding.location, to: &json)
    json.field(.count, finding.count)
    json.field(.distinct, finding.distinct)
    json.field(.distinctAtLeast, finding.distinctIsAtLeast)
    json.key(.places)
    json.openArray()
    places(finding.places, to: &json)
    json.closeArray()
    json.key(.evidence)
    json.openArray()
    for evidence in finding.evidence { self.evidence(evidence, to: &json) }
    json.closeArray()
    json.field(.damage, finding.damage?.rawValue)
    json.closeObject()
  }

  private func location(_ location: Location, to json: inout JSONWriter) {
    json.key(.where)
    json.openObject()
    switch location {
    case .column(let column, let heading):
      json.field(.kind, "column")
      json.field(.column, column)
      json.field(.heading, heading.map(text))
    case .element(let path):
      json.field(.kind, "element")
      json.field(.path, path.map(text))
    case .text: json.field(.kind, "text")
    }
    json.closeObject()
  }

  private func places(_ places: Places, to json: inout JSONWriter) {
    let keys = JSONWriter.PlaceKeys()
    for index in places.indices {
      json.openPlace(places.numbers(index), keys)
      path(of: index, places, to: &json)
      json.closeObject()
    }
  }

  private func path(of index: Int, _ places: Places, to json: inout JSONWriter) {
    let range = places.path(index)
    guard !range.isEmpty else { return }
    let path = places.paths.span.extracting(range)
    if Masking.mayChange(path) {
      json.field(.path, places[index].path.map(text))
    } else {
      json.field(.path, path)
    }
  }

  private func evidence(_ evidence: Evidence, to json: inout JSONWriter) {
    json.openObject()
    switch evidence {
    case .heading(let heading, let weight): worded("heading", .text, heading, weight, to: &json)
    case .label(let word, let weight): worded("label", .word, word, weight, to: &json)
    case .near(let word, let weight): worded("near", .word, word, weight, to: &json)
    case .neighbour(let word, let weight): worded("neighbour", .text, word, weight, to: &json)
    case .checkDigit(let passed, let of, let weight):
      counted("check-digit", passed, of, weight, to: &json)
    case .structure(let passed, let of, let weight):
      counted("structure", passed, of, weight, to: &json)
    case .dictionary(let passed, let of, let weight):
      counted("dictionary", passed, of, weight, to: &json)
    case .series(let against):
      json.field(.kind, "series")
      json.key(.against)
      json.openObject()
      for odds in against { json.field(named: text(odds.competitor), odds.bans) }
      json.closeObject()
    case .note(let note):
      json.field(.kind, "note")
      json.field(.note, text(note))
    }
    json.closeObject()
  }

  private func worded(
    _ kind: String, _ key: JSONKey, _ word: String, _ weight: Double, to json: inout JSONWriter
  ) {
    json.field(.kind, kind)
    json.field(key, text(word))
    json.field(.weight, weight)
  }

  private func counted(
    _ kind: String, _ passed: Int, _ of: Int, _ weight: Double, to json: inout JSONWriter
  ) {
    json.field(.kind, kind)
    json.field(.passed, passed)
    json.field(.of, of)
    json.field(.weight, weight)
  }
}

extension ContentFormat {
  /// The format as reports write it.
  var name: String {
    switch self {
    case .csv: "csv"
    case .tsv: "tsv"
    case .fixedWidth: "fixed-width"
    case .printList: "print-list"
    case .xml: "xml"
    case .html: "html"
    case .json: "json"
    case .ndjson: "ndjson"
    case .mail: "mail"
    case .text: "text"
    case .log: "log"
    case .markdown: "markdown"
    case .sql: "sql"
    case .yaml: "yaml"
    case .ini: "ini"
    case .ldif: "ldif"
    case .vcard: "vcard"
    case .sourceCode: "source-code"
    case .other(let name): name
    }
  }
}
