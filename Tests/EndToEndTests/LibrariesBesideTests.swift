import Foundation
import TestSupport
import Testing

/// Whoever can put files beside the program cannot put code into it.
@Suite struct LibrariesBesideTests {
  /// What `make build` leaves; the tests' own build looks beside itself for libraries, as all builds of tests do.
  private static let released = Project.folder + "/.build/static/release/tanaoroshi"

  @Test(
    .enabled(
      if: FileManager.default.isExecutableFile(atPath: released), "make build makes what is tried"))
  func noLibraryBesideTheProgramIsLoaded() throws {
    #expect(try loads(Self.released).isEmpty)
  }

  /// The control: a program that looks beside itself loads them, and the test sees it.
  @Test func aLibraryThatIsLoadedIsSeen() throws {
    #expect(try loads(Project.program).contains("libxml2.so.2"))
  }

  /// Which of the libraries that lie beside a copy of the program, in the working folder, it loads: their code runs, or
  /// the program no longer does its work.
  private func loads(_ program: String) throws -> Set<String> {
    let folder = try TemporaryFolder()
    try folder.write("マイナンバー: 987654321093\n", to: "share/a.txt")
    // By a process of its own: one that a test beside starts meanwhile would inherit the copy open, and it could not run.
    try #require(Shell.run("cp \(program) \(folder.path("tanaoroshi"))").status == 0)
    let needed = String(decoding: Shell.run("ldd \(program)").output, as: UTF8.self)
      .split(separator: "\n").compactMap { $0.split(separator: " ").first }
      .map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { $0.hasPrefix("lib") && !$0.contains("swift") }
    try #require(
      Set(needed).isSuperset(of: ["libxml2.so.2", "libpcre2-8.so.0", "libyaml-0.so.2", "libc.so.6"])
    )
    let source = """
      #include <fcntl.h>
      #include <unistd.h>
      __attribute__((constructor)) static void begin(void) {
        close(open("loaded", O_CREAT | O_WRONLY, 0600));
      }
      """
    try folder.write(source, to: "beside.c")
    var loaded: Set<String> = []
    for name in needed {
      let made = Shell.run(
        "cd \(folder.path) && cc -shared -fPIC -Wl,-soname,\(name) -o \(name) beside.c")
      try #require(made.status == 0)
      let run = try ProgramRun.run(
        folder.path("tanaoroshi"), ["scan", "share", "--format", "json"], in: folder.path)
      let isUntouched = run.status == 0 && run.outputText.contains("my-number")
      if !isUntouched || folder.contents().contains("loaded") { loaded.insert(name) }
      _ = Shell.run("cd \(folder.path) && rm -f \(name) loaded")
    }
    return loaded
  }
}
