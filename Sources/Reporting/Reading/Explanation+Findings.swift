import Inventory

extension Explanation {
  /// `(1) 個人番号（特定個人情報）98件、確度 0.998（高）`.
  func head(_ finding: JSONNode, _ index: Int) -> String {
    let type = typeName(shown(finding["type"]) ?? "-")
    let dataClass = finding["class"]?.text.flatMap(DataClass.init).map { say(Wording.name(of: $0)) }
    let confidence = finding["confidence"]?.number ?? 0
    let level = say(levelName(Level(confidence: confidence)))
    let count = Decimals.grouped(finding["count"]?.count ?? 0)
    let number = Decimals.text(confidence)
    return "(\(index + 1)) "
      + say(
        ja: type + (dataClass.map { "（\($0)）" } ?? "") + " \(count)件、確度 \(number)（\(level)）",
        en: type + (dataClass.map { " (\($0))" } ?? "")
          + ": \(count), confidence \(number) (\(level))")
  }

  /// Everything that speaks for and against a finding, and where it stands.
  func lines(_ finding: JSONNode) -> [String] {
    let place = location(finding["where"])
    var lines: [String] = []
    for evidence in (finding["evidence"]?.items ?? []).prefix(50) {
      guard let line = sentence(evidence, finding) else { continue }
      lines.append(lines.isEmpty ? place + say(ja: "：", en: ": ") + line : line)
    }
    if lines.isEmpty { lines.append(place) }
    if let damage = finding["damage"]?.text { lines.append(say(damageSentence(damage))) }
    if let counts = counts(finding) { lines.append(counts) }
    return lines
  }

  private func location(_ node: JSONNode?) -> String {
    let column = node?["column"]?.count ?? 0
    switch node?["kind"]?.text {
    case "column":
      if let heading = shown(node?["heading"]) {
        return say(ja: "「\(heading)」列（\(column)列目）", en: "column '\(heading)' (column \(column))")
      }
      return say(ja: "\(column)列目（見出しは示せません）", en: "column \(column) (no heading to show)")
    case "element":
      guard let path = shown(node?["path"]) else {
        return say(ja: "要素（名前は示せません）", en: "an element (its name cannot be shown)")
      }
      return say(ja: "要素「\(path)」", en: "element '\(path)'")
    default: return say(ja: "文章の中", en: "running text")
    }
  }

  /// What one piece of evidence says; `nil` for a kind of a later version.
  private func sentence(_ evidence: JSONNode, _ finding: JSONNode) -> String? {
    let passed = evidence["passed"]?.count ?? 0
    let tried = evidence["of"]?.count ?? 0
    let isAgainst = (evidence["weight"]?.number ?? 0) < 0
    switch evidence["kind"]?.text {
    case "check-digit":
      return say(
        ja: "\(tried)件中\(passed)件が検査用数字に一致（偶然なら\(chance(tried))件）",
        en: "\(passed) of \(tried) pass the check digit (by chance: \(chance(tried)))")
    case "structure":
      return say(ja: "\(tried)件中\(passed)件の形が合う", en: "\(passed) of \(tried) have the right form")
    case "dictionary":
      return say(
        ja: "\(tried)件中\(passed)件に辞書の語", en: "\(passed) of \(tried) hold words of the lists")
    case "heading":
      guard let heading = shown(evidence["text"]) else { return nil }
      return isAgainst
        ? say(ja: "見出し「\(heading)」は別のものを指す", en: "the heading '\(heading)' names something else")
        : say(ja: "見出し「\(heading)」がこの種類を指す", en: "the heading '\(heading)' names it")
    case "label":
      guard let word = shown(evidence["word"]) else { return nil }
      return say(ja: "値の前に「\(word)」とある", en: "'\(word)' stands before it")
    case "near":
      guard let word = shown(evidence["word"]) else { return nil }
      return say(ja: "近くに「\(word)」とある", en: "'\(word)' stands near it")
    case "neighbour":
      guard let text = shown(evidence["text"]) else { return nil }
      let name = typeName(text)
      return say(ja: "同じ行に\(name)がある", en: "the record holds this too: \(name)")
    case "series": return odds(evidence["against"], finding)
    case "note": return shown(evidence["note"]).map { say(Wording.sentence(forNote: $0)) }
    default: return nil
    }
  }

