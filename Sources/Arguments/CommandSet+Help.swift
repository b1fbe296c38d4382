extension CommandSet {
  /// Help for the whole program: its commands, each in one line.
  package func help(in language: HelpLanguage) -> String {
    let width = (commands.map(\.name.utf8.count).max() ?? 0) + 2
    var text = abstract[language] + "\n\n"
    text += heading(ja: "使い方", en: "Usage", language) + "\n"
    text += "  \(program) COMMAND [OPTION...]\n\n"
    text += heading(ja: "コマンド", en: "Commands", language) + "\n"
    for command in commands {
      text += "  " + padded(command.name, to: width) + command.abstract[language] + "\n"
    }
    text += "\n"
    text +=
      HelpText(
        ja: "各コマンドの説明: \(program) COMMAND --help\n",
        en: "More about a command: \(program) COMMAND --help\n")[language]
    return text
  }

  /// Help for one command.
  ///
  /// - Parameter isLong: Whether to add the discussion.
  package func help(for command: Command, isLong: Bool, in language: HelpLanguage) -> String {
    var text = command.abstract[language] + "\n\n"
    text += heading(ja: "使い方", en: "Usage", language) + "\n"
    let words =
      [program, command.name] + command.positionals.map(\.synopsis)
      + (command.options.isEmpty ? [] : ["[OPTION...]"])
    text += "  " + words.joined(separator: " ") + "\n"
    if !command.positionals.isEmpty {
      text += "\n" + heading(ja: "引数", en: "Arguments", language) + "\n"
      for positional in command.positionals {
        text += entry(positional.synopsis, positional.help[language])
      }
    }
    text += "\n" + heading(ja: "オプション", en: "Options", language) + "\n"
    for option in command.options { text += entry(option.synopsis, option.help[language]) }
    text += entry(
      "-h, --help",
      HelpText(ja: "説明を表示する（--help はくわしく）", en: "Show help (--help: all of it)")[language])
    if isLong, !command.discussion[language].isEmpty {
      text += "\n" + command.discussion[language] + "\n"
    }
    return text
  }

  /// A name and its help, the help on its own line when the name is too long.
  private func entry(_ name: String, _ help: String) -> String {
    let column = 28
    let lines = help.split(separator: "\n", omittingEmptySubsequences: false)
    let indent = String(repeating: " ", count: column)
    let body = lines.joined(separator: "\n" + indent)
    let line = "  " + name
    if line.utf8.count + 2 > column { return line + "\n" + indent + body + "\n" }
    return padded(line, to: column) + body + "\n"
  }

  /// ASCII text filled up with blanks.
  private func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.utf8.count))
  }

  private func heading(ja: String, en: String, _ language: HelpLanguage) -> String {
    language == .japanese ? ja + ":" : en + ":"
  }
}
