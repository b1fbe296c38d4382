import Glibc
import Testing

@testable import Posix

@Suite("The sandbox")
struct SandboxTests {
  @Test("nothing that is tried behind the lock succeeds")
  func selfTest() throws {
    let (state, breaches) = try Sandbox.selfTest()
    #expect(breaches == [])
    #expect(state.seccomp && state.noNewPrivileges)
  }

  #if arch(x86_64)
    /// Numbers: arch/x86/entry/syscalls/syscall_64.tbl of Linux.
    @Test("no system call but those written down is let through, of all numbers")
    func passedCalls() throws {
      // read, write, close, lseek, munmap, brk, rt_sigprocmask, rt_sigreturn, pread64, sched_yield, mremap, madvise,
      // getpid, sendto, recvmsg, exit, gettimeofday, gettid, futex, restart_syscall, clock_gettime, clock_getres,
      // exit_group, getrandom.
      let allowed: Set = [
        0, 1, 3, 8, 11, 12, 14, 15, 17, 24, 25, 28, 39, 44, 47, 60, 96, 186, 202, 219, 228, 229,
        231, 318,
      ]
      // fstat and newfstatat get an error; mmap and mprotect, asked for everything, are refused machine code.
      let answered: Set = [5, 262, 9, 10]
      #expect(allowed.count == 24)
      #expect(Set(try Sandbox.passedCalls()) == allowed.union(answered))
    }
  #endif

  /// A process that comes back from the call ends with 42; what else it would do may be forbidden itself.
  @Test("opening a file kills")
  func opening() async {
    await #expect(processExitsWith: .signal(SIGSYS)) {
      _ = try Sandbox.lock(parent: getppid())
      // Safety: the text ends in NUL.
      _ = unsafe open("/etc/passwd", O_RDONLY)
      _exit(42)
    }
  }

  @Test("connecting kills")
  func connecting() async {
    await #expect(processExitsWith: .signal(SIGSYS)) {
      _ = try Sandbox.lock(parent: getppid())
      _ = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
      _exit(42)
    }
  }

  /// Runs a child until it ends by itself, three times at most.
  ///
  /// The lock holds for all threads of the child, and its first thread may go to sleep just then (`rt_sigsuspend`, which is
  /// forbidden): one in ten children on a busy machine, as the kernel's log says.
  private func status(of child: () async -> ExitTest.Result?) async -> ExitStatus? {
    var status: ExitStatus?
    for _ in 0..<3 where status != .exitCode(42) { status = await child()?.exitStatus }
    return status
  }

  @Test("asking for facts of a file is refused, and reading on works")
  func facts() async {
    let status = await status {
      await #expect(processExitsWith: .failure) {
        let root = try FileDescriptor.openDirectory(path: FileName("/"))
        let file = FileDescriptor(owning: fcntl(root.number, F_DUPFD, 30))
        _ = try Sandbox.lock(parent: getppid())
        do {
          _ = try file.facts()
        } catch let error as SystemError {
          if error.isRefusal { _exit(42) }
        }
        _exit(1)
      }
    }
    #expect(status == .exitCode(42))
  }

  @Test("machine code cannot be made")
  func machineCode() async {
    let status = await status {
      await #expect(processExitsWith: .failure) {
        _ = try Sandbox.lock(parent: getppid())
        // Safety: an anonymous mapping, not used.
        let page = unsafe mmap(
          nil, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
        _exit(unsafe page == MAP_FAILED && errno == EACCES ? 42 : 1)
      }
    }
    #expect(status == .exitCode(42))
  }

  @Test("another parent than expected is an error")
  func orphan() async {
    await #expect(processExitsWith: .exitCode(42)) {
      do {
        _ = try Sandbox.lock(parent: 1 << 22)
      } catch let error as SystemError where error.number == ESRCH {
        _exit(42)
      }
      _exit(1)
    }
  }
}
