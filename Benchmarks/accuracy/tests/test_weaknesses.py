"""What users of other scanners complain of, each by name, held against the program that `make test` built.

Each test names the tool and the report (or release note) in which the weakness was described. All personal data is made up.
"""

import os
import pathlib
import random
import signal
import subprocess
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from office import numbers  # noqa: E402
from tests.program import Run, Scan, program  # noqa: E402

RNG = random.Random(20261125)
NUMBER = numbers.my_number(RNG)
NUMBERS = [numbers.my_number(RNG) for _ in range(60)]
NAMES = ["佐藤　健太", "鈴木　陽子", "高橋　誠", "田中　美咲", "伊藤　浩二", "渡辺　直美", "山本　大輔", "中村　恵子"]


def visa():
    body = "4" + numbers.digits(RNG, 14)
    return body + numbers.luhn(body)


def column(heading, values, name="氏名"):
    rows = [f"{NAMES[i % len(NAMES)]},{v}" for i, v in enumerate(values)]
    return "\n".join([f"{name},{heading}", *rows]) + "\n"


CARDS = [visa() for _ in range(30)]
FILES = {
    # hawk-eye calls every string of twelve digits an Aadhaar number.
    "orders/random.csv": column("注文番号", [numbers.digits(RNG, 12) for _ in range(1000)]),
    # FluxGuard 0.23.1: order numbers of date and sequence were My Numbers.
    "orders/dated.csv": column("番号", [f"202611{10 + i % 20}{1000 + i}" for i in range(200)]),
    # Yuzu 4427: numbers of Visa cards were My Numbers. Presidio 47: one card number is several kinds at once.
    "cards.csv": column("カード番号", CARDS),
    # Presidio 1063: licences in INTRODUCTORY, A1, B43.
    "words.txt": "INTRODUCTORY notes on sheet A1, B43 and C1234. See the LICENCE of MODULE 12.\n" * 20,
    # OpenMetadata 30868: words of context match within other words. The values have the forms of phones and postal codes.
    "substrings.csv": "passport_control,border,hotel,filename,scenario_code\n"
                      + "".join(f"gate {i},line {i},room {i}0{i},a{i}.txt,{100 + i}\n" for i in range(1, 60)),
    # OpenMetadata 29049: academic years under a heading with `code`.
    "years.csv": "code,academic_year_code\n" + "".join(f"{i},{2000 + i % 25}-{(i + 1) % 25:02}\n" for i in range(60)),
    # OpenMetadata 19765: email_verified, by its name alone.
    "flags.csv": "email_verified,my_number_submitted,マイナンバー,電話番号有無,氏名確認\n"
                 + "".join(f"{i % 2},{i % 2},{'提出済' if i % 3 else '未'},有,済\n" for i in range(40)),
    # Presidio 2261: mail addresses were voted to be URLs.
    "mails.csv": "home,contact\n" + "".join(f"https://www.mihon-{i}.co.jp/,taro{i}@mihon-{i}.co.jp\n" for i in range(30)),
    # piicatcher 167: columns of names were phones, without a reason to check.
    "names.csv": column("備考", ["あり"] * 40),
    # Kingfisher 246: a hit in the bytes of a PDF.
    "catalogue.pdf": b"%PDF-1.7\n" + bytes(RNG.randrange(256) for _ in range(4000)) + f"\n({NUMBER}) Tj\n".encode(),
    # ccsrch 23: the noise of logs, for which its user kept exceptions by hand.
    "app.log": "".join(f"2026-11-{1 + i % 28:02} 10:{i % 60:02}:00 INFO request={numbers.digits(RNG, 12)} took={i}ms id={numbers.digits(RNG, 16)}\n"
                       for i in range(1500)),
    # rag_api 291: CP932 behind kilobytes of ASCII.
    "late.csv": ("name,number\n" + "".join(f"row{i},{i}\n" for i in range(2000)) + "氏名,電話番号\n"
                 + "".join(f"{n},090-1234-{1000 + i}\n" for i, n in enumerate(NAMES))).encode("cp932"),
    # smoothcsv3 228, 239: short Shift_JIS tables are taken for Windows-1252.
    "short.csv": f"氏名,電話\n{NAMES[0]},03-3456-1234\n".encode("cp932"),
    # chardet 280, charset_normalizer 605 and 357: characters that only CP932 has, and half-width kana.
    "extended.csv": "氏名,ﾌﾘｶﾞﾅ,勤務先\n髙橋　誠,ﾀｶﾊｼ ﾏｺﾄ,㈱見本①\n德永　清,ﾄｸﾅｶﾞ ｷﾖｼ,㈲見本Ⅱ\n山﨑　学,ﾔﾏｻﾞｷ ﾏﾅﾌﾞ,見本№3\n".encode("cp932"),
    # ripgrep 1515: several encodings in one tree.
    "mixed/euc.csv": column("電話", ["090-1234-5678"] * 8).encode("euc_jp"),
    "mixed/jis.csv": column("電話", ["090-1234-5678"] * 8).encode("iso2022_jp"),
    "mixed/utf8.csv": column("電話", ["090-1234-5678"] * 8),
    # betterleaks 221, ggshield 335: UTF-16 is silently clean.
    "utf16.csv": column("個人番号", NUMBERS).encode("utf-16-le"),
    "utf16-mark.csv": column("個人番号", NUMBERS).encode("utf-16"),
    # Presidio 839: nothing is found in Japanese text. obsidian-mind 11: no word boundary between kana and digits.
    "text.txt": f"本日の連絡です。佐藤健太様の個人番号{NUMBERS[0]}ですのでご確認ください。電話は090-1234-5678まで。\n",
    # openredaction 26: one dummy address switches everything off.
    "dummy.txt": f"送信元: test@example.com\n個人番号: {NUMBERS[1]}\n氏名: 鈴木陽子\n電話: 080-9876-5432\n",
    # FTA 165: Japanese headings and names are not typed.
    "typed.csv": "氏名,生年月日,住所\n" + "".join(f"{n},昭和5{i}年4月1日,東京都千代田区神田神保町{i + 1}-2-3\n" for i, n in enumerate(NAMES)),
    # bulk_extractor 91: names that are not ASCII.
    "名簿/社員名簿（最新）.csv": column("個人番号", NUMBERS),
    # PANhunt 26: lock files of office programs fill the list of errors.
    "~$見積書.xlsx": b"\x06taro  " + b"\x00" * 157,
}


