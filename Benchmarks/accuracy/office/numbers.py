"""Synthetic identifiers, drawn at random; those with a check digit get the right one.

No value belongs to anybody on purpose. A number that satisfies the My Number formula is somebody's
with a probability of about one in a thousand; that cannot be avoided when the check digit has to be right.
"""

DUMMIES = {"123456789018"}


def digits(rng, count):
    return "".join(rng.choice("0123456789") for _ in range(count))


def _mod11(body, weights):
    remainder = sum(int(d) * w for d, w in zip(body, weights)) % 11
    return "0" if remainder <= 1 else str(11 - remainder)


def my_number(rng):
    while True:
        body = digits(rng, 11)
        number = body + _mod11(body, (6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2))
        if number not in DUMMIES and len(set(number)) > 3:
            return number


def is_my_number(text):
    return len(text) == 12 and text[11] == _mod11(text[:11], (6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2))


def residence_record_code(rng):
    body = digits(rng, 10)
    return body + _mod11(body, (5, 4, 3, 2, 7, 6, 5, 4, 3, 2))


COMMISSIONS = "10 20 22 30 30 30 40 43 44 45 45 50 54 54 61 62 62 63 73 90 97".split()


def drivers_licence(rng):
    year = rng.choice([rng.randint(70, 99), rng.randint(0, 24)])
    body = rng.choice(COMMISSIONS) + f"{year:02d}" + digits(rng, 6)
    remainder = sum(int(d) * w for d, w in zip(body, (5, 4, 3, 2, 7, 6, 5, 4, 3, 2))) % 11
    reissue = "0" if rng.random() < 0.8 else rng.choice("1123")
    return body + str((11 - remainder) % 10) + reissue


def passport(rng):
    return rng.choice(["TK", "TR", "TS", "TZ", "MU", "MZ", "MS"]) + digits(rng, 7)


def residence_card(rng):
    letters = "ABCDEFGHJKLMNPQRSTUVWXYZ"
    return "".join(rng.choice(letters) for _ in range(2)) + digits(rng, 8) + "".join(
        rng.choice(letters) for _ in range(2))


def pension(rng):
    return rng.choice(["2101", "2214", "3105", "4107", "5102", "0103", "4316", "6201"]) + digits(rng, 6)


def employment_insurance(rng):
    return rng.choice(["1301", "1306", "2701", "2301", "1401", "0101", "4001"]) + digits(rng, 7)


def corporate_number(rng):
    while True:
        body = "0" + rng.choice("0123") + digits(rng, 10)
        body = rng.choice(["0100", "0104", "1200", "1400", "0200", "0300", "1100", "1800"]) + digits(rng, 8)
        total = sum(int(d) * (1 if i % 2 == 0 else 2) for i, d in enumerate(reversed(body)))
        check = 9 - total % 9
        return str(check) + body


def luhn(body):
    total = 0
    for i, d in enumerate(reversed(body)):
        n = int(d) * (2 if i % 2 == 0 else 1)
        total += n // 10 + n % 10
    return str((10 - total % 10) % 10)


def credit_card(rng):
    prefix, length = rng.choice([
        ("4", 16), ("4", 16), ("51", 16), ("53", 16), ("55", 16), ("2301", 16), ("3540", 16), ("3567", 16),
        ("34", 15), ("37", 15), ("36", 14)])
    body = prefix + digits(rng, length - len(prefix) - 1)
    return body + luhn(body)


def insurer_number(rng):
    body = rng.choice(["01", "06", "06", "31", "32", "34", "39"]) + f"{rng.randint(1, 47):02d}" + digits(rng, 3)
    return body + luhn(body)


def care_insurance(rng):
    return "000" + digits(rng, 7)


def yucho(rng):
    number = digits(rng, 7).replace("0", "3", 1)
    number = rng.choice("123456789") + number[1:7] + "1"
    a, b = rng.choice(["01", "02", "04", "11", "21", "41"])

    def double(d):
        return sum(map(int, str(2 * d)))

    n = [int(c) for c in number]
    s1, s2, s3, s5 = 1, int(a), int(b), 0
    check = (s1 + 3 * s2 + double(s3) + 3 * s5 + double(n[0]) + n[1] + 3 * n[2] + double(n[3])
             + n[4] + 3 * n[5] + double(n[6]) + n[7]) % 10
    return f"1{a}{b}{check}0", number


# ---- distractors ----

def tracking(rng):
    body = digits(rng, 11)
    return body + str(int(body) % 7)


def ean(body):
    total = sum(int(d) * (3 if i % 2 == 0 else 1) for i, d in enumerate(reversed(body)))
    return body + str((10 - total % 10) % 10)


def jan(rng):
    return ean(rng.choice(["45", "49"]) + digits(rng, 10))


def upc(rng):
    return ean(rng.choice("0678") + digits(rng, 10))


def isbn(rng):
    return ean("9784" + digits(rng, 8))


def imei(rng):
    body = "35" + digits(rng, 12)
    return body + luhn(body)


def stamp_minute(rng):
    return (f"20{rng.randint(18, 26)}{rng.randint(1, 12):02d}{rng.randint(1, 28):02d}"
            f"{rng.randint(0, 23):02d}{rng.randint(0, 59):02d}")


def order_number(rng, sequence=None):
    sequence = rng.randint(1, 9999) if sequence is None else sequence
    return f"20{rng.randint(20, 26)}{rng.randint(1, 12):02d}{rng.randint(1, 28):02d}{sequence:04d}"
