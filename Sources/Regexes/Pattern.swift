internal import CPCRE2

/// A compiled regular expression (PCRE2, 8-bit).
///
/// Immutable, shared by all that match with it.
///
/// With JIT where the system allows it; matching works the same without, only slower.
/// Constructs that would let a pattern lift its own limits or call out are refused.
@safe package final class Pattern: @unchecked Sendable {
  /// How a pattern reads its subject.
  package struct Options: OptionSet, Sendable {
    package let rawValue: UInt32
    package init(rawValue: UInt32) { self.rawValue = rawValue }

    /// Characters, not bytes; bytes that are no UTF-8 match nothing and end no match early.
    package static let utf = Options(rawValue: 1)
    /// The match must begin at the offset.
    package static let anchored = Options(rawValue: 2)
    /// Letters match in both cases.
    package static let caseless = Options(rawValue: 4)
  }

  /// The expression as written.
  package let text: String
  package let options: Options
  /// Whether the expression was compiled to machine code.
  package let isJIT: Bool
  // Safety: owned by this object alone, freed in deinit; PCRE2 never writes to compiled code after JIT.
  let code: OpaquePointer

  /// Compiles an expression.
  ///
  /// - Throws: ``PatternError`` with the position and PCRE2's own words, which never quote the subject.
  package init(_ text: String, options: Options = []) throws(PatternError) {
    try Self.refuseForbidden(text)
    var flags = PCRE2_NEVER_BACKSLASH_C
    if options.contains(.utf) { flags |= PCRE2_UTF | PCRE2_MATCH_INVALID_UTF }
    if options.contains(.anchored) { flags |= PCRE2_ANCHORED }
    if options.contains(.caseless) { flags |= PCRE2_CASELESS }
    let bytes = Array(text.utf8)
    var number: Int32 = 0
    var offset = 0
    // Safety: the bytes outlive the call, their count is passed along; PCRE2 copies what it needs.
    let compiled = unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe pcre2_compile_8(buffer.baseAddress, buffer.count, flags, &number, &offset, nil)
    }
    guard let code = unsafe compiled else {
      throw PatternError(.syntax(Self.words(for: number)), offset: offset)
    }
    // Safety: `code` was just made and is not shared yet; a failing JIT leaves it usable.
    self.isJIT = unsafe pcre2_jit_compile_8(code, PCRE2_JIT_COMPLETE) == 0
    unsafe self.code = code
    self.text = text
    self.options = options
  }

  deinit {
    // Safety: the only owner goes away.
    unsafe pcre2_code_free_8(code)
  }

  /// Version of the library, such as `10.42`.
  package static let libraryVersion: String = {
    var bytes = [UInt8](repeating: 0, count: 64)
    // Safety: PCRE2 writes at most 24 bytes with the terminating zero into the 64.
    let count = unsafe bytes.withUnsafeMutableBytes { buffer in
      unsafe pcre2_config_8(UInt32(PCRE2_CONFIG_VERSION), buffer.baseAddress)
    }
    let text = String(decoding: bytes.prefix(max(0, Int(count) - 1)), as: UTF8.self)
    return String(text.prefix { $0 != " " })
  }()

  /// Refuses what PCRE2 has no option against: limits set by the pattern itself, and callouts.
  private static func refuseForbidden(_ text: String) throws(PatternError) {
    let bytes = Array(text.utf8)
    for index in bytes.indices where bytes[index] == 0x28 {
      if bytes[index...].starts(with: "(*LIMIT_".utf8) {
        throw PatternError(.ownLimit, offset: index)
      }
      if bytes[index...].starts(with: "(?C".utf8) { throw PatternError(.callout, offset: index) }
    }
  }

  private static func words(for number: Int32) -> String {
    var bytes = [UInt8](repeating: 0, count: 160)
    // Safety: the buffer's true size is passed; PCRE2 truncates and ends with a zero.
    let count = unsafe bytes.withUnsafeMutableBufferPointer { buffer in
      unsafe pcre2_get_error_message_8(number, buffer.baseAddress, buffer.count)
    }
    return String(decoding: bytes.prefix(max(0, Int(count))), as: UTF8.self)
  }
}
