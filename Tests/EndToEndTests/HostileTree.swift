import Foundation
import TestSupport

/// The tree that Tests/Hostile/tree.py makes, made once for all tests; every value in it is synthetic.
final class HostileTree: Sendable {
  static let script = Project.folder + "/Tests/Hostile/"

  let folder: TemporaryFolder

  /// The one tree; `nil` when it cannot be made.
  static let shared = try? HostileTree()

  private init() throws {
    folder = try TemporaryFolder()
    let run = try Self.python("tree.py", "make", folder.path)
    guard run.status == 0 else { throw Failure(text: run.errorText) }
  }

  struct Failure: Error { var text: String }

  /// Runs one of the scripts.
  static func python(_ name: String, _ arguments: String...) throws -> ProgramRun {
    try ProgramRun.run(Project.python, [script + name] + arguments)
  }

  /// Families that take little time.
  static let quickFamilies = ["encodings", "json", "mail", "pages", "packed", "places", "names"]

  /// Scans the tree, or some families of it.
  ///
  /// - Parameter name: Of the file of records beside the tree.
  func scan(
    _ families: [String] = [], _ arguments: String..., as name: String
  ) throws -> ProgramRun {
    let roots = families.isEmpty ? ["tree"] : families.map { "tree/" + $0 }
    return try ProgramRun.run(
      Project.program,
      ["scan"] + roots.map { folder.path($0) } + [
        "--format", "ndjson", "--all-files", "--places", "all", "--output", folder.path(name),
      ] + arguments)
  }

  /// What the records say beside the times.
  func records(_ name: String) throws -> [Substring] {
    String(decoding: try folder.read(name), as: UTF8.self).split(separator: "\n")
      .filter { !$0.hasPrefix("{\"record\":\"header\"") }
      .map { line in
        guard let result = line.firstRange(of: ",\"result\":{\"finished\"") else { return line }
        return line[..<result.lowerBound]
      }
  }
}
