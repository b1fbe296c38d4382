/// All commands of a program: finds the one that is meant, and writes help.
package struct CommandSet: Sendable {
  /// The program's own name.
  package let program: String
  package let abstract: HelpText
  package let commands: [Command]

  package init(program: String, abstract: HelpText, commands: [Command]) {
    self.program = program
    self.abstract = abstract
    self.commands = commands
  }

  /// What a whole command line asks for.
  package enum Request: Sendable {
    case run(@Sendable () -> Int32)
    /// Help for the program (`command` is `nil`) or for one command.
    case help(command: Command?, isLong: Bool)
  }

  /// Reads a command line.
  ///
  /// - Parameter arguments: What was typed behind the program's name, as bytes.
  package func parse(_ arguments: [[UInt8]]) throws(UsageError) -> Request {
    let names = firstWords
    guard let first = arguments.first else { throw .missingCommand(known: names) }
    if first == Array("-h".utf8) { return .help(command: nil, isLong: false) }
    if first == Array("--help".utf8) { return .help(command: nil, isLong: true) }
    let word = String(decoding: first, as: UTF8.self)
    let candidates = commands.filter { $0.words.first == word }
    guard let candidate = candidates.first else {
      let bare = String(word.drop { $0 == "-" })
      throw .unknownCommand(
        word, nearest: NearestName.nearest(to: bare, among: names), known: names)
    }
    if candidate.words.count == 1 { return try prepare(candidate, arguments.dropFirst()) }
    let seconds = candidates.compactMap { $0.words.last }
    guard arguments.count > 1 else {
      throw .missingCommand(known: seconds.map { word + " " + $0 })
    }
    let second = String(decoding: arguments[1], as: UTF8.self)
    if second == "-h" || second == "--help" {
      return .help(command: nil, isLong: second == "--help")
    }
    guard let command = candidates.first(where: { $0.words.last == second }) else {
      throw .unknownCommand(
        word + " " + second,
        nearest: NearestName.nearest(to: second, among: seconds).map { word + " " + $0 },
        known: seconds.map { word + " " + $0 })
    }
    return try prepare(command, arguments.dropFirst(2))
  }

  private func prepare(
    _ command: Command, _ arguments: ArraySlice<[UInt8]>
  ) throws(UsageError) -> Request {
    switch try command.prepare(Array(arguments)) {
    case .run(let run): .run(run)
    case .help(let isLong): .help(command: command, isLong: isLong)
    }
  }

  /// First words of the commands, each once, in order.
  private var firstWords: [String] {
    commands.reduce(into: []) { words, command in
      if let word = command.words.first, !words.contains(word) { words.append(word) }
    }
  }
}
