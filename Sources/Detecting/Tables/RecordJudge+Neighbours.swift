import Inventory
import Rules

extension RecordJudge {
  /// Puts a value that several columns make up in the place of its parts.
  func joinParts(_ group: inout [JudgedSeries], _ joined: [JoinedColumns]) {
    let judge = SeriesJudge(index: index)
    for parts in joined where parts.first + parts.count <= group.count {
      let candidates = judge.candidates(parts.series.view)
      guard let best = candidates.first, best.confidence >= 0.5 else { continue }
      if parts.form == .digits, !best.type.isStrictIdentifier { continue }
      group[parts.first].series = parts.series.view
      group[parts.first].candidates = candidates
      for position in (parts.first + 1)..<(parts.first + parts.count) {
        group[position].candidates = []
        group[position].isPart = true
      }
    }
  }

  /// Family and given name side by side are one name, reported once at the first.
  func mergeNames(_ group: inout [JudgedSeries]) {
    guard group.count > 1 else { return }
    for position in 1..<group.count {
      guard group[position].accepted?.type == .personName,
        group[position - 1].accepted?.type == .personName,
        !group[position].isPart, !group[position - 1].isPart
      else { continue }
      let whole: [TextSignal] = [.fullName, .likelyName]
      guard group[position].share(whole, index) < 0.3, group[position - 1].share(whole, index) < 0.3
      else { continue }
      // 正担当, 副担当: two family names are two persons.
      let family = [TextSignal.familyName]
      if group[position].share(family, index) >= 0.7,
        group[position - 1].share(family, index) >= 0.7,
        !namesGiven(group[position].series.heading), !namesGiven(group[position - 1].series.heading)
      {
        continue
      }
      group[position].candidates = []
      group[position].isPart = true
    }
  }

  /// Whether a heading is one of given names: 名, メイ, first_name.
  private func namesGiven(_ heading: String?) -> Bool {
    guard let heading else { return true }
    let bytes = CompactText(heading).bytes
    return Self.givenWords.contains { bytes == $0 || $0.count > 3 && stands($0, in: bytes) }
  }

  private static let givenWords = [
    "名", "メイ", "めい", "名前", "given", "first", "mei", "(名)", "名漢字", "名カナ", "下の名前",
  ].map { CompactText($0).bytes }

  /// フリガナ and よみ behind a town, branch or product are how that is read, and no person's name.
  ///
  /// Whole names below speak for themselves, and so does a name on the other side.
  func leaveReadings(_ group: inout [JudgedSeries]) {
    guard let rule = index.readers[.personName] else { return }
    for position in group.indices where group[position].accepts(.personName) {
      if readsAddress(group[position], rule) {
        group[position].candidates.removeAll { $0.type == .personName }
        continue
      }
      guard position > 0, !group[position - 1].accepts(.personName),
        position + 1 == group.count || !group[position + 1].accepts(.personName),
        group[position].share([.fullName, .likelyName], index) < 0.3,
        let heading = group[position].series.heading,
        Self.readingWords.contains(CompactText(heading).bytes),
        group[position - 1].series.reading.weight(of: rule) < 0
          || group[position - 1].isOrganisationHeading(index)
          || namesBank(group[position - 1], besides: rule)
      else { continue }
      group[position].candidates.removeAll { $0.type == .personName }
    }
  }

  /// Whether a heading speaks of a bank or branch and of no person: 金融機関名.
  private func namesBank(_ series: JudgedSeries, besides rule: Int) -> Bool {
    guard let account = index.rule(of: .bankAccount) else { return false }
    return series.series.reading.weight(of: account) >= 1
      && series.series.reading.weight(of: rule) <= 0
  }

  /// Whether a heading is that of the reading of addresses: 町域名カナ, 市区町村フリガナ.
  private func readsAddress(_ series: JudgedSeries, _ rule: Int) -> Bool {
    guard let address = index.readers[.address], let heading = series.series.heading else {
      return false
    }
    let reading = series.series.reading
    let bytes = CompactText(heading).bytes
    return reading.weight(of: address) >= HeadingLexicon.clearWeight
      && reading.weight(of: rule) < HeadingLexicon.clearWeight
      && Self.readingWords.contains { bytes.count > $0.count && bytes.suffix($0.count) == $0[...] }
  }

