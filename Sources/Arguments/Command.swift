/// A command of the program: its name, its help, and what it does with its settings.
package struct Command: Sendable {
  /// The words that call it: `["scan"]`, `["policy", "check"]`.
  package let words: [String]
  /// What it does, in one line.
  package let abstract: HelpText
  /// More to say below the options in long help; empty for none.
  package let discussion: HelpText
  package let options: [OptionDescription]
  package let positionals: [PositionalDescription]
  let prepare: @Sendable ([[UInt8]]) throws(UsageError) -> Invocation

  /// A command that fills `settings` from its arguments and then runs.
  ///
  /// - Parameters:
  ///   - words: What calls it, separated by spaces.
  ///   - settings: The defaults.
  ///   - run: Does the work and returns the exit status. Parsing itself opens nothing.
  package init<Settings: Sendable>(
    _ words: String, abstract: HelpText, discussion: HelpText = HelpText(ja: "", en: ""),
    settings: Settings, options: [Option<Settings>] = [],
    positionals: [Positional<Settings>] = [],
    run: @escaping @Sendable (Settings) -> Int32
  ) {
    self.words = words.split(separator: " ").map(String.init)
    self.abstract = abstract
    self.discussion = discussion
    self.options = options.map(\.description)
    self.positionals = positionals.map(\.description)
    prepare = { arguments throws(UsageError) in
      var parser = ArgumentParser(options: options, positionals: positionals)
      var filled = settings
      if let help = try parser.parse(arguments, into: &filled) { return help }
      let settings = filled
      return .run { run(settings) }
    }
  }

  /// The words that call it, as typed.
  package var name: String { words.joined(separator: " ") }
}

/// What a command line asks for.
package enum Invocation: Sendable {
  case run(@Sendable () -> Int32)
  /// Help: one line an option (`-h`), or with the discussion (`--help`).
  case help(isLong: Bool)
}

/// Fills one command's settings from its arguments.
struct ArgumentParser<Settings: Sendable> {
  let options: [Option<Settings>]
  let positionals: [Positional<Settings>]
  private var seen: Set<String> = []
  private var position = 0
  private var filled = 0

  init(options: [Option<Settings>], positionals: [Positional<Settings>]) {
    self.options = options
    self.positionals = positionals
  }

  /// Reads all arguments; the result is set when help was asked for.
  mutating func parse(
    _ arguments: [[UInt8]], into settings: inout Settings
  ) throws(UsageError) -> Invocation? {
    var index = 0
    var onlyPositionals = false
    while index < arguments.count {
      let argument = arguments[index]
      index += 1
      let isOption = argument.count > 1 && argument[0] == UInt8(ascii: "-")
      if onlyPositionals || !isOption {
        try take(argument, into: &settings)
        continue
      }
      if argument == Array("--".utf8) {
        onlyPositionals = true
        continue
      }
      if argument == Array("-h".utf8) { return .help(isLong: false) }
      if argument == Array("--help".utf8) { return .help(isLong: true) }
      let (name, attached) = Self.split(argument)
      guard let option = options.first(where: { $0.description.answers(to: name) }) else {
        throw .unknownOption(name, nearest: nearest(to: name))
      }
      let value = try value(of: option.description, attached, arguments, &index)
      if !option.description.repeats, option.description.placeholder != nil,
        !seen.insert(option.description.name).inserted
      {
        throw .givenTwice(option: "--" + option.description.name)
      }
      try option.apply(&settings, value)
    }
    if let missing = positionals.dropFirst(filled).first(where: { $0.description.arity == .one }) {
      throw .missingArgument(placeholder: missing.description.placeholder)
    }
    return nil
  }

  private mutating func take(
    _ argument: [UInt8], into settings: inout Settings
  ) throws(UsageError) {
    guard position < positionals.count else {
      throw .unexpectedArgument(String(decoding: argument, as: UTF8.self))
    }
    try positionals[position].apply(&settings, argument)
    filled = position + 1
    if positionals[position].description.arity != .many { position += 1 }
  }

  private func value(
    of option: OptionDescription, _ attached: [UInt8]?, _ arguments: [[UInt8]],
    _ index: inout Int
  ) throws(UsageError) -> [UInt8] {
    guard let placeholder = option.placeholder else {
      if attached != nil { throw .unexpectedValue(option: "--" + option.name) }
      return []
    }
    if let attached { return attached }
    // What begins with a dash is another option; `--name=-value` is the way to say otherwise.
    guard index < arguments.count,
      arguments[index].first != UInt8(ascii: "-") || arguments[index].count == 1
    else { throw .missingValue(option: "--" + option.name, placeholder: placeholder) }
    index += 1
    return arguments[index - 1]
  }

  /// The option's name as typed, and what stands behind its first `=`.
  private static func split(_ argument: [UInt8]) -> (name: String, value: [UInt8]?) {
    guard argument.starts(with: Array("--".utf8)),
      let equals = argument.firstIndex(of: UInt8(ascii: "="))
    else { return (String(decoding: argument, as: UTF8.self), nil) }
    return (
      String(decoding: argument[..<equals], as: UTF8.self), Array(argument[(equals + 1)...])
    )
  }

  private func nearest(to name: String) -> String? {
    let bare = String(name.drop { $0 == "-" })
    let names = options.map(\.description.name) + ["help"]
    return NearestName.nearest(to: bare, among: names).map { "--" + $0 }
  }
}

extension OptionDescription {
  /// Whether `name`, dashes included, is this option's long or short name.
  func answers(to name: String) -> Bool {
    name == "--" + self.name || short.map { name == "-\($0)" } ?? false
  }
}
