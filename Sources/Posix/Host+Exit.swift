internal import Glibc

extension Host {
  /// Ends the program.
  ///
  /// - Parameter status: What the caller of the program sees; 0...255.
  package static func exit(with status: Int32) -> Never { Glibc.exit(status) }
}
