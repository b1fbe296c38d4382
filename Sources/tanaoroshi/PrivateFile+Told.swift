import Inventory
import Posix

extension PrivateFile.Failure {
  /// Why a result cannot be written, and what would be right; to stand behind the path.
  var told: Message {
    switch self {
    case .system(let error):
      let remedy = Self.remedy(error)
      return Message(
        ja: "書けません（\(error.name)）。\(remedy?.japanese ?? "")",
        en: "cannot be written (\(error.name))" + (remedy.map { ": " + $0.english } ?? ""))
    case .refused(.directory):
      return Message(
        ja: "フォルダです。その中のファイルの名前まで書いてください（例: findings.json）。",
        en: "is a folder: name a file in it, such as findings.json")
    case .refused(.link):
      return Message(
        ja: "リンクなので、上書きしません。ファイルそのもののパスを書いてください。",
        en: "is a link, and not replaced: name the file itself")
    case .refused:
      return Message(
        ja: "普通のファイルではないので、上書きしません。ほかの名前を書いてください。",
        en: "not a regular file, and not replaced: take another name")
    case .ownedByAnother:
      return Message(
        ja: "ほかの利用者のファイルなので、上書きしません。ほかの名前を書いてください。",
        en: "belongs to another user, and is not replaced: take another name")
    }
  }

  private static func remedy(_ error: SystemError) -> Message? {
    if error.isVanished {
      Message(
        ja: "置き場所のフォルダがありません。作るか、あるフォルダを書いてください。",
        en: "its folder is not there; make it, or name another")
    } else if error.isRefusal {
      Message(
        ja: "置き場所のフォルダに書く権限がありません。書けるフォルダを書いてください。",
        en: "you may not write to its folder; name one that you may write to")
    } else if error.isReadOnly {
      Message(
        ja: "読み取り専用の場所です。書けるフォルダを書いてください。",
        en: "its folder is read-only; name one that can be written to")
    } else if error.isOutOfRoom {
      Message(
        ja: "空き容量が足りません。空けるか、ほかの場所を書いてください。",
        en: "no room is left there; make room, or name another place")
    } else {
      nil
    }
  }
}
