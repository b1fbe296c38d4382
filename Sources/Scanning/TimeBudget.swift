/// How long a worker may take over one file.
///
/// What counts is the worker's own processor time: slow storage is no endless loop. A much longer limit on the clock on
/// the wall is for storage that never answers.
package struct TimeBudget: Sendable, Equatable {
  /// Nanoseconds of processor time for a file of any size.
  package var base: Int
  /// Further nanoseconds of processor time for each megabyte (10⁶ bytes).
  package var perMegabyte: Int
  /// Nanoseconds on the wall for a file of any size; a size adds twenty times what it adds in processor time.
  package var wall: Int

  package init(base: Int, perMegabyte: Int, wall: Int) {
    self.base = base
    self.perMegabyte = perMegabyte
    self.wall = wall
  }

  /// 5 s and 0.1 s a megabyte; twenty times as much in debug builds, which are that much slower.
  package static let standard: TimeBudget = {
    #if DEBUG
      let slowness = 20
    #else
      let slowness = 1
    #endif
    return TimeBudget(
      base: 5_000_000_000 * slowness, perMegabyte: 100_000_000 * slowness, wall: 600_000_000_000)
  }()

  /// Processor time for a file.
  func processorTime(_ size: Int?) -> Int {
    base + extra(size)
  }

  /// Time on the wall for a file.
  func wallTime(_ size: Int?) -> Int {
    wall + 20 * extra(size)
  }

  /// A stream, whose size nobody knows, may be as long as a gigabyte.
  private func extra(_ size: Int?) -> Int {
    let megabytes = min(max(0, size ?? 1_000_000_000) / 1_000_000, 1 << 24)
    return perMegabyte * megabytes
  }
}
