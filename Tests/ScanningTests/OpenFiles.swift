import Inventory
import Posix
import Rules
import TestSupport

@testable import Scanning

/// A folder of made-up files, and what pools say of it.
final class OpenFiles {
  private let folder = TempDirectory()
  private(set) var contents: [[UInt8]] = []

  /// Small files of many kinds.
  static func mixed(_ count: Int) -> OpenFiles {
    let files = OpenFiles()
    for index in 0..<count {
      let sample = SampleFiles.all[index % SampleFiles.all.count]
      files.add(sample.bytes + Array("\n# \(index)\n".utf8))
    }
    return files
  }

  func add(_ content: [UInt8]) {
    folder.file(Array("f\(contents.count)".utf8), content)
    contents.append(content)
  }

  func add(_ text: String) { add(Array(text.utf8)) }

  func open(_ number: Int) throws -> FileDescriptor {
    let directory = try FileDescriptor.openDirectory(path: FileName(folder.path))
    return try directory.open(FileName("f\(number)")).taken()
  }

  func job(_ number: Int) -> ExaminationJob {
    ExaminationJob(
      size: contents[number].count,
      nameExtension: SampleFiles.all[number % SampleFiles.all.count].nameExtension)
  }

  /// Has a pool examine everything, and gives the reports by number.
  func reports<Pool: ExaminationPool & ~Copyable>(
    _ pool: inout Pool, closes: Bool = true
  ) throws -> [ContentReport?] {
    var reports = [ContentReport?](repeating: nil, count: contents.count)
    func note(_ file: ExaminedFile?) -> Bool {
      guard let file else { return false }
      precondition(reports[file.number] == nil, "a file came back twice")
      precondition(file.factsAfter?.size == contents[file.number].count, "facts of another file")
      reports[file.number] = file.report
      return true
    }
    for number in contents.indices {
      pool.submit(number, try open(number), job(number))
      while note(pool.nextExamined(waiting: false)) {}
    }
    while note(pool.nextExamined(waiting: true)) {}
    if closes { pool.close() }
    return reports
  }

  static let settings = ExaminationSettings(
    words: CountedWords(others: ["名簿"]), countingKey: (1, 2))

  /// What the same code says in one process.
  func localReports() throws -> [ContentReport?] {
    let examiner = Examiner(rules: try RuleSet.bundled(), settings: Self.settings)
    var pool = LocalPool(examiner: examiner, words: 1)
    return try reports(&pool)
  }

  static func pool(
    workers: Int, faults: [String] = [], budget: TimeBudget = .standard
  ) throws -> WorkerPool {
    WorkerPool(
      program: FileName(Project.program), workers: workers,
      setup: WorkerSetup(settings: settings, faults: faults), budget: budget)
  }
}
