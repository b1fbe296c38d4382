import Inventory
import Rules

/// Numbers that two columns make up or that the columns beside them explain: health insurance, bank accounts.
extension RecordJudge {
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
}
