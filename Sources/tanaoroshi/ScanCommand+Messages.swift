import Arguments
import Inventory
import Posix
import Scanning
import Walking

/// What a scan says on standard error.
extension ScanCommand {
  static func sayUnfiltered() {
    Diagnostics.say(
      Message(
        ja: "警告: この環境では seccomp が使えず、読み取りプロセスは隔離されていません。報告にも書き、終了コードは 3 です。",
        en:
          "warning: seccomp is not available here, so reading processes are not contained; the report says so, and the status is 3"
      ))
  }

  static func say(_ failure: WorkerPool.Failure) {
    let (ja, en) = reason(of: failure)
    Diagnostics.say(
      Message(
        ja: "読み取りプロセスを始められません（\(ja)）。tanaoroshi doctor で確かめられます。--jobs 0 なら隔離なしで読みます。",
        en:
          "reading processes cannot be started (\(en)); see tanaoroshi doctor, or read without isolation by --jobs 0"
      ))
  }

  private static func reason(of failure: WorkerPool.Failure) -> (ja: String, en: String) {
    switch failure {
    case .cannotStart(let error) where error.isVanished:
      ("/proc がありません", "/proc is not there")
    case .cannotStart(let error) where error.isAgain:
      ("プロセスの数の上限に達しました。ulimit -u", "no further process is allowed, ulimit -u")
    case .cannotStart(let error) where error.isTooLarge:
      ("ファイルの大きさの上限が 4 KiB より小さい。ulimit -f", "no file of 4 KiB is allowed, ulimit -f")
    case .cannotStart(let error): (error.name, error.name)
    case .doNotLive:
      (
        "最初のファイルの前に終わります。メモリーの上限 ulimit -v など",
        "they end before their first file: a limit of memory, ulimit -v, perhaps"
      )
    }
  }

  static func say(_ error: WalkError) {
    switch error {
    case .noRoot:
      Diagnostics.say(UsageError.missingArgument(placeholder: "ROOT"))
    case .missingRoot(let path, let name):
      let path = Diagnostics.quoted(path)
      Diagnostics.say(
        Message(ja: "\(path): 開けません（\(name)）。", en: "\(path): cannot be opened (\(name))"))
    case .nestedRoots(let outer, let inner):
      let outer = Diagnostics.quoted(outer)
      let inner = Diagnostics.quoted(inner)
      Diagnostics.say(
        Message(
          ja: "\(inner) は \(outer) の中にあります。どちらか一つだけを書いてください。",
          en: "\(inner) lies inside \(outer); name only one of them"))
    case .outsideRoots(let path, let line):
      let path = Diagnostics.quoted(path)
      Diagnostics.say(
        Message(
          ja: "--files-from の \(line) 行目: \(path) は走査先の外にあります。",
          en: "--files-from, line \(line): \(path) lies outside the roots"))
    case .ambiguousPath(let path, let line):
      let path = Diagnostics.quoted(path)
      Diagnostics.say(
        Message(
          ja: "--files-from の \(line) 行目: 走査先が複数なので、\(path) は絶対パスで書いてください。",
          en: "--files-from, line \(line): with several roots, write \(path) as an absolute path"))
    }
  }
}
