import Glibc
import Testing

@testable import XMLPush

/// The library's default handler would print the offending line on stderr.
@Suite struct SilenceTests {
  @Test func brokenInputPrintsNothing() async {
    let result = await #expect(
      processExitsWith: .success, observing: [\.standardErrorContent, \.standardOutputContent]
    ) {
      for text in [
        "<a><n>123456789018</m></a>", "<a b=123456789018/>", "<a>&123456789018;</a>",
        "<a 123456789018='' 1=''/>", "<!DOCTYPE a [<!ENTITY 123456789018>]>", "123456789018",
        "<q:a>123456789018</q:a><q:b q:c='123456789018' q:c=''/>",
      ] {
        _ = record(text)
      }
    }
    #expect(result?.standardErrorContent.contains(Array("123456789018".utf8)[...]) == false)
    #expect(result?.standardErrorContent.isEmpty == true)
  }
}
