import Inventory
import Testing

@testable import Extracting

@Suite("Telling markup") struct MarkupSnifferTests {
  @Test(
    "XML and pages, by what stands behind remarks",
    arguments: [
      ("<?xml version=\"1.0\"?>\n<!-- made -->\n<list><a/></list>", ContentFormat.xml),
      ("<!-- made -->\n\n<list>\n</list>\n<!-- end -->\n", .xml),
      ("<?xml version=\"1.0\"?><!DOCTYPE list SYSTEM \"x\"><list/>", .xml),
      ("<!DOCTYPE refentry PUBLIC \"x\">\n<refentry>\n", .xml),
      ("<社員 番号='1'/>", .xml), ("<_a:b/>", .xml), ("<a\n b='1'/>", .xml),
      ("<?xml version=\"1.0\"?>broken", .xml),
      ("<!-- page -->\n<!DOCTYPE html>\n<p>x", .html), ("<!-- page -->\n<html>\n<p>x", .html),
      ("<!-- page -->\n<style>\nbody {}\n</style>\n", .html),
      ("<h1 align=\"center\">\nx\n</h1>\n", .html),
      ("<frameset rows=\"1,*\">\n", .html), ("<P>x<BR>y", .html),
      ("<?xml version=\"1.0\"?>\n<!DOCTYPE html>\n<html/>", .html),
    ])
  func markup(text: String, format: ContentFormat) {
    #expect(TextSnifferTests.kind(text) == .format(format))
  }

  @Test(
    "What only looks like markup",
    arguments: [
      "<!-- entities -->\n<!ENTITY eacute \"&#233;\">\n",
      "<?xml version=\"1.0\"?>\n<!-- elements -->\n<!ELEMENT list (a)*>\n",
      "<!ELEMENT list (a)*>\n", "<https://example.jp/a>\n", "<a@example.jp> wrote: x\n",
      "<DRAFT!>\nHow to\n",
      "<- back\n", "<>\n", "<!-- moved -->\nText of a page, and more.\n", "<3 >\n",
      "<?php\n/* a */\nnamespace a;\n", "<?php a(); ?>\n<list>\n",
    ])
  func others(text: String) {
    let kind = TextSnifferTests.kind(text)
    #expect(kind != .format(.xml) && kind != .format(.html), "\(kind)")
  }

  @Test("Markdown that begins with a piece of a page is Markdown, by its name")
  func markdown() {
    let text = "<h1 align=\"center\">\n\n名簿\n\n</h1>\n\n| 氏名 | 番号 |\n|---|---|\n| 山田 | 1 |\n"
    #expect(TextSnifferTests.kind(text, nameExtension: "md") == .format(.markdown))
    #expect(TextSnifferTests.kind(text, nameExtension: "html") == .format(.html))
    #expect(TextSnifferTests.kind("<html><body>x", nameExtension: "md") == .format(.html))
  }

  @Test(
    "pieces of pages whose elements exports have as well, by their name",
    arguments: ["form", "dl", "ul", "label"])
  func fragments(element: String) {
    let text = "<\(element)><input name=a value=b></\(element)>"
    #expect(TextSnifferTests.kind(text, nameExtension: "html") == .format(.html))
    #expect(TextSnifferTests.kind(text, nameExtension: "xml") == .format(.xml))
  }

  @Test("Remarks longer than what is looked at leave it XML")
  func longRemark() {
    let remark = "<!--" + String(repeating: " licence", count: 2_000) + "-->\n"
    #expect(TextSnifferTests.kind(remark + "<list/>") == .format(.xml))
  }
}
