import Inventory
import Regexes
import Rules

/// Reads one cell: sets the signal of everything that the whole cell can be.
final class CellReader {
  let index: RuleIndex
  let matcher: ExpressionMatcher
  private let base: Int
  /// Where cells are folded, one after the other; ``forget()`` gives it up.
  var room: [UInt32] = []

  /// Which readers of text are worth their time for a series; a series that has shown nothing of a kind stops asking.
  struct Wanted: OptionSet {
    let rawValue: UInt16
    static let names = Wanted(rawValue: 1)
    static let organisations = Wanted(rawValue: 2)
    static let addresses = Wanted(rawValue: 4)
    static let specialCare = Wanted(rawValue: 8)
    static let vehicles = Wanted(rawValue: 16)
    static let banks = Wanted(rawValue: 32)
    static let dates = Wanted(rawValue: 64)
    static let all: Wanted = [
      .names, .organisations, .addresses, .specialCare, .vehicles, .banks, .dates,
    ]
  }

  init(index: RuleIndex, matcher: ExpressionMatcher) {
    self.index = index
    self.matcher = matcher
    base = index.patternSignals
    hasOwn = index.hasOwnExpressions || !index.ownTriggers.isEmpty
  }

  /// Whether the organisation has expressions of its own.
  private let hasOwn: Bool

  /// What words of at most seven bytes showed: there are few of them, and they come again and again, in all files.
  private var known = ShortCells(bits: 8)
  /// What cells of at most four bytes with digits showed; made for a document in which there are very many, and given up with it.
  private var codes: ShortCells?
  private var codesRead = 0
  /// Cells with digits after which it is worth remembering them.
  private static let manyCodes = 4_096

  /// Reads `text[start..<end]`, blanks around it left out by the caller.
  func read(_ text: Span<UInt8>, _ start: Int, _ end: Int, wanted: Wanted) -> CellReading {
    var holdsDigit = false
    guard !hasOwn,
      let key = ShortCells.key(text, start, end, holdsDigit: &holdsDigit)
    else { return readAnew(text, start, end, wanted: wanted) }
    if holdsDigit { return readCode(key, text, start, end, wanted: wanted) }
    if let reading = known.reading(of: key, wanted) { return reading }
    let reading = readAnew(text, start, end, wanted: wanted)
    known.keep(reading, of: key, wanted)
    return reading
  }

  private func readCode(
    _ key: UInt64, _ text: Span<UInt8>, _ start: Int, _ end: Int, wanted: Wanted
  ) -> CellReading {
    if let reading = codes?.reading(of: key, wanted) { return reading }
    let reading = readAnew(text, start, end, wanted: wanted)
    if codesRead < Self.manyCodes {
      codesRead += 1
      if codesRead == Self.manyCodes { codes = ShortCells(bits: 10) }
    } else {
      codes?.keep(reading, of: key, wanted)
    }
    return reading
  }

  private func readAnew(
    _ text: Span<UInt8>, _ start: Int, _ end: Int, wanted: Wanted
  ) -> CellReading {
    var reading = CellReading()
    let shape = CellShape(text, start, end)
    if shape.isVoid(text, start, end) {
      reading.isVoid = true
      return reading
    }
    if hasOwn { matchOwn(text, start, end, shape, &reading) }
    if shape.mayBeNumber {
      if let run = DigitRun(text.extracting(start..<end)) {
        readNumber(run, text, start, end, &reading)
        // Two numbers in one cell, in two lines or a blank apart.
        if run.count >= Self.severalNumbers, run.groupCount > 1 {
          reading.isList = isList(text, start, end, wanted: wanted)
          reading.isProse = !reading.isList
        }
        return reading
      }
    }
    if shape.hasAt {
      if let mail = EmailReader.read(text, in: start..<end) {
        if mail.range.upperBound < end, isList(text, start, end, wanted: wanted) {
          reading.isList = true
          return reading
        }
        set(mail.kind == .person ? .email : .roleEmail, &reading)
        return reading
      }
    }
    if end - start > Self.longestRead {
      reading.isList = isList(text, start, end, wanted: wanted)
      reading.isProse = !reading.isList
      return reading
    }
    if shape.high == 0 {
      readLatin(text, start, end, shape, wanted, &reading)
    } else {
      readJapanese(text, start, end, shape, wanted, &reading)
    }
    if reading.count == 0 {
      set(shape.digits > 0 && !isPhrase(text, start, end) ? .code : .word, &reading)
    }
    reading.isProse =
      reading.isProse
      || (shape.digits >= 4 || shape.hasAt || end - start > 60) && !isExplained(reading)
    if shape.high + shape.others > 0, reading.isProse || !isExplained(reading),
      isList(text, start, end, wanted: wanted)
    {
      reading.isList = true
      reading.isProse = false
    }
    return reading
  }

  /// Bytes of the longest cell that is read as one value; longer ones are running text.
  static let longestRead = 160

  /// Digits from which groups of them are more than one number: two of twelve, and none of the kinds that are known is as long.
  private static let severalNumbers = 24

  /// Whether four or more kana and kanji stand in a text: a phrase with a number in it (名簿 2頁) and no code.
  private func isPhrase(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    var letters = 0
    // Kana and kanji begin with E3...E9, full-width letters and digits with EF.
    for index in start..<end where text[index] >= 0xE3 && text[index] <= 0xE9 { letters += 1 }
    return letters >= 4
  }

  /// Gives up the room in which cells were folded, and the short cells with digits: no value of a file outlives it.
  func forget() {
    room = []
    codes = nil
    codesRead = 0
  }

  func set(_ signal: TextSignal, _ reading: inout CellReading) {
    reading.set(base + signal.rawValue)
  }

  private func isExplained(_ reading: borrowing CellReading) -> Bool {
    if reading.holdsPattern(before: base) { return true }
    return !reading.texts(behind: base).isWithin(Self.vague)
  }

  /// What leaves open what a cell is.
  private static let vague = TextSignals([
    .code, .word, .url, .number, .singleName, .unknownName, .familyName, .givenName, .organisation,
    .specialCare, .addressPart,
  ])
}
