import Arguments
import Inventory
import Reporting
import Rules

/// `tanaoroshi patterns list`: every rule with its names and the class of what it finds.
enum PatternsListCommand {
  struct Settings: Sendable {
    var patterns: [[UInt8]] = []
    var language: Language?
  }

  static let command = Command(
    "patterns list",
    abstract: HelpText(ja: "見つけるデータの種類を並べる", en: "List the types of data that are found"),
    settings: Settings(),
    options: [PatternFolders.option(\.patterns), CommonSettings.language(\.language)]
  ) { settings in
    guard let rules = PatternFolders.rules(adding: settings.patterns) else {
      return ExitStatus.couldNotStart
    }
    return ResultOutput.print(text(rules.rules))
  }

  static func text(_ rules: [Rule]) -> String {
    let header = [
      Message(ja: "種類", en: "type"), Message(ja: "名称", en: "name"),
      Message(ja: "区分", en: "class"), Message(ja: "規則", en: "rule"),
    ]
    let rows = rules.map { rule -> [String] in
      let dataClass =
        rule.dataType.map { Wording.name(of: $0.usualClass) }
        ?? Message(ja: "（見分けて除く）", en: "(told apart, not reported)")
      return [rule.target.name, rule.name.said, dataClass.said, rule.id]
    }
    return Table.text([header.map(\.said)] + rows)
  }
}

/// Tables of commands.
enum Table {
  /// Rows of cells as lines, columns aligned; East Asian width counted.
  static func text(_ rows: [[String]]) -> String {
    let count = rows.first?.count ?? 0
    let widths = (0..<count).map { column in
      rows.map { DisplayWidth.columns(of: $0[column]) }.max() ?? 0
    }
    return rows.map { row in
      let cells = row.enumerated().map { column, cell in
        column == count - 1 ? cell : DisplayWidth.padded(cell, to: widths[column])
      }
      return cells.joined(separator: "  ") + "\n"
    }.joined()
  }
}
