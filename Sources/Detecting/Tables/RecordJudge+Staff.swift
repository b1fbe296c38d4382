import Inventory
import Rules

/// Numbers of employees in lists of staff.
extension RecordJudge {
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
