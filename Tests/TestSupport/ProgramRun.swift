import Foundation

/// What a program wrote and how it ended.
package struct ProgramRun: Sendable {
  /// Exit status, or 128 and the number of the signal that ended it.
  package var status: Int32
  package var output: [UInt8]
  package var error: [UInt8]

  /// Standard output as text.
  package var outputText: String { String(decoding: output, as: UTF8.self) }

  /// Standard error as text.
  package var errorText: String { String(decoding: error, as: UTF8.self) }

  /// Runs a program to its end; output goes through files, so that no pipe fills up.
  ///
  /// - Parameters:
  ///   - program: Absolute path.
  ///   - folder: Where it runs; the current one by default.
  ///   - environment: The whole environment, beside `PATH`.
  ///   - whileRunning: Called once with the process's number after the start.
  package static func run(
    _ program: String, _ arguments: [String], in folder: String? = nil, input: [UInt8] = [],
    environment: [String: String] = ["LC_ALL": "C.UTF-8"],
    whileRunning: (Int32) -> Void = { _ in }
  ) throws -> ProgramRun {
    let base = FileManager.default.temporaryDirectory
      .appendingPathComponent("tanaoroshi-run-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: base, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: base) }
    let files = ["in", "out", "err"].map { base.appendingPathComponent($0) }
    try Data(input).write(to: files[0])
    for file in files[1...] { try Data().write(to: file) }

    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
    var variables = environment
    variables["PATH"] = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    process.environment = variables
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try process.run()
    whileRunning(process.processIdentifier)
    process.waitUntilExit()
    let isSignalled = process.terminationReason == .uncaughtSignal
    return ProgramRun(
      status: process.terminationStatus + (isSignalled ? 128 : 0),
      output: Array(try Data(contentsOf: files[1])), error: Array(try Data(contentsOf: files[2])))
  }
}

/// Where things lie in the checked-out project.
package enum Project {
  /// Absolute path of the top folder.
  package static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  /// The program as the tests built it: beside the tests themselves.
  package static let program: String = {
    let own = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    let beside = own.deletingLastPathComponent().appendingPathComponent("tanaoroshi").path
    if FileManager.default.isExecutableFile(atPath: beside) { return beside }
    return folder + "/.build/debug/tanaoroshi"
  }()

  /// Debian's Python, which has what `make setup` installed.
  package static let python =
    FileManager.default.isExecutableFile(atPath: "/usr/bin/python3")
    ? "/usr/bin/python3" : "python3"
}
