import Inventory
import Rules

/// Columns of names beside each other, and columns of how something is read.
extension RecordJudge {
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
}
