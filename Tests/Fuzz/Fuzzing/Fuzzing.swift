import Glibc

/// The fuzz targets by name; libFuzzer, which brings `main`, calls the one that `FUZZ_TARGET` names.
enum Fuzzing {
  static let targets: [String: @Sendable () -> any FuzzTarget] = [
    "decoders": { DecoderTarget() }, "table": { TableTarget() }, "xml": { XMLTarget() },
    "yaml": { YAMLTarget() }, "report": { ReportTarget() }, "protocol": { ProtocolTarget() },
    "content": { ContentTarget() }, "findings": { FindingsTarget() },
    "kernels": { KernelsTarget() }, "long": { LongTarget() }, "text": { TextTarget() },
  ]

  /// The target of this process.
  // Safety: set before the first input and only used by libFuzzer's one thread.
  nonisolated(unsafe) static let target: any FuzzTarget = {
    // Safety: nothing changes the environment; the text is copied at once.
    let name = unsafe getenv("FUZZ_TARGET").map { unsafe String(cString: $0) } ?? ""
    guard let make = targets[name] else {
      print("FUZZ_TARGET: " + targets.keys.sorted().joined(separator: " "))
      exit(2)
    }
    return make()
  }()
}

/// What libFuzzer calls with each input.
@_cdecl("LLVMFuzzerTestOneInput")
func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  // Safety: libFuzzer's own bytes, copied at once.
  unsafe Fuzzing.target.run(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}

/// Something that reads bytes that nobody vouches for.
protocol FuzzTarget {
  /// Reads the bytes; a trap, or a property that does not hold, is a finding.
  func run(_ bytes: [UInt8])
}

/// Ends the process, and so makes libFuzzer keep the input, unless a property holds.
func require(_ holds: Bool, _ property: StaticString) {
  guard !holds else { return }
  print("property does not hold: \(property)")
  fflush(nil)
  abort()
}
