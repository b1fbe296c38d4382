import Glibc
import TestSupport
import Testing

@testable import Posix

@Suite("The host")
struct HostTests {
  static func told(_ command: String) -> String {
    String(decoding: Shell.run(command).output.dropLast(), as: UTF8.self)
  }

  @Test("knows users and groups by number and name")
  func accounts() {
    var accounts = Accounts()
    #expect(accounts.userName(0) == "root" && accounts.groupName(0) == "root")
    #expect(accounts.userName(0) == "root", "the second answer is the first one")
    #expect(accounts.userName(3_999_999_999) == nil && accounts.groupName(3_999_999_999) == nil)
    #expect(Accounts.userNumber("root") == 0 && Accounts.groupNumber("root") == 0)
    #expect(
      Accounts.userNumber("no such user") == nil && Accounts.groupNumber("no such group") == nil)
  }

  @Test("tells its name, environment and processors")
  func facts() {
    #expect(Host.name == Self.told("cat /proc/sys/kernel/hostname"))
    #expect(Host.environment("PATH") == Self.told("echo $PATH"))
    #expect(Host.environment("TANAOROSHI_NO_SUCH_VARIABLE") == nil)
    #expect(Host.processorCount == Int(Self.told("nproc")))
    #expect(Host.user == UInt32(Self.told("id -u")))
    #expect(Host.memoryPeak > 1 << 20 && Host.memoryPeak < 1 << 40)
  }

  @Test("gives random bytes")
  func randomness() throws {
    let (first, second) = (try Host.randomBytes(32), try Host.randomBytes(32))
    #expect(first.count == 32 && first != second)
    #expect(try Host.randomBytes(0).isEmpty)
  }

  @Test("has clocks")
  func clocks() {
    let told = Int(Self.told("date +%s")) ?? 0
    #expect(abs(SystemClock.now / 1_000_000_000 - told) < 60)
    let before = SystemClock.monotonic
    #expect(SystemClock.monotonic >= before)
    #expect(abs(SystemClock.offsetFromUTC(at: SystemClock.now)) <= 14 * 3_600)
  }

  @Test("notes an interruption instead of dying of it")
  func interruptions() async {
    await #expect(processExitsWith: .exitCode(143)) {
      try Interruption.beginNoting()
      guard Interruption.noted == nil else { return }
      Host.signal(SIGTERM)
      Host.exit(with: Interruption.noted?.exitStatus ?? 1)
    }
    await #expect(processExitsWith: .signal(2)) {
      try Interruption.beginNoting()
      Host.signal(SIGINT)
      Host.signal(SIGINT)
      Host.exit(with: 1)
    }
    // The terminal went away.
    await #expect(processExitsWith: .exitCode(129)) {
      try Interruption.beginNoting()
      Host.signal(SIGHUP)
      Host.exit(with: Interruption.noted?.exitStatus ?? 1)
    }
  }

  @Test("tells a closed pipe as an error")
  func brokenPipes() async {
    await #expect(processExitsWith: .exitCode(32)) {
      Interruption.ignoreBrokenPipes()
      do {
        try StandardStream.write(Array("x".utf8), to: try Host.brokenPipe())
      } catch let error as SystemError {
        Host.exit(with: error.isBrokenPipe ? 32 : 1)
      }
    }
  }
}
