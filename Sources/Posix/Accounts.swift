internal import Glibc

/// The users and groups that the system knows, asked once each.
package struct Accounts: Sendable {
  private var users: [UInt32: String?] = [:]
  private var groups: [UInt32: String?] = [:]

  package init() {}

  /// The name of a user; `nil` when the number has none.
  package mutating func userName(_ number: UInt32) -> String? {
    if let known = users[number] { return known }
    var record = unsafe passwd()
    var found: UnsafeMutablePointer<passwd>?
    let name = unsafe Self.grown { buffer, size in
      // Safety: record, result and buffer are locals that outlive the call.
      let status = unsafe getpwuid_r(number, &record, buffer, size, &found)
      return (status, unsafe found.map { _ in unsafe String(cString: record.pw_name) })
    }
    users[number] = .some(name)
    return name
  }

  /// The name of a group; `nil` when the number has none.
  package mutating func groupName(_ number: UInt32) -> String? {
    if let known = groups[number] { return known }
    var record = unsafe group()
    var found: UnsafeMutablePointer<group>?
    let name = unsafe Self.grown { buffer, size in
      // Safety: record, result and buffer are locals that outlive the call.
      let status = unsafe getgrgid_r(number, &record, buffer, size, &found)
      return (status, unsafe found.map { _ in unsafe String(cString: record.gr_name) })
    }
    groups[number] = .some(name)
    return name
  }

  /// The number of a user.
  package static func userNumber(_ name: String) -> UInt32? {
    var record = unsafe passwd()
    var found: UnsafeMutablePointer<passwd>?
    return unsafe grown { buffer, size in
      // Safety: record, result and buffer are locals that outlive the call.
      let status = unsafe getpwnam_r(name, &record, buffer, size, &found)
      return (status, unsafe found == nil ? nil : record.pw_uid)
    }
  }

  /// The number of a group.
  package static func groupNumber(_ name: String) -> UInt32? {
    var record = unsafe group()
    var found: UnsafeMutablePointer<group>?
    return unsafe grown { buffer, size in
      // Safety: record, result and buffer are locals that outlive the call.
      let status = unsafe getgrnam_r(name, &record, buffer, size, &found)
      return (status, unsafe found == nil ? nil : record.gr_gid)
    }
  }

  /// Asks with a larger buffer as long as the system says that it is too small, up to 1 MiB.
  private static func grown<Value>(
    _ ask: (UnsafeMutablePointer<CChar>, Int) -> (status: Int32, value: Value?)
  ) -> Value? {
    var size = 1_024
    while size <= 1 << 20 {
      let answer = unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: size) { buffer in
        // Safety: the buffer is as large as said and is lent for the call.
        unsafe ask(buffer.baseAddress.unsafelyUnwrapped, size)
      }
      if answer.status != ERANGE { return answer.status == 0 ? answer.value : nil }
      size *= 4
    }
    return nil
  }
}
