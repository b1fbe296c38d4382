/// One message between a parent and a worker: a fixed head, and what it carries.
///
/// The head is 12 bytes, little-endian: magic, version, kind, two bytes of zeros, and a number whose meaning depends on the
/// kind.
struct WireMessage {
  enum Kind: UInt8, CaseIterable {
    /// Parent: a piece of the setup; the number is how many bytes are still to come after it.
    case setup
    /// Parent: a batch of files; the number is how many.
    case jobs
    /// Worker: locked and ready; the number tells the walls.
    case hello
    /// Worker: pieces of reports; the number is how many pieces.
    case reports
  }

  /// `TNOR` as bytes.
  static let magic: UInt32 = 0x524F_4E54
  static let version: UInt8 = 1
  static let headSize = 12
  /// The most bytes that one message carries besides its head.
  static let mostBytes = 65_536 - headSize

  var kind: Kind
  var number: UInt32

  init(_ kind: Kind, number: UInt32) {
    self.kind = kind
    self.number = number
  }

  /// Reads the head of a message.
  init(reading bytes: [UInt8], count: Int) throws(FrameError) {
    var reader = FrameReader(bytes, 0..<min(count, Self.headSize))
    guard try reader.integer(UInt32.self) == Self.magic, try reader.byte() == Self.version,
      let kind = Kind(rawValue: try reader.byte()), try reader.integer(UInt16.self) == 0
    else { throw FrameError() }
    self.kind = kind
    number = try reader.integer(UInt32.self)
  }

  /// The whole message.
  func bytes(carrying body: [UInt8]) -> [UInt8] {
    var writer = FrameWriter()
    writer.integer(Self.magic)
    writer.byte(Self.version)
    writer.byte(kind.rawValue)
    writer.integer(UInt16(0))
    writer.integer(number)
    return writer.bytes + body
  }
}