  /// Headings of how the column before is read.
  private static let readingWords = Set(
    [
      "フリガナ", "ふりがな", "ヨミガナ", "よみがな", "読み仮名", "よみ仮名", "振り仮名", "ヨミ", "よみ", "読み", "カナ", "かな",
      "furigana",
      "yomigana", "kana",
    ].map { CompactText($0).bytes })

  /// Prefecture, town and number in columns of their own are one address, reported once at the first.
  func mergeAddresses(_ group: inout [JudgedSeries]) {
    guard let rule = index.readers[.address] else { return }
    let parts: [TextSignal] = [.address, .likelyAddress, .addressPart, .prefecture, .municipality]
    var position = 0
    while position < group.count {
      guard isAddressPart(group[position], parts) else {
        position += 1
        continue
      }
      var end = position + 1
      while end < group.count, isAddressPart(group[end], parts) || isAddressRest(group[end], rule) {
        end += 1
      }
      if end - position > 1 {
        let best = group[position..<end].compactMap {
          $0.candidates.first { $0.type == .address }
        }.max { $0.confidence < $1.confidence }
        var merged =
          best
          ?? Candidate(
            rule: rule, type: .address, confidence: 0.75, signals: [], count: 0, distinct: 0,
            evidence: [])
        merged.confidence = max(merged.confidence, 0.9)
        merged.signals = parts.map(index.signal) + [index.signal(.word)]
        merged.count = group[position].series.tally.filled
        merged.distinct = group[position..<end].map(\.series.tally.distinctValues).max() ?? 0
        merged.evidence.append(.neighbour(text: "address", weight: 1))
        group[position].candidates = [merged]
        for part in (position + 1)..<end {
          group[part].candidates = []
          group[part].isPart = true
        }
      }
      position = end
    }
  }

  private func isAddressPart(_ series: JudgedSeries, _ parts: [TextSignal]) -> Bool {
    guard !series.isPart else { return false }
    if let accepted = series.accepted, accepted.type != .address { return false }
    return series.share(parts, index) >= 0.5
  }

  /// A column of house numbers or buildings behind a part of an address: its heading says so.
  private func isAddressRest(_ series: JudgedSeries, _ rule: Int) -> Bool {
    guard !series.isPart, series.accepted == nil || series.accepts(.address) else { return false }
    return series.series.reading.weight(of: rule) >= 1
  }

  /// 記号 and 番号 side by side are health insurance; alone they are nothing.
  func pairInsurance(_ group: inout [JudgedSeries]) {
    guard group.count > 1, let rule = index.rule(of: .healthInsurance) else { return }
    for position in 0..<(group.count - 1) {
      guard let symbol = group[position].series.heading, symbol.ends(in: Self.symbolWord),
        let number = group[position + 1].series.heading,
        Self.numberWords.contains(where: number.ends), !group[position].isPart,
        group[position].accepted == nil || group[position].accepts(.healthInsurance),
        group[position + 1].accepted == nil || group[position + 1].accepts(.healthInsurance)
      else { continue }
      let tally = group[position].series.tally
      guard tally.filled > 0, group[position + 1].share([.number, .code], index) >= 0.5 else {
        continue
      }
      // ゆうちょ has 記号 and 番号 as well.
      let yucho = index.rule(of: .yuchoAccount)
      let reading = group[position].series.reading
      let isYucho =
        yucho.map { reading.weight(of: $0) > reading.weight(of: rule) + 1 } ?? false
        || looksPostal(tally, group[position + 1].series.tally)
          && reading.weight(of: rule) < HeadingLexicon.clearWeight
      group[position].candidates = [
        Candidate(
          rule: isYucho ? yucho ?? rule : rule,
          type: isYucho ? .yuchoAccount : .healthInsurance, confidence: 0.95,
          signals: [index.signal(.number), index.signal(.code), index.signal(.word)],
          count: tally.filled, distinct: group[position + 1].series.tally.distinctValues,
          evidence: [
            .heading(text: symbol, weight: 2), .neighbour(text: number, weight: 2),
          ])
      ]
      group[position + 1].candidates = []
      group[position + 1].isPart = true
    }
  }

