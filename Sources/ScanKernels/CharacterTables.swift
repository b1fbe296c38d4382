import CScanKernels

/// The Japanese double-byte character sets, as Unicode.
package enum CharacterTables {
  /// CP932 by row (lead bytes 81–9F, E0–FC) and cell (trail bytes 40–7E, 80–FC), 188 cells a row; 0 where there is no character.
  package static let cp932: [UInt16] =
    // Safety: the C array has exactly this many elements and lives as long as the program.
    unsafe Array(UnsafeBufferPointer(start: tanaoroshi_cp932_start(), count: 60 * 188))

  /// JIS X 0212 with IBM extensions, by row and cell, 94 cells a row; 0 where there is no character.
  package static let jisX0212: [UInt16] =
    // Safety: the C array has exactly this many elements and lives as long as the program.
    unsafe Array(UnsafeBufferPointer(start: tanaoroshi_jisx0212_start(), count: 94 * 94))
}
