"""Labels point at the stored bytes of their values, and the truth agrees with itself. `python3 -m unittest` in this folder's parent."""

import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

from office import nonsense, numbers, regime, share  # noqa: E402


class LabelTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.documents = share.build(7, 1)

    def test_each_label_points_at_its_value(self):
        count = 0
        for document in self.documents:
            data, labels = document.finish()
            for label in labels:
                if label.get("by_line"):
                    continue
                count += 1
                stored = label["value"].replace("\n", document.newline)
                if document.encoding == "iso2022_jp":
                    self.assertTrue(data[:label["end"]].decode(document.encoding).endswith(stored))
                    continue
                with self.subTest(file=document.path, byte=label["byte"]):
                    self.assertEqual(data[label["byte"]:label["end"]].decode(document.encoding), stored)

        self.assertGreater(count, 1000)

    def test_lines_are_physical_lines(self):
        for document in self.documents:
            data, labels = document.finish()
            if document.encoding.startswith("utf-16") or document.newline == "\r":
                continue
            for label in labels:
                start = label.get("cell", label["byte"])
                if label.get("by_line"):
                    continue
                with self.subTest(file=document.path, byte=label["byte"]):
                    self.assertEqual(data[:start].count(b"\n") + 1, label["line"])

    def test_undamaged_my_numbers_pass_their_check(self):
        for document in self.documents:
            for label in document.finish()[1]:
                if label["type"] == "my-number" and not label.get("damaged"):
                    import unicodedata
                    text = "".join(c for c in unicodedata.normalize("NFKC", label["value"]) if c.isdigit())
                    if len(text) == 12:
                        self.assertTrue(numbers.is_my_number(text))

    def test_nonsense_leaves_no_heading_and_every_value(self):
        import random
        left, values = set(), 0
        for document in share.build(7, 1):
            before = [label["value"] for label in document.finish()[1]]
            headings = {part.heading for part in document.parts if getattr(part, "heading", None)}
            nonsense.rename(document, random.Random(document.path))
            data, labels = document.finish()
            with self.subTest(file=document.path):
                self.assertEqual([label["value"] for label in labels], before)
            values += len(labels)
            text = data.decode(document.encoding, errors="replace").replace(document.newline, "\n")
            if document.family not in ("heading-in-two-languages", "encoded-mail"):
                left |= {(document.family, word) for word in headings if len(word) > 4 and word in text}
        self.assertGreater(values, 5000)
        self.assertEqual(left, set())

    def test_same_seed_same_bytes(self):
        again = share.build(7, 1)
        self.assertEqual([d.finish()[0] for d in self.documents], [d.finish()[0] for d in again])

    def test_nobodys_files_hold_nothing_personal(self):
        for document in self.documents:
            if document.category == share.NOBODY:
                sure = {label["type"] for label in document.finish()[1] if not label.get("optional")}
                self.assertEqual(sure - regime.NOT_PERSONAL, set(), document.path)

    def test_known_check_digits(self):
        self.assertTrue(numbers.is_my_number("123456789018"))
        self.assertEqual(numbers.ean("490123456789")[-1], "4")
        self.assertEqual(numbers.luhn("411111111111111"), "1")


if __name__ == "__main__":
    unittest.main()
