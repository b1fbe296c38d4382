/// A pattern of paths that cannot be read.
package struct GlobError: Error, Equatable, Sendable {
  /// What is wrong.
  package var mistake: Mistake
  /// Character of the pattern at which it is wrong; 1-based, counted in Unicode scalars.
  package var column: Int

  package init(_ mistake: Mistake, column: Int) {
    self.mistake = mistake
    self.column = column
  }

  /// The mistakes there are.
  package enum Mistake: String, Sendable, Equatable, CaseIterable {
    case empty, unclosedSet, emptySet, reversedRange, nothingEscaped, emptyComponent, dotComponent,
      nul
  }

  /// What is wrong and what to write, in both languages; without the place.
  package var message: Message {
    switch mistake {
    case .empty:
      Message(ja: "パターンが空です。何かを書いてください", en: "the pattern is empty; write one")
    case .unclosedSet:
      Message(
        ja: "'[' が閉じていません。']' を書くか、文字そのものなら '\\[' と書いてください",
        en: "'[' is not closed; write ']', or '\\[' for the character itself")
    case .emptySet:
      Message(ja: "'[]' の中が空です。文字を書いてください", en: "'[]' holds no character; write one")
    case .reversedRange:
      Message(
        ja: "文字の範囲が逆です。小さい方を先に書いてください",
        en: "the range runs backwards; write the lower character first")
    case .nothingEscaped:
      Message(
        ja: "末尾の '\\' の後に文字がありません。文字そのものなら '\\\\' と書いてください",
        en: "nothing follows the last '\\'; write '\\\\' for the character itself")
    case .emptyComponent:
      Message(ja: "'/' が続いています。一つにしてください", en: "'/' follows '/'; write one")
    case .dotComponent:
      Message(
        ja: "'.' と '..' という名前のファイルはありません。基点からの道筋を書いてください",
        en: "no file is named '.' or '..'; write the path from the base")
    case .nul: Message(ja: "NUL 文字は使えません", en: "NUL cannot stand in a name")
    }
  }
}

/// Reads a ``Glob`` from its written form.
struct GlobParser {
  struct Result {
    var isAbsolute = false
    var components: [Glob.Component] = []
    var isOnlyForDirectories = false
    var includesBelow = false
  }

  private let scalars: [Unicode.Scalar]
  private var index = 0

  init(_ pattern: String) { scalars = Array(pattern.unicodeScalars) }

  mutating func parse() throws(GlobError) -> Result {
    var result = Result()
    guard !scalars.isEmpty else { throw GlobError(.empty, column: 1) }
    if let nul = scalars.firstIndex(of: "\0") { throw GlobError(.nul, column: nul + 1) }
    if scalars[0] == "/" {
      result.isAbsolute = true
      index = 1
    }
    while index < scalars.count {
      let start = index
      let elements = try component()
      guard !elements.isEmpty else { throw GlobError(.emptyComponent, column: start + 1) }
      result.components.append(try Self.component(elements, column: start + 1))
      if index < scalars.count { index += 1 }
    }
    guard !result.components.isEmpty else { return result.matchingEverything }
    result.isOnlyForDirectories = scalars.last == "/" && !endsEscaped
    result.finish()
    return result
  }

  /// Whether the last `/` was taken as it is; a name cannot hold one, but a pattern can say so.
  private var endsEscaped: Bool {
    var backslashes = 0
    for scalar in scalars.dropLast().reversed() {
      guard scalar == "\\" else { break }
      backslashes += 1
    }
    return backslashes % 2 == 1
  }

  /// Reads up to the next `/`, which is left.
  private mutating func component() throws(GlobError) -> [Glob.Element] {
    var elements: [Glob.Element] = []
    while index < scalars.count, scalars[index] != "/" {
      switch scalars[index] {
      case "*": elements.append(.anyRun)
      case "?": elements.append(.anyOne)
      case "[":
        elements.append(try set())
        continue
      case "\\":
        guard index + 1 < scalars.count else { throw GlobError(.nothingEscaped, column: index + 1) }
        index += 1
        elements.append(.unit(scalars[index].value))
      default: elements.append(.unit(scalars[index].value))
      }
      index += 1
    }
    return elements
  }

  /// Reads a set, in which a `]` that comes first is a character, as everywhere else.
  private mutating func set() throws(GlobError) -> Glob.Element {
    let start = index
    index += 1
    var isNegated = false
    if index < scalars.count, scalars[index] == "!" || scalars[index] == "^" {
      isNegated = true
      index += 1
    }
    var ranges: [ClosedRange<UInt32>] = []
    let first = index
    while index < scalars.count, scalars[index] != "/" {
      if scalars[index] == "]", index > first {
        index += 1
        return .set(ranges, isNegated: isNegated)
      }
      let column = index + 1
      guard let lower = member() else { break }
      var upper = lower
      if index + 1 < scalars.count, scalars[index] == "-", scalars[index + 1] != "]" {
        index += 1
        guard let last = member() else { break }
        upper = last
      }
      guard lower <= upper else { throw GlobError(.reversedRange, column: column) }
      ranges.append(lower...upper)
    }
    let isEmpty = first < scalars.count && scalars[first] == "]" && index == first + 1
    throw GlobError(isEmpty ? .emptySet : .unclosedSet, column: start + 1)
  }

  private mutating func member() -> UInt32? {
    if scalars[index] == "\\" { index += 1 }
    guard index < scalars.count, scalars[index] != "/" else { return nil }
    index += 1
    return scalars[index - 1].value
  }

  private static func component(
    _ elements: [Glob.Element], column: Int
  ) throws(GlobError) -> Glob.Component {
    if elements == [.anyRun, .anyRun] { return .anyDepth }
    var normal: [Glob.Element] = []
    var literal: [UInt32] = []
    func flush() {
      normal.append(contentsOf: GlobPath.normalized(literal).map { .unit($0) })
      literal = []
    }
    for element in elements {
      if case .unit(let unit) = element {
        literal.append(unit)
      } else {
        flush()
        if element != .anyRun || normal.last != .anyRun { normal.append(element) }
      }
    }
    guard !normal.isEmpty else {
      let units = GlobPath.normalized(literal)
      let dot = UInt32(UInt8(ascii: "."))
      guard units != [dot], units != [dot, dot] else {
        throw GlobError(.dotComponent, column: column)
      }
      return .literal(units)
    }
    flush()
    return .wild(normal)
  }
}

extension GlobParser.Result {
  /// `/` alone: the root of everything, and all below.
  fileprivate var matchingEverything: Self {
    var result = self
    result.components = [.anyDepth]
    return result
  }

  /// Turns the written components into what they mean at the ends.
  fileprivate mutating func finish() {
    let isBare = components.count == 1 && !isAbsolute
    var endsWild = true
    if case .literal = components[components.count - 1] { endsWild = false }
    if components[components.count - 1] == .anyDepth {
      // `**` at the end is at least one component.
      components.insert(.wild([.anyRun]), at: components.count - 1)
      if isOnlyForDirectories { includesBelow = true }
      return
    }
    includesBelow = isBare || isOnlyForDirectories || !endsWild
    if isBare { components.insert(.anyDepth, at: 0) }
  }
}
