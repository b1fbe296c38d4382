internal import Inventory
internal import Posix

/// What a worker says of its walls.
enum WorkerHello {
  static func number(_ state: Sandbox.State) -> UInt32 {
    (state.noNewPrivileges ? 1 : 0) | (state.seccomp ? 2 : 0)
      | UInt32(UInt8(clamping: state.landlock)) << 8
  }

  static func isolation(_ number: UInt32) -> Isolation {
    Isolation(
      seccomp: number & 2 != 0, landlock: number >> 8 & 0xFF != 0,
      noNewPrivileges: number & 1 != 0)
  }
}
