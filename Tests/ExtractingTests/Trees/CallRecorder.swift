import Inventory

@testable import Extracting

/// Writes down what an extractor pushes, one line of text a call.
final class CallRecorder: CellSink {
  var calls: [String] = []
  /// Values with the offset and line that was told for each.
  var places: [(text: String, line: Int, offset: Int)] = []

  func begin(_ format: ContentFormat) { calls.append("begin \(format)") }

  func beginTable(_ hint: TableHint) {
    calls.append("table" + (hint.firstRowIsHeading == true ? " with heading" : ""))
  }

  func rows(_ text: Span<UInt8>, _ block: borrowing RowBlock) {
    for row in block.rows {
      let cells = block.cells[row.firstCell..<(row.firstCell + row.count)].map {
        string(text.extracting(Int($0.start)..<Int($0.end)))
      }
      calls.append("row \(row.line): " + cells.joined(separator: "|"))
    }
  }

  func endTable() { calls.append("end of table") }

  func value(
    _ text: Span<UInt8>, _ value: borrowing TreeValue, _ positions: borrowing TreePositions
  ) {
    let text = string(text)
    calls.append(
      "\(String(decoding: positions.text { _ in false }, as: UTF8.self)) \(positions.names[value.path]) #\(value.record)\(value.isKey ? " key" : "") = \(text)"
    )
    places.append((text, value.line, value.byteOffset))
  }

  func lines(_ text: Span<UInt8>, _ block: borrowing LineBlock) {
    var number = block.firstLine
    var line: [UInt8] = []
    for index in text.indices {
      line.append(text[index])
      if text[index] == 0x0A || index + 1 == text.count {
        if line.last == 0x0A { line.removeLast() }
        calls.append("line \(number): " + String(decoding: line, as: UTF8.self))
        line = []
        number += 1
      }
    }
  }

  /// Only the values: path without positions, and text.
  var values: [String] {
    calls.filter { $0.contains(" = ") }.map { call in
      let parts = call.split(separator: " ", maxSplits: 1)
      return String(parts[1])
    }
  }

  private func string(_ text: Span<UInt8>) -> String {
    var bytes: [UInt8] = []
    for index in text.indices { bytes.append(text[index]) }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// A reader over text in memory.
func makeReader(
  _ text: String, blockSize: Int = 262_144
) -> TextReader {
  TextReader(
    MemorySource(Array(text.utf8)), decision: EncodingDecision(.utf8), blockSize: blockSize)
}

extension StructureEnd {
  var brokenLine: Int? {
    if case .broken(let place) = self { return place.line }
    return nil
  }
}
