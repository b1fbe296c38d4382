internal import CPCRE2

/// The memory in which one thread matches: match data and limits.
///
/// One per worker, for all patterns.
@safe package struct MatchScratch: ~Copyable {
  /// Most backtracking steps of one match.
  package static let stepLimit: UInt32 = 100_000
  /// Deepest nesting of backtracking.
  package static let depthLimit: UInt32 = 10_000
  /// Most memory for backtracking, in KiB.
  package static let heapLimit: UInt32 = 4_096

  // Safety: both are owned by this value alone and freed in deinit.
  private let data: OpaquePointer
  private let context: OpaquePointer

  /// Makes a scratch.
  ///
  /// - Throws: ``MatchLimit/heap`` when memory is out.
  package init() throws(MatchLimit) {
    // Safety: plain constructors; either may give nil, and then the other is freed.
    guard let data = unsafe pcre2_match_data_create_8(1, nil) else { throw .heap }
    guard let context = unsafe pcre2_match_context_create_8(nil) else {
      unsafe pcre2_match_data_free_8(data)
      throw .heap
    }
    // Safety: the context was just made.
    _ = unsafe pcre2_set_match_limit_8(context, Self.stepLimit)
    _ = unsafe pcre2_set_depth_limit_8(context, Self.depthLimit)
    _ = unsafe pcre2_set_heap_limit_8(context, Self.heapLimit)
    unsafe self.data = data
    unsafe self.context = context
  }

  deinit {
    // Safety: the only owner goes away.
    unsafe pcre2_match_data_free_8(data)
    unsafe pcre2_match_context_free_8(context)
  }

  /// The first match at or behind an offset.
  ///
  /// - Parameters:
  ///   - pattern: What to look for.
  ///   - subject: The bytes to look in; what stands before `offset` is seen by look-behinds.
  ///   - offset: Where to begin, in bytes; 0-based. In UTF mode at the beginning of a character.
  /// - Returns: The range of the match in bytes; `nil` when there is none.
  /// - Throws: ``MatchLimit`` when the match was given up.
  package mutating func firstMatch(
    of pattern: Pattern, in subject: Span<UInt8>, from offset: Int = 0
  ) throws(MatchLimit) -> Range<Int>? {
    guard offset <= subject.count, offset >= 0 else { return nil }
    // Safety: the subject outlives the call and its count is passed; data and context belong to this scratch.
    let result = unsafe subject.withUnsafeBufferPointer { buffer -> Int32 in
      // Safety: an empty span may have no address, and PCRE2 wants one even for no bytes.
      unsafe withUnsafePointer(to: 0 as UInt8) { empty in
        unsafe pcre2_match_8(
          pattern.code, buffer.baseAddress ?? empty, buffer.count, offset, 0, data, context)
      }
    }
    if result >= 0 {
      // Safety: a successful match leaves at least one pair of offsets, valid until the next match.
      guard let ends = unsafe pcre2_get_ovector_pointer_8(data) else { return nil }
      let (start, end) = unsafe (ends[0], ends[1])
      // `\K` in a look-around can put the start behind the end.
      return start <= end ? start..<end : nil
    }
    switch result {
    case PCRE2_ERROR_NOMATCH, PCRE2_ERROR_BADUTFOFFSET: return nil
    case PCRE2_ERROR_MATCHLIMIT: throw .steps
    case PCRE2_ERROR_DEPTHLIMIT: throw .depth
    case PCRE2_ERROR_HEAPLIMIT, PCRE2_ERROR_NOMEMORY, PCRE2_ERROR_JIT_STACKLIMIT: throw .heap
    default: throw .other
    }
  }
}
