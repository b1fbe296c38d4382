import Inventory
import Posix
import Testing

@testable import Scanning

@Suite struct WorkQueueTests {
  private func file(_ number: Int, size: Int) throws -> OpenFile {
    let descriptor = try FileDescriptor.openDirectory(path: FileName("/"))
    return OpenFile(number, descriptor, ExaminationJob(size: size, nameExtension: ""))
  }

  @Test func largeFilesGoFirstAndAlone() throws {
    var queue = WorkQueue(batchLimit: 64)
    queue.add(try file(0, size: 10))
    queue.add(try file(1, size: 2 << 20))
    queue.add(try file(2, size: 9 << 20))
    queue.add(try file(3, size: 9 << 20))
    #expect(queue.hasFullBatch)
    var order: [[Int]] = []
    while let batch = queue.nextBatch(isFresh: true, isIdle: true, partial: true) {
      order.append(batch.map(\.number))
    }
    // Equal sizes in any order would do, but it must always be the same one.
    #expect(order == [[3], [2], [1], [0]])
    #expect(queue.count == 0)
  }

  @Test func busyWorkersGetNothingThatGoesAlone() throws {
    var queue = WorkQueue(batchLimit: 64)
    queue.add(try file(0, size: 2 << 20))
    #expect(queue.nextBatch(isFresh: true, isIdle: false, partial: true)?.count == nil)
  }

  @Test func batchesAreBoundedInFilesAndBytes() throws {
    var queue = WorkQueue(batchLimit: 4)
    for number in 0..<9 { queue.add(try file(number, size: 1)) }
    #expect(queue.nextBatch(isFresh: false, isIdle: true, partial: false)?.count == 4)
    #expect(queue.nextBatch(isFresh: false, isIdle: true, partial: false)?.count == 4)
    #expect(queue.nextBatch(isFresh: false, isIdle: true, partial: false)?.count == nil)
    #expect(queue.nextBatch(isFresh: false, isIdle: true, partial: true)?.count == 1)

    for number in 0..<4 { queue.add(try file(number, size: 400 << 10)) }
    #expect(queue.nextBatch(isFresh: false, isIdle: true, partial: false)?.map(\.number) == [0, 1])
    #expect(queue.nextBatch(isFresh: false, isIdle: true, partial: false)?.count == nil)
  }

  @Test func anyFileCanBeTakenOut() throws {
    var queue = WorkQueue(batchLimit: 4)
    for number in 0..<4 { queue.add(try file(number, size: 10)) }
    queue.add(try file(4, size: 2 << 20))
    let doomed = try file(5, size: 1)
    doomed.firstDeath = .workerCrash
    queue.add(doomed)
    _ = queue.nextBatch(isFresh: false, isIdle: false, partial: true)
    for number in 6..<9 { queue.add(try file(number, size: 10)) }
    #expect(queue.take(0) == nil && queue.take(99) == nil)
    for number in [7, 4, 5] { #expect(queue.take(number)?.number == number) }
    #expect(queue.take(7) == nil)
    #expect(queue.count == 2)
    #expect(
      queue.nextBatch(isFresh: true, isIdle: true, partial: true)?.map(\.number) == [6, 8])
    #expect(queue.count == 0)
  }

  @Test func whatKilledAWorkerWaitsForAFreshOne() throws {
    var queue = WorkQueue(batchLimit: 4)
    let doomed = try file(0, size: 1)
    doomed.firstDeath = .workerCrash
    queue.add(doomed)
    queue.add(try file(1, size: 1))
    #expect(
      queue.nextBatch(isFresh: false, isIdle: true, partial: true)?.map(\.number) == [1])
    #expect(queue.nextBatch(isFresh: true, isIdle: true, partial: true)?.map(\.number) == [0])
  }

  @Test func aFileThatIsHandedOutIsNotHeld() throws {
    var queue = WorkQueue(batchLimit: 2)
    for number in 0..<3 { queue.add(try file(number, size: 1)) }
    weak let first = queue.nextBatch(isFresh: false, isIdle: true, partial: false)?.first
    let isHeld = first.map { _ in true } ?? false
    #expect(!isHeld)
    #expect(queue.count == 1)
  }
}
