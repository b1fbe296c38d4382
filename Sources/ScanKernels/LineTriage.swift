internal import CScanKernels

/// Tells which lines of a text may hold something: one pass over blocks of 64 bytes, then over the characters of lines that are not ASCII.
///
/// It may take a line for one that holds something; it never passes over one that does.
package final class LineTriage {
  /// What a line may hold.
  ///
  /// Numbers as in `Triage.h`, written out so that they are inlined into other modules, as the set algebra of an
  /// `OptionSet` would not be; a test holds the two together.
  package struct Flags: Sendable {
    package let rawValue: UInt32
    @inlinable package init(rawValue: UInt32) { self.rawValue = rawValue }

    /// Whether any of some flags is set.
    @inlinable package func hasAny(_ flags: Flags) -> Bool { rawValue & flags.rawValue != 0 }

    /// Numbers that a label, their groups or their shape may explain.
    @inlinable package static var numbers: Flags { Flags(rawValue: 1) }
    /// Numbers that only their own shape may explain: candidates say where.
    @inlinable package static var tokens: Flags { Flags(rawValue: 2) }
    @inlinable package static var mail: Flags { Flags(rawValue: 4) }
    /// Characters that cannot be judged by themselves.
    @inlinable package static var odd: Flags { Flags(rawValue: 8) }
    /// 生 behind what may end a date.
    @inlinable package static var born: Flags { Flags(rawValue: 16) }
    @inlinable package static var account: Flags { Flags(rawValue: 32) }
    /// Any digit.
    @inlinable package static var digits: Flags { Flags(rawValue: 64) }
    /// A short line that may be one number and nothing else.
    @inlinable package static var short: Flags { Flags(rawValue: 128) }
    /// Longer than ``LineTriage/longLine``.
    @inlinable package static var long: Flags { Flags(rawValue: 256) }
    /// Not all ASCII.
    @inlinable package static var high: Flags { Flags(rawValue: 1024) }
    /// All ASCII, with the label of some data.
    @inlinable package static var labelled: Flags { Flags(rawValue: 2048) }
    /// The label of a birth date or of an insurance's sign, in a line that is not ASCII.
    @inlinable package static var valued: Flags { Flags(rawValue: 4096) }
    /// Few lines behind one that may hold a label: only there does a label of an earlier line speak for a number.
    @inlinable package static var below: Flags { Flags(rawValue: 8192) }
    /// More candidates than there was room for.
    @inlinable package static var full: Flags { Flags(rawValue: 512) }
  }

  /// What a candidate is.
  package enum Kind: UInt32, Sendable {
    case calling = 1
    case mark, reading, municipality, gap, care, token
  }

  /// A line that may hold something.
  package struct Line: Sendable {
    /// First byte in the text.
    package var start: Int
    /// One past the last byte, the line's end left out.
    package var end: Int
    /// Number of the line in the text; 0-based.
    package var number: Int
    package var flags: Flags
    /// Numbers of its candidates, ascending by place but for tokens.
    package var candidates: Range<Int>
  }

  /// Bytes of the longest word of letters and digits that is given as a candidate; expressions of the packs match none longer.
  package static let longestWord = Int(TANAOROSHI_LONGEST_WORD)
  /// Lines longer than this are only told, not looked into.
  package let longLine: Int
  private let level: KernelLevel
  private var classes: [tanaoroshi_classes] = []
  private var tokens: [UInt64] = []
  private var labels: [UInt64] = []
  private var worth: [UInt64] = []
  private var lines = [tanaoroshi_line](repeating: tanaoroshi_line(), count: 64)
  private var found = [tanaoroshi_candidate](
    repeating: tanaoroshi_candidate(), count: 8_192)
  private var progress = tanaoroshi_progress()

  package init(longLine: Int, level: KernelLevel = .best) {
    self.longLine = longLine
    self.level = level
  }

  /// Lines passed that were not empty, long ones left out.
  package var filledLines: Int { Int(progress.filled) }
  /// Whether a label of the last lines passed, or of one before the text, may speak for a number below them.
  package var leavesLabels: Bool { Int(progress.unlabelled) <= Int(TANAOROSHI_LABEL_LASTS) }
  /// Lines passed that begin as articles of regulations do.
  package var articles: Int { Int(progress.articles) }

  /// Looks over a text of less than 4 GiB, before its lines are asked for.
  ///
  /// - Parameter tables: The words to look for, as ``TriageTables`` has them.
  package func begin(_ text: Span<UInt8>, _ tables: Span<UInt8>) {
    precondition(text.count < Int(UInt32.max))
    progress = tanaoroshi_progress()
    let blocks = (text.count + 63) / 64
    if classes.count < blocks + 1 {
      // Texts differ a little in length: not anew for each that is longer than all before.
      let room = blocks + blocks / 4 + 1
      classes = Array(repeating: tanaoroshi_classes(), count: room)
      tokens = Array(repeating: 0, count: room)
      labels = Array(repeating: 0, count: room)
      worth = Array(repeating: 0, count: room)
    }
    let count = text.count
    let level = level.code
    // Safety: the arrays have an element for each block of the text; nothing keeps a pointer.
    unsafe text.withUnsafeBufferPointer { text in
      guard let base = text.baseAddress else { return }
      unsafe classes.withUnsafeMutableBufferPointer { classes in
        unsafe tanaoroshi_classify(base, count, classes.baseAddress, level)
        unsafe tokens.withUnsafeMutableBufferPointer { tokens in
          unsafe labels.withUnsafeMutableBufferPointer { labels in
            unsafe TriageTables.withPointers(tables) { words in
              unsafe tanaoroshi_mark(
                base, count, classes.baseAddress, words, tokens.baseAddress, labels.baseAddress,
                level)
            }
          }
        }
      }
    }
  }

  /// Finds the next lines; their number, 0 at the text's end.
  ///
  /// - Parameters:
  ///   - text: The same as for ``begin(_:_:)``.
  ///   - tables: The same.
  package func next(_ text: Span<UInt8>, _ tables: Span<UInt8>) -> Int {
    let count = text.count
    precondition(classes.count * 64 > count)
    let longLine = UInt32(truncatingIfNeeded: longLine)
    let level = level.code
    // Safety: as above; the kernel writes at most as many elements as the arrays have.
    return unsafe text.withUnsafeBufferPointer { text in
      guard let base = text.baseAddress else { return 0 }
      return unsafe lines.withUnsafeMutableBufferPointer { lines in
        unsafe found.withUnsafeMutableBufferPointer { found in
          unsafe TriageTables.withPointers(tables) { words in
            unsafe tanaoroshi_triage(
              base, count, classes, tokens, labels, &worth, words, longLine, &progress,
              lines.baseAddress, lines.count, found.baseAddress, found.count, level)
          }
        }
      }
    }
  }

  /// A line of those that ``next(_:_:)`` found.
  package func line(_ index: Int) -> Line {
    let line = lines[index]
    return Line(
      start: Int(line.start), end: Int(line.end), number: Int(line.line),
      flags: Flags(rawValue: line.flags), candidates: Int(line.first)..<Int(line.first + line.count)
    )
  }

  /// A candidate by its number.
  package func candidate(_ index: Int) -> (place: Int, kind: Kind) {
    (Int(found[index].place), Kind(rawValue: found[index].kind) ?? .mark)
  }
}
