import Inventory
import Rules

/// Hears the record around each series: neighbours make a type, and a person or an organisation of the row.
struct RecordJudge {
  let index: RuleIndex
  let headings: HeadingMemo
  private let judge: SeriesJudge

  init(index: RuleIndex, headings: HeadingMemo) {
    self.index = index
    self.headings = headings
    judge = SeriesJudge(index: index)
  }

  /// What the record is about.
  struct Standing {
    var hasPerson = false
    var hasOrganisation = false
    /// Whether somebody can be reached: mail or mobile phone.
    var hasContacts = false
    /// Distinct persons, estimated from the series that tells persons best.
    var persons = 0
    var because: [String] = []
  }

  /// Judges the series of one record together.
  ///
  /// - Parameters:
  ///   - group: The series in their order; neighbours stand side by side.
  ///   - joined: Series made of several neighbours: index of the first, how many, the series.
  ///   - hasPerson: Whether a person is known to stand in the record beside these series.
  func judged(
    _ group: [JudgedSeries], joined: [JoinedColumns], hasPerson: Bool = false
  ) -> (series: [JudgedSeries], standing: Standing) {
    var group = group
    for position in group.indices {
      group[position].candidates = judge.candidates(group[position].series)
    }
    if index.leavesOut.contains(.neighbours) { return (group, standing(group)) }
    joinParts(&group, joined)
    // Columns of tables were joined value by value.
    if let first = group.first, first.column == nil { joinDates(&group) }
    var standing = self.standing(group)
    if standing.hasPerson {
      // A person in the row speaks for personal numbers that no heading names.
      let nearby = nearWords(group)
      for position in group.indices where !group[position].isPart {
        let mayGain =
          group[position].accepted == nil
          && (!nearby.isEmpty || group[position].share([.officeDigits], index) >= 0.5)
        guard mayGain || group[position].candidates.contains(where: { $0.type.isStrictIdentifier })
        else { continue }
        group[position].candidates = judge.candidates(
          SeriesView(group[position].series, support: 0.8, nearby: nearby))
      }
      nameEmployees(&group)
    }
    leaveReadings(&group)
    pairInsurance(&group)
    pairAccounts(&group, standing)
    mergeNames(&group)
    mergeAddresses(&group)
    standing = self.standing(group)
    standing.hasPerson = standing.hasPerson || hasPerson
    settle(&group, standing)
    return (group, standing)
  }

  // MARK: - Persons and organisations

  func standing(_ group: [JudgedSeries]) -> Standing {
    var standing = Standing()
    var contacts = 0
    for position in group.indices where !group[position].isPart {
      // A column of two kinds of numbers (個人番号又は法人番号) tells of both.
      for accepted in group[position].candidates where accepted.confidence >= 0.5 {
        add(accepted, of: group[position], to: &standing, &contacts)
      }
    }
    for position in group.indices
    where group[position].isOrganisationHeading(index)
      || group[position].share([.organisation, .legalForm], index) >= 0.5
        && !group[position].accepts(.personName)
    {
      standing.hasOrganisation = true
    }
    if !standing.hasPerson, group.contains(where: namesAddressees) { standing.hasPerson = true }
    if !standing.hasPerson, !standing.hasOrganisation, contacts >= 2 {
      standing.note("contacts", contacts)
    }
    return standing
  }

  /// Whether most cells are addresses with a name in them: 東京都…1-2-3 佐藤様.
  private func namesAddressees(_ series: JudgedSeries) -> Bool {
    guard !series.series.hits.isEmpty, series.candidates.contains(where: { $0.type == .address })
    else { return false }
    return series.series.hits.entries.contains { key, entry in
      entry.type == .personName && key.note == nil && key.level == .high
        && entry.count * 2 >= series.series.tally.filled
    }
  }

  /// What one accepted type of a series says of the record.
  private func add(
    _ accepted: Candidate, of series: JudgedSeries, to standing: inout Standing,
    _ contacts: inout Int
  ) {
    switch accepted.type {
    case .personName where !series.isOrganisationHeading(index):
      standing.hasPerson = true
      standing.note("name-column", accepted.distinct)
    case .myNumber, .residenceRecordCode, .driversLicence, .passport, .residenceCard,
      .basicPensionNumber, .employmentInsuranceNumber, .healthInsurance, .careInsuranceNumber,
      .creditCard:
      if accepted.confidence >= 0.7 || accepted.distinct >= 3 {
        standing.hasPerson = true
        standing.note("strict-identifier", accepted.distinct)
      }
    case .birthDate where accepted.confidence >= 0.9,
      .employeeNumber where accepted.confidence >= 0.95:
      standing.hasPerson = true
      standing.note("person-attribute", accepted.distinct)
    case .email, .phone:
      contacts = max(contacts, accepted.distinct)
      standing.hasContacts = true
    case .corporateNumber: standing.hasOrganisation = true
    default: break
    }
  }

