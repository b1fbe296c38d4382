import Judging
import Rules
import YAMLTree

/// The tree of YAML, and what is made of it: the first byte picks a policy, a pack or the bare tree.
struct YAMLTarget: FuzzTarget {
  func run(_ bytes: [UInt8]) {
    guard let first = bytes.first else { return }
    let content = Array(bytes.dropFirst())
    switch first % 3 {
    case 0:
      let check = PolicyCheck(content, file: "policy.yaml", now: 0)
      require(
        check.policy != nil || !check.mistakes.isEmpty, "a policy is read, or its mistakes are told"
      )
    case 1:
      let outcome = try? PackCheck.check(PackFile(name: "pack.yaml", bytes: content)) { 0 }
      for remark in outcome?.remarks ?? [] {
        require(remark.position.line >= 1, "a remark has its place")
      }
    default:
      let parse = YAMLParser.parse(content)
      require(parse.root != nil || !parse.mistakes.isEmpty, "a tree is read, or why not is told")
      let lines = content.count { $0 == 0x0A || $0 == 0x0D } + 2
      for mistake in parse.mistakes {
        require(mistake.position.line <= 3 * lines, "a mistake lies within the file")
      }
    }
  }
}
