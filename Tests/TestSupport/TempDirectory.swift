import Glibc

/// A directory for one test, removed with everything in it when the test lets it go.
package final class TempDirectory {
  /// Absolute path, links resolved.
  package let path: String

  /// Makes one below `TMPDIR`, or `/tmp`.
  package init() {
    // Safety: nothing here changes the environment; the text is copied at once.
    let parent = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
    var template = Array("\(parent)/tanaoroshi-test-XXXXXX".utf8CString)
    let made = unsafe template.withUnsafeMutableBufferPointer { buffer in
      // Safety: the template ends in NUL and is changed in place.
      unsafe mkdtemp(buffer.baseAddress.unsafelyUnwrapped) != nil
    }
    precondition(made, "no directory for tests can be made")
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { _ = Shell.run("chmod -R u+rwx \(path) 2>/dev/null; rm -rf \(path)") }

  /// The bytes of the absolute path of a name below it; of itself without one.
  package func bytes(_ name: String = "") -> [UInt8] {
    Array((name.isEmpty ? path : path + "/" + name).utf8)
  }

  /// Makes a directory, and those above it.
  package func folder(_ name: some Collection<UInt8>) {
    let whole = Array(path.utf8) + [UInt8(ascii: "/")] + name
    for end in whole.indices.dropFirst(path.utf8.count + 1) where whole[end] == UInt8(ascii: "/") {
      _ = unsafe Self.call(whole[..<end]) { unsafe mkdir($0, 0o755) }
    }
    _ = unsafe Self.call(whole[...]) { unsafe mkdir($0, 0o755) }
  }

  package func folder(_ name: String) { folder(Array(name.utf8)) }

  /// Writes a file, and makes the directories above it.
  package func file(_ name: some Collection<UInt8>, _ content: some Collection<UInt8>) {
    let name = Array(name)
    if let cut = name.lastIndex(of: UInt8(ascii: "/")) { folder(name[..<cut]) }
    let whole = Array(path.utf8) + [UInt8(ascii: "/")] + name
    let descriptor = unsafe Self.call(whole[...]) { unsafe creat($0, 0o644) }
    precondition(descriptor >= 0, "a test file cannot be made")
    var rest = Array(content)[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { bytes in
        // Safety: as many bytes are written as the slice has.
        unsafe write(descriptor, bytes.baseAddress, bytes.count)
      }
      precondition(count > 0, "a test file cannot be written")
      rest = rest.dropFirst(count)
    }
    close(descriptor)
  }

  package func file(_ name: String, _ content: String = "content\n") {
    file(Array(name.utf8), Array(content.utf8))
  }

  /// Makes a symbolic link.
  package func link(_ name: String, to target: String) {
    precondition(unsafe symlink(target, path + "/" + name) == 0, "a test link cannot be made")
  }

  /// Gives a file a further name.
  package func hardLink(_ name: String, to target: String) {
    precondition(
      unsafe Glibc.link(path + "/" + target, path + "/" + name) == 0,
      "a test link cannot be made")
  }

  /// Makes a FIFO.
  package func fifo(_ name: String) {
    precondition(unsafe mkfifo(path + "/" + name, 0o644) == 0, "a test FIFO cannot be made")
  }

  /// Sets permission bits.
  package func mode(_ name: String, _ mode: UInt32) {
    precondition(unsafe chmod(path + "/" + name, mode) == 0, "test permissions cannot be set")
  }

  /// Calls the system with a path.
  private static func call(
    _ path: ArraySlice<UInt8>, _ body: (UnsafePointer<CChar>) -> Int32
  ) -> Int32 {
    let terminated = path.map { CChar(bitPattern: $0) } + [0]
    return unsafe terminated.withUnsafeBufferPointer { buffer in
      // Safety: the copy ends in NUL and outlives the call.
      unsafe body(buffer.baseAddress.unsafelyUnwrapped)
    }
  }
}
