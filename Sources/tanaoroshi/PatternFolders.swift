import Arguments
import Inventory
import Posix
import Rules

/// The rules of a command: those of the program, and those of the folders that `--patterns` names.
enum PatternFolders {
  /// The most bytes of one pack.
  static let limit = 1 << 20

  /// `--patterns`, for the settings of any command.
  static func option<Settings: Sendable>(
    _ path: any WritableKeyPath<Settings, [[UInt8]]> & Sendable
  ) -> Option<Settings> {
    .list(
      "patterns", "DIR", path,
      help: HelpText(
        ja: "自社のパターンのフォルダーを加える（複数可）",
        en: "add a folder of your own patterns; repeatable"))
  }

  /// The rules of a scan, made ready only where they are needed.
  struct Loaded {
    var facts: RuleFacts
    /// The packs of the folders as they were read.
    var packs: [PackFile] = []
    /// `nil`: those of the program alone.
    fileprivate var whole: RuleSet?

    /// The rules themselves.
    func rules() throws(RuleError) -> RuleSet {
      if let whole { return whole }
      return try RuleSet.bundled()
    }
  }

  /// All rules; `nil` after saying what is wrong with them.
  static func rules(adding folders: [[UInt8]]) -> RuleSet? {
    try? read(adding: folders)?.rules()
  }

  /// All rules, checked; `nil` after saying what is wrong with them.
  static func read(adding folders: [[UInt8]]) -> Loaded? {
    var packs: [PackFile] = []
    for folder in folders {
      guard let more = Self.packs(in: folder) else { return nil }
      packs += more
    }
    do throws(RuleError) {
      guard !packs.isEmpty else { return Loaded(facts: try RuleSet.bundledFacts()) }
      let rules = try RuleSet.bundled().adding(packs)
      // What explodes on hostile text would let any file stop a scan.
      var explosions: [PackCheck.Remark] = []
      for pack in packs {
        explosions += try PackCheck.explosions(pack) { SystemClock.monotonic }
      }
      for remark in explosions { Diagnostics.say(remark.described(UserLanguage.current)) }
      return explosions.isEmpty ? Loaded(facts: rules.facts, packs: packs, whole: rules) : nil
    } catch {
      for line in error.described(UserLanguage.current) { Diagnostics.say(line) }
      return nil
    }
  }

  /// The packs of a folder, by name; `nil` after saying why it cannot be read.
  static func packs(in folder: [UInt8]) -> [PackFile]? {
    let names: [[UInt8]]
    do throws(SystemError) {
      let directory = try FileDescriptor.openDirectory(path: FileName(folder))
      let listing = DirectoryListing(of: directory)
      if let failure = listing.failure { throw failure }
      names = (0..<listing.count).map { Array(listing.name(at: $0)) }
    } catch {
      Diagnostics.say(unreadable: folder, .system(error))
      return nil
    }
    var packs: [PackFile] = []
    for name in names where name.count > 5 && name.suffix(5).elementsEqual(".yaml".utf8) {
      let path = folder + [UInt8(ascii: "/")] + name
      do throws(SmallFile.Failure) {
        let file = try SmallFile.read(FileName(path), limit: limit)
        guard !file.isWritableByOthers else {
          Diagnostics.say(writableByOthers: path)
          return nil
        }
        packs.append(PackFile(name: String(decoding: path, as: UTF8.self), bytes: file.bytes))
      } catch {
        Diagnostics.say(unreadable: path, error)
        return nil
      }
    }
    if packs.isEmpty {
      let name = Diagnostics.quoted(folder)
      Diagnostics.say(
        Message(ja: "\(name): .yaml のファイルがありません。", en: "\(name): no .yaml file in it"))
      return nil
    }
    return packs
  }
}

extension Diagnostics {
  /// Says that a configuration is refused, since others could have written it.
  static func say(writableByOthers path: [UInt8]) {
    let name = quoted(path)
    say(
      Message(
        ja: "\(name): ほかの利用者が書き換えられるので使いません。chmod go-w で閉じてください。",
        en: "\(name): others can write it, so it is not used; close it with chmod go-w"))
  }
}
