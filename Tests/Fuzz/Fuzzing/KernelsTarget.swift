import Inventory
import TestSupport

@testable import ScanKernels

/// The kernels that walk over columns and split plain tables: every level gives the same, and looks at nothing beyond its bytes.
///
/// The first byte picks the kernel, the next three its settings.
final class KernelsTarget: FuzzTarget {
  private struct Cell: BitwiseCopyable, Equatable {
    var start: UInt32
    var end: UInt32
  }

  private let listed: [UInt64] = {
    var bits = [UInt64](repeating: 0, count: 10_000_000 / 64)
    for code in stride(from: 0, to: 10_000_000, by: 7) { bits[code >> 6] |= 1 << UInt64(code & 63) }
    return bits
  }()

  func run(_ bytes: [UInt8]) {
    guard bytes.count > 4 else { return }
    var content = Array(bytes[4...])
    // Long columns and tables are taken in other ways than short ones.
    if bytes[3] & 0x80 != 0 { content = Array(repeatElement(content, count: 16).joined()) }
    let choice = Int(bytes[0]) % (ColumnKind.allCases.count + 1)
    guard choice < ColumnKind.allCases.count else {
      split(content, room: 81 + Int(bytes[1]) * 8, most: 1 + Int(bytes[2]) * 4)
      return
    }
    let kind = ColumnKind.allCases[choice]
    let isStored = kind == .storedNames || kind == .storedAddresses
    if !isStored { content = Array(String(decoding: content, as: UTF8.self).utf8) }
    let results = KernelLevel.allCases.map {
      walk(
        content, stride: 1 + Int(bytes[1] & 3), kind, $0, allowed: UInt32(bytes[2] & 15),
        left: 1 + Int(bytes[3] & 0x7F))
    }
    // What is no CP932 is not given to those that take it for such; memory is kept all the same.
    guard !isStored || Self.isCP932(content) else { return }
    require(results.allSatisfy { $0 == results[0] }, "all levels count the same")
  }

  private static func isCP932(_ content: [UInt8]) -> Bool {
    var index = 0
    while index < content.count {
      switch content[index] {
      case 0x81...0x9F, 0xE0...0xFC:
        guard index + 1 < content.count, content[index + 1] >= 0x40, content[index + 1] != 0x7F,
          content[index + 1] <= 0xFC
        else { return false }
        index += 2
      case 0x80, 0xA0, 0xFD...0xFF: return false
      default: index += 1
      }
    }
    return true
  }

  private func walk(
    _ text: [UInt8], stride: Int, _ kind: ColumnKind, _ level: KernelLevel, allowed: UInt32,
    left: Int
  ) -> [[Int]] {
    var cells: [Cell] = []
    var start = 0
    for index in text.indices where text[index] == 0x0A || text[index] == 0x2C {
      cells.append(Cell(start: UInt32(start), end: UInt32(index)))
      start = index + 1
    }
    cells.append(Cell(start: UInt32(start), end: UInt32(text.count)))
    return walkWholeColumn(
      text, cells, stride: stride, kind, level, listed: listed, left: left, allowed: allowed)
  }

  private func split(_ text: [UInt8], room: Int, most: Int) {
    let results = KernelLevel.allCases.map { level in
      var ends = [PlainSplit.RecordEnd](repeating: PlainSplit.RecordEnd(), count: room)
      var at = PlainSplit(place: 0, cell: 0, record: 0)
      var end = PlainSplit.End.through
      var records = 0
      var kept: [Cell] = []
      kept.append(addingCapacity: room) { free in
        (end, records) = splitPlain(
          text.span, count: text.count, delimiter: 0x2C, &at, &free, &ends, most: most, level)
      }
      return SplitResult(
        cells: kept, ends: ends.prefix(records).map { [Int($0.cells), Int($0.next)] }, end: end,
        place: at.place, cell: at.cell, isQuoted: at.isQuoted)
    }
    for result in results {
      require(result == results[0], "all levels split the same")
      require(
        result.cells.allSatisfy { $0.start <= $0.end && Int($0.end) <= text.count },
        "cells lie within the text")
      require(
        result.cells.allSatisfy { cell in
          !text[Int(cell.start)..<Int(cell.end)].contains(0x0A)
        }, "no cell goes over an end of a line")
    }
  }

  private struct SplitResult: Equatable {
    var cells: [Cell]
    var ends: [[Int]]
    var end: PlainSplit.End
    var place: Int
    var cell: Int
    var isQuoted: Bool
  }
}
