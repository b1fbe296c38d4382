import Inventory

extension Wording {
  /// The name of a hypothesis that is no type and has no pack; `nil` for others.
  static func name(ofCompetitor word: String) -> Message? {
    switch word {
    case "random": Message(ja: "偶然の数字", en: "numbers by chance")
    case "sequence": Message(ja: "連番", en: "a running number")
    case "date-and-time": Message(ja: "日時", en: "dates and times")
    case "epoch": Message(ja: "通算秒", en: "seconds since 1970")
    case "dated-number": Message(ja: "日付で始まる番号", en: "numbers that begin with a date")
    case "other-identifier":
      Message(ja: "同じ検査用数字をもつ別の番号", en: "another number with the same check digit")
    case "bank": Message(ja: "銀行・支店", en: "bank and branch")
    default: nil
    }
  }

  /// What a note of the evidence says; a note of a later version stands for itself.
  static func sentence(forNote note: String) -> Message {
    switch note {
    case "no-heading":
      Message(ja: "見出しがなく、値だけから判断", en: "there is no heading: told by the values alone")
    case "no-person-in-record":
      Message(ja: "同じ行に人の名前などがない", en: "no person stands in the record")
    case "spread-of-years":
      Message(ja: "年が生まれ年のように広がっている", en: "the years are spread as years of birth are")
    case "dummy": Message(ja: "見本として知られる番号", en: "well-known sample numbers")
    case "bare-name":
      Message(ja: "敬称や見出しのない名前", en: "bare names, without label or honorific")
    case "documentation", "source-code", "sample", "form":
      Message(ja: "説明や見本の文書の中", en: "in a document that explains or shows samples")
    default: Message(ja: note, en: note)
    }
  }
}
