import Inventory

/// Reads SQL dumps: rows of INSERT and COPY become tables, everything else lines.
struct SQLWalk: LineWalk {
  private enum State {
    case outside
    /// Within an INSERT statement.
    case insert
    /// Between `COPY … FROM stdin;` and `\.`.
    case copy
    /// Within the brackets of CREATE TABLE.
    case create
  }

  private var state: State = .outside
  private var insert = SQLInsert()
  private var writer = TableWriter()
  /// Columns of the tables that were created, by lower-case name.
  private var columns: [String: [[UInt8]]] = [:]
  private var createdName = ""
  /// Their names by those without schema.
  private var created: [String: String] = [:]
  private var openTable = ""
  private var openColumns: [[UInt8]] = []
  /// Where the value that is being read begins.
  private var valuePlace = LinePlace(line: 1, offset: 0)

  init() {}

  mutating func take(_ text: Span<UInt8>, _ place: LinePlace, into sink: any CellSink) {
    var offsets = LineOffsets(place)
    var start = takeStatement(text, place, into: sink)
    // What stands behind the end of a statement.
    while start < text.count {
      start += takeStatement(
        text.extracting(start..<text.count), offsets.place(of: start, in: text), into: sink)
    }
  }

  /// Takes a line up to the end of the statement at its beginning.
  ///
  /// - Returns: How many bytes were taken; all of them but where rows end within the line.
  private mutating func takeStatement(
    _ text: Span<UInt8>, _ place: LinePlace, into sink: any CellSink
  ) -> Int {
    if state == .insert, insert.isBetweenRows, place.isStart, Self.beginsWord(text) {
      // The next statement: SQL Server's scripts end none with a semicolon.
      state = .outside
    }
    switch state {
    case .insert: return takeInsert(text, from: 0, place, into: sink)
    case .copy: takeCopy(text, place, into: sink)
    case .create:
      takeColumn(text)
      pushLine(text, place, into: sink)
    case .outside:
      // Ends a batch, and no table.
      if Self.isGo(text) { return text.count }
      let words = SQLWords(text)
      if let table = words.insertTarget {
        state = .insert
        insert = SQLInsert()
        insert.table = table.name
        return takeInsert(text, from: table.end, place, into: sink)
      } else if let copy = words.copyTarget {
        pushLine(text, place, into: sink)
        begin(copy.name, copy.columns, place, into: sink)
        state = .copy
      } else {
        if let name = words.createTarget {
          createdName = name.lowercased()
          columns[createdName] = []
          if created.count < 4_096 { created[Self.withoutSchema(createdName)] = createdName }
          state = .create
          takeColumns(text)
        }
        pushLine(text, place, into: sink)
      }
    }
    return text.count
  }

  /// Whether a letter stands first in a line.
  private static func beginsWord(_ text: Span<UInt8>) -> Bool {
    for index in text.indices where !ValueText.isBlank(text[index]) {
      return TextSniffer.isLetter(text[index])
    }
    return false
  }

  private static func isGo(_ text: Span<UInt8>) -> Bool {
    guard text.count >= 2, text.count <= 16, text[0] | 0x20 == 0x67, text[1] | 0x20 == 0x6F else {
      return false
    }
    for index in 2..<text.count where !ValueText.isBlank(text[index]) { return false }
    return true
  }

  mutating func finish(into sink: any CellSink) {
    if state == .insert {
      // The dump was cut within a statement.
      let value = insert.value
      if writer.isOpen {
        if !value.isEmpty {
          writer.cell(value.span, line: valuePlace.line, offset: valuePlace.offset, into: sink)
        }
      } else {
        LinePump.push(value.span, valuePlace, into: sink)
      }
    }
    writer.end(into: sink)
  }

  private mutating func pushLine(
    _ text: Span<UInt8>, _ place: LinePlace, into sink: any CellSink
  ) {
    guard !text.isEmpty else { return }
    writer.end(into: sink)
    openTable = ""
    LinePump.push(text, place, into: sink)
  }

  /// The columns of a table that was created, whether or not its schema is named as well.
  private func columns(ofTable name: String) -> [[UInt8]] {
    columns[name] ?? created[Self.withoutSchema(name)].flatMap { columns[$0] } ?? []
  }

  private static func withoutSchema(_ name: String) -> String {
    name.lastIndex(of: ".").map { String(name[name.index(after: $0)...]) } ?? name
  }

