/// How much the different places count.
enum CategoryWeight {
  static let fileName = 1.2
  static let folder = 1.0
  /// Each folder further up counts this part of the one below.
  static let fade = 0.6
  static let text = 0.4
  static let textLimit = 1.2
  /// From this lead on, content is clear, and a path that says otherwise counts less.
  static let clear = 1.8
  static let overruledPath = 0.3
  /// Odds from which words of entrustment beat those for the client's own customers.
  static let entrusted = 0.8
  static let declaredPlace = 1.0
  /// From this weight on a word is a strong sign.
  static let strong = 1.0
  /// Strong signs that a kind needs where the place declares categories and the policy does not declare the kind.
  static let severalSigns = 3
  /// Odds that nothing known is meant; one clear word must beat it.
  static let unknown = 0.7
  /// Of what is no candidate.
  static let never = -10.0
}
