#!/usr/bin/env python3
"""Holds Tests/vectors/check-digits.tsv against python-stdnum, an independent implementation.

Every value whose number python-stdnum knows must be valid there exactly when the table says so.
Needs the package python-stdnum, which `make setup` puts into build/python; without it nothing is compared, and that is said.
The Swift tests hold the program against the same table.
"""

import pathlib
import sys

HOME = pathlib.Path(__file__).resolve().parent.parent
sys.path.append(str(HOME / "build/python"))

try:
    from stdnum import ean, isbn, luhn
    from stdnum.jp import cn, in_
except ImportError:
    print("check-against-stdnum: skipped, python-stdnum 2 is not installed")
    sys.exit(0)

TABLE = HOME / "Tests/vectors/check-digits.tsv"
# The modules see the check digit only, not the structure (prefixes, lengths, dummies).
ORACLES = {
    "my-number": in_.is_valid,
    "corporate-number": cn.is_valid,
    "ean-13": ean.is_valid,
    "isbn-13": isbn.is_valid,
    "payment-card": luhn.is_valid,
    "insurer": luhn.is_valid,
    "late-elderly": luhn.is_valid,
    "public-expense": luhn.is_valid,
}


def main():
    compared, wrong = 0, []
    for number, line in enumerate(TABLE.read_text("utf-8").splitlines(), 1):
        if line.startswith("#"):
            continue
        check, kind, text, _ = line.split("\t")
        if check not in ORACLES or kind not in ("valid", "invalid", "dummy"):
            continue
        digits = "".join(c for c in text if c.isdigit())
        says = ORACLES[check](digits)
        compared += 1
        if says != (kind != "invalid"):
            wrong.append(f"{TABLE.name}:{number}: {check} {kind}, but python-stdnum says {'valid' if says else 'invalid'}")
    print("\n".join(wrong), end="\n" if wrong else "")
    print(f"check-against-stdnum: {compared} values compared, {len(wrong)} differ")
    return 1 if wrong or compared == 0 else 0


sys.exit(main())
