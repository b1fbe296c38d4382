/// One event of a document.
package struct XMLEvent: Sendable, BitwiseCopyable {
  /// What an event tells.
  package enum Kind: Sendable, BitwiseCopyable {
    /// An element begins; its attributes follow.
    case startElement
    /// An attribute of the element that has just begun; references in the value are resolved.
    case attribute
    /// A piece of character data; one run of text may come in many, and none cuts a character.
    case text
    case endElement
    /// An element that has no attributes and holds nothing but text, or nothing at all: its beginning, its text and its end.
    case leaf
    case remark(XMLRemark)
  }

  package var kind: Kind
  /// Number of the element's or attribute's name, dense from 0 and constant for the life of the parser; -1 when it has none.
  package var name: Int32
  /// First byte of the text within that of all events of the piece.
  package var start: Int32
  /// One past the last byte of the text.
  package var end: Int32
  package var position: XMLPosition
}
