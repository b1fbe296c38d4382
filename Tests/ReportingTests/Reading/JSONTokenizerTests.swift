import Foundation
import Testing

@testable import Reporting

/// Writes down what it is told, as compact JSON of its own.
private struct Recorder: JSONSink {
  var text = ""
  private var needsComma = false

  private mutating func separate() {
    if needsComma { text += "," }
    needsComma = false
  }

  mutating func open(isObject: Bool) {
    separate()
    text += isObject ? "{" : "["
  }

  mutating func close() {
    text += ")"
    needsComma = true
  }

  mutating func key(_ key: String) {
    separate()
    text += "<\(key)>"
  }

  mutating func value(_ scalar: JSONNode) {
    separate()
    switch scalar {
    case .null: text += "null"
    case .bool(let claim): text += claim ? "true" : "false"
    case .number(let number): text += "\(number)"
    case .string(let string): text += "'\(string)'"
    default: break
    }
    needsComma = true
  }
}

@Suite struct JSONTokenizerTests {
  private func read(_ bytes: [UInt8], pieces: Int = .max) throws(JSONMistake) -> String {
    var tokenizer = JSONTokenizer()
    var recorder = Recorder()
    var start = 0
    while start < bytes.count {
      let end = min(bytes.count, start + min(pieces, bytes.count))
      try tokenizer.feed(bytes[start..<end], to: &recorder)
      start = end
    }
    try tokenizer.finish(&recorder)
    return recorder.text
  }

  @Test(
    arguments: [
      ("{}", "{)"), ("[ ]", "[)"), ("[1,-2.5e1,0]", "[1.0,-25.0,0.0)"),
      (#"{"a":{"b":[null,true,false]},"c":""}"#, "{<a>{<b>[null,true,false)),<c>'')"),
      (#"["\"\\\/\b\f\n\r\t","\u3042\ud842\udfb7"]"#, "['\"\\/\u{8}\u{c}\n\r\t','あ𠮷')"),
      (#"["\ud842x","\udfb7","\ud842\ud842\udfb7"]"#, "['\u{FFFD}x','\u{FFFD}','\u{FFFD}𠮷')"),
      ("{\"a\":1}\n{\"b\":2}\n", "{<a>1.0),{<b>2.0)"), ("", ""),
    ])
  func readsWhatJSONAllows(text: String, expected: String) throws {
    for pieces in [1, 2, 3, 7, .max] {
      #expect(try read(Array(text.utf8), pieces: pieces) == expected)
    }
  }

  @Test(
    arguments: [
      ("{\"a\" 1}", 1, 6, .expected(.colon)), ("{a:1}", 1, 2, .expected(.key)),
      ("[1 2]", 1, 4, .expected(.commaOrEnd)), ("[1,]", 1, 4, .expected(.value)),
      ("[\n  tru]", 2, 6, .expected(.value)), ("[\"あ\n\"]", 1, 4, .controlCharacter),
      ("[01a]", 1, 5, .badNumber), ("[0x10]", 1, 6, .badNumber), ("[1e999]", 1, 7, .badNumber),
      ("[\"\\q\"]", 1, 4, .badEscape), ("[\"\\u12G4\"]", 1, 7, .badEscape),
      ("{\"a\":[1", 1, 7, .endsTooEarly), ("\"abc", 1, 4, .endsTooEarly),
      ("]", 1, 1, .expected(.value)), ("[}", 1, 2, .expected(.value)),
      ("{\"a\":1,}", 1, 8, .expected(.key)),
    ] as [(String, Int, Int, JSONMistake.Kind)])
  func saysWhereAndWhat(text: String, line: Int, column: Int, kind: JSONMistake.Kind) {
    #expect(throws: JSONMistake(line: line, column: column, kind: kind)) {
      try read(Array(text.utf8))
    }
  }

  @Test func refusesWhatIsNotUTF8() {
    #expect(throws: JSONMistake(line: 1, column: 4, kind: .notUTF8)) {
      try read([0x5B, 0x22, 0x83, 0x41, 0x22, 0x5D])
    }
  }

  @Test func setsLimitsToDepthAndLength() throws {
    let deep = JSONTokenizer.depthLimit
    let fits = String(repeating: "[", count: deep) + String(repeating: "]", count: deep)
    #expect(throws: Never.self) { try read(Array(fits.utf8)) }
    #expect(throws: JSONMistake(line: 1, column: deep + 1, kind: .tooDeep(limit: deep))) {
      try read(Array(repeating: UInt8(ascii: "["), count: 1_000_000))
    }
    let long = JSONTokenizer.lengthLimit
    #expect(throws: JSONMistake(line: 1, column: long + 2, kind: .tooLong(limit: long))) {
      try read([0x22] + Array(repeating: UInt8(ascii: "a"), count: long + 1))
    }
    #expect(throws: JSONMistake(line: 1, column: long + 1, kind: .tooLong(limit: long))) {
      try read(Array(repeating: UInt8(ascii: "1"), count: long + 1))
    }
  }

  /// Bytes at random, and good documents with bytes changed: a mistake or a reading, never a trap.
  @Test func survivesAnything() {
    var random = SystemRandomNumberGenerator()
    let good = Array(#"{"files":[{"path":"a\u3042","findings":[{"count":1e3}]}],"x":null}"#.utf8)
    for round in 0..<4000 {
      var bytes = good
      if round % 2 == 0 {
        bytes = (0..<Int.random(in: 0...60, using: &random)).map { _ in
          Array("[]{}\",:\\u019eE+-.tfn \n\u{80}".utf8).randomElement(using: &random) ?? 0
        }
      } else {
        for _ in 0..<Int.random(in: 1...4, using: &random) {
          bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(
            in: 0...255, using: &random)
        }
      }
      var reader = FindingsReader(file: Array("a".utf8))
      do throws(JSONMistake) {
        try reader.feed(bytes[...])
        _ = try reader.finish()
      } catch {
        #expect(error.line >= 1 && error.column >= 1)
      }
      // Whatever Foundation takes, this takes too.
      if let text = String(validating: bytes, as: UTF8.self), !text.isEmpty,
        (try? JSONSerialization.jsonObject(with: Data(bytes))) != nil
      {
        #expect(throws: Never.self, "\(text)") { try read(bytes) }
      }
    }
  }
}
