/// Rows of a table of persons who do not exist, for tests.
extension SeededGenerator {
  /// What stands above the cells of ``person(_:families:kana:)``.
  package static var personHeading: String {
    "番号,氏名,フリガナ,生年月日,郵便番号,住所,電話番号,メールアドレス,個人番号,備考"
  }

  /// The ten cells of a person, the last of them empty.
  package mutating func person(
    _ row: Int, families: [String], kana: String = "サトウ　ハナコ"
  ) -> [String] {
    let given = ["太郎", "花子", "さくら", "健"]
    let name = "\(families[below(families.count)])　\(given[below(4)])"
    let born = "\(1940 + below(70))-\(10 + below(3))-\(10 + below(19))"
    let code = "100-000\(below(10))"
    let address = "東京都千代田区丸の内\(1 + below(9))-\(1 + below(30))"
    let phone = "090-\(1 + below(9))\(digits(3))-\(digits(4))"
    return [
      String(row), name, kana, born, code, address, phone, "user\(digits(5))@kaisha.co.jp",
      myNumber(), "",
    ]
  }

  private mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }
}
