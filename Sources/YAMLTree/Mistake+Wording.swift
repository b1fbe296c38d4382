package import Inventory

extension Mistake {
  /// The sentence in both languages, without the file's name and place.
  package var message: Message {
    let sentence = kind.message
    guard !path.isEmpty else { return sentence }
    let place = Mistake.quoted(path, limit: 120)
    return Message(
      ja: "\(place)：\(sentence.japanese)", en: "\(place): \(sentence.english)")
  }

  /// The whole line as compilers write it: `policy.yaml:41:14: …`.
  package func described(file: String, _ language: Language) -> String {
    "\(file):\(line):\(column): \(message[language])"
  }

  /// What a user typed, made safe to repeat: masked, control characters escaped, cut at `limit` characters.
  package static func quoted(_ text: String, limit: Int = 40) -> String {
    let masked = Masking.masked(String(text.unicodeScalars.prefix(limit + 40)))
    guard masked.unicodeScalars.count > limit else { return masked }
    return String(masked.unicodeScalars.prefix(limit)) + "…"
  }
}

extension Mistake.Kind {
  fileprivate var message: Message {
    switch self {
    case .syntax(let problem, let hints):
      Message(
        ja: "YAMLとして読めません（\(Mistake.japanese(problem))）" + hints.map(\.message.japanese).joined(),
        en: problem + hints.map(\.message.english).joined())
    case .notUTF8:
      Message(
        ja: "UTF-8ではない文字があります。文字コードをUTF-8にして保存してください",
        en: "a byte is not UTF-8; save the file as UTF-8")
    case .tooLarge(let limit):
      Message(
        ja: "ファイルが大きすぎます（上限は\(limit)バイト）", en: "the file is larger than \(limit) bytes")
    case .tooDeep(let limit):
      Message(ja: "入れ子が深すぎます（上限は\(limit)段）", en: "nested deeper than \(limit) levels")
    case .noDocument:
      Message(ja: "中身がありません", en: "the file is empty")
    case .severalDocuments:
      Message(
        ja: "「---」より後に別の文書があります。文書は一つにしてください",
        en: "a second document begins here; write one document only")
    case .alias:
      Message(
        ja: "「&」や「*」で始まる値（アンカーと別名）は使えません。文字として書くときは '…' で囲んでください",
        en:
          "anchors and aliases ('&x', '*x') are not accepted; put a value that begins so in quotes")
    case .tag:
      Message(
        ja: "「!」で始まるタグは使えません。文字として書くときは '…' で囲んでください",
        en: "tags ('!x') are not accepted; put a value that begins so in quotes")
    case .duplicateKey(let key, let line):
      Message(
        ja: "キー「\(Mistake.quoted(key))」が二度書かれています（一度目は\(line)行目）",
        en: "key '\(Mistake.quoted(key))' is given twice (first in line \(line))")
    case .keyNotText:
      Message(ja: "キーは文字で書いてください", en: "a key must be plain text")
    case .unknownKey(let key, let nearest, let known):
      Mistake.unknown(
        Message(ja: "知らないキー", en: "unknown key"), key, nearest: nearest, known: known)
    case .unknownName(let name, let nearest, let known):
      Mistake.unknown(
        Message(ja: "知らない名前", en: "unknown name"), name, nearest: nearest, known: known)
    case .missingKey(let key):
      Message(ja: "キー「\(key)」がありません", en: "key '\(key)' is missing")
    case .wrongShape(let expected, let hints):
      Message(
        ja: expected.message.japanese + hints.map(\.message.japanese).joined(),
        en: expected.message.english + hints.map(\.message.english).joined())
    case .emptyText:
      Message(ja: "値がありません", en: "the value is missing")
    case .notInteger(let text):
      Message(
        ja: "「\(Mistake.quoted(text))」は整数ではありません",
        en: "'\(Mistake.quoted(text))' is not a whole number")
    case .notBoolean(let text):
      Message(
        ja: "「\(Mistake.quoted(text))」ではなく true か false を書いてください",
        en: "'\(Mistake.quoted(text))' is neither 'true' nor 'false'")
    case .notDate:
      // A date could be somebody's: it is not repeated.
      Message(
        ja: "これは暦にある日付ではありません。2026-04-01 のように書いてください",
        en: "this is not a day of the calendar; write it like 2026-04-01")
    case .rule(_, let message):
      message
    }
  }
}