class Weaknesses(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.root = pathlib.Path(cls.folder.name) / "share"
        for name, content in FILES.items():
            path = cls.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        cls.scan = Scan(cls.root, "--all-files", "--jobs", "2")

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def types(self, name):
        self.assertIn(name, self.scan.files)
        return self.scan.types(name)

    def put(self, name, content):
        """A file in a folder of its own, to scan."""
        folder = pathlib.Path(tempfile.mkdtemp(dir=self.folder.name))
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return folder

    # False positives, and the wrong kind

    def test_01_hawk_eye_any_twelve_digits(self):
        self.assertEqual(self.types("orders/random.csv"), {"person-name": 1000})

    def test_02_fluxguard_order_numbers_of_date_and_sequence(self):
        self.assertEqual(self.types("orders/dated.csv"), {"person-name": 200})

    def test_03_yuzu_4427_cards_are_no_my_numbers(self):
        self.assertEqual(self.types("cards.csv"), {"person-name": 30, "credit-card": 30})

    def test_04_presidio_1063_licences_in_words(self):
        self.assertEqual(self.types("words.txt"), {})

    def test_05_presidio_47_one_card_one_kind(self):
        findings = [f for f in self.scan.files["cards.csv"]["findings"] if f["where"].get("column") == 2]
        self.assertEqual([f["type"] for f in findings if f["confidence"] >= 0.5], ["credit-card"])

    def test_06_openmetadata_30868_context_within_other_words(self):
        self.assertEqual(self.types("substrings.csv"), {})

    def test_07_openmetadata_29049_academic_years_under_code(self):
        self.assertEqual(self.types("years.csv"), {})

    def test_08_openmetadata_19765_flags_named_after_data(self):
        self.assertEqual(self.types("flags.csv"), {})

    def test_09_presidio_2261_mail_beside_urls(self):
        self.assertEqual(self.types("mails.csv"), {"email": 30})

    def test_10_piicatcher_167_names_are_no_phones_and_findings_give_reasons(self):
        self.assertEqual(self.types("names.csv"), {"person-name": 40})
        for record in self.scan.files.values():
            for finding in record["findings"]:
                self.assertTrue(finding["evidence"], (record["path"], finding["type"]))

    def test_11_kingfisher_246_bytes_of_a_pdf(self):
        record = self.scan.files["catalogue.pdf"]
        self.assertEqual((record["status"], record["reason"], record["findings"]), ("skipped", "unsupported-format", []))

    def test_12_ccsrch_23_logs_need_no_list_of_exceptions(self):
        self.assertEqual(self.types("app.log"), {})

    # Slow, and memory

    def large(self, mebibytes, line):
        text = "".join(line(i) for i in range(200))
        return (text * (mebibytes * 1_048_576 // len(text.encode()) + 1)).encode()

    def test_13_presidio_1461_seven_megabytes_in_a_minute(self):
        folder = self.put("text.txt", self.large(7, lambda i: f"{i}. 議事の記録です。本日の出席者と連絡先を確認した。次回は{i}日。\n"))
        scan = Scan(folder)
        self.assertIn(scan.status, (0, 1))
        self.assertLess(scan.seconds, 60)

    def test_14_hawk_eye_2_one_megabyte_in_one_line(self):
        folder = self.put("line.txt", "検査 0120-00-0000 " * 60_000)
        scan = Scan(folder)
        self.assertIn(scan.status, (0, 3))
        self.assertLess(scan.seconds, 60)

    def test_15_hawk_eye_26_memory_with_a_hit_in_every_line(self):
        rows = "".join(f"{NAMES[i % 8]},090-{1000 + i % 9000}-{1000 + i * 7 % 9000}\n" for i in range(1000))
        folder = self.put("dense.csv", "氏名,電話番号\n" + rows * 120)
        scan = Scan(folder, "--jobs", "1")
        self.assertEqual(scan.types("dense.csv"), {"person-name": 120_000, "phone": 120_000})
        self.assertLess(scan.peak, 700)

    def test_16_gitleaks_168_writing_many_findings(self):
        rows = "".join(f"{NAMES[i % 8]},taro{i}@mihon-mail.co.jp\n" for i in range(33_000))
        folder = self.put("many.csv", "氏名,メール\n" + rows)
        scan = Scan(folder, "--places", "all", "--jobs", "1")
        self.assertEqual(sum(len(f["places"]) for f in scan.files["many.csv"]["findings"]), 66_000)
        self.assertLess(scan.peak, 700)

    def test_17_bulk_extractor_87_archives_do_not_stop_a_scan_and_lists_choose_files(self):
        folder = self.put("a.zip", b"PK\x03\x04" + bytes(2_000_000))
        (folder / "b.csv").write_text(column("電話", ["090-1234-5678"] * 8), "utf-8")
        scan = Scan(folder)
        self.assertEqual(scan.files["a.zip"]["reason"], "unsupported-format")
        self.assertLess(scan.seconds, 30)
        names = folder / "list"
        names.write_text("b.csv\n")
        self.assertEqual(set(Scan(folder, "--files-from", names, "--all-files").files), {"b.csv"})

    def test_18_kingfisher_155_start_up(self):
        folder = self.put("a.txt", "こんにちは\n")
        self.assertLess(min(Scan(folder, "--jobs", "1").seconds for _ in range(3)), 3)

    def test_19_dataprofiler_69_and_461_two_megabytes(self):
        folder = self.put("table.csv", self.large(2, lambda i: f"{NAMES[i % 8]},{i},東京都千代田区神田神保町{i}-1\n"))
        scan = Scan(folder, "--jobs", "1")
        self.assertLess(scan.seconds, 38)
        self.assertLess(scan.peak, 785)

    # Encodings, and Japanese

    def encoding(self, name):
        return self.scan.files[name]["encoding"]

    def test_20_rag_api_291_cp932_behind_ascii(self):
        self.assertEqual(self.encoding("late.csv"), "CP932")
        self.assertEqual(self.types("late.csv"), {"person-name": 8, "phone": 8})

    def test_21_smoothcsv3_228_and_239_short_shift_jis(self):
        self.assertEqual(self.encoding("short.csv"), "CP932")
        self.assertEqual(self.types("short.csv"), {"person-name": 1, "phone": 1})

    def test_22_chardet_280_characters_of_cp932_only(self):
        self.assertEqual(self.encoding("extended.csv"), "CP932")
        self.assertEqual(self.types("extended.csv"), {"person-name": 6})

    def test_23_ripgrep_1515_several_encodings_in_one_run(self):
        for name, encoding in (("euc", "EUC-JP"), ("jis", "ISO-2022-JP"), ("utf8", "UTF-8")):
            with self.subTest(encoding):
                self.assertEqual(self.encoding(f"mixed/{name}.csv"), encoding)
                self.assertEqual(self.types(f"mixed/{name}.csv"), {"person-name": 8, "phone": 8})

    def test_24_betterleaks_221_utf_16(self):
        for name in ("utf16.csv", "utf16-mark.csv"):
            self.assertEqual(self.types(name), {"person-name": 60, "my-number": 60})

    def test_25_presidio_839_japanese_text(self):
        self.assertEqual(self.types("text.txt"), {"person-name": 1, "my-number": 1, "phone": 1})

    def test_26_openredaction_26_a_dummy_address_hides_nothing(self):
        found = self.types("dummy.txt")
        for kind in ("my-number", "person-name", "phone"):
            self.assertEqual(found.get(kind), 1, kind)
        self.assertNotIn("email", found)

    def test_27_obsidian_mind_11_digits_between_kana(self):
        folder = self.put("a.txt", f"個人番号{NUMBERS[2]}です\nマイナンバーは{NUMBERS[3]}と聞きました\n")
        self.assertEqual(Scan(folder).types("a.txt"), {"my-number": 2})

    def test_28_fta_165_japanese_headings_and_names(self):
        self.assertEqual(self.types("typed.csv"), {"person-name": 8, "birth-date": 8, "address": 8})

    def test_29_bulk_extractor_91_names_that_are_not_ascii(self):
        self.assertEqual(self.types("名簿/社員名簿（最新）.csv"), {"person-name": 60, "my-number": 60})
        folder = self.put("a.txt", "")
        with open(os.path.join(os.fsencode(folder), "名簿.csv".encode("cp932")), "wb") as file:
            file.write(column("個人番号", NUMBERS).encode())
        scan = Scan(folder)
        self.assertEqual([f["findings"][0]["count"] for f in scan.files.values() if f["findings"]], [60])

    # Leaking what was found

    def leaks(self, text):
        return [v for v in (*NUMBERS, *CARDS, "090-1234-5678", "09012345678", "1234-5678", "mihon-3.co.jp") if v in text]

    def test_30_betterleaks_157_json_holds_no_value(self):
        self.assertEqual(self.leaks(self.scan.text), [])

    def test_31_kubescape_3757_no_format_holds_a_value(self):
        policy = HERE.parent.parent.parent / "Samples" / "policy.yaml"
        for form in ("json", "ndjson", "text"):
            run = Run("scan", self.root, "--policy", policy, "--format", form, "--places", "all", "--all-files")
            self.assertEqual(self.leaks((run.output + run.error).decode()), [], form)

    def test_32_aguara_258_a_result_tells_places_and_not_values_when_it_is_explained_either(self):
        run = Run("scan", self.root, "--format", "json")
        folder = self.put("findings.json", run.output)
        told = Run("explain", folder / "findings.json", "名簿/社員名簿（最新）.csv", "--lang", "ja")
        self.assertIn("60件中60件が検査用数字に一致", told.output.decode())
        self.assertEqual(self.leaks((told.output + told.error).decode()), [])

    # Incremental, resume, baseline

    def test_33_noseyparker_30_a_result_names_the_rules_that_made_it(self):
        head = self.scan.records[0]
        self.assertRegex(head["scan"]["patterns"]["sha256"], r"^[0-9a-f]{64}$")

    def test_34_trufflehog_4797_no_checkpoint_skips_files(self):
        folder = self.put("d/a.csv", column("個人番号", NUMBERS))
        first, second = Scan(folder), Scan(folder)
        self.assertEqual(first.types("d/a.csv"), second.types("d/a.csv"))
        self.assertEqual(second.records[-1]["coverage"]["scanned"], 1)

    def test_35_trufflehog_5110_an_interrupted_scan_says_so(self):
        folder = self.put("a.txt", "こんにちは\n")
        big = self.large(3, lambda i: f"{NAMES[i % 8]},{i}\n")
        for i in range(12):
            (folder / f"{i}.csv").write_bytes(big)
        process = subprocess.Popen([program(), "scan", str(folder), "--format", "json"], stdout=subprocess.PIPE,
                                   stderr=subprocess.DEVNULL)
        process.stdout.read(10)
        process.send_signal(signal.SIGTERM)
        rest = process.stdout.read()
        process.stdout.close()
        if process.wait() == 0:
            self.skipTest("it was faster than the signal")
        self.assertEqual(process.returncode, 143)
        self.assertIn(b'"outcome":"interrupted"', rest)

    def test_36_kingfisher_136_two_runs_agree(self):
        again = Scan(self.root, "--all-files", "--jobs", "1")
        self.assertEqual(again.files, self.scan.files)

    def test_37_sentinel_17_what_was_not_read_is_not_clean(self):
        self.assertEqual(self.scan.status, 3)
        self.assertEqual(self.scan.records[-1]["result"]["outcome"], "incomplete")

    def test_38_openmetadata_32129_better_rules_reach_old_files(self):
        folder = self.put("a.txt", "備品番号: ZQX20417\n")
        pack = self.put("own.yaml", OWN_PACK)
        self.assertEqual(Scan(folder).types("a.txt"), {})
        self.assertEqual(Scan(folder, "--patterns", pack).types("a.txt"), {"employee-number": 1})

    def test_39_panhunt_26_lock_files(self):
        record = self.scan.files["~$見積書.xlsx"]
        self.assertEqual(record["findings"], [])
        self.assertNotEqual(record["status"], "failed")


OWN_PACK = r"""
id: own.staff
type: employee-number
name: {ja: 自社の社員番号, en: Our employee numbers}
sources: [{title: a made-up rule for this test, read: 2026-11-25}]
patterns:
  - {id: zqx, regex: 'ZQX[0-9]{5}', trigger: letters+digits, check: null}
headings: {strong: [備品番号], weak: [], against: []}
near: {for: [備品番号], against: []}
weights: {prior: 3.0, heading: 4.0, near: 2.0}
examples:
  - {text: '備品番号: ZQX20417', found: ZQX20417}
  - {text: '備品番号 ZQX20418', found: ZQX20418}
  - {text: '備品番号：ZQX20419', found: ZQX20419}
counterexamples:
  - {text: 'ZQX2041', why: a digit too few}
  - {text: 'ZQX204177', why: a digit too many}
  - {text: 'AZQX20417', why: a letter before it}
  - {text: 'zqx', why: no digits}
  - {text: 'ZQY20417', why: another prefix}
"""


if __name__ == "__main__":
    unittest.main()
