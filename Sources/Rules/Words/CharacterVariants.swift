/// Characters that write the same name: 髙 for 高, 﨑 for 崎.
///
/// Public, since only public code is inlined into other modules: a call for each unit would cost more than the work.
public struct CharacterVariants: Sendable {
  @usableFromInline let bytes = BundledBytes("words/variants.bin")

  package init() {}

  /// The character that stands for `unit` in all word lists; `unit` itself when it has no other form.
  @inlinable @inline(__always)
  public func folded(_ unit: UInt16) -> UInt16 {
    guard bytes.count == 8192 else { return unit }
    var slot = ((Int(unit) &* 0x9E37) >> 3) & 2047
    while true {
      let from = bytes.uint16(at: slot &* 4)
      if from == unit { return bytes.uint16(at: slot &* 4 &+ 2) }
      if from == 0 { return unit }
      slot = (slot &+ 1) & 2047
    }
  }
}
