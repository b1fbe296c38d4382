/// Kinds that are told by what most lines look like.
extension TextSniffer {
  /// What a text is taken for Markdown by.
  enum MarkdownSign {
    /// The rule below the heading of a table.
    case rule
    case headings
  }

  static func markdown(_ lines: SampleLines) -> MarkdownSign? {
    let text = lines.bytes.span
    var headings = 0
    var marks = 0
    var rules = 0
    for line in lines.filled {
      let first = text[line.lowerBound]
      let second = line.count > 1 ? text[line.lowerBound + 1] : 0
      switch first {
      case 0x23:
        var signs = 1
        while signs < line.count, text[line.lowerBound + signs] == 0x23 { signs += 1 }
        if signs <= 6, signs < line.count, text[line.lowerBound + signs] == 0x20 { headings += 1 }
      case 0x2D where second == 0x20, 0x2A where second == 0x20, 0x3E where second == 0x20:
        marks += 1
      case 0x60 where second == 0x60 && line.count > 2 && text[line.lowerBound + 2] == 0x60:
        marks += 1
      case 0x7C, 0x2D, 0x3A, 0x20:
        if isTableRule(text, line) { rules += 1 }
      default: break
      }
    }
    if rules > 0 { return .rule }
    return headings > 0 && (marks > 0 || headings > 1) && lines.filled.count > 2 ? .headings : nil
  }

  /// Whether a line is drawn with bars, dashes, colons and blanks, the first two at least once.
  private static func isTableRule(_ text: Span<UInt8>, _ line: Range<Int>) -> Bool {
    var hasBar = false
    var hasDash = false
    for index in line {
      switch text[index] {
      case 0x7C: hasBar = true
      case 0x2D: hasDash = true
      case 0x3A, 0x20: break
      default: return false
      }
    }
    return hasBar && hasDash
  }

  /// By first byte.
  private static let codeWords: [[[UInt8]]] = {
    var words = [[[UInt8]]](repeating: [], count: 256)
    for word in codeWordList { words[Int(word.utf8.first ?? 0)].append(Array(word.utf8)) }
    return words
  }()

  private static let codeWordList = [
    "import ", "#include", "#define", "package ", "def ", "func ", "function ", "class ", "public ",
    "private ", "return", "if (", "for (", "while (", "var ", "let ", "const ", "using ",
    "namespace ",
    "struct ", "#!/", "//", "/*", "* ", "*/", "else", "}", "@", "try", "elif ", "end", "echo ",
    "export ",
    "static ", "int ", "void ",
  ]

  static func isSourceCode(_ lines: SampleLines) -> Bool {
    let text = lines.bytes.span
    if let first = lines.all.first, text.begins(first, with: scriptWord) { return true }
    guard lines.filled.count >= 3 else { return false }
    var points = 0
    for line in lines.filled {
      let start = behindBlanks(text, line)
      guard start < line.upperBound else { continue }
      let rest = start..<line.upperBound
      let last = text[line.upperBound - 1]
      let endsLikeCode = last == 0x7B || last == 0x3B || last == 0x7D
      let begins = codeWords[Int(text[start])].contains { text.begins(rest, with: $0) }
      if endsLikeCode,
        begins || text.first(0x28, in: rest) != nil || text.first(0x3D, in: rest) != nil
      {
        points += 2
      } else if begins {
        points += 1
      }
    }
    return points * 10 >= lines.filled.count * 6
  }

  private static let scriptWord = word("#!/")

  private static func behindBlanks(_ text: Span<UInt8>, _ line: Range<Int>) -> Int {
    var start = line.lowerBound
    while start < line.upperBound, text[start] == 0x20 || text[start] == 0x09 { start += 1 }
    return start
  }

  /// Whether most lines begin with a time, which no delimiter follows at once.
  static func isLog(_ lines: SampleLines) -> Bool {
    let total = lines.filled.count
    guard total >= 2 else { return false }
    let text = lines.bytes.span
    var others = 0
    for line in lines.filled where !LogStamp.begins(text, line) {
      others += 1
      // The lines that are left cannot make it up.
      if (total - others) * 10 < total * 6 { return false }
    }
    return true
  }

  static func isINI(_ lines: SampleLines) -> Bool {
    let text = lines.bytes.span
    // Without a section nothing else matters.
    guard lines.filled.contains(where: { text[$0.lowerBound] == 0x5B }) else { return false }
    var sections = 0
    var pairs = 0
    var others = 0
    for line in lines.filled {
      let first = text[line.lowerBound]
      if first == 0x3B || first == 0x23 { continue }
      if first == 0x5B, text[line.upperBound - 1] == 0x5D {
        sections += 1
      } else if let sign = text.first(0x3D, in: line), sign > line.lowerBound {
        pairs += 1
      } else {
        others += 1
      }
    }
    return sections > 0 && pairs > 0 && others * 5 <= pairs
  }

  static func isYAML(_ lines: SampleLines) -> Bool {
    let text = lines.bytes.span
    var pairs = 0
    var others = 0
    var isNested = false
    for line in lines.filled {
      var start = line.lowerBound
      while start < line.upperBound, text[start] == 0x20 { start += 1 }
      let rest = start..<line.upperBound
      let first = start < line.upperBound ? text[start] : 0
      if first == 0x23 || text.begins(rest, with: [0x2D, 0x2D, 0x2D]) {
        isNested = isNested || first == 0x2D
        continue
      }
      if isPair(text, rest) {
        pairs += 1
        if start > line.lowerBound || first == 0x2D || text[line.upperBound - 1] == 0x3A {
          isNested = true
        }
      } else if first == 0x2D {
        isNested = true
      } else {
        others += 1
        // More than all lines could outweigh.
        if others * 5 > lines.filled.count { return false }
      }
    }
    return isNested && pairs >= 2 && others * 5 <= pairs
  }

  /// Whether a plain key stands in front, with a colon that a blank or nothing follows.
  private static func isPair(_ text: Span<UInt8>, _ line: Range<Int>) -> Bool {
    var index = line.lowerBound
    while index < line.upperBound, text[index] != 0x3A {
      let byte = text[index]
      guard
        isLetter(byte) || byte == 0x5F || byte == 0x2D || byte == 0x20
          || byte >= 0x30 && byte <= 0x39
      else { return false }
      index += 1
    }
    guard index < line.upperBound else { return false }
    return index + 1 == line.upperBound || text[index + 1] == 0x20
  }
}
