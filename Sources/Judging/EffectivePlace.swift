package import YAMLTree

/// What all matching entries of `locations` together say of one path: per attribute, what the last entry that sets it says.
package struct EffectivePlace: Sendable {
  /// An attribute and the entry that set it, as an index into the policy's locations.
  package struct Setting<Value> {
    package var value: Value
    package var entry: Int
    package var position: Position
  }

  package private(set) var entries: [Int] = []
  package private(set) var categories: Setting<[String]>?
  package private(set) var purposes: Setting<[String]>?
  package private(set) var myNumber: Setting<[String]>?
  package private(set) var department: Setting<String>?
  package private(set) var personResponsible: Setting<String>?
  package private(set) var handlers: Setting<DeclaredLocation.Handlers>?
  package private(set) var stage: Setting<DeclaredLocation.Stage>?
  package private(set) var retention: Setting<DeclaredLocation.Retention>?
  package private(set) var country: Setting<String?>?
  package private(set) var providerCountry: Setting<String>?
  package private(set) var medium: Setting<DeclaredLocation.Medium>?
  package private(set) var isEncrypted: Setting<Bool>?
  package private(set) var holder: Setting<DeclaredLocation.Holder>?
  package private(set) var article19: Setting<String>?
  package private(set) var entrustedCategories: Setting<[String]>?

  package init() {}

  /// Lays the attributes of a further matching entry over those of the earlier ones.
  package mutating func apply(_ location: DeclaredLocation, entry: Int) {
    entries.append(entry)
    func over<Value>(_ old: inout Setting<Value>?, _ new: Located<Value>?) {
      guard let new else { return }
      old = Setting(value: new.value, entry: entry, position: new.position)
    }
    over(&categories, location.categories)
    over(&purposes, location.purposes)
    over(&myNumber, location.myNumber)
    over(&department, location.department)
    over(&personResponsible, location.personResponsible)
    over(&handlers, location.handlers)
    over(&stage, location.stage)
    over(&retention, location.retention)
    over(&country, location.country)
    over(&providerCountry, location.providerCountry)
    over(&medium, location.medium)
    over(&isEncrypted, location.isEncrypted)
    over(&holder, location.holder)
    over(&article19, location.article19)
    over(&entrustedCategories, location.entrustedCategories)
  }
}

extension EffectivePlace.Setting: Sendable where Value: Sendable {}
