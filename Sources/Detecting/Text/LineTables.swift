import Rules
import ScanKernels

/// The tables of the words that the pass over running text looks for: where they lie in the program, or gathered.
enum LineTables: Sendable {
  case compiled(BundledBytes, offset: Int, count: Int)
  case gathered([UInt8])

  /// Those of the words of some rules.
  static func gathered(from index: RuleIndex) -> LineTables {
    .gathered(TriageTables.bytes(of: LineWords.make(index)))
  }

  /// Lends them.
  func withBytes<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
    switch self {
    case .compiled(let bytes, let offset, let count):
      bytes.withSpan(at: offset, count: count, body)
    case .gathered(let bytes): body(bytes.span)
    }
  }
}
