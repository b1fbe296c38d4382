import Testing

@testable import Inventory

/// Known answers of FIPS 180-4 and of `sha256sum`, and independence of how the bytes are cut.
@Suite struct SHA256Tests {
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func knownAnswers(text: String, digest: String) {
    #expect(SHA256.hexDigest(of: Array(text.utf8)) == digest)
  }

  @Test func aMillionLettersA() {
    var hash = SHA256()
    for _ in 0..<1000 { hash.update(Array(repeating: 0x61, count: 1000)) }
    #expect(
      hash.hexDigest() == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test(arguments: [1, 7, 55, 56, 63, 64, 65, 127])
  func cutsDoNotMatter(size: Int) {
    let bytes = (0..<300).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    var hash = SHA256()
    var start = 0
    while start < bytes.count {
      let end = min(start + size, bytes.count)
      hash.update(Array(bytes[start..<end]))
      start = end
    }
    #expect(hash.hexDigest() == SHA256.hexDigest(of: bytes))
  }
}
