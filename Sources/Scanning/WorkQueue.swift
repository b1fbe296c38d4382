/// Files that wait for a worker: in batches when small, large ones first and alone.
struct WorkQueue {
  /// Files that ended a worker, to be read as plain text by one that has read nothing yet.
  private(set) var doomed: [OpenFile] = []
  /// Files that go alone, the smallest first.
  private var alone: [OpenFile] = []
  /// In the order in which they came; places before `smallHead` are empty, since a file that is held is open.
  private var small: [OpenFile?] = []
  private var smallHead = 0
  private var smallBytes = 0
  /// The most files of a batch; fewer where descriptors are short.
  let batchLimit: Int

  init(batchLimit: Int) { self.batchLimit = max(1, min(batchLimit, DescriptorBatch.most)) }

  var count: Int { doomed.count + alone.count + small.count - smallHead }

  /// Whether there is something that is worth a message of its own.
  var hasFullBatch: Bool {
    !doomed.isEmpty || !alone.isEmpty || small.count - smallHead >= batchLimit
      || smallBytes >= DescriptorBatch.bytes
  }

  /// Whether nothing waits that goes alone.
  var hasOnlySmall: Bool { doomed.isEmpty && alone.isEmpty }

  /// Whether what waits would take longer to read than one more worker takes to start.
  var isWorthAWorker: Bool {
    !doomed.isEmpty || !alone.isEmpty || small.count - smallHead >= 4 * batchLimit
      || smallBytes >= DescriptorBatch.bytes
  }

  mutating func add(_ file: OpenFile) {
    if file.firstDeath != nil {
      doomed.append(file)
    } else if file.isAlone {
      var low = 0
      var high = alone.count
      while low < high {
        let middle = (low + high) / 2
        if alone[middle].size <= file.size { low = middle + 1 } else { high = middle }
      }
      alone.insert(file, at: low)
    } else {
      small.append(file)
      smallBytes += file.size
    }
  }

  /// The next batch for a worker; `nil` when there is none for it.
  ///
  /// - Parameters:
  ///   - isFresh: Whether the worker has read nothing yet.
  ///   - isIdle: Whether it has nothing to do; only then it gets what goes alone.
  ///   - partial: Whether a batch need not be full.
  mutating func nextBatch(isFresh: Bool, isIdle: Bool, partial: Bool) -> [OpenFile]? {
    if isFresh, isIdle, !doomed.isEmpty { return [doomed.removeFirst()] }
    if isIdle, let file = alone.popLast() { return [file] }
    let isFull =
      small.count - smallHead >= batchLimit || smallBytes >= DescriptorBatch.bytes
    guard smallHead < small.count, isFull || partial else { return nil }
    var batch: [OpenFile] = []
    var bytes = 0
    while smallHead < small.count, batch.count < batchLimit, let file = small[smallHead] {
      guard batch.isEmpty || bytes + file.size <= DescriptorBatch.bytes else { break }
      batch.append(file)
      bytes += file.size
      small[smallHead] = nil
      smallHead += 1
    }
    smallBytes -= bytes
    if smallHead == small.count {
      small.removeAll(keepingCapacity: true)
      smallHead = 0
    } else if smallHead >= 1_024 {
      small.removeFirst(smallHead)
      smallHead = 0
    }
    return batch
  }

  /// Takes out one file, if it waits here.
  mutating func take(_ number: Int) -> OpenFile? {
    if let index = doomed.firstIndex(where: { $0.number == number }) {
      return doomed.remove(at: index)
    }
    if let index = alone.firstIndex(where: { $0.number == number }) {
      return alone.remove(at: index)
    }
    guard let index = small[smallHead...].firstIndex(where: { $0?.number == number }),
      let file = small.remove(at: index)
    else { return nil }
    smallBytes -= file.size
    return file
  }

  /// Takes out everything.
  mutating func removeAll() -> [OpenFile] {
    let all = doomed + alone + small.compactMap(\.self)
    doomed = []
    alone = []
    small = []
    smallHead = 0
    smallBytes = 0
    return all
  }
}
