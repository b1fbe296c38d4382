internal import Inventory

/// Names of kinds of persons that a policy does not declare, for sentences.
enum KindNames {
  /// The name; the kind's own id where it has none.
  static func name(_ kind: String) -> Message {
    switch kind {
    case "customer": Message(ja: "お客様", en: "customers")
    case "partner": Message(ja: "お取引先", en: "trading partners")
    case "applicant": Message(ja: "採用応募者", en: "job applicants")
    case "employee": Message(ja: "従業員", en: "employees")
    case "enquirer": Message(ja: "お問い合わせをした人", en: "enquirers")
    case "entrusted": Message(ja: "受託業務の対象者", en: "people in entrusted work")
    case "visitor": Message(ja: "来訪者", en: "visitors")
    case "shareholder": Message(ja: "株主", en: "shareholders")
    case "patient": Message(ja: "患者", en: "patients")
    case "student": Message(ja: "生徒・学生", en: "students")
    case "resident": Message(ja: "住民", en: "residents")
    default: Message(ja: kind, en: kind)
    }
  }
}
