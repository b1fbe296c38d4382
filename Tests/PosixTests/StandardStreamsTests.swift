import Glibc
import TestSupport
import Testing

@testable import Posix

@Suite("Standard streams")
struct StandardStreamsTests {
  @Test(
    "write everything, also to an end that is slow and set not to wait", .timeLimit(.minutes(15)))
  func slowReader() async {
    await #expect(processExitsWith: .exitCode(7)) {
      let directory = TempDirectory()
      directory.fifo("f")
      // The reader takes its time, so that the pipe (64 KiB) fills up.
      let sleeper =
        "(sleep 0.3; wc -c > \(directory.path)/count) >/dev/null < \(directory.path)/f &"
      _ = Shell.run(sleeper)
      let writer = Host.opened(directory.path + "/f", O_WRONLY)
      Host.setNonblocking(writer)
      try StandardStream.write([UInt8](repeating: 0x61, count: 1_000_000), to: writer)
      close(writer)
      for _ in 0..<100 {
        if Shell.run("cat \(directory.path)/count").output == Array("1000000\n".utf8) {
          Host.exit(with: 7)
        }
        usleep(20_000)
      }
      Host.exit(with: 1)
    }
  }

  @Test("read to the end, up to a limit")
  func reading() async {
    await #expect(processExitsWith: .exitCode(7)) {
      let directory = TempDirectory()
      directory.file("a", String(repeating: "x", count: 200_000))
      _ = dup2(Host.opened(directory.path + "/a", O_RDONLY), 0)
      let bytes = try StandardStream.input.readToEnd(limit: 200_000)
      _ = lseek(0, 0, SEEK_SET)
      do {
        _ = try StandardStream.input.readToEnd(limit: 199_999)
      } catch let error as SmallFile.Failure {
        Host.exit(with: bytes.count == 200_000 && error == .tooLarge(limit: 199_999) ? 7 : 1)
      }
    }
  }

  @Test("have no width when they are no terminal")
  func terminals() async {
    await #expect(processExitsWith: .exitCode(7)) {
      _ = dup2(try Host.brokenPipe(), 1)
      let isPlain = !StandardStream.output.isTerminal && StandardStream.output.terminalWidth == nil
      Host.exit(with: isPlain ? 7 : 1)
    }
  }
}
