import Rules

/// The words of a ``HeadingLexicon`` by their hashes, with what they say.
enum HeadingTable: Sendable {
  case gathered(Gathered)
  case compiled(Compiled)

  /// The first entry of a word; `nil` when there is no such word.
  func first(_ hash: UInt64) -> Int? {
    switch self {
    case .gathered(let table): table.first(hash)
    case .compiled(let table): table.first(hash)
    }
  }

  /// An entry, and the place of the next one of its word; -1 where there is none.
  func entry(_ place: Int) -> (entry: HeadingLexicon.Entry, next: Int) {
    switch self {
    case .gathered(let table): table.entries[place]
    case .compiled(let table): table.entry(place)
    }
  }
}

extension HeadingTable {
  /// While they are gathered, and where they are not those of the program.
  struct Gathered: Sendable {
    /// Words by hash: indices into ``chains``.
    private var words = HashSlots()
    /// The entries of each word, in the order in which they were added: indices of the first and the last of ``entries``.
    private var chains: [(first: Int, last: Int)] = []
    /// Each with the index of the next one of its word; -1 where there is none.
    private(set) var entries: [(entry: HeadingLexicon.Entry, next: Int)] = []

    /// - Parameter count: How many entries there will be about.
    init(count: Int) {
      words.reserve(count)
      entries.reserveCapacity(count)
      chains.reserveCapacity(count)
    }

    func first(_ hash: UInt64) -> Int? { words[hash].map { chains[$0].first } }

    mutating func add(_ hash: UInt64, _ entry: HeadingLexicon.Entry) {
      let place = entries.count
      entries.append((entry, -1))
      if let word = words[hash] {
        entries[chains[word].last].next = place
        chains[word].last = place
      } else {
        words[hash] = chains.count
        chains.append((place, place))
      }
    }

    /// The hash of each word by ascending hash, and its entries.
    var sorted: [(hash: UInt64, entries: [HeadingLexicon.Entry])] {
      var sorted: [(hash: UInt64, entries: [HeadingLexicon.Entry])] = []
      words.forEach { word, hash in
        var found: [HeadingLexicon.Entry] = []
        var next = chains[word].first
        while next >= 0 {
          found.append(entries[next].entry)
          next = entries[next].next
        }
        sorted.append((hash, found))
      }
      return sorted.sorted { $0.hash < $1.hash }
    }
  }

  /// Where they lie in the program: the number of words, their hashes in ascending order, the place of the first entry of each;
  /// the entries, a number of 32 bits each: whether it is its word's last, two bits of force, the rule.
  struct Compiled: Sendable {
    private let bytes: BundledBytes
    private let hashes: Int
    private let firsts: Int
    private let entries: Int
    private let count: Int

    /// - Parameter offset: Of the number of words; ends behind the entries.
    init(_ bytes: BundledBytes, at offset: inout Int) {
      self.bytes = bytes
      count = Int(bytes.uint32(at: offset))
      let entryCount = Int(bytes.uint32(at: offset + 4))
      hashes = offset + 8
      firsts = hashes + 8 * count
      entries = firsts + 4 * count
      offset = entries + 4 * entryCount
    }

    func first(_ hash: UInt64) -> Int? {
      var low = 0
      var high = count
      while low < high {
        let middle = (low + high) / 2
        if bytes.uint64(at: hashes + 8 * middle) < hash { low = middle + 1 } else { high = middle }
      }
      guard low < count, bytes.uint64(at: hashes + 8 * low) == hash else { return nil }
      return Int(bytes.uint32(at: firsts + 4 * low))
    }

    func entry(_ place: Int) -> (entry: HeadingLexicon.Entry, next: Int) {
      let number = Int(bytes.uint32(at: entries + 4 * place))
      return (
        HeadingLexicon.Entry(
          rule: number >> 3, force: HeadingLexicon.Force(rawValue: number >> 1 & 3) ?? .against),
        number & 1 == 1 ? -1 : place + 1
      )
    }
  }
}
