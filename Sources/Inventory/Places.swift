/// The places of a finding, in file order.
///
/// Millions of files have ten in each finding, and one report may hold a hundred thousand: their numbers lie in one array and
/// their paths in one text, so that none is an object of its own.
package struct Places: Sendable, Equatable {
  /// What a place has beside its path.
  package struct Numbers: Sendable, Equatable {
    /// Physical line; 1-based.
    package var line: Int
    /// Record of a table; 1-based, 0 outside tables.
    package var row: Int
    /// Column of a table, or character of a line in running text; 1-based, 0 in XML and JSON.
    package var column: Int
    /// Offset in the file as stored, in bytes; 0-based.
    package var byteOffset: Int

    package init(line: Int, row: Int, column: Int, byteOffset: Int) {
      self.line = line
      self.row = row
      self.column = column
      self.byteOffset = byteOffset
    }
  }

  private var entries: [Numbers] = []
  /// Where in ``paths`` the path of each place ends; empty where none has one, as in tables.
  private var pathEnds: [Int] = []
  /// The masked paths, one behind the other; UTF-8.
  package private(set) var paths: [UInt8] = []

  package init() {}

  /// The places that some addresses name.
  package init(_ addresses: some Sequence<Address>) {
    for address in addresses {
      let numbers = Numbers(
        line: address.line, row: address.row ?? 0, column: address.column ?? 0,
        byteOffset: address.byteOffset)
      append(numbers, path: Array((address.path ?? "").utf8)[...])
    }
  }

  /// Makes room for so many places.
  package mutating func reserveCapacity(_ count: Int) { entries.reserveCapacity(count) }

  /// Adds one without a path.
  package mutating func append(_ numbers: Numbers) {
    if !pathEnds.isEmpty { pathEnds.append(paths.count) }
    entries.append(numbers)
  }

  /// Adds one with its path.
  ///
  /// - Parameter path: UTF-8; an empty one is none.
  package mutating func append(_ numbers: Numbers, path: ArraySlice<UInt8>) {
    guard !path.isEmpty else { return append(numbers) }
    if paths.isEmpty {
      // The others will be about as long.
      let room = Swift.min(entries.capacity, Self.usual)
      paths.reserveCapacity(room * (path.count + 2))
      pathEnds.reserveCapacity(room)
    }
    while pathEnds.count < entries.count { pathEnds.append(0) }
    paths.append(contentsOf: path)
    pathEnds.append(paths.count)
    entries.append(numbers)
  }

  /// A finding has as many places, and a few more may be kept, when no setting asks for all.
  private static let usual = 16

  /// Leaves the first ones.
  package mutating func keep(first count: Int) {
    guard count >= 0, count < entries.count else { return }
    if !pathEnds.isEmpty {
      paths.removeSubrange((count > 0 ? pathEnds[count - 1] : 0)...)
      pathEnds.removeSubrange(count...)
      if paths.isEmpty { pathEnds = [] }
    }
    entries.removeSubrange(count...)
  }

  /// The numbers of a place.
  package func numbers(_ index: Int) -> Numbers { entries[index] }

  /// Where in ``paths`` the path of a place stands; empty where it has none.
  package func path(_ index: Int) -> Range<Int> {
    guard !pathEnds.isEmpty else { return 0..<0 }
    return (index > 0 ? pathEnds[index - 1] : 0)..<pathEnds[index]
  }
}

extension Places: RandomAccessCollection {
  package var startIndex: Int { 0 }
  package var endIndex: Int { entries.count }

  /// A place by itself.
  package subscript(index: Int) -> Address {
    let numbers = numbers(index)
    let path = path(index)
    return Address(
      line: numbers.line, row: numbers.row > 0 ? numbers.row : nil,
      column: numbers.column > 0 ? numbers.column : nil, byteOffset: numbers.byteOffset,
      path: path.isEmpty ? nil : String(decoding: paths[path], as: UTF8.self))
  }
}

extension Places: ExpressibleByArrayLiteral {
  package init(arrayLiteral addresses: Address...) { self.init(addresses) }
}

extension Places: CustomStringConvertible {
  package var description: String { Array(self).description }
}
