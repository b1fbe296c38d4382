internal import CPosix
internal import Glibc

/// A worker process that this one started; killed and waited for at the latest when its owner lets it go.
package struct ChildProcess: ~Copyable, Sendable {
  /// How a process ended.
  package enum Ending: Sendable, Equatable {
    case exit(status: Int32)
    case signal(Int32)
    /// It called what the sandbox forbids.
    case violation
    /// It could not be waited for: a process in the middle of a broken disk's answer cannot even be killed.
    case unknown
  }

  /// What a child finds open.
  package enum Given {
    /// Its end of the ``DescriptorChannel``.
    package static let channel: Int32 = 3
    /// The ``BeatPage``.
    package static let beatPage: Int32 = 4
  }

  package let number: Int32
  private var hasEnded = false

  /// Starts a program with a fixed environment, standard streams on `/dev/null`, and nothing open but what is given.
  ///
  /// It dies with the thread that started it, so that only the main thread should do so.
  ///
  /// - Parameters:
  ///   - program: Path of the program; `/proc/self/exe` is the running one, whatever became of its file.
  ///   - command: Its first argument. The second is the number of this process.
  package init(
    program: FileName, command: FileName, channel: borrowing FileDescriptor,
    beatPage: borrowing BeatPage
  ) throws(SystemError) {
    let parent = FileName(String(getpid()))
    let job = channel.number
    let beat = beatPage.descriptor.number
    let status = unsafe program.withPointer { program in
      unsafe command.withPointer { command in
        unsafe parent.withPointer { parent in
          // Safety: the names end in NUL and outlive the call.
          unsafe px_spawn(program, command, parent, job, beat)
        }
      }
    }
    number = try SystemError.check(status)
  }

  deinit {
    if !hasEnded { _ = Self.end(number) }
  }

  /// Nanoseconds of processor time that it used; `nil` when it is gone.
  package var processorTime: Int? {
    let time = px_processor_time_of(number)
    return time < 0 ? nil : Int(time)
  }

  /// Kills it if it lives, waits for it, and says how it ended.
  ///
  /// A process that had ended by itself is reported so.
  package mutating func end() -> Ending {
    guard !hasEnded else { return .unknown }
    hasEnded = true
    return Self.end(number)
  }

  private static func end(_ number: Int32) -> Ending {
    _ = px_kill(number)
    for _ in 0..<longestWait {
      var isSignalled = false
      var value: Int32 = 0
      // Safety: the pointers are to locals that outlive the call.
      let status = unsafe px_wait(number, false, &isSignalled, &value)
      if status < 0 { return .unknown }
      if status > 0 {
        guard isSignalled else { return .exit(status: value) }
        return value == SIGSYS ? .violation : .signal(value)
      }
      usleep(1_000)
    }
    return .unknown
  }

  /// Milliseconds to wait for a killed process; longer only disk sleep can keep it.
  private static var longestWait: Int { 3_000 }
}

extension Host {
  /// Raises this process's limit of open descriptors as far as it may.
  ///
  /// - Returns: The limit from now on; 0 when it cannot be told.
  package static func raiseDescriptorLimit() -> Int { max(0, Int(px_raise_descriptor_limit())) }
}
