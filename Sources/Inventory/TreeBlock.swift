/// Values of a tree, as ranges into lent text.
///
/// Reused by the extractor from block to block.
@usableFromInline package struct TreeBlock {
  /// One value.
  @frozen @usableFromInline package struct Value {
    /// Number of its path, and its place among the siblings of the same name; see ``TreePositions/Step``.
    @usableFromInline package var path: Int32
    @usableFromInline package var position: Int32
    /// Index of the parent of its innermost step; -1 at the top.
    @usableFromInline package var parent: Int32
    /// First byte, relative to the lent text.
    @usableFromInline package var start: UInt32
    /// One past the last byte.
    @usableFromInline package var end: UInt32
    /// As in ``TreeValue``.
    @usableFromInline package var record: Int
    @usableFromInline package var line: Int
    /// Offset in the whole decoded text of its first byte; ``TreeBlock/place`` leads to that in the file.
    @usableFromInline package var offset: Int

    @inlinable @inline(__always) package init(
      path: Int32, position: Int32, parent: Int32, start: UInt32, end: UInt32, record: Int,
      line: Int, offset: Int
    ) {
      self.path = path
      self.position = position
      self.parent = parent
      self.start = start
      self.end = end
      self.record = record
      self.line = line
      self.offset = offset
    }
  }

  /// An element that was open when a value was met.
  package struct Parent {
    package var step: TreePositions.Step
    /// Index of the element around it; -1 at the top.
    package var parent: Int32

    package init(step: TreePositions.Step, parent: Int32) {
      self.step = step
      self.parent = parent
    }
  }

  package var values: [Value] = []
  package var parents: [Parent] = []
  /// Where offsets of the text lie in the file.
  package var place = BlockPlace()

  package init() {}

  /// The steps of a value's path, from the outermost.
  package func steps(of value: Value) -> [TreePositions.Step] {
    var steps = [TreePositions.Step(path: Int(value.path), position: Int(value.position))]
    var parent = value.parent
    while parent >= 0 {
      steps.append(parents[Int(parent)].step)
      parent = parents[Int(parent)].parent
    }
    return steps.reversed()
  }
}
