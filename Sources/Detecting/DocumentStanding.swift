import Inventory

/// Whether a whole document holds people's data, and which hits a look at the whole refutes.
struct DocumentStanding {
  private var hasPerson = false
  private var hasOrganisation = false
  private var persons = 0
  private var because: [String] = []
  /// Lines that begin as articles of regulations do: 第N条.
  private var articles = 0
  private var filledLines = 0

  mutating func add(_ standing: RecordJudge.Standing) {
    hasPerson = hasPerson || standing.hasPerson
    hasOrganisation = hasOrganisation || standing.hasOrganisation
    persons = max(persons, standing.persons)
    for reason in standing.because { note(reason) }
  }

  /// Counts lines of running text that were looked at elsewhere.
  mutating func note(filledLines: Int, articles: Int) {
    self.filledLines += filledLines
    self.articles += articles
  }

  /// Looks at one line of running text.
  mutating func note(line text: Span<UInt8>, _ start: Int, _ end: Int, _ hits: Int) {
    filledLines += 1
    // 第 is E7 AC AC, 条 is E6 9D A1.
    guard end - start > 9, text[start] == 0xE7, text[start + 1] == 0xAC, text[start + 2] == 0xAC
    else { return }
    for index in (start + 3)..<min(end - 2, start + 24)
    where text[index] == 0xE6 && text[index + 1] == 0x9D && text[index + 2] == 0xA1 {
      articles += 1
      return
    }
  }

  private mutating func note(_ reason: String) {
    if !because.contains(reason) { because.append(reason) }
  }

  /// Whether the document talks about data instead of holding it.
  private func isDocumentation(_ format: ContentFormat, _ job: ExaminationJob) -> String? {
    if format == .sourceCode { return "source-code" }
    if job.pathHints.contains("source-code") { return "source-code" }
    if articles >= 3, articles * 40 >= filledLines { return "documentation" }
    return nil
  }

  /// Takes back what only makes sense in another kind of document.
  mutating func settle(_ text: inout TextTally, format: ContentFormat, job: ExaminationJob) {
    guard !text.isEmpty else { return }
    let isDocumentation = isDocumentation(format, job) != nil
    let hasNames = text.entries.contains {
      $0.value.type == .personName && $0.key.note == nil && $0.key.level == .high
    }
    text.removeAll { _, entry in
      entry.type == .specialCare && (isDocumentation || !hasNames && !hasPerson)
    }
  }

  /// The findings with what the whole document says taken in.
  func weighed(_ findings: [Finding], format: ContentFormat, job: ExaminationJob) -> [Finding] {
    if findings.isEmpty { return findings }
    if isSample(findings, job) {
      return findings.map { finding in
        var finding = finding
        finding.confidence = min(finding.confidence, 0.45)
        finding.evidence.append(.note("sample"))
        return finding
      }
    }
    guard let reason = isDocumentation(format, job) else { return findings }
    return findings.map { finding in
      guard finding.location == .text, !finding.type.isStrictIdentifier else { return finding }
      var finding = finding
      finding.confidence = min(finding.confidence, 0.45)
      finding.evidence.append(.note(reason))
      return finding
    }
  }

  /// The most persons of a file that shows how something is filled in.
  private static let samplePersons = 3

  /// Whether the file only shows how it is filled in: its name says so, a well-known sample number stands in it, and no
  /// identifier that could be somebody's does.
  private func isSample(_ findings: [Finding], _ job: ExaminationJob) -> Bool {
    guard job.pathHints.contains("sample"), persons <= Self.samplePersons else { return false }
    return findings.contains { $0.evidence.contains(.note("dummy")) }
      && !findings.contains { $0.confidence >= 0.5 && $0.type.isStrictIdentifier }
  }

  /// What can be said of the persons.
  func persons(
    _ findings: [Finding], format: ContentFormat, job: ExaminationJob
  ) -> PersonEvidence {
    var because = because
    var estimate = persons
    var isPersons = hasPerson
    func isSure(_ finding: Finding) -> Bool {
      finding.confidence >= 0.5 && finding.dataClass != .notPersonal
    }
    if isSample(findings, job) {
      return PersonEvidence(estimate: 0, standing: .none, because: ["sample"])
    }
    if let reason = isDocumentation(format, job), !hasPerson {
      return PersonEvidence(estimate: 0, standing: .none, because: [reason])
    }
    var contacts = 0
    for finding in findings {
      guard case .text = finding.location, isSure(finding) else { continue }
      let isBare = finding.evidence.contains(.note("bare-name"))
      switch finding.type {
      case .personName where !isBare && finding.confidence >= 0.8,
        .birthDate, .myNumber, .driversLicence, .passport, .residenceCard, .creditCard,
        .basicPensionNumber, .healthInsurance, .specialCare, .employmentInsuranceNumber:
        isPersons = true
        estimate = max(estimate, finding.distinct)
        let reason = "labelled-text"
        if !because.contains(reason) { because.append(reason) }
      case .email, .phone, .address: contacts += finding.distinct
      default: break
      }
    }
    if !isPersons, !hasOrganisation {
      let listed =
        findings.filter { isSure($0) && [.email, .phone].contains($0.type) }.map(\.distinct).max()
        ?? 0
      if listed >= 2 || contacts >= 2 {
        isPersons = true
        estimate = max(estimate, max(1, listed))
        if !because.contains("contacts") { because.append("contacts") }
      }
    }
    if isPersons {
      return PersonEvidence(
        estimate: max(1, estimate), standing: .persons, because: because)
    }
    if hasOrganisation {
      return PersonEvidence(estimate: 0, standing: .none, because: ["organisations-only"])
    }
    let isAnySure = findings.contains(where: isSure)
    return PersonEvidence(
      estimate: isAnySure ? 1 : 0, standing: isAnySure ? .unclear : .none,
      because: because)
  }
}
