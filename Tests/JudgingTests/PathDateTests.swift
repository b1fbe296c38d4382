import Testing
import YAMLTree

@testable import Judging

@Suite struct PathDateTests {
  @Test(
    arguments: [
      ("2019年度/a.csv", "2020-03-31"), ("2019年/a.csv", "2019-12-31"), ("20190401.csv", "2019-04-01"),
      ("a_2019-04-01.csv", "2019-04-01"), ("2019年4月1日.csv", "2019-04-01"),
      ("2019年4月分.csv", "2019-04-30"), ("201904.csv", "2019-04-30"), ("2019-02.csv", "2019-02-28"),
      ("R01/a.csv", "2019-12-31"), ("R1年度/a.csv", "2020-03-31"), ("令和元年度/a.csv", "2020-03-31"),
      ("令和5年6月/a.csv", "2023-06-30"), ("H31.csv", "2019-12-31"), ("平成31年4月30日.csv", "2019-04-30"),
      ("２０１９年度/a.csv", "2020-03-31"), ("2019FY/a.csv", "2020-03-31"),
      ("2019/04/a.csv", "2019-12-31"),
      ("2019年度/20200510_a.csv", "2020-05-10"), ("2018-2019/a.csv", "2019-12-31"),
      ("名簿.csv", nil), ("12345678901234.csv", nil), ("20191399.csv", nil), ("1234.csv", nil),
      ("Server01.csv", nil), ("error5.log", nil), ("v2.csv", nil),
    ] as [(String, String?)])
  func reads(path: String, date: String?) {
    #expect(PathDate.lastDay(of: Array(path.utf8))?.text == date)
  }
}
