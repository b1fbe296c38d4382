internal import CPosix
internal import Glibc

/// A file of the user's own, such as a policy, read whole.
package struct SmallFile: Sendable, Equatable {
  package var bytes: [UInt8]
  package var facts: FileFacts

  /// Whether somebody other than us and root could have written it: its owner, or its permission bits.
  package var isWritableByOthers: Bool {
    facts.isWritableByOthers || facts.owner != 0 && facts.owner != geteuid()
  }

  /// Reads a file to its end; a link in the path is followed.
  ///
  /// - Parameters:
  ///   - path: As the user wrote it.
  ///   - limit: The most bytes to accept.
  package static func read(_ path: FileName, limit: Int) throws(Failure) -> SmallFile {
    let status = unsafe path.withPointer { pointer in
      // Safety: a FileName ends in NUL and outlives the call.
      unsafe px_open_followed(pointer)
    }
    do {
      let file = FileDescriptor(owning: try SystemError.check(status))
      let facts = try file.facts()
      guard facts.kind == .file else { throw Failure.notAFile(facts.kind) }
      // Files of /proc and /sys tell no size: read on until the end.
      guard facts.size <= limit else { throw Failure.tooLarge(limit: limit) }
      var bytes: [UInt8] = []
      var buffer = [UInt8](repeating: 0, count: 65_536)
      while true {
        var span = buffer.mutableSpan
        let count = try file.read(at: bytes.count, into: &span)
        guard count > 0 else { return SmallFile(bytes: bytes, facts: facts) }
        guard bytes.count + count <= limit else { throw Failure.tooLarge(limit: limit) }
        bytes.append(contentsOf: buffer[..<count])
      }
    } catch let error as SystemError {
      throw .system(error)
    } catch let error as Failure {
      throw error
    } catch {
      throw .system(SystemError(number: EIO))
    }
  }

  /// Why it was not read.
  package enum Failure: Error, Equatable, Sendable {
    case system(SystemError)
    /// A directory, FIFO or device.
    case notAFile(FileKind)
    /// More bytes than `limit`.
    case tooLarge(limit: Int)
  }
}
