/// Characters that write the same name: 髙 for 高, 﨑 for 崎.
package enum CharacterVariants {
  private static let bytes = StaticBytes("words/variants.bin")
  private static let slots = 2048

  /// The character that stands for `unit` in all word lists; `unit` itself when it has no other form.
  @inline(__always)
  package static func folded(_ unit: UInt16) -> UInt16 {
    let bytes = bytes
    guard bytes.count == slots * 4 else { return unit }
    var slot = ((Int(unit) &* 0x9E37) >> 3) % slots
    while true {
      let from = bytes.uint16(at: slot &* 4)
      if from == unit { return bytes.uint16(at: slot &* 4 &+ 2) }
      if from == 0 { return unit }
      slot = (slot &+ 1) % slots
    }
  }
}
