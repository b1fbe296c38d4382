internal import Inventory
internal import YAMLTree

/// What stays the same for all files of a scan, and the order in which one file is decided.
///
/// A class, since every file asks it: copying a value of this size would cost more than most files do.
final class Bench: Sendable {
  /// Findings below this probability never raise a verdict.
  static let acceptedConfidence = 0.5
  /// The category of a file that holds nobody's data.
  static let nobody = CategoryBasis(
    key: nil, basis: .none, confidence: 1, because: ["no-persons"])

  let policy: Policy
  let places: PlaceFinder
  let inference: CategoryInference
  let today: CivilDate
  let members: [String: Set<String>]
  /// What people of the program's own kinds are called.
  let titles: [String: Message]
  /// The country of a file for which no location declares one.
  let homeBasis: CountryBasis

  init(
    policy: Policy, places: PlaceFinder, inference: CategoryInference, today: CivilDate,
    members: [String: Set<String>], titles: [String: Message]
  ) {
    self.policy = policy
    self.places = places
    self.inference = inference
    self.today = today
    self.members = members
    self.titles = titles
    homeBasis =
      if let home = policy.homeCountry {
        CountryBasis(
          code: home.value, basis: .home, because: policy.place(home.position) + " home_country")
      } else {
        CountryBasis(code: nil, basis: .unknown, because: "no home_country")
      }
  }

  /// Whether a finding is one that verdicts may follow from.
  static func isPersonal(_ finding: Finding) -> Bool {
    finding.confidence >= acceptedConfidence && finding.dataClass != .notPersonal
  }

  /// Whether a finding is only names in prose.
  private static func isBareName(_ finding: Finding) -> Bool {
    finding.type == .personName && finding.evidence.contains(.note("bare-name"))
  }

  /// Fills in everything that the policy says of a file.
  func decide(
    _ holding: inout Holding, place: EffectivePlace, file: PlaceFinder.File, mount: Mount?
  ) {
    holding.country = country(place)
    let findings = holding.content.findings
    let personal = findings.indices.filter { Self.isPersonal(findings[$0]) }
    holding.suppressions = suppressions(findings, personal, file)
    let suppressed = Set(holding.suppressions.flatMap(\.findings))
    let judged = personal.filter { !suppressed.contains($0) }
    let bare = personal.filter { Self.isBareName(findings[$0]) }
    switch holding.content.persons.standing {
    case .none:
      holding.category = Self.nobody
      return
    case .persons where bare.count == personal.count && !bare.isEmpty,
      .unclear where bare.count == personal.count && !bare.isEmpty:
      holding.category = CategoryBasis(
        key: nil, basis: .none, confidence: 1, because: ["bare-name"])
      return
    case .unclear:
      holding.category = CategoryBasis(
        key: nil, basis: .none, confidence: 1, because: ["unclear-persons"])
    case .persons:
      holding.category = inference.category(
        path: holding.entry.path, signs: holding.content.signs,
        found: Set(personal.map { findings[$0].type }),
        declared: place.categories.map { ($0.value, policy.place($0.position)) })
    }
    holding.purposes = purposes(of: holding, judged, place)
    // Names in prose bear witness to other findings, and no verdict rests on them.
    let firm = judged.filter { !bare.contains($0) }
    guard !firm.isEmpty else { return }
    let subject = Subject(
      bench: self, holding: holding, place: place, mount: mount, judged: firm)
    holding.verdicts = subject.verdicts
  }

  /// The country of a file: as its location declares, else the home country.
  func country(_ place: EffectivePlace) -> CountryBasis {
    guard let country = place.country else { return homeBasis }
    let cited = policy.place(country.position)
    if case .source = policy.locations[country.entry].target {
      let source = Mistake.quoted(policy.locations[country.entry].pattern, limit: 200)
      return CountryBasis(
        code: country.value, basis: country.value == nil ? .unknown : .mount,
        because: "\(cited) source \(source)")
    }
    return CountryBasis(
      code: country.value, basis: country.value == nil ? .unknown : .declared,
      because: "\(cited) country")
  }

  /// The purposes that apply: those of the location that are the category's; all of the category where the location names none.
  private func purposes(of holding: Holding, _ judged: [Int], _ place: EffectivePlace)
    -> [String]
  {
    var keys: [String] = []
    if let key = holding.category?.key, place.categories?.value.contains(key) == true,
      let category = policy.category(key)
    {
      let own = category.purposes.map(\.key)
      keys = place.purposes.map { $0.value.filter(own.contains) } ?? own
    }
    if judged.contains(where: { holding.content.findings[$0].type == .myNumber }) {
      keys += place.myNumber?.value ?? []
    }
    return keys
  }

  /// The acceptances that hold today, with the findings that each covers.
  private func suppressions(_ findings: [Finding], _ personal: [Int], _ file: PlaceFinder.File)
    -> [AppliedSuppression]
  {
    policy.suppressions.compactMap { suppression in
      guard suppression.until >= today, file.matches(suppression.glob) else { return nil }
      let covered = personal.filter {
        suppression.type == nil || findings[$0].type == suppression.type
      }
      guard !covered.isEmpty else { return nil }
      return AppliedSuppression(
        findings: covered, reason: suppression.reason, until: suppression.until.text,
        policy: policy.place(suppression.position))
    }
  }
}