  /// How many of so many random numbers pass a check digit: one in ten, whatever its formula.
  private func chance(_ tried: Int) -> String {
    tried >= 10 ? Decimals.grouped((tried + 5) / 10) : Decimals.text(Double(tried) / 10)
  }

  /// How much likelier the type is than what comes next.
  private func odds(_ against: JSONNode?, _ finding: JSONNode) -> String? {
    guard case .object(let members)? = against else { return nil }
    // Two rules can be of one type; that one of them fits better says nothing to a reader.
    let own = finding["type"]?.text
    let rivals = members.compactMap { name, bans in
      name == own ? nil : bans.number.map { (name: name, bans: $0) }
    }
    let next = rivals.min { ($0.bans, $0.name) < ($1.bans, $1.name) }
    guard let next else { return nil }
    let rival = typeName(MaskedText.text(next.name))
    guard next.bans > 0 else {
      return say(ja: "「\(rival)」のほうがありそう", en: "this is likelier: \(rival)")
    }
    let factor = factor(next.bans)
    return say(
      ja: "次にありそうな「\(rival)」の\(factor)確か", en: "\(factor) the odds of the runner-up, \(rival)")
  }

  /// A factor of so many powers of ten, in words that need no logarithm.
  private func factor(_ bans: Double) -> String {
    guard bans < 9 else { return say(ja: "十億倍以上", en: "over a thousand million times") }
    var factor = 1.0
    for _ in 0..<Int(bans) { factor *= 10 }
    // The rest by steps of a tenth: more would claim what odds do not know.
    for _ in 0..<Int((bans - bans.rounded(.down)) * 10) { factor *= 1.2589254117941673 }
    guard factor >= 10 else {
      let tenths = Decimals.text((factor * 10).rounded() / 10)
      return say(ja: "約\(tenths)倍", en: "about \(tenths) times")
    }
    var unit = 1
    var whole = Int(factor)
    while whole >= 100 {
      whole /= 10
      unit *= 10
    }
    let number = Decimals.grouped(whole * unit)
    return say(ja: "約\(number)倍", en: "about \(number) times")
  }

  private func counts(_ finding: JSONNode) -> String? {
    guard let distinct = finding["distinct"]?.count else { return nil }
    let number = Decimals.grouped(distinct)
    let least = finding["distinct_at_least"]?.isTrue == true
    var text =
      least
      ? say(ja: "異なる値 \(number) 以上", en: "distinct: at least \(number)")
      : say(ja: "異なる値 \(number)", en: "distinct: \(number)")
    if let place = finding["places"]?.items.first, let line = place["line"]?.count {
      text += say(ja: "。最初は \(line) 行目", en: "; the first in line \(line)")
      if let column = place["column"]?.count {
        let isCell = place["row"]?.count != nil
        text += say(
          ja: isCell ? "の\(column)列目" : "の\(column)文字目",
          en: isCell ? ", column \(column)" : ", character \(column)")
      }
      if let path = shown(place["path"]) { text += say(ja: "（\(path)）", en: " (\(path))") }
    }
    return text
  }

  /// The name of a type, of a look-alike, or what the document calls it.
  private func typeName(_ word: String) -> String {
    if let type = DataType(rawValue: word) { return say(Wording.name(of: type)) }
    return (Wording.name(ofCompetitor: word) ?? name(word)).map { say($0) } ?? word
  }

  private func levelName(_ level: Level) -> Message {
    switch level {
    case .high: Message(ja: "高", en: "high")
    case .medium: Message(ja: "中", en: "medium")
    case .low: Message(ja: "低", en: "low")
    }
  }

  private func damageSentence(_ word: String) -> Message {
    switch Damage(rawValue: word) {
    case .leadingZeroDropped:
      Message(ja: "表計算で先頭の 0 が落ちている", en: "leading zeros were dropped, as spreadsheets do")
    case .scientificNotation:
      Message(ja: "指数表記になり、元の番号は失われている", en: "in scientific notation: the number itself is lost")
    case .trailingDigitsLost:
      Message(ja: "末尾の桁が失われている", en: "the last digits are lost")
    case nil:
      Message(ja: "損傷: " + MaskedText.text(word), en: "damage: " + MaskedText.text(word))
    }
  }
}
