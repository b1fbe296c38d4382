import CScanKernels

/// The widths of instructions for which kernels are written; all give the same results.
package enum KernelLevel: Int, Sendable, CaseIterable {
  case portable, ssse3, avx2, avx512

  /// The best one that this processor has.
  package static let best: KernelLevel =
    switch tanaoroshi_best_level() {
    case tanaoroshi_level_avx512: .avx512
    case tanaoroshi_level_avx2: .avx2
    case tanaoroshi_level_ssse3: .ssse3
    default: .portable
    }

  /// Its number in C; one that the processor lacks is never taken, whoever asks for it.
  var code: tanaoroshi_level {
    switch rawValue > Self.best.rawValue ? Self.best : self {
    case .portable: tanaoroshi_level_portable
    case .ssse3: tanaoroshi_level_ssse3
    case .avx2: tanaoroshi_level_avx2
    case .avx512: tanaoroshi_level_avx512
    }
  }
}
