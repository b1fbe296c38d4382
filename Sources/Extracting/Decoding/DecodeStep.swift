/// Where a decoder stands, in its input and in its output.
struct DecodeCursor {
  var input: Int
  var output: Int
}

/// Why a decoder returned.
enum DecodeStop {
  /// The first character at or behind the limit was reached.
  case limit
  /// The output has no room for another step.
  case outputFull
  /// The byte at the cursor begins no character.
  case bad
  /// The input ends within a character.
  case incomplete
  /// The stored width of what was just decoded does not follow from its text: note both offsets here.
  case checkpoint
}

/// What has to be remembered from one byte to the next: only ISO-2022-JP does.
struct DecodeState {
  /// The character sets that an escape sequence can call into the left half.
  enum CharacterSet {
    case ascii, kanji, supplement, kana, other
  }

  var set: CharacterSet = .ascii
  /// Whether shift-out has put half-width kana into the left half.
  var isShiftedOut = false
}

/// Room that every decoder needs in its output for one step.
let decodeSlack = 16
