import Arguments
import Inventory
import Posix
import Reporting
import Scanning

/// `tanaoroshi doctor`: what this machine offers, and what each of it means for a scan.
enum DoctorCommand {
  static let command = Command(
    "doctor",
    abstract: HelpText(ja: "この環境で何ができるかを調べる", en: "Show what this machine offers to a scan"),
    settings: CommonSettings(), options: [CommonSettings.language(\.language)]
  ) { _ in
    ResultOutput.print(lines().map { "\($0.title.said): \($0.finding.said)\n" }.joined())
  }

  /// One thing that was looked at.
  struct Line {
    var title: Message
    /// What was found and what it means.
    var finding: Message
  }

  static func lines() -> [Line] {
    [
      Line(
        title: Message(ja: "版", en: "version"),
        finding: Message(ja: VersionCommand.version, en: VersionCommand.version)),
      libraries(), user(), isolation(), accessTime(), processors(), timeZone(), locale(),
    ]
  }

  /// The libraries that see content, as reports name them too.
  private static func libraries() -> Line {
    let versions = Libraries.versions.map { "\($0.name) \($0.version)" }
    return Line(
      title: Message(ja: "ライブラリー", en: "libraries"),
      finding: Message(
        ja: versions.joined(separator: "、"), en: versions.joined(separator: ", ")))
  }

  private static func user() -> Line {
    let isRoot = Host.user == 0
    return Line(
      title: Message(ja: "利用者", en: "user"),
      finding: isRoot
        ? Message(
          ja: "root。すべて読めますが、読むだけの権限の利用者で走査するほうが安全です。",
          en: "root: everything can be read; a user with no more than reading rights is safer")
        : Message(
          ja: "uid \(Host.user)。読めないファイルは「読めなかったもの」に載ります。",
          en: "uid \(Host.user): files it may not read are reported as not read"))
  }

  /// Locks a child and has it try what a reading process must not do.
  private static func isolation() -> Line {
    let title = Message(ja: "隔離", en: "isolation")
    guard let (state, breaches) = try? Sandbox.selfTest() else {
      return Line(
        title: title,
        finding: Message(
          ja: "調べられませんでした。子プロセスを作れません。", en: "could not be tried: no process can be started"))
    }
    guard state.seccomp, state.noNewPrivileges, breaches.isEmpty else {
      return Line(
        title: title,
        finding: Message(
          ja: "不十分。seccomp が使えないか、効いていません。走査はできますが、報告に「隔離なし」と書き、終了コードは 3 になります。",
          en:
            "insufficient: seccomp is not available or does not hold; a scan works, its report says so, and its status is 3"
        ))
    }
    return Line(
      title: title,
      finding: state.landlock > 0
        ? Message(
          ja: "seccomp、no_new_privs、Landlock（ABI \(state.landlock)）。読み取りプロセスは開くことも接続することもできません。",
          en:
            "seccomp, no_new_privs and Landlock (ABI \(state.landlock)): reading processes can neither open nor connect"
        )
        : Message(
          ja: "seccomp、no_new_privs。このカーネルには Landlock がありません。読み取りプロセスは開くことも接続することもできません。",
          en:
            "seccomp and no_new_privs, no Landlock in this kernel: reading processes can neither open nor connect"
        ))
  }

  /// Opens one file of another owner, where there is one, without touching its access time.
  private static func accessTime() -> Line {
    var isRefused: Bool?
    if let directory = try? FileDescriptor.openDirectory(path: FileName("/etc")),
      let opened = try? directory.open(FileName("passwd"))
    {
      isRefused = opened.touchesAccessTime
    }
    let title = Message(ja: "最終アクセス日時", en: "access times")
    return switch isRefused {
    case false?:
      Line(
        title: title,
        finding: Message(
          ja: "ほかの利用者のファイルも、変えずに読めます（O_NOATIME）。",
          en: "left alone, also of files of other users (O_NOATIME)"))
    case true?:
      Line(
        title: title,
        finding: Message(
          ja: "ほかの利用者のファイルは O_NOATIME で開けません。そうしたファイルは読み、数を報告に書きます。",
          en:
            "files of other users cannot be opened with O_NOATIME; they are read and counted in the report"
        ))
    case nil:
      Line(title: title, finding: Message(ja: "調べられませんでした。", en: "could not be tried"))
    }
  }

  private static func processors() -> Line {
    let count = Host.processorCount
    return Line(
      title: Message(ja: "プロセッサー", en: "processors"),
      finding: Message(
        ja: "\(count)。--jobs を書かなければ、この数の読み取りプロセスを使います。",
        en: "\(count): as many reading processes are used unless --jobs says otherwise"))
  }

  private static func timeZone() -> Line {
    let now = SystemClock.now
    let offset = SystemClock.offsetFromUTC(at: now)
    let isJapan = offset == 9 * 3600
    let stamp = Timestamp.plain(now)
    return Line(
      title: Message(ja: "時刻", en: "time"),
      finding: isJapan
        ? Message(ja: "\(stamp)（日本時間）", en: "\(stamp) (Japan time)")
        : Message(
          ja: "\(stamp)（日本時間）。この環境の時間帯は違いますが、報告と期限は日本時間で数えます。",
          en:
            "\(stamp) (Japan time); this machine's zone differs, but reports and retention use Japan's"
        ))
  }

  private static func locale() -> Line {
    let name = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(Host.environment).first ?? ""
    let shown = name.isEmpty ? "-" : Diagnostics.quoted(name)
    return Line(
      title: Message(ja: "ロケール", en: "locale"),
      finding: Message(
        ja: "\(shown)。表示は日本語（--lang で変更）。ファイルの文字コードの判定には使いません。",
        en: "\(shown): shown in English (--lang changes it); never used to guess a file's encoding")
    )
  }
}
