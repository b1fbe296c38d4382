import Glibc
import TestSupport
import Testing

@testable import Posix

@Suite("Channels of messages and open files")
struct DescriptorChannelTests {
  @Test("a message and its files arrive")
  func passing() throws {
    let directory = TempDirectory()
    directory.file("a", "hello")
    let folder = try FileDescriptor.openDirectory(path: FileName(directory.path))
    let file = try folder.open(FileName("a")).taken()
    let pair = try DescriptorChannel.pair()
    #expect(pair.child.number >= 10 && pair.parent.number >= 10)
    let other = DescriptorChannel(owning: try pair.child.duplicate())
    try pair.parent.send(
      [1, 2, 3], passing: Array(repeating: file.number, count: 64), waiting: false)
    var buffer: [UInt8] = []
    var numbers: [Int32] = []
    let count = try other.receive(
      into: &buffer, descriptors: &numbers, most: 64, waiting: true)
    #expect(count == 3 && buffer[..<3] == [1, 2, 3] && numbers.count == 64)
    for number in numbers {
      let received = FileDescriptor(owning: number)
      let same = try received.facts().isSameFile(as: file.facts())
      #expect(same)
    }
  }

  @Test("files that are not wanted are closed, and an error")
  func cutting() throws {
    let folder = try FileDescriptor.openDirectory(path: FileName("/"))
    for most in [0, 1, 63] {
      let pair = try DescriptorChannel.pair()
      let other = DescriptorChannel(owning: try pair.child.duplicate())
      try pair.parent.send(
        [1], passing: Array(repeating: folder.number, count: 64), waiting: false)
      var buffer: [UInt8] = []
      var numbers: [Int32] = []
      #expect(throws: SystemError(number: EPROTO)) {
        try other.receive(into: &buffer, descriptors: &numbers, most: most, waiting: true)
      }
      #expect(numbers.isEmpty)
    }
  }

  @Test("a full channel and an empty one say so, and a closed one ends")
  func flow() throws {
    let pair = try DescriptorChannel.pair()
    let other = DescriptorChannel(owning: try pair.child.duplicate())
    let parent = pair.keepingParent()
    var buffer: [UInt8] = []
    var numbers: [Int32] = []
    #expect(throws: SystemError(number: EAGAIN)) {
      try other.receive(into: &buffer, descriptors: &numbers, waiting: false)
    }
    let message = [UInt8](repeating: 7, count: DescriptorChannel.mostBytes)
    var sent = 0
    var refusal: SystemError?
    while refusal == nil, sent < 1_000 {
      do {
        try parent.send(message, waiting: false)
        sent += 1
      } catch { refusal = error }
    }
    #expect(sent >= 2 && refusal?.isAgain == true)
    _ = consume parent
    for _ in 0..<sent {
      let count = try other.receive(into: &buffer, descriptors: &numbers, waiting: true)
      #expect(count == message.count)
    }
    let end = try other.receive(into: &buffer, descriptors: &numbers, waiting: true)
    #expect(end == 0)
    #expect(throws: SystemError(number: EPIPE)) { try other.send([1], waiting: true) }
  }
}
