internal import Inventory
internal import Regexes
internal import YAMLTree

/// What can be wrong in a pack beyond its form.
extension Mistake.Kind {
  static func oneOf(_ keys: String...) -> Mistake.Kind {
    let ja = keys.map { "「\($0)」" }.joined()
    let en = keys.map { "'\($0)'" }.joined(separator: ", ")
    return .rule(
      id: "one-of", Message(ja: "\(ja)のうち一つだけを書いてください", en: "write exactly one of \(en)"))
  }

  static func onlyWith(_ key: String, _ other: String) -> Mistake.Kind {
    .rule(
      id: "only-with",
      Message(
        ja: "「\(key)」は「\(other)」と一緒のときだけ書けます", en: "'\(key)' goes only with '\(other)'"))
  }

  static let lengthRange = Mistake.Kind.rule(
    id: "length-range",
    Message(ja: "桁数は1から32までの整数で書いてください", en: "a number of digits is a whole number from 1 to 32"))

  static let weightRange = Mistake.Kind.rule(
    id: "weight-range",
    Message(ja: "重みは-10から10までです（オッズの常用対数）", en: "a weight lies from -10 to 10 (log10 odds)"))

  static let noWord = Mistake.Kind.rule(
    id: "no-word", Message(ja: "記号だけの語は使えません", en: "a word needs a letter, kana, kanji or digit"))

  static func tooFew(_ count: Int) -> Mistake.Kind {
    .rule(
      id: "too-few", Message(ja: "少なくとも\(count)件書いてください", en: "write at least \(count)"))
  }

  static let duplicatePattern = Mistake.Kind.rule(
    id: "duplicate-pattern",
    Message(ja: "同じidのpatternがあります", en: "another pattern of this pack has the same id"))

  static let dummyDigits = Mistake.Kind.rule(
    id: "dummy-digits",
    Message(ja: "dummiesには半角数字だけを書いてください", en: "dummies are ASCII digits only"))

  static let badID = Mistake.Kind.rule(
    id: "bad-id",
    Message(
      ja: "idは英小文字・数字・ハイフンを「.」でつないだ32文字以内にしてください（例：acme.member-number）",
      en:
        "an id is lower-case letters, digits and hyphens in parts joined by '.', at most 32 characters, such as acme.member-number"
    ))

  static func bundledID(_ name: String) -> Mistake.Kind {
    .rule(
      id: "bundled-id",
      Message(ja: "idは「jp.\(name)」で始めてください", en: "the id begins with 'jp.\(name)'"))
  }

  static let lookAlikeIsType = Mistake.Kind.rule(
    id: "look-alike-is-type",
    Message(
      ja: "これはデータの種類の名前です。「type」に書いてください", en: "this names a type of data; write it under 'type'"))

  static let groupSum = Mistake.Kind.rule(
    id: "group-sum",
    Message(
      ja: "groupsの桁数の合計がdigitsにありません", en: "the lengths of a group add up to none of 'digits'"))

  static func pattern(_ error: PatternError) -> Mistake.Kind {
    let (ja, en): (String, String)
    switch error.problem {
    case .syntax(let words):
      (ja, en) = ("正規表現として読めません（\(words)）", "not a regular expression (\(words))")
    case .ownLimit:
      (ja, en) = ("(*LIMIT_…) は使えません", "(*LIMIT_…) is not accepted")
    case .callout:
      (ja, en) = ("(?C…) は使えません", "callouts (?C…) are not accepted")
    }
    return .rule(
      id: "regex",
      Message(
        ja: "\(ja)：正規表現の\(error.offset + 1)バイト目", en: "\(en), at byte \(error.offset + 1) of it"))
  }
}
