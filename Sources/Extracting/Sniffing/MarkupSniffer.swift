import Inventory

/// Tells XML and HTML by how a text begins, behind remarks and instructions.
///
/// What only looks like markup is left to the other kinds: a DTD, an address in brackets (`<name@example.jp>`, `<https://…>`),
/// Markdown that begins with a remark or an element of HTML.
enum MarkupSniffer {
  /// Elements that begin pages, and in the last line pieces of pages, but no export that is XML; pages are read tolerantly.
  private static let pageNames: Set<String> = [
    "html", "head", "body", "table", "div", "meta", "script",
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "br", "hr", "img", "center", "font", "frameset",
    "style",
  ]
  /// Further ones that begin pieces of pages, and exports as well: pages where the file's name says so.
  private static let fragmentNames: Set<String> = [
    "form", "input", "textarea", "ul", "ol", "dl", "nav", "section", "label", "span",
  ]
  private static let pageExtensions: Set<String> = ["html", "htm", "asp", "aspx", "jsp", "cgi"]
  private static let declaration = TextSniffer.word("<?xml")
  private static let remark = TextSniffer.word("<!--")
  private static let documentType = TextSniffer.word("<!doctype")
  private static let pageType = TextSniffer.word("<!doctype html")
  private static let page = TextSniffer.word("<html")

  static func format(of lines: SampleLines, nameExtension: String) -> ContentFormat? {
    let text = lines.bytes.span
    guard lines.begin < lines.count, text[lines.begin] == 0x3C else { return nil }
    let isDeclared = lines.hasPrefix(declaration)
    // A program: <?php, <?=.
    if !isDeclared, text[lines.begin + 1] == 0x3F { return nil }
    if isDeclared, lines.contains(page) || lines.contains(pageType) { return .html }
    guard let place = contentPlace(lines) else {
      // The remarks are longer than what is looked at.
      return lines.contains(page) ? .html : .xml
    }
    if lines.holds(pageType, at: place) { return .html }
    if lines.holds(documentType, at: place) { return .xml }
    guard place + 1 < lines.count, text[place] == 0x3C else { return isDeclared ? .xml : nil }
    guard let name = name(lines, at: place + 1) else {
      // A DTD, or what is no element: with a declaration it is XML that breaks here.
      return isDeclared && text[place + 1] != 0x21 ? .xml : nil
    }
    if !isDeclared,
      pageNames.contains(name)
        || pageExtensions.contains(nameExtension) && fragmentNames.contains(name)
    {
      // In Markdown a page's pieces stand between its own.
      let isMarkdown = ["md", "markdown"].contains(nameExtension) && name != "html"
      return isMarkdown ? .markdown : .html
    }
    if lines.hasPrefix(remark), lines.contains(page) { return .html }
    return isDeclared || lines.contains([0x3E]) ? .xml : nil
  }

  /// Where the first thing stands that is neither a remark nor an instruction; `nil` when that is not in the sample.
  private static func contentPlace(_ lines: SampleLines) -> Int? {
    let text = lines.bytes.span
    var place = lines.begin
    while place < lines.count {
      if text[place] <= 0x20 {
        place += 1
      } else if lines.holds(remark, at: place) {
        guard let end = end(of: [0x2D, 0x2D, 0x3E], lines, from: place + 4) else { return nil }
        place = end
      } else if text[place] == 0x3C, text[place + 1] == 0x3F {
        guard let end = end(of: [0x3F, 0x3E], lines, from: place + 2) else { return nil }
        place = end
      } else {
        return place
      }
    }
    return nil
  }

  /// One past the next occurrence of a few bytes.
  private static func end(of mark: [UInt8], _ lines: SampleLines, from start: Int) -> Int? {
    var place = start
    while place + mark.count <= lines.count {
      if lines.bytes[place] == mark[0], lines.holds(mark, at: place) { return place + mark.count }
      place += 1
    }
    return nil
  }

  /// The name of the element that begins at a place, in lower case; `nil` when it is none.
  private static func name(_ lines: SampleLines, at start: Int) -> String? {
    let text = lines.bytes.span
    guard text[start] >= 0x80 || text[start] == 0x5F || TextSniffer.isLetter(text[start]) else {
      return nil
    }
    var end = start
    while end < lines.count, isNameByte(text[end]) { end += 1 }
    // Behind a name stands a blank, `/` or `>`; `https:` is none.
    guard end < lines.count, text[end] <= 0x20 || text[end] == 0x2F || text[end] == 0x3E,
      text[end - 1] != 0x3A
    else { return nil }
    return String(decoding: lines.bytes[start..<end], as: UTF8.self).lowercased()
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 || TextSniffer.isLetter(byte) || byte &- 0x30 <= 9 || byte == 0x2D || byte == 0x2E
      || byte == 0x3A || byte == 0x5F
  }
}