  /// Begins a table, unless it goes on with the one that is open.
  private mutating func begin(
    _ name: String, _ listed: [[UInt8]], _ place: LinePlace, into sink: any CellSink
  ) {
    let heading = listed.isEmpty ? columns(ofTable: name.lowercased()) : listed
    guard !writer.isOpen || openTable != name || openColumns != heading else { return }
    writer.begin(TableHint(firstRowIsHeading: !heading.isEmpty), into: sink)
    openTable = name
    openColumns = heading
    for column in heading {
      writer.cell(column.span, line: place.line, offset: place.offset, into: sink)
    }
    writer.endRow(into: sink)
  }

  private mutating func takeInsert(
    _ text: Span<UInt8>, from start: Int, _ place: LinePlace, into sink: any CellSink
  ) -> Int {
    var offsets = LineOffsets(place)
    var index = start
    while index < text.count {
      let step = insert.take(text[index])
      if insert.begins {
        valuePlace.line = place.line
        valuePlace.offset = offsets.stored(of: index, in: text)
      }
      switch step {
      case .more: break
      case .rows: begin(insert.table, insert.columns, place, into: sink)
      case .cell, .row:
        let value = insert.value
        if value.isEmpty {
          valuePlace.line = place.line
          valuePlace.offset = offsets.stored(of: index, in: text)
        }
        writer.cell(value.span, line: valuePlace.line, offset: valuePlace.offset, into: sink)
        if step == .row { writer.endRow(into: sink) }
      case .end:
        state = .outside
        writer.endRow(into: sink)
        return index + 1
      case .broken:
        // An INSERT … SELECT and the like: text.
        state = .outside
        pushLine(text, place, into: sink)
        return text.count
      }
      index += 1
    }
    if place.isEnd {
      _ = insert.take(0x0A)
      if insert.begins {
        valuePlace.line = place.line
        valuePlace.offset = offsets.stored(of: text.count, in: text)
      }
    }
    return text.count
  }

  private mutating func takeCopy(
    _ text: Span<UInt8>, _ place: LinePlace, into sink: any CellSink
  ) {
    if text.count == 2, text[0] == 0x5C, text[1] == 0x2E {
      writer.end(into: sink)
      state = .outside
      return
    }
    var offsets = LineOffsets(place)
    var cell: [UInt8] = []
    var start = 0
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte == 0x09 {
        writer.cell(
          cell.span, line: place.line, offset: offsets.stored(of: start, in: text), into: sink)
        cell = []
        start = index + 1
      } else if byte == 0x5C, index + 1 < text.count {
        index += 1
        // `\N` is NULL.
        if text[index] != 0x4E { cell.append(SQLInsert.unescape(text[index])) }
      } else {
        cell.append(byte)
      }
      index += 1
    }
    writer.cell(
      cell.span, line: place.line, offset: offsets.stored(of: start, in: text), into: sink)
    if place.isEnd { writer.endRow(into: sink) }
  }

  /// Notes the columns that stand on the first line of CREATE TABLE itself.
  private mutating func takeColumns(_ text: Span<UInt8>) {
    var depth = 0
    var start = 0
    for index in 0..<min(text.count, 65_536) {
      switch text[index] {
      case 0x28:
        depth += 1
        if depth == 1 { start = index + 1 }
      case 0x29 where depth == 1, 0x2C where depth == 1:
        if start < index { takeColumn(text.extracting(start..<index)) }
        start = index + 1
        if text[index] == 0x29 { depth = 0 }
      case 0x29: depth = max(0, depth - 1)
      default: break
      }
    }
    if text.count > 0, text[text.count - 1] == 0x3B { state = .outside }
  }

  /// Notes the column that a line of CREATE TABLE declares.
  private mutating func takeColumn(_ text: Span<UInt8>) {
    var bytes: [UInt8] = []
    for index in text.indices where bytes.count < 300 { bytes.append(text[index]) }
    let line = bytes.drop { ValueText.isBlank($0) }
    if line.first == 0x29 || line.last == 0x3B {
      state = .outside
      return
    }
    guard let first = line.first else { return }
    let name: [UInt8]
    if first == 0x60 || first == 0x22 || first == 0x5B {
      let close: UInt8 = first == 0x5B ? 0x5D : first
      name = Array(line.dropFirst().prefix { $0 != close })
    } else {
      name = Array(line.prefix { !ValueText.isBlank($0) && $0 != 0x2C && $0 != 0x28 })
      let word = String(decoding: name, as: UTF8.self).uppercased()
      if [
        "PRIMARY", "KEY", "UNIQUE", "CONSTRAINT", "INDEX", "FOREIGN", "CHECK", "FULLTEXT", "--",
      ].contains(word) {
        return
      }
    }
    if !name.isEmpty, (columns[createdName]?.count ?? 0) < 4_096, columns.count < 4_096 {
      columns[createdName]?.append(name)
    }
  }
}
