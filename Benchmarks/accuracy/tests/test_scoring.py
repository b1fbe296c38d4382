"""The scorer counts what it says: on truth it gives 1, and each kind of error costs what it should."""

import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

from office import share  # noqa: E402
from scoring import matching, packs, tables  # noqa: E402


def label(**fields):
    return {"file": "a.csv", "type": "phone", "line": 2, "row": 2, "column": 3, "byte": 20, "end": 30, "cell": 19,
            "cell_end": 31, "value": "synthetic"} | fields


def finding(type="phone", confidence=0.9, **place):
    return {"type": type, "confidence": confidence, "places": [place]}


def outcomes(labels, *findings):
    return matching.match(labels, {"path": "a.csv", "findings": list(findings)})


class MatchingTests(unittest.TestCase):
    def wrong(self, *args):
        return sum(o.wrong(0.5) for o in outcomes(*args))

    def test_value_or_cell_start_is_right(self):
        for byte in (18, 19, 20, 25, 31):
            self.assertEqual(self.wrong([label()], finding(line=2, row=2, column=3, byte=byte)), 0, byte)

    def test_another_place_is_missed_and_surplus(self):
        self.assertEqual(self.wrong([label()], finding(line=3, row=3, column=3, byte=60)), 2)

    def test_another_type_is_missed_and_surplus(self):
        self.assertEqual(self.wrong([label()], finding("email", line=2, byte=20)), 2)

    def test_a_second_finding_for_the_same_value_is_surplus(self):
        one = finding(line=2, row=2, column=3, byte=20)
        self.assertEqual(self.wrong([label()], one, one), 1)

    def test_low_confidence_is_missed(self):
        self.assertEqual(self.wrong([label()], finding(confidence=0.4, line=2, byte=20)), 1)

    def test_optional_counts_neither_way(self):
        self.assertEqual(self.wrong([label(optional=True)]), 0)
        self.assertEqual(self.wrong([label(optional=True)], finding(line=2, byte=20)), 0)

    def test_a_further_piece_will_do(self):
        pieces = [label(), label(column=4, byte=32, end=36, cell=32, cell_end=36, optional=True, part=True)]
        self.assertEqual(self.wrong(pieces, finding(line=2, row=2, column=4, byte=33)), 0)

    def test_mail_bodies_match_by_line(self):
        self.assertEqual(self.wrong([label(by_line=True, cell=None, row=None) | {"cell": 19}], finding(line=3, byte=0)), 0)

    def test_two_values_of_a_cell_take_a_finding_each(self):
        two = [label(), label(byte=26, end=30)]
        self.assertEqual(self.wrong(two, finding(line=2, byte=20), finding(line=2, byte=26)), 0)


class SelfTests(unittest.TestCase):
    def test_the_truth_scores_one(self):
        results = []
        for document in share.build(3, 1):
            labels = document.finish()[1]
            places = [finding(l["type"], **{k: l[k] for k in ("line", "row", "column", "byte") if l.get(k) is not None})
                      for l in labels if not l.get("optional")]
            results += matching.match(labels, {"path": document.path, "findings": places})
        self.assertEqual([o.describe() for o in results if o.wrong(0.5)], [])
        self.assertIn("| **all** |", tables.by_type(results, 0.5, "all"))

    def test_unseen_words(self):
        known = packs.Words({"電話番号"}, {"花子"})
        self.assertFalse(packs.unseen(label(heading="電話 番号"), known))
        self.assertTrue(packs.unseen(label(heading="ご連絡先"), known))
        self.assertTrue(packs.unseen(label(type="person-name", heading=None, given="椛"), known))
        self.assertFalse(packs.unseen(label(type="person-name", heading=None, given="花子"), known))


if __name__ == "__main__":
    unittest.main()