  /// Takes away what is only personal with a person beside it, and what belongs to an organisation.
  private func settle(_ group: inout [JudgedSeries], _ standing: Standing) {
    for position in group.indices where !group[position].candidates.isEmpty {
      if group[position].candidates.count == 1 {
        var candidate = group[position].candidates[0]
        let isKept = settle(&candidate, group, standing) && candidate.confidence >= 0.05
        group[position].candidates = isKept ? [candidate] : []
        continue
      }
      var kept: [Candidate] = []
      for var candidate in group[position].candidates {
        let mayStay = settle(&candidate, group, standing)
        if mayStay, kept.isEmpty {
          kept.append(candidate)
        } else if mayStay, candidate.confidence >= 0.5, let first = kept.first,
          Set(first.signals).isDisjoint(with: candidate.signals)
        {
          kept.append(candidate)
        }
      }
      group[position].candidates = kept.filter { $0.confidence >= 0.05 }
    }
  }

  /// Rows from which a column of one value cannot be of the persons beside it.
  private static let manyRows = 8

  /// Whether a heading of the record names what the candidate is.
  private func namesContact(_ group: [JudgedSeries], _ candidate: borrowing Candidate) -> Bool {
    let rule = candidate.rule
    return group.contains {
      $0.series.reading.weight(of: rule) >= HeadingLexicon.clearWeight
        && $0.accepts(candidate.type)
    }
  }

  /// The same for one candidate.
  ///
  /// - Returns: Whether it may be kept.
  private func settle(
    _ candidate: inout Candidate, _ group: [JudgedSeries], _ standing: Standing
  ) -> Bool {
    if candidate.needsPerson, !standing.hasPerson {
      candidate.confidence *= 0.1
      candidate.evidence.append(.note("no-person-in-record"))
    }
    if candidate.type == .invoiceRegistrationNumber, namesPersons(group) {
      // Those of sole proprietors are published under a person's name; those of companies are nobody's.
      candidate.dataClass = .personal
    }
    if !standing.hasPerson, standing.hasOrganisation, candidate.type.isContact { return false }
    if !standing.hasPerson, !standing.hasContacts,
      candidate.type == .address || candidate.type == .postalCode
    {
      // A place without anybody: a list of post codes, towns or facilities.
      candidate.confidence *= 0.1
      candidate.evidence.append(.note("no-person-in-record"))
    }
    if standing.persons >= Self.manyRows, candidate.type.isContact, candidate.distinct == 1,
      candidate.count >= Self.manyRows, !namesContact(group, candidate)
    {
      // One address beside many persons is that of who wrote the list.
      candidate.confidence = min(candidate.confidence, 0.4)
      return true
    }
    if standing.hasPerson, candidate.confidence < 0.9, candidate.confidence > 0.4,
      candidate.type.isContact || candidate.type == .birthDate
    {
      candidate.confidence = min(0.97, candidate.confidence + 0.15)
      candidate.evidence.append(.neighbour(text: "person-name", weight: 0.5))
    }
    return true
  }
}

extension RecordJudge {
  /// Whether the record's owner is a person: a name, and no company that the person only answers for.
  private func namesPersons(_ group: [JudgedSeries]) -> Bool {
    let hasCompanies = group.contains {
      $0.share([.legalForm], index) >= 0.9
        || $0.share([.organisation, .legalForm], index) >= 0.9 && $0.isOrganisationHeading(index)
    }
    return !hasCompanies && group.contains { $0.accepts(.personName) && !$0.isPart }
  }
}

extension RecordJudge.Standing {
  mutating func note(_ reason: String, _ distinct: Int) {
    if !because.contains(reason) { because.append(reason) }
    persons = max(persons, distinct)
  }
}

extension DataType {
  /// Whether the type says how to reach someone: an organisation has it as well as a person.
  var isContact: Bool {
    switch self {
    case .phone, .address, .postalCode, .bankAccount, .yuchoAccount: true
    default: false
    }
  }
}

extension JudgedSeries {
  /// Whether the heading names an organisation: 会社名, 施設名.
  func isOrganisationHeading(_ index: RuleIndex) -> Bool {
    var strongest: Double?
    for entry in series.reading.strong.entries where index.isOrganisation[entry.rule] {
      strongest = max(strongest ?? entry.weight, entry.weight)
    }
    guard let organisation = strongest else { return false }
    // 支払先氏名 names a person although 支払先 alone is a company.
    guard let names = index.readers[.personName], let person = series.reading.strong[names] else {
      return true
    }
    return organisation > person
  }
}
