/// Makes the filter of lines when a running text first asks for it: many workers read nothing but tables.
final class LineFilterOnDemand {
  private let scanner: LineScanner
  private let tables: LineTables?
  private let choice: Detector.Filter

  init(_ scanner: LineScanner, tables: LineTables?, _ choice: Detector.Filter) {
    self.scanner = scanner
    self.tables = tables
    self.choice = choice
  }

  private(set) lazy var filter: LineFilter? =
    switch choice {
    case .off: nil
    case .on(let level):
      LineFilter(
        scanner, tables: tables, longLine: DocumentDetector.pieceLimit * 2, level: level)
    }
}
