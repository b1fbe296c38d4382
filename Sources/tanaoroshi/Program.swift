import Arguments
import Inventory
import Posix
import Scanning

/// The program: reads the command line, runs the command, ends with its status.
@main
struct Program {
  static func main() {
    // Before anything else is set up: a worker starts often, and needs none of it.
    if let parent = parentOfWorker() { Host.exit(with: WorkerLoop.run(parent: parent)) }
    Host.dieSilently()
    Sandbox.refuseDumps()
    let arguments = Array(Host.arguments.dropFirst())
    UserLanguage.current = UserLanguage.decided(by: arguments)
    Host.exit(with: run(arguments))
  }

  /// The process that started this one as a worker; `nil` when a person started it.
  private static func parentOfWorker() -> Int32? {
    let arguments = Host.arguments
    guard arguments.count == 3, arguments[1].elementsEqual(WorkerLoop.command.utf8) else {
      return nil
    }
    return Int32(String(decoding: arguments[2], as: UTF8.self))
  }

  private static func run(_ arguments: [[UInt8]]) -> Int32 {
    do throws(UsageError) {
      switch try Commands.meant(by: arguments).parse(arguments) {
      case .run(let command): return command()
      case .help(let command, let isLong): return help(command, isLong: isLong)
      }
    } catch {
      Diagnostics.say(error)
      return ExitStatus.couldNotStart
    }
  }

  private static func help(_ command: Command?, isLong: Bool) -> Int32 {
    let language: HelpLanguage = UserLanguage.current == .japanese ? .japanese : .english
    let text =
      command.map { Commands.all.help(for: $0, isLong: isLong, in: language) }
      ?? Commands.all.help(in: language)
    return ResultOutput.print(text)
  }
}

/// The statuses with which the program ends; documented in docs/cli.md.
enum ExitStatus {
  /// Complete; nothing at or above the severity that fails.
  static let good: Int32 = 0
  /// Complete; something at or above it.
  static let outsidePolicy: Int32 = 1
  static let couldNotStart: Int32 = 2
  /// Something was not read.
  static let incomplete: Int32 = 3
}
