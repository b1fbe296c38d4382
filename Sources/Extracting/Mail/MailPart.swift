/// What the header of a mail or of a part of it says of the body.
struct MailPart {
  /// How the body is to be read.
  enum Kind: Equatable {
    case text, html
    /// Parts between boundary lines.
    case multipart
    /// A mail within the mail.
    case message
    /// A format that is not read; its name comes from a closed list.
    case unread(String)
  }

  /// How the body was made fit for transfer.
  enum Transfer: Equatable {
    case identity, quotedPrintable, base64
  }

  var kind: Kind = .text
  var transfer: Transfer = .identity
  var charset: String?
  var boundary: [UInt8]?
  /// Extension of the name of an attached file, in lower case without the dot; empty when there is none.
  var fileExtension = ""

  /// Whether the part is a file that may be a table.
  var mayBeTable: Bool { kind == .text && ["csv", "tsv", "tab", "txt"].contains(fileExtension) }

  /// Takes a header field.
  ///
  /// - Parameters:
  ///   - name: In lower case.
  ///   - value: Unfolded, with its blanks.
  mutating func take(_ name: String, _ value: [UInt8]) {
    switch name {
    case "content-type":
      let type = Self.token(value).lowercased()
      charset = Self.parameter("charset", of: value).map {
        String(decoding: $0, as: UTF8.self).lowercased()
      }
      let fileName = Self.parameter("name", of: value)
      if let fileName { fileExtension = AttachmentFormat.pathExtension(fileName) }
      if fileExtension.isEmpty {
        if type.hasSuffix("csv") || type == "text/comma-separated-values" { fileExtension = "csv" }
        if type == "text/tab-separated-values" { fileExtension = "tsv" }
      }
      if type.hasPrefix("multipart/") {
        boundary = Self.parameter("boundary", of: value)
        kind = boundary == nil ? .text : .multipart
      } else if type == "message/rfc822" {
        kind = .message
      } else if type == "text/html" {
        kind = .html
      } else if type.hasPrefix("text/") || type.hasPrefix("message/") || type.isEmpty
        || type.hasSuffix("/xml") || type.hasSuffix("/json") || type.hasSuffix("+xml")
        || type.hasSuffix("/csv")
      {
        kind = .text
      } else {
        kind = .unread(AttachmentFormat.name(type: type, fileName: fileName))
        if let fileName, AttachmentFormat.isText(fileName) { kind = .text }
      }
    case "content-transfer-encoding":
      switch Self.token(value).lowercased() {
      case "quoted-printable": transfer = .quotedPrintable
      case "base64": transfer = .base64
      default: transfer = .identity
      }
    case "content-disposition":
      guard let fileName = Self.parameter("filename", of: value) else { return }
      let ending = AttachmentFormat.pathExtension(fileName)
      if !ending.isEmpty { fileExtension = ending }
      guard case .unread(let format) = kind else { return }
      if AttachmentFormat.isText(fileName) {
        kind = .text
      } else if format == AttachmentFormat.unknown {
        kind = .unread(AttachmentFormat.name(type: "", fileName: fileName))
      }
    default: break
    }
  }

  /// The value's first word.
  private static func token(_ value: [UInt8]) -> String {
    let bytes = value.drop { ValueText.isBlank($0) }.prefix {
      $0 != 0x3B && !ValueText.isBlank($0)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A parameter such as `charset=…`, with or without quotes; one that comes in pieces (`name*0*=…; name*1*=…`) is joined.
  static func parameter(_ name: String, of value: [UInt8]) -> [UInt8]? {
    let name = Array(name.utf8)
    var pieces: [UInt8]?
    var index = 0
    while index < value.count {
      guard value[index] == 0x3B else {
        index += 1
        continue
      }
      index += 1
      while index < value.count, ValueText.isBlank(value[index]) { index += 1 }
      var matched = 0
      while matched < name.count, index + matched < value.count,
        value[index + matched] | 0x20 == name[matched]
      {
        matched += 1
      }
      var cursor = index + matched
      var isPiece = false
      if matched == name.count, cursor < value.count, value[cursor] == 0x2A {
        cursor += 1
        while cursor < value.count, value[cursor] &- 0x30 <= 9 {
          cursor += 1
          isPiece = true
        }
        if isPiece, cursor < value.count, value[cursor] == 0x2A { cursor += 1 }
      }
      while cursor < value.count, ValueText.isBlank(value[cursor]) { cursor += 1 }
      guard matched == name.count, cursor < value.count, value[cursor] == 0x3D else { continue }
      cursor += 1
      while cursor < value.count, ValueText.isBlank(value[cursor]) { cursor += 1 }
      let text: [UInt8]
      if cursor < value.count, value[cursor] == 0x22 {
        text = Array(value[(cursor + 1)...].prefix { $0 != 0x22 })
      } else {
        text = Array(value[cursor...].prefix { $0 != 0x3B && !ValueText.isBlank($0) })
      }
      guard isPiece else { return text }
      pieces = (pieces ?? []) + text
      index = cursor
    }
    return pieces
  }
}

/// Names for the formats of attachments, from a closed list: a file's own name is content.
enum AttachmentFormat {
  static let unknown = "attachment"

  private static let extensions: [String: String] = [
    "xlsx": "xlsx", "xlsm": "xlsx", "xls": "xls", "docx": "docx", "doc": "doc", "pptx": "pptx",
    "ppt": "ppt", "pdf": "pdf", "zip": "zip", "7z": "7z", "lzh": "lzh", "gz": "gzip",
    "png": "image", "jpg": "image", "jpeg": "image", "gif": "image", "tif": "image",
    "tiff": "image", "bmp": "image", "heic": "image", "rtf": "rtf", "msg": "msg", "xdw": "xdw",
    "p7s": "signature",
  ]
  private static let textExtensions: Set<String> = [
    "csv", "tsv", "txt", "xml", "json", "log", "md", "yaml", "yml", "ini", "sql", "ics", "vcf",
    "ldif",
  ]

  static func name(type: String, fileName: [UInt8]?) -> String {
    if type.hasPrefix("image/") { return "image" }
    if type.hasPrefix("audio/") { return "audio" }
    if type.hasPrefix("video/") { return "video" }
    if type == "application/pdf" { return "pdf" }
    if type.hasSuffix("zip-compressed") || type == "application/zip" { return "zip" }
    if type.hasSuffix("spreadsheetml.sheet") { return "xlsx" }
    if type.hasSuffix("wordprocessingml.document") { return "docx" }
    if type.hasSuffix("presentationml.presentation") { return "pptx" }
    if type == "application/msword" { return "doc" }
    if type.hasSuffix("ms-excel") { return "xls" }
    if type.hasSuffix("signature") { return "signature" }
    return fileName.flatMap { extensions[pathExtension($0)] } ?? unknown
  }

  static func isText(_ fileName: [UInt8]) -> Bool {
    textExtensions.contains(pathExtension(fileName))
  }

  /// What stands behind the last dot of a name, in lower case.
  static func pathExtension(_ name: [UInt8]) -> String {
    // Names in Japanese come as encoded words.
    let name = name.starts(with: [0x3D, 0x3F]) ? HeaderWords.decode(name) : name
    guard let dot = name.lastIndex(of: 0x2E) else { return "" }
    return String(decoding: name[(dot + 1)...].prefix(16), as: UTF8.self).lowercased()
  }
}
