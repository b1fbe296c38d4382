internal import CPosix

/// The lock that a process closes behind itself before it reads anybody's files.
///
/// Behind it the process can read what was opened for it and answer on its socket; it can open, connect, start, trace
/// and signal nothing, cannot make machine code, and is killed when it tries. There is no way back.
package enum Sandbox {
  /// Which walls stand.
  package struct State: Sendable, Equatable {
    package var noNewPrivileges: Bool
    /// The filter of system calls.
    package var seccomp: Bool
    /// Version of the kernel's Landlock interface; 0 when it has none.
    package var landlock: Int

    package init(noNewPrivileges: Bool = false, seccomp: Bool = false, landlock: Int = 0) {
      self.noNewPrivileges = noNewPrivileges
      self.seccomp = seccomp
      self.landlock = landlock
    }
  }

  /// What a locked process could nevertheless do.
  package struct Breaches: OptionSet, Sendable, Equatable {
    package let rawValue: Int32

    package init(rawValue: Int32) { self.rawValue = rawValue }

    package static let open = Breaches(rawValue: Int32(px_breach_open))
    package static let socket = Breaches(rawValue: Int32(px_breach_socket))
    package static let execute = Breaches(rawValue: Int32(px_breach_execute))
    package static let fork = Breaches(rawValue: Int32(px_breach_fork))
    package static let trace = Breaches(rawValue: Int32(px_breach_trace))
    package static let stat = Breaches(rawValue: Int32(px_breach_stat))
    package static let machineCode = Breaches(rawValue: Int32(px_breach_machine_code))
    package static let kill = Breaches(rawValue: Int32(px_breach_kill))
    package static let x32 = Breaches(rawValue: Int32(px_breach_x32))
  }

  /// Locks this process for good.
  ///
  /// - Parameter parent: The process that must be the parent still; this one dies with it.
  /// - Returns: The walls that the kernel put up.
  /// - Throws: `ESRCH` when the parent is gone.
  package static func lock(parent: Int32) throws(SystemError) -> State {
    var state = px_lock_state()
    // Safety: the pointer is to a local that outlives the call.
    try SystemError.check(unsafe px_lock(parent, &state))
    return State(state)
  }

  /// Has this process leave no core file, and lets nobody but root look into its memory.
  ///
  /// For the parent, which holds the key of the counting; a locked worker has it anyway.
  package static func refuseDumps() { _ = px_refuse_dumps() }

  /// Locks a child that is thrown away, and has it try what it must not do.
  package static func selfTest() throws(SystemError) -> (state: State, breaches: Breaches) {
    var state = px_lock_state()
    // Safety: the pointer is to a local that outlives the call.
    let breaches = try SystemError.check(unsafe px_lock_self_test(&state))
    return (State(state), Breaches(rawValue: breaches))
  }

  /// The numbers of all system calls that do not kill a locked process, found by making each of them; for tests.
  package static func passedCalls() throws(SystemError) -> [Int] {
    var passed = [UInt8](repeating: 0, count: 600)
    let status = unsafe passed.withUnsafeMutableBufferPointer { buffer in
      // Safety: as many bytes are written as are passed along.
      unsafe px_lock_passed(buffer.baseAddress, buffer.count)
    }
    try SystemError.check(status)
    return passed.indices.filter { passed[$0] != 0 }
  }
}

extension Sandbox.State {
  init(_ state: px_lock_state) {
    self.init(
      noNewPrivileges: state.no_new_privileges, seccomp: state.seccomp,
      landlock: Int(state.landlock))
  }
}
