import Inventory

/// Knows which names on the way to a value of a tree may not be written in its place, since they read as values themselves.
///
/// One per tree: each path is looked at once.
final class StepMask {
  private enum Answer: UInt8 {
    case unknown, shown, hidden
  }

  private var answers: [Answer] = []

  /// Whether the last name of a path is left out.
  func isHidden(
    _ path: Int, _ positions: borrowing TreePositions, _ context: DetectionContext
  ) -> Bool {
    if path < answers.count, answers[path] != .unknown { return answers[path] == .hidden }
    guard path >= 0, path < positions.components.count else { return false }
    while answers.count <= path { answers.append(.unknown) }
    let isHidden = TreePath.isHidden(positions.components[path], context)
    answers[path] = isHidden ? .hidden : .shown
    return isHidden
  }
}