  /// Whether all symbols have the five digits and nearly all numbers the eight of accounts at the Post Bank; numbers of the
  /// insured have seven at most.
  private func looksPostal(_ symbols: borrowing SeriesTally, _ numbers: borrowing SeriesTally)
    -> Bool
  {
    symbols.count(ofLength: 5) == symbols.filled && numbers.filled > 0
      && numbers.count(ofLength: 8) * 10 >= numbers.filled * 8
  }

  private static let symbolWord = Array("記号".utf8)
  private static let numberWords = ["番号", "番号）"].map { Array($0.utf8) }

  /// Seven digits beside a bank and a branch, or behind their codes, are an account.
  func pairAccounts(_ group: inout [JudgedSeries], _ standing: Standing) {
    guard let rule = index.rule(of: .bankAccount) else { return }
    let hasBank = group.contains { $0.share([.bankWord], index) >= 0.6 }
    let hasKind = group.contains { $0.share([.accountKind], index) >= 0.6 }
    let behindCodes = behindBankCodes(group, rule)
    guard hasBank || hasKind || !behindCodes.isEmpty else { return }
    for position in group.indices where !group[position].isPart {
      if let accepted = group[position].accepted, accepted.type != .postalCode { continue }
      let series = group[position].series
      let filled = series.tally.filled
      guard filled > 0, series.tally.count(ofLength: 7) * 10 >= filled * 8,
        series.reading.strong.isEmpty
          || behindCodes.contains(position) && Self.isBareNumber(series.heading)
      else { continue }
      let isSure = hasBank && hasKind || behindCodes.contains(position)
      guard isSure || series.reading.isEmpty && (hasBank || hasKind) else { continue }
      group[position].candidates = [
        Candidate(
          rule: rule, type: .bankAccount, confidence: isSure ? 0.9 : 0.7,
          signals: [index.signal(.number)], count: filled,
          distinct: series.tally.distinctValues,
          evidence: [.neighbour(text: "bank", weight: 2), .note("no-heading")])
      ]
    }
  }

  /// No.: of what, the columns before it say.
  private static func isBareNumber(_ heading: String?) -> Bool {
    heading.map { bareNumber == CompactText($0).bytes } ?? false
  }

  private static let bareNumber = Array("no".utf8)

  /// The columns directly behind a bank's code of four digits and a branch's of three, whose headings say so: of those the
  /// kind of account and its number are two.
  private func behindBankCodes(_ group: [JudgedSeries], _ rule: Int) -> Range<Int> {
    func isCode(_ position: Int, digits: Int) -> Bool {
      let series = group[position].series
      let filled = series.tally.filled
      return filled > 0 && series.tally.count(ofLength: digits) * 10 >= filled * 9
        && group[position].share([.number], index) >= 0.9 && series.reading.weight(of: rule) >= 1
    }
    for bank in group.indices.dropLast() where isCode(bank, digits: 4) {
      for branch in (bank + 1)..<min(bank + 3, group.count) where isCode(branch, digits: 3) {
        return branch + 1..<min(branch + 4, group.count)
      }
    }
    return 0..<0
  }

