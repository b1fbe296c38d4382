/// A tag of HTML, taken apart.
struct HTMLTag {
  /// In lower case; empty for what is none.
  var name = ""
  var isEnd = false
  /// Values of attributes that people see or that name people: form values, alternative texts, mail and phone links.
  var spokenValues: [[UInt8]] = []
  /// What the field of a form is called, fit to stand before its value; empty when it has no name or holds no text.
  var fieldName: [UInt8] = []
  /// Columns that a cell takes; 1...100.
  var span = 1

  /// Elements before and behind which a line ends.
  static let blocks: Set<String> = [
    "br", "p", "div", "li", "ul", "ol", "dl", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6",
    "hr", "pre", "blockquote", "section", "article", "header", "footer", "form", "option",
    "select", "caption", "body", "html", "head", "tbody", "thead", "tfoot", "meta", "input",
    "button", "label", "address", "main", "nav", "aside", "fieldset", "legend", "figure",
    "figcaption", "center", "!doctype",
  ]
  /// Fields whose values nobody writes.
  private static let silentFields: Set<String> = [
    "radio", "checkbox", "submit", "button", "reset", "image", "file",
  ]
  /// Attributes that name a field, the telling ones first.
  private static let names = ["aria-label", "data-label", "name", "id"]

  private static let spoken: Set<String> = ["value", "alt", "title", "content", "placeholder"]

  /// - Parameter tag: Between `<` and `>`.
  init(_ tag: [UInt8]) {
    var index = 0
    if tag.first == 0x2F {
      isEnd = true
      index = 1
    }
    let start = index
    while index < tag.count, !ValueText.isBlank(tag[index]), tag[index] != 0x2F || index == start {
      index += 1
    }
    name = String(decoding: tag[start..<index], as: UTF8.self).lowercased()
    guard !isEnd else { return }
    let isField = name == "input"
    var called: [String: [UInt8]] = [:]
    defer {
      if isField { fieldName = Self.fieldName(called) }
    }
    while index < tag.count {
      while index < tag.count, ValueText.isBlank(tag[index]) || tag[index] == 0x2F { index += 1 }
      let keyStart = index
      while index < tag.count, tag[index] != 0x3D, !ValueText.isBlank(tag[index]) { index += 1 }
      let key = String(decoding: tag[keyStart..<index], as: UTF8.self).lowercased()
      while index < tag.count, ValueText.isBlank(tag[index]) { index += 1 }
      guard index < tag.count, tag[index] == 0x3D else { continue }
      index += 1
      while index < tag.count, ValueText.isBlank(tag[index]) { index += 1 }
      guard index < tag.count else { break }
      let valueStart: Int
      if tag[index] == 0x22 || tag[index] == 0x27 {
        let quote = tag[index]
        valueStart = index + 1
        index = valueStart
        while index < tag.count, tag[index] != quote { index += 1 }
      } else {
        valueStart = index
        while index < tag.count, !ValueText.isBlank(tag[index]) { index += 1 }
      }
      let value = Array(tag[valueStart..<index])
      if isField, key == "type" || Self.names.contains(key) { called[key] = value }
      take(key, value)
      index += 1
    }
  }

  private static func fieldName(_ called: [String: [UInt8]]) -> [UInt8] {
    if let type = called["type"],
      silentFields.contains(String(decoding: type, as: UTF8.self).lowercased())
    {
      return []
    }
    for key in names {
      if let name = called[key].map(FieldName.words(of:)), !name.isEmpty { return name }
    }
    return []
  }

  private mutating func take(_ key: String, _ value: [UInt8]) {
    if key == "colspan" {
      span = min(max(Int(String(decoding: value.prefix(4), as: UTF8.self)) ?? 1, 1), 100)
    } else if Self.spoken.contains(key) {
      if !value.isEmpty { spokenValues.append(value) }
    } else if key == "href" {
      let scheme = String(decoding: value.prefix(7), as: UTF8.self).lowercased()
      if scheme == "mailto:" { spokenValues.append(Array(value.dropFirst(7))) }
      if scheme.hasPrefix("tel:") { spokenValues.append(Array(value.dropFirst(4))) }
    }
  }
}