extension Mistake.Shape {
  fileprivate var message: Message {
    switch self {
    case .text: Message(ja: "ここには文字を一つ書きます", en: "a single text is expected here")
    case .list:
      Message(
        ja: "ここには一覧を書きます（[a, b] か、行ごとに「- a」）",
        en: "a list is expected here ([a, b], or '- a' line by line)")
    case .mapping:
      Message(ja: "ここには「キー: 値」の組を書きます", en: "a mapping of keys to values is expected here")
    }
  }
}

extension Mistake.Hint {
  fileprivate var message: Message {
    switch self {
    case .fullWidthColon(let line):
      Message(
        ja: "。\(line)行目に全角のコロン「：」があります。半角の「:」と空白にしてください",
        en: "; line \(line) holds a full-width colon '：': write ':' and a blank")
    case .fullWidthSpace(let line):
      Message(
        ja: "。\(line)行目に全角の空白（U+3000）があります。半角の空白にしてください",
        en: "; line \(line) holds a full-width space (U+3000): write an ordinary blank")
    case .quote(let line):
      Message(
        ja: "。\(line)行目のパターンを '…' で囲んでください",
        en: "; quote the pattern in line \(line) ('…')")
    case .tab(let line):
      Message(
        ja: "。\(line)行目の字下げにタブがあります。空白にしてください",
        en: "; line \(line) is indented with a tab: use blanks")
    }
  }
}

extension Mistake {
  fileprivate static func unknown(
    _ what: Message, _ name: String, nearest: String?, known: [String]
  ) -> Message {
    let shown = quoted(name)
    if name.unicodeScalars.contains("\u{3000}") {
      return Message(
        ja: "\(what.japanese)「\(shown)」に全角の空白（U+3000）があります。半角の空白にしてください",
        en: "\(what.english) '\(shown)' holds a full-width space (U+3000); write an ordinary blank")
    }
    if name.unicodeScalars.contains("：") {
      return Message(
        ja: "\(what.japanese)「\(shown)」に全角のコロン「：」があります。半角の「:」と空白にしてください",
        en: "\(what.english) '\(shown)' holds a full-width colon '：'; write ':' and a blank")
    }
    if let nearest {
      return Message(
        ja: "\(what.japanese)「\(shown)」。「\(nearest)」ではありませんか",
        en: "\(what.english) '\(shown)'; did you mean '\(nearest)'?")
    }
    guard !known.isEmpty, known.count <= 40 else {
      return Message(ja: "\(what.japanese)「\(shown)」", en: "\(what.english) '\(shown)'")
    }
    let list = known.joined(separator: ", ")
    return Message(
      ja: "\(what.japanese)「\(shown)」。書けるのは \(list)",
      en: "\(what.english) '\(shown)'; known: \(list)")
  }

  /// Japanese for the parser's fixed phrases that people meet most.
  fileprivate static func japanese(_ problem: String) -> String {
    switch problem {
    case "mapping values are not allowed in this context": "ここに「キー: 値」は書けません"
    case "could not find expected ':'": "「:」が見つかりません"
    case "did not find expected key": "キーの位置がそろっていないか、記号が余分です"
    case "did not find expected ',' or ']'": "一覧の「,」か「]」が足りません"
    case "did not find expected ',' or '}'": "「,」か「}」が足りません"
    case "did not find expected '-' indicator": "一覧の「-」の位置がそろっていません"
    case "found character that cannot start any token": "値の始めに使えない記号があります"
    case "found unexpected end of stream": "引用符が閉じていません"
    case "control characters are not allowed": "制御文字があります"
    default: problem
    }
  }
}