  /// Log10 odds for identifiers without a check digit whose near words stand in headings of the record: 要介護度 beside
  /// ten digits.
  ///
  /// The heading of an identifier that is known already speaks for itself only.
  func nearWords(_ group: [JudgedSeries]) -> [Int: Double] {
    var result: [Int: Double] = [:]
    var spoken: Set<Int> = []
    for position in group.indices {
      guard let heading = group[position].series.heading,
        !(group[position].accepted?.type.isStrictIdentifier ?? false)
      else { continue }
      for rule in headings.nearRules(heading, make: { nearRules(heading) }) {
        spoken.insert(rule)
      }
    }
    for number in spoken {
      let near = index.nearWords[number]
      if !group.indices.contains(where: { group[$0].accepts(near.type) }) {
        result[near.rule] = near.weight
      }
    }
    return result
  }

  /// The rules, as indices into ``RuleIndex/nearWords``, that have a near word in a heading.
  private func nearRules(_ heading: String) -> [Int] {
    let bytes = CompactText(heading).bytes
    return index.nearWords.indices.filter { number in
      index.nearWords[number].words.contains { stands($0, in: bytes) }
    }
  }

  private func stands(_ word: [UInt8], in heading: [UInt8]) -> Bool {
    guard word.count <= heading.count else { return false }
    return (0...(heading.count - word.count)).contains {
      heading[$0..<($0 + word.count)] == word[...]
    }
  }

  /// A first column of codes, all different, in a list of persons: employee numbers when the heading has a word of staff
  /// or says nothing and the list is one of staff.
  func nameEmployees(_ group: inout [JudgedSeries]) {
    guard let rule = index.rule(of: .employeeNumber), group.count >= 2,
      !group.contains(where: { $0.accepts(.employeeNumber) }),
      let first = group.indices.first(where: { !group[$0].isPart }),
      group[first].accepted == nil
    else { return }
    let isNamed = group[first].series.reading.weight(of: rule) >= 1
    guard isNamed || isStaffList(group) else { return }
    let series = group[first].series
    let tally = series.tally
    guard let heading = series.heading, tally.filled >= 3,
      tally.distinctValues * 50 >= tally.filled * 49, tally.equalSteps * 2 <= tally.steps,
      !series.reading.strong.entries.contains(where: { $0.rule != rule }),
      // Headings and titles that each page of a print file repeats stand among them.
      group[first].share([.number, .code], index) >= 0.9
    else { return }
    let lengths = (1..<32).filter { tally.count(ofLength: $0) > 0 }
    guard lengths.count <= 1, lengths.allSatisfy({ (4...8).contains($0) }) else { return }
    let signals = [index.signal(.number), index.signal(.code)]
    group[first].candidates = [
      Candidate(
        rule: rule, type: .employeeNumber, confidence: isNamed ? 0.85 : 0.75, signals: signals,
        count: tally.filled, distinct: tally.distinctValues,
        evidence: [
          .heading(text: heading, weight: 0),
          .neighbour(text: "person-name", weight: 1),
          .structure(passed: tally.distinctValues, of: tally.filled, weight: 1),
        ])
    ]
  }

  /// Whether the record is one of staff: a name, and a department, post or social insurance of theirs beside it.
  private func isStaffList(_ group: [JudgedSeries]) -> Bool {
    guard group.contains(where: { $0.accepts(.personName) }) else { return false }
    return group.contains { series in
      if let accepted = series.accepted {
        switch accepted.type {
        case .myNumber, .basicPensionNumber, .employmentInsuranceNumber: return true
        default: break
        }
      }
      // My Numbers that are missing or damaged: their heading is there all the same.
      if let myNumber = index.rule(of: .myNumber), series.series.reading.weight(of: myNumber) >= 3 {
        return true
      }
      guard let heading = series.series.heading else { return false }
      return RecordJudge.staffWords.contains { stands($0, in: CompactText(heading).bytes) }
    }
  }

  /// Words of headings that only lists of staff have.
  private static let staffWords = [
    "部署", "所属", "配属", "入社", "採用", "雇用", "退職", "休職", "勤務", "勤続", "給与", "賞与", "基本給", "社員", "従業員",
    "扶養", "年末調整", "社会保険", "department", "dept", "hired", "hiredate", "joined", "salary",
    "busho", "shozoku", "nyusha",
  ].map { Array($0.utf8) }
}
