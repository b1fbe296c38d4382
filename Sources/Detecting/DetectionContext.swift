import Inventory
import Rules

/// What all parts of the detection of one file share: the rules, the readers, the counting key and budget, the signs.
///
/// One per file; the readers inside are one per worker.
final class DetectionContext {
  let index: RuleIndex
  let reader: CellReader
  let lines: LineScanner
  private let lineFilter: LineFilterOnDemand
  /// Tells which lines need a look; `nil`: all do.
  var filter: LineFilter? { lineFilter.filter }
  let matcher: ExpressionMatcher
  let headings: HeadingMemo
  let hash: CountingHash
  let settings: ExaminationSettings
  let job: ExaminationJob
  /// Distinct values that the file may still count.
  var distinctBudget = 100_000
  /// Hits in running text, and those in cells of which no series has room.
  var runningText = TextTally()
  /// Entries that the series of the file may still begin for hits in their cells: each takes about a kilobyte, and a table may
  /// have thousands of columns with half a dozen.
  var entriesLeft = 4_096
  /// How many places of each signal are kept.
  let spotLimit: Int
  var signs: SignTally
  /// The rule of My Numbers.
  let myNumberRule: Int?
  let headingWords: HeadingWords

  init(_ tools: DetectionTools, job: ExaminationJob) {
    index = tools.index
    reader = tools.reader
    lines = tools.lines
    lineFilter = tools.filter
    matcher = tools.matcher
    matcher.begin(size: job.size)
    hash = tools.hash
    headings = tools.headings
    settings = tools.settings
    headingWords = tools.headingWords
    self.job = job
    spotLimit =
      switch tools.settings.places {
      case .first: 10
      case .all: Int.max
      case .none: 0
      }
    signs = SignTally(tools.signs)
    myNumberRule = tools.myNumberRule
  }

  /// What a heading says.
  func reading(ofHeading heading: String) -> HeadingReading {
    headings.reading(of: heading) {
      var reading = index.lexicon.reading(of: heading)
      if let names = index.readers[.personName], !reading.speaks(of: names),
        HeadingLexicon.endsAsPerson(heading)
      {
        reading.note(HeadingLexicon.Entry(rule: names, force: .weak), isWhole: false, isLast: true)
        reading.weakenInner()
      }
      return reading
    }
  }

  /// All that a table asks of the heading of a column, as one look-up for most.
  ///
  /// - Parameter hash: Of the heading's bytes.
  func facts(ofHeading hash: UInt64, text: () -> String) -> HeadingMemo.Facts {
    if let known = headings.facts(ofHeading: hash) { return known }
    let heading = text()
    let made = HeadingMemo.Facts(
      reading: reading(ofHeading: heading), shown: HeadingMask.shown(heading, self),
      signs: headings.signs(heading) { signs.words(inHeading: heading) })
    if !matcher.hasGivenUp { headings.note(made, ofHeading: hash) }
    return made
  }

  /// The same of the path of a tree, whose parent has its say as well.
  func facts(ofPath path: String, heading: String) -> HeadingMemo.Facts {
    let hash = headings.hash(path: path, heading: heading)
    if let known = headings.facts(ofHeading: hash) { return known }
    let parent = TreePath.parentHeading(path)
    var named = DetectionContext.meant(heading, below: parent)
    var reading = self.reading(ofHeading: named)
    var signs = headings.signs(heading) { self.signs.words(inHeading: heading) }
    if !parent.isEmpty {
      signs += headings.signs(parent) { self.signs.words(inHeading: parent) }
      let above = self.reading(ofHeading: parent)
      if reading.isKnown {
        reading.add(upper: above)
      } else if above.isKnown, !DetectionContext.aboutFields.contains(heading) {
        reading = above
        named = parent
      }
    }
    let made = HeadingMemo.Facts(
      reading: reading, shown: HeadingMask.shown(named, self), signs: signs)
    if !matcher.hasGivenUp { headings.note(made, ofHeading: hash) }
    return made
  }

  /// What elements of names and medical documents are called elsewhere, where only what stands above them says so: name/family,
  /// name.first, and birthTime with its value (CDA), which in lists of files is something else.
  private static func meant(_ heading: String, below parent: String) -> String {
    switch parent {
    case "name", "Name": partsOfNames[heading] ?? heading
    case "birthTime" where heading.ends(in: Array("value".utf8)): "birth_date"
    default: heading
    }
  }

  private static let partsOfNames = [
    "family": "family_name", "given": "given_name", "first": "first_name", "last": "last_name",
    "given[]": "given_name",
  ]

  /// What schemas and statistics say of a field; below its name these are no values of it.
  private static let aboutFields: Set<String> = [
    "enum", "type", "format", "pattern", "required", "nullable", "min", "max", "minimum", "maximum",
    "minLength", "maxLength", "exclusiveMinimum", "exclusiveMaximum", "multipleOf",
    "count", "counts", "distinct", "unique", "files", "rows", "records", "total", "sum", "mean",
    "average", "avg", "median", "std", "stddev", "weight", "missing", "nulls", "null_count",
    "件数", "人数", "合計", "総数", "平均", "欠損", "欠損数",
  ]

  /// Counts the words of the vocabulary in a heading.
  func countHeading(_ heading: String) {
    signs.count(heading: headings.signs(heading) { signs.words(inHeading: heading) })
  }

  /// A fresh series.
  func makeSeries(heading: String?, reading: HeadingReading) -> Series {
    Series(
      tally: SeriesTally(signalCount: index.signalCount, spotLimit: spotLimit),
      heading: heading, reading: reading)
  }
}

/// What one worker needs to detect: made once, used for every file.
struct DetectionTools {
  let index: RuleIndex
  let myNumberRule: Int?
  let reader: CellReader
  let lines: LineScanner
  let filter: LineFilterOnDemand
  let matcher = ExpressionMatcher()
  let headings: HeadingMemo
  let hash: CountingHash
  let settings: ExaminationSettings
  let signs: SignMatcher
  let headingWords: HeadingWords

  init(rules: RuleSet, settings: ExaminationSettings, filter: Detector.Filter) {
    let vocabulary = CompiledVocabulary(for: rules.sha256)
    index = RuleIndex(rules.rules, vocabulary: vocabulary, leavingOut: settings.leavesOut)
    myNumberRule = index.rule(of: .myNumber)
    reader = CellReader(index: index, matcher: matcher)
    hash = CountingHash(key: settings.countingKey)
    headings = HeadingMemo(hash: hash)
    lines = LineScanner(index: index, matcher: matcher)
    self.filter = LineFilterOnDemand(lines, tables: vocabulary?.tables, filter)
    signs = SignMatcher.of(settings.words, rules, compiled: vocabulary?.signs)
    self.settings = settings
    headingWords = vocabulary?.headingWords ?? HeadingWords(index.labels)
  }
}
