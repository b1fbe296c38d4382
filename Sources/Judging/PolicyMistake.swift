internal import Inventory
internal import YAMLTree

/// The rules of the policy file that YAML does not know, each with its sentence.
enum PolicyMistake {
  private typealias Kind = Mistake.Kind

  private static func rule(_ id: String, _ japanese: String, _ english: String) -> Mistake.Kind {
    .rule(id: id, Message(ja: japanese, en: english))
  }

  private static func shown(_ text: String) -> String { Mistake.quoted(text) }

  static func unknownVersion(_ version: Int) -> Mistake.Kind {
    rule(
      "version", "version は 1 と書いてください（\(version) は知りません）",
      "version \(version) is not known; write 1")
  }

  static func notPeriod(_ text: String) -> Mistake.Kind {
    rule(
      "period", "「\(shown(text))」は期間ではありません。5y（5年）、18m（18か月）、90d（90日）のように書いてください",
      "'\(shown(text))' is not a duration; write it like 5y, 18m or 90d")
  }

  static func pathOrSource(both: Bool) -> Mistake.Kind {
    both
      ? rule(
        "path-or-source", "path と source は、どちらか一つだけを書いてください",
        "an entry takes 'path' or 'source', not both")
      : rule(
        "path-or-source", "path（場所）か source（マウント元）を書いてください",
        "key 'path' (or 'source', a mount source) is missing")
  }

  static let noHandlers = rule(
    "handlers", "handlers には users か groups を一つ以上書いてください",
    "handlers names neither users nor groups")

  static func oneHolder(both: Bool) -> Mistake.Kind {
    both
      ? rule(
        "holder", "processor（委託先）と third_party（第三者）は、どちらか一つだけを書いてください",
        "a holder is a 'processor' or a 'third_party', not both")
      : rule(
        "holder", "processor（委託先）か third_party（第三者）の名前を書いてください",
        "a holder needs the name of a 'processor' or of a 'third_party'")
  }

  static func notForHolder(_ key: String, _ holder: String) -> Mistake.Kind {
    rule("holder", "\(key) は \(holder) と一緒にだけ書けます", "'\(key)' goes only with '\(holder)'")
  }

  /// The one that people make most: `JPN`, `日本`, `jp`.
  static func country(_ code: String) -> Mistake.Kind {
    let meant = CountryCode.meant(by: code)
    return rule(
      "country",
      "国「\(shown(code))」は2文字の国コードでも、宣言した仮の国でもありません"
        + (meant.map { "。「\($0)」と書いてください" } ?? "。ISO 3166-1 の2文字（JP など）で書いてください"),
      "country '\(shown(code))' is neither a two-letter code nor a declared placeholder; "
        + (meant.map { "write '\($0)'" } ?? "write a code of ISO 3166-1, such as 'JP'"))
  }

  static let unknownHome = rule(
    "home-country", "home_country には2文字の国コードを書いてください", "home_country must be a two-letter code")

  static func duplicate(_ what: Message, _ key: String, line: Int) -> Mistake.Kind {
    rule(
      "duplicate", "\(what.japanese)「\(shown(key))」は\(line)行目にもあります。別のキーにしてください",
      "\(what.english) '\(shown(key))' is declared in line \(line) too; use another key")
  }

  static func unknown(_ what: Message, _ name: String, known: [String]) -> Mistake.Kind {
    let nearest = NearestName.nearest(to: name, among: known)
    let list = known.prefix(40).joined(separator: ", ")
    return rule(
      "unknown-name",
      "\(what.japanese)「\(shown(name))」は宣言されていません"
        + (nearest.map { "。「\($0)」ではありませんか" } ?? (known.isEmpty ? "" : "。書けるのは \(list)")),
      "\(what.english) '\(shown(name))' is not known"
        + (nearest.map { "; did you mean '\($0)'?" } ?? (known.isEmpty ? "" : "; known: \(list)")))
  }

  static func purposeOfOther(_ key: String, _ categories: [String]) -> Mistake.Kind {
    rule(
      "purpose-of-other",
      "利用目的「\(shown(key))」は、この場所の区分（\(categories.map(shown).joined(separator: ", "))）のものではありません",
      "purpose '\(shown(key))' belongs to none of the location's categories (\(categories.map(shown).joined(separator: ", ")))"
    )
  }

  static func categoryWithoutPurpose(_ key: String) -> Mistake.Kind {
    rule(
      "category-unserved",
      "purposes に、区分「\(shown(key))」の利用目的が一つもありません。加えるか、categories から除いてください",
      "purposes names none of category '\(shown(key))'; add one, or leave the category out")
  }

  static func myNumberPurpose(_ key: String) -> Mistake.Kind {
    rule(
      "my-number-purpose",
      "個人番号の利用目的「\(shown(key))」は認められません。個人番号を扱えるのは、tax（税）、social-security（社会保障）、disaster（災害対策）の事務だけです（番号法第9条）",
      "My Number purpose '\(shown(key))' is not lawful; My Numbers may be handled only for 'tax', 'social-security' and 'disaster' (My Number Act, article 9)"
    )
  }

  static func glob(_ error: GlobError) -> Mistake.Kind {
    rule("pattern", error.message.japanese, error.message.english)
  }

  static let relativeBase = rule(
    "base", "基点（bases）は / から始まる絶対パスで書いてください", "a base is an absolute path; begin it with '/'")

  static func timeZone(_ text: String) -> Mistake.Kind {
    rule(
      "time-zone",
      "時間帯「\(shown(text))」は使えません。Asia/Tokyo か +09:00 のように書いてください",
      "time zone '\(shown(text))' is not known; write 'Asia/Tokyo' or an offset such as '+09:00'")
  }

  static func unreachable(line: Int) -> Mistake.Kind {
    rule(
      "unreachable",
      "この項目は効きません。同じ場所について、\(line)行目の項目がすべての属性を上書きしています",
      "this entry has no effect: the entry in line \(line) is for the same paths and sets every attribute again"
    )
  }

  static let setsNothing = rule(
    "sets-nothing", "この項目は何も決めていません。categories などの属性を書いてください",
    "this entry sets nothing; give it 'categories' or another attribute")

  static let countryPlaceholderCode = rule(
    "placeholder", "仮の国のコードは、実在の国コードや unknown と重ならないものにしてください（A など）",
    "a placeholder's code must not be a real country's, nor 'unknown'; write it like 'A'")
}
