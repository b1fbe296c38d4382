internal import CPosix

/// A page of memory that a worker shares with its parent, to say without a system call which file it is at.
///
/// The parent treats what stands there as a rumour: a worker that was taken over can write anything.
@safe
package struct BeatPage: ~Copyable, @unchecked Sendable {
  /// Descriptor of the page, to be given to a child.
  package let descriptor: FileDescriptor
  // Safety: mapped in both inits and unmapped only in deinit; all access is atomic.
  private let page: UnsafeMutableRawPointer

  /// Makes a page that says 0.
  package init() throws(SystemError) {
    try self.init(attaching: FileDescriptor(owning: SystemError.check(px_beat_page())))
  }

  /// Maps the page behind a descriptor.
  package init(attaching descriptor: consuming FileDescriptor) throws(SystemError) {
    // Safety: the descriptor is that of a page which can never shrink.
    guard let page = unsafe px_beat_map(descriptor.number) else {
      throw SystemError(number: 12)
    }
    unsafe self.page = page
    self.descriptor = descriptor
  }

  deinit {
    // Safety: mapped since init, and used by nobody else.
    unsafe px_beat_unmap(page)
  }

  /// The file at work: its number and 1; 0 for none.
  package var file: UInt64 {
    // Safety: the page is mapped as long as this value lives.
    get { unsafe px_beat_read(page) }
    nonmutating set { unsafe px_beat_note(page, newValue) }
  }
}
