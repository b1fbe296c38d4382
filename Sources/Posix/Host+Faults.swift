internal import Glibc

extension Host {
  /// Commits what a broken or taken-over parser might: for tests, and nothing but a return outside debug builds.
  ///
  /// - Parameter name: `abort`, `segv`, `trap`, `loop`, `alloc`, `stack`, `exit`, `open`, `socket`, `kill`, `stop`.
  package static func commitFault(_ name: String) {
    #if DEBUG
      switch name {
      case "abort": abort()
      case "segv":
        // Safety: there is none; the address is never mapped.
        unsafe UnsafeMutablePointer<UInt8>(bitPattern: 16).unsafelyUnwrapped.pointee = 1
      case "trap": fatalError("asked for")
      case "loop":
        var rounds = 1
        while rounds != 0 { rounds = rounds &+ 2 }
      case "alloc":
        var blocks: [[UInt8]] = []
        while blocks.count < 512 { blocks.append([UInt8](repeating: 1, count: 16 << 20)) }
        precondition(blocks.count == 512)
      case "stack": _ = deepen(1)
      case "exit": Glibc._exit(7)
      case "open":
        // Safety: the text ends in NUL.
        _ = unsafe Glibc.open("/etc/passwd", O_RDONLY)
      // As from outside: neither can be caught.
      case "kill": raise(SIGKILL)
      case "stop": raise(SIGSTOP)
      case "socket": _ = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
      default: break
      }
    #endif
  }

  #if DEBUG
    /// Calls itself until the stack ends.
    private static func deepen(_ depth: Int) -> Int {
      depth < 0 ? 0 : deepen(depth + 1) &+ depth
    }
  #endif
}
