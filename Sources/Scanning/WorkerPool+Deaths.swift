internal import Inventory
internal import Posix

extension WorkerPool {
  /// Takes leave of a worker, finds out what it died of, and gives its files to others.
  ///
  /// - Parameter reason: Why it is ended; `nil` when it ended by itself.
  mutating func bury(_ worker: Worker, _ reason: Reason?) {
    let ending = worker.process.end()
    workers.removeAll { $0 === worker }
    let reason = reason ?? (ending == .violation ? .workerViolation : .workerCrash)
    let files = worker.files
    if files.isEmpty {
      noteIdleDeath()
    } else {
      deaths += 1
      // Which file it was at is the worker's own word; with a single file there is no doubt.
      let culprit = worker.fileAtWork ?? (files.count == 1 ? files[0] : nil)
      for file in files {
        if file.descriptor.storage.isDistant, reason == .timeLimit, !file.descriptor.isAnswered() {
          // Nor would it answer the next worker.
          examined.append(file === culprit ? file.unreadable(reason) : file.unanswered())
          openCount -= 1
        } else if culprit == nil {
          // Nobody knows which one it was: they go one by one.
          file.isAlone = true
          queue.add(file)
        } else if file !== culprit {
          queue.add(file)
        } else if file.firstDeath != nil {
          examined.append(file.unreadable(reason))
          openCount -= 1
        } else {
          file.firstDeath = reason
          file.job.textOnly = true
          file.isAlone = true
          queue.add(file)
        }
      }
    }
    if reason == .timeLimit { giveUpUnanswered() }
    if openCount > 0 || workers.isEmpty { start() }
  }

  /// Tells what waits on storage that does not answer.
  private mutating func giveUpUnanswered() {
    for file in queue.removeAll() {
      if file.descriptor.storage.isSilent {
        examined.append(file.unanswered())
        openCount -= 1
      } else {
        queue.add(file)
      }
    }
  }

  /// Counts a worker that died with no file to blame; the third one in a row ends the examination.
  mutating func noteIdleDeath() {
    idleDeaths += 1
    guard idleDeaths >= 3 else { return }
    giveUp()
  }

  /// Starts nobody any more, and tells what was not read.
  mutating func giveUp() {
    isBroken = true
    let left = queue.removeAll() + workers.flatMap { $0.files }
    workers.removeAll()
    examined += left.map { $0.unreadable(.workerCrash) }
    openCount = 0
  }
}
