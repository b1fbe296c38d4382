import Glibc

/// Runs other programs, as independent witnesses.
package enum Shell {
  /// Runs a command of `/bin/sh` and gives its standard output and its exit status.
  package static func run(_ command: String) -> (output: [UInt8], status: Int32) {
    // Safety: the stream is ours until pclose; the buffer is as large as said.
    guard let stream = unsafe popen(command, "r") else { return ([], -1) }
    var output: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes { bytes in
        unsafe fread(bytes.baseAddress.unsafelyUnwrapped, 1, bytes.count, stream)
      }
      if count == 0 { break }
      output.append(contentsOf: buffer[..<count])
    }
    let status = unsafe pclose(stream)
    return (output, (status >> 8) & 0xFF)
  }
}
