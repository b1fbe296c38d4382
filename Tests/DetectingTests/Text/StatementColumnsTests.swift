import Inventory
import Testing

@testable import Detecting

/// All values are synthetic.
@Suite("Values of statements in logs are named by their columns")
struct StatementColumnsTests {
  private static let columns = "INSERT INTO employee (emp_no, name, birth_date, my_number, tel)"

  @Test(
    "each value is under its own column",
    arguments: [
      "\(columns) VALUES ('01001', 'Yamada', '1975-03-04', '052683541826', '03-3456-7891')",
      "insert into hr.employee(id,my_number,birth_date,tel) values (7,052683541826,'1975-03-04','03-3456-7891')",
      "INSERT INTO `employee` (`tel`, `birth_date`, `my_number`) VALUES ('03-3456-7891', '1975-03-04', '052683541826');",
      "INSERT INTO [dbo].[社員] ([電話番号], [生年月日], [個人番号]) VALUES (N'03-3456-7891', N'1975-03-04', N'052683541826')",
    ])
  func named(statement: String) throws {
    let line = "2026-04-01 10:11:05,123 DEBUG [exec-1] o.h.SQL - " + statement
    let findings = DetectionHarness.text(line)
    for type in [DataType.myNumber, .birthDate, .phone] {
      let found = try #require(findings.first { $0.type == type }, "\(type)")
      #expect(found.count == 1 && found.confidence > 0.9, "\(type)")
    }
  }

  @Test("of several rows as well, quotes and commas within values")
  func rows() throws {
    let line =
      "INSERT INTO t (memo, my_number) VALUES ('a, ''b''', '052683541826'), ('x\\', (y', '052683541826')"
    let found = try #require(DetectionHarness.text(line).first { $0.type == .myNumber })
    #expect(found.count == 2)
    #expect(found.confidence > 0.9)
  }

  @Test(
    "what the columns do not name is none",
    arguments: [
      // The number stands under another column than the label; the lists are of different lengths; no statement.
      "INSERT INTO t (my_number, lot_no) VALUES (NULL, '052683541826')",
      "INSERT INTO t (my_number) VALUES (NULL, '052683541826')",
      "INSERT INTO product (sku, birth_date, jan) VALUES ('052683541826', NULL, '1975-03-04')",
    ])
  func notNamed(statement: String) {
    let types = DetectionHarness.types(DetectionHarness.text("10:11:05 DEBUG " + statement))
    #expect(types.isDisjoint(with: [.myNumber, .birthDate]))
  }

  @Test("a full name that a statement writes in quotes is pointed out by it, words are not")
  func quotedNames() {
    for statement in [
      "INSERT INTO customers VALUES(2,'佐藤美咲','090-2345-6789')",
      "UPDATE customers SET name = '佐藤美咲' WHERE id = 3",
      "SELECT * FROM customers WHERE name = '佐藤美咲'",
    ] {
      let found = DetectionHarness.text("10:11:05 DEBUG SQL: " + statement)
        .first { $0.type == .personName }
      #expect(found?.count == 1 && !(found?.evidence.contains(.note("bare-name")) ?? true))
    }
    let goods = DetectionHarness.text(
      "10:11:05 DEBUG SQL: INSERT INTO items VALUES (2,'本田味噌'),(3,'高橋ソース'),(4,'千葉中央店')")
    #expect(!DetectionHarness.types(goods).contains(.personName))
  }

  @Test("cut statements end where the line does")
  func cut() {
    let line = "INSERT INTO t (a, my_number) VALUES ('a\\', N'052683541826', ('"
    for length in 0...line.utf8.count {
      _ = DetectionHarness.text(String(decoding: line.utf8.prefix(length), as: UTF8.self))
    }
  }
}
