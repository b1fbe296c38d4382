import Inventory

extension TextSummary {
  /// What could not be read, why, and what to do.
  func notRead() -> String {
    guard !unread.isEmpty else { return "" }
    var text =
      "\n"
      + Style.bold.wrap(
        "■ " + say(ja: "読めなかったもの、途中までのもの", en: "Not read, or not all of it"),
        options.usesColour) + "\n"
    let statuses = Status.allCases
    let reasons = Reason.allCases
    let keys = unread.keys.sorted {
      let left = (statuses.firstIndex(of: $0.status) ?? 0, reasons.firstIndex(of: $0.reason) ?? 0)
      let right = (statuses.firstIndex(of: $1.status) ?? 0, reasons.firstIndex(of: $1.reason) ?? 0)
      return left != right
        ? left > right : $0.detail.utf8.lexicographicallyPrecedes($1.detail.utf8)
    }
    for key in keys {
      guard let group = unread[key] else { continue }
      text += "  " + say(Wording.name(of: key.reason))
      if !key.detail.isEmpty { text += ": " + key.detail }
      text += say(
        ja: "  \(Decimals.grouped(group.count)) 件", en: "  \(Decimals.grouped(group.count))")
      text += "\n"
      for path in group.paths { text += "    - " + path + "\n" }
      let rest = group.count - group.paths.count
      if rest > 0 { text += "    " + andMore(rest) + "\n" }
      if let remedy = Wording.remedy(for: key.reason) {
        text += "    " + say(ja: "対応: ", en: "What to do: ") + say(remedy) + "\n"
      }
    }
    return text
  }

  /// The sum over all paths.
  func coverage(_ coverage: Coverage) -> String {
    var text =
      "\n"
      + Style.bold.wrap("■ " + say(ja: "走査の範囲", en: "Coverage"), options.usesColour) + "\n"
    let walked = Decimals.grouped(coverage.walked)
    let scanned = Decimals.grouped(coverage.scanned)
    let partly = Decimals.grouped(coverage.partly)
    let skipped = Decimals.grouped(coverage.skipped)
    let failed = Decimals.grouped(coverage.failed)
    text +=
      "  "
      + say(
        ja: "\(walked) 件 = 読んだ \(scanned) + 一部 \(partly) + 読まない \(skipped) + 失敗 \(failed)",
        en:
          "\(walked) \(coverage.walked == 1 ? "path" : "paths") = \(scanned) scanned + \(partly) partly + \(skipped) skipped + \(failed) failed"
      )
      + "\n"
    let size = Self.size(coverage.bytesRead)
    text += "  " + say(ja: "読んだ量 \(size)", en: "read: \(size)") + "\n"
    let reasons = Reason.allCases.compactMap { reason -> String? in
      guard let count = coverage.reasons[reason], count > 0 else { return nil }
      return say(Wording.name(of: reason)) + " " + Decimals.grouped(count)
    }
    if !reasons.isEmpty {
      text +=
        "  " + say(ja: "内訳: ", en: "reasons: ")
        + reasons.joined(separator: say(ja: "、", en: ", ")) + "\n"
    }
    return text
  }

  /// An amount of bytes in the unit that people would use, rounded up.
  static func size(_ bytes: Int) -> String {
    switch bytes {
    case ..<10_000: Decimals.grouped(bytes) + " B"
    case ..<10_000_000: Decimals.grouped((bytes + 999) / 1000) + " kB"
    default: Decimals.grouped((bytes + 999_999) / 1_000_000) + " MB"
    }
  }

  /// What the reader should know of the scan itself.
  func remarks(_ totals: ScanTotals) -> String {
    var lines: [String] = []
    if let isolation = facts?.isolation { lines += isolationRemarks(isolation) }
    let touched = totals.coverage.accessTimesTouched
    if touched > 0 {
      lines.append(
        say(
          ja: "\(Decimals.grouped(touched)) 件は、最終アクセス日時を変えずに開くことを許されませんでした（所有者でないため）。",
          en:
            "The system did not allow \(Decimals.grouped(touched)) files to be opened without touching "
            + "their access time (another user owns them)."))
    }
    guard !lines.isEmpty else { return "" }
    return "\n"
      + Style.bold.wrap("■ " + say(ja: "注意", en: "Remarks"), options.usesColour) + "\n"
      + lines.map { "  - " + $0 + "\n" }.joined()
  }

  private func isolationRemarks(_ isolation: Isolation) -> [String] {
    if isolation.isNone {
      return [
        say(
          ja: "隔離していません: 中身を読む処理が、走査と同じプロセスで動きました。",
          en: "Not isolated: content was read in the scan's own process.")
      ]
    }
    var missing: [String] = []
    if !isolation.seccomp { missing.append("seccomp") }
    if !isolation.landlock { missing.append("Landlock") }
    if !isolation.noNewPrivileges { missing.append("no_new_privs") }
    guard !missing.isEmpty else { return [] }
    let list = missing.joined(separator: ", ")
    return [
      say(
        ja: "隔離の一部が使えませんでした: \(list)。",
        en: "A part of the isolation was not available: \(list).")
    ]
  }
}

/// Colours of a terminal, used only when asked for.
enum Style: String {
  case bold = "1"
  case red = "1;31"
  case yellow = "33"
  case cyan = "36"
  case plain = ""

  static func of(_ severity: Severity) -> Style {
    switch severity {
    case .critical, .high: .red
    case .medium: .yellow
    case .low: .cyan
    case .note: .plain
    }
  }

  func wrap(_ text: String, _ isColoured: Bool) -> String {
    isColoured && self != .plain ? "\u{1B}[\(rawValue)m\(text)\u{1B}[0m" : text
  }
}
