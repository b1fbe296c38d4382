package import Inventory

extension Wording {
  /// Why a path was not, or not fully, read.
  package static func name(of reason: Reason) -> Message {
    switch reason {
    case .link: Message(ja: "リンク", en: "link")
    case .specialFile: Message(ja: "特殊ファイル", en: "special file")
    case .excluded: Message(ja: "除外指定", en: "excluded")
    case .empty: Message(ja: "空のファイル", en: "empty")
    case .unsupportedFormat: Message(ja: "読めない形式", en: "format that is not read")
    case .encrypted: Message(ja: "暗号化されている", en: "encrypted")
    case .structureBroken:
      Message(ja: "構造が壊れている（文字として読んだ）", en: "broken structure (read on as text)")
    case .timeLimit: Message(ja: "時間の上限に達した", en: "time limit reached")
    case .sizeLimit: Message(ja: "大きさの上限に達した", en: "size limit reached")
    case .changedWhileRead: Message(ja: "読んでいる間に変わった", en: "changed while being read")
    case .longLine: Message(ja: "行が長すぎる", en: "a line is too long")
    case .ioError: Message(ja: "読み込みの誤り", en: "error while reading")
    case .permission: Message(ja: "読む権限がない", en: "no permission to read")
    case .vanished: Message(ja: "途中で消えた", en: "vanished")
    case .workerCrash: Message(ja: "読み取りが異常終了した", en: "its reader crashed")
    case .workerViolation: Message(ja: "読み取りが約束を破った", en: "its reader broke the rules")
    case .poison: Message(ja: "読み取りを繰り返し異常終了させた", en: "it crashed its reader again and again")
    }
  }

  /// What a person can do so that the next scan reads it; `nil` when there is nothing to do.
  package static func remedy(for reason: Reason) -> Message? {
    switch reason {
    case .link, .specialFile, .excluded, .empty: nil
    case .unsupportedFormat:
      Message(
        ja: "CSV やテキストに書き出して走査するか、人の目で確かめてください。",
        en: "Export it as CSV or text and scan that, or look at it yourself.")
    case .encrypted:
      Message(
        ja: "復号したものを走査するか、人の目で確かめてください。",
        en: "Scan a decrypted copy, or look at it yourself.")
    case .structureBroken:
      Message(
        ja: "文字としては全体を読みました。列や要素ごとの判定はできていません。",
        en: "All of it was read as text; columns and elements could not be told apart.")
    case .timeLimit, .sizeLimit, .longLine:
      Message(
        ja: "ファイルを分けて、もう一度走査してください。", en: "Split the file and scan it again.")
    case .changedWhileRead, .vanished:
      Message(
        ja: "書き込みのない時間に、もう一度走査してください。", en: "Scan again when nobody is writing.")
    case .ioError:
      Message(
        ja: "ディスクまたは接続を確かめ、もう一度走査してください。",
        en: "Check the disk or the connection and scan again.")
    case .permission:
      Message(
        ja: "読む権限のある利用者（または CAP_DAC_READ_SEARCH）で走査してください。",
        en: "Scan as a user who may read it, or with CAP_DAC_READ_SEARCH.")
    case .workerCrash, .workerViolation, .poison:
      Message(
        ja: "人の目で確かめ、開発元に知らせてください（ファイルは送らないでください）。",
        en: "Look at it yourself, and tell the maintainers (do not send them the file).")
    }
  }

  /// The one sentence that says how a scan ended.
  package static func sentence(for outcome: Outcome) -> Message {
    switch outcome {
    case .complete: Message(ja: "すべて読みました。", en: "Everything was read.")
    case .incomplete:
      Message(
        ja: "読めなかったものがあります。「問題なし」とは言えません。",
        en: "Something was not read: this is not a clean result.")
    case .interrupted:
      Message(
        ja: "途中で中断しました。ここまでの結果です。",
        en: "The scan was interrupted; this is what it had by then.")
    }
  }
}
