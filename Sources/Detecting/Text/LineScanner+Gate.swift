extension LineScanner {
  /// What is looked for in a line.
  struct Parts: OptionSet {
    let rawValue: UInt16

    static let names = Parts(rawValue: 1)
    static let addresses = Parts(rawValue: 2)
    static let care = Parts(rawValue: 4)
    static let births = Parts(rawValue: 8)
    static let labelled = Parts(rawValue: 16)
    static let accounts = Parts(rawValue: 32)
    static let vehicles = Parts(rawValue: 64)
    static let mails = Parts(rawValue: 128)
    static let numbers = Parts(rawValue: 256)
    static let insurance = Parts(rawValue: 512)
    static let all = Parts(rawValue: 1_023)
  }

  /// What is looked for in a line, and from where on.
  struct Search {
    var parts: Parts
    /// The first place that may point out a name; `nil` where any may.
    var firstName: Int?
  }

  /// What a line holds, from one pass over its bytes.
  struct Gate {
    var hasDigits = false
    var hasAt = false
    var hasHigh = false
    /// Whether `:` or `=` stands in it, behind which a value may be.
    var hasColon = false

    /// Whether anything can be found in the line, and its labels count for the lines below.
    var isOpen: Bool { hasDigits || hasAt || hasHigh || hasColon }

    init(_ text: Span<UInt8>, _ start: Int, _ end: Int) {
      var run = 0
      var index = start
      while index < end {
        let byte = text[index]
        if byte < 0x80 {
          if byte &- 0x30 <= 9 {
            run += 1
            if run >= 4 { hasDigits = true }
          } else {
            // Groups of digits and single digits in boxes go on over separators.
            if byte != 0x2D, byte != 0x20, byte != 0x7C, byte != 0x2E { run = 0 }
            if byte == 0x40 || byte == 0x25 { hasAt = true }
            if byte == 0x3A || byte == 0x3D { hasColon = true }
          }
          index += 1
        } else if byte >= 0xE3, byte <= 0xE9 {
          hasHigh = true
          index += 3
        } else {
          guard byte == 0xEF, index + 2 < end else {
            hasHigh = true
            index += byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
            continue
          }
          let last = text[index + 2]
          // U+FFFD stands for what was no character, and is no letter of anything.
          if text[index + 1] != 0xBF || last != 0xBD { hasHigh = true }
          if text[index + 1] == 0xBC {
            if last >= 0x90, last <= 0x99 {
              run += 1
              if run >= 4 { hasDigits = true }
            }
            if last == 0xA0 { hasAt = true }
          }
          index += 3
        }
      }
    }
  }
}
