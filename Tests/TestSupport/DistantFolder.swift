import Foundation

/// A folder as a file server shows it that does not always answer: names say when, as `Tests/Distant/serve.py` describes.
package final class DistantFolder {
  /// Whether such a mount can be made here: by root, with `/dev/fuse`.
  package static let isPossible =
    Shell.run("\(Project.python) \(script) --probe 2>/dev/null").status == 0
  /// What a test that is skipped says.
  package static let need = "needs root and /dev/fuse"
  private static let script = Project.folder + "/Tests/Distant/serve.py"

  /// Where it is mounted.
  package let path: String
  private let server = Process()
  private let line = Pipe()

  /// Mounts a folder at another one, which is empty.
  package init(showing folder: String, at path: String) throws {
    self.path = path
    let ready = Pipe()
    server.executableURL = URL(fileURLWithPath: Project.python)
    server.arguments = [Self.script, folder, path]
    server.standardInput = line
    server.standardOutput = ready
    try server.run()
    _ = ready.fileHandleForReading.availableData
  }

  deinit { end() }

  /// Has the server answer what it is late with.
  package func answerWhatIsLate() { line.fileHandleForWriting.write(Data("\n".utf8)) }

  /// The server goes away; whoever waits for it is told.
  package func end() {
    guard server.isRunning else { return }
    try? line.fileHandleForWriting.close()
    server.waitUntilExit()
  }
}
