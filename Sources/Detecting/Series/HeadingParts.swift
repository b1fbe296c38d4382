/// The places of a heading between which a value may stand: at its marks, behind its labels and before what is said of a person.
///
/// 担当（鈴木）, 氏名佐々木, 渡邉の電話番号, tel_山田.
struct HeadingParts {
  /// Beginnings and ends of the longest text that is looked into: a text with more of them is no heading.
  private static let most = 40
  /// Ends behind a beginning that are tried, and of the whole: 東京都…2-14-37宛 has marks within the value.
  private static let fewEnds = 5
  private static let lastEnds = 3

  /// Bytes of a label that may be the beginning of a word: 名 of 名古屋.
  private static let oneCharacter = 3

  private(set) var starts = [0]
  private var ends: [Int] = []

  /// Whether there is more than is looked into.
  var isTooLong: Bool { starts.count > Self.most || ends.count > 2 * Self.most }

  init(_ text: Span<UInt8>, _ labels: LabelMatcher) {
    var position = 0
    var last = Script.mark
    var tokens: [Range<Int>] = []
    var start = 0
    while position <= text.count {
      let place = position
      let script =
        position < text.count
        ? Script(UTF8Bytes.next(text, &position, text.count)) : .mark
      if position == place { position += 1 }
      if script != last {
        if last != .mark { tokens.append(start..<place) }
        start = place
      }
      last = script
    }
    for token in tokens { add(token, text, labels) }
    if ends.last != text.count { ends.append(text.count) }
    starts.sort()
    ends.sort()
  }

  /// The ends behind a beginning that are worth a look.
  func ends(behind start: Int) -> [Int] {
    let behind = ends.filter { $0 > start }
    guard behind.count > Self.fewEnds else { return behind }
    return behind.prefix(Self.fewEnds) + behind.dropFirst(Self.fewEnds).suffix(Self.lastEnds)
  }

  /// A text without its blanks, where one stands between any two characters: 山　田　太　郎.
  static func joined(_ text: [UInt8]) -> [UInt8]? {
    var joined: [UInt8] = []
    var letters = 0
    var gaps = 0
    var position = 0
    while position < text.count {
      let start = position
      let scalar = UTF8Bytes.next(text.span, &position, text.count)
      if scalar == 0x20 || scalar == 0x3000 {
        gaps += start == 0 || text[start - 1] == 0x20 ? 0 : 1
      } else {
        letters += 1
        joined += text[start..<position]
      }
    }
    return letters >= 2 && gaps + 1 >= letters ? joined : nil
  }

  private mutating func add(_ token: Range<Int>, _ text: Span<UInt8>, _ labels: LabelMatcher) {
    if token.lowerBound > 0 { starts.append(token.lowerBound) }
    var place = token.lowerBound
    // 2024年山田太郎.
    if place > 0, text[place - 1] &- 0x30 <= 9 {
      _ = UTF8Bytes.next(text, &place, token.upperBound)
      if place < token.upperBound { starts.append(place) }
      place = token.lowerBound
    }
    // 氏名佐々木, 住所住所伊集院: behind one label or several.
    while let label = labels.label(in: text, at: place, token.lowerBound, token.upperBound),
      label.end > place + Self.oneCharacter, label.end < token.upperBound
    {
      place = label.end
      starts.append(place)
    }
    // 営業部渡邉: behind a department.
    while place < token.upperBound {
      let first = place
      let scalar = UTF8Bytes.next(text, &place, token.upperBound)
      if first > token.lowerBound, place < token.upperBound, Self.endsDepartments(scalar) {
        starts.append(place)
      }
    }
    // 渡邉電話番号, 渡邉さん: before a label that ends the token, or what may stand behind a name.
    place = token.lowerBound
    while place < token.upperBound {
      let first = place
      let scalar = UTF8Bytes.next(text, &place, token.upperBound)
      guard first > token.lowerBound else { continue }
      let label = labels.label(in: text, at: first, token.lowerBound, token.upperBound)
      if Self.followsNames(text, first, scalar) || label?.end == token.upperBound {
        ends.append(first)
      }
    }
    ends.append(token.upperBound)
  }

  /// Whether a character may stand behind a name, or begin a word that does: 様 殿 氏 宅 宛 君 の へ を が は に と, さん くん ちゃん
  /// 先生 御中 本人.
  static func followsNames(_ text: Span<UInt8>, _ place: Int, _ scalar: UInt32) -> Bool {
    var next = place
    _ = UTF8Bytes.next(text, &next, text.count)
    let second = next < text.count ? UTF8Bytes.next(text, &next, text.count) : 0
    return switch (scalar, second) {
    case (0x3055, 0x3093), (0x304F, 0x3093), (0x3061, 0x3083), (0x5148, 0x751F), (0x5FA1, 0x4E2D),
      (0x672C, 0x4EBA):
      true
    case (0x69D8, _), (0x6BBF, _), (0x6C0F, _), (0x5B85, _), (0x5B9B, _), (0x541B, _), (0x306E, _),
      (0x3078, _), (0x3092, _), (0x304C, _), (0x306F, _), (0x306B, _), (0x3068, _):
      true
    default: false
    }
  }

  /// 部 課 係 室 店 局 科 班.
  private static func endsDepartments(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x90E8, 0x8AB2, 0x4FC2, 0x5BA4, 0x5E97, 0x5C40, 0x79D1, 0x73ED: true
    default: false
    }
  }

  /// What a character is, as far as words end where it changes.
  private enum Script {
    case mark, digit, latin, japanese

    init(_ scalar: UInt32) {
      switch scalar {
      case 0x30...0x39, 0xFF10...0xFF19: self = .digit
      case 0x41...0x5A, 0x61...0x7A, 0xFF21...0xFF3A, 0xFF41...0xFF5A, 0xC0...0x24F: self = .latin
      // 々 〆 〇, kana without ・, kanji, half-width kana
      case 0x3005...0x3007, 0x3041...0x3096, 0x3099...0x30FA, 0x30FC...0x30FE, 0x3400...0x9FFF,
        0xF900...0xFAFF, 0xFF66...0xFF9F, 0x20000...0x3FFFF:
        self = .japanese
      default: self = .mark
      }
    }
  }
}
