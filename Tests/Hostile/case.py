"""One case of the hostile tree: a file that somebody could put on a share, and what a scan must say of it."""

from dataclasses import dataclass, field

# Valid by check digit, and made up: the digits before the last come from a counter, not from anybody.
def my_number(serial):
    digits = [int(d) for d in f'{(serial * 38_196_601_127 + 31_415_926_535) % 10 ** 11:011d}']
    total = sum(d * (n + 1 if n <= 6 else n - 5) for n, d in enumerate(reversed(digits), 1))
    rest = total % 11
    return ''.join(map(str, digits)) + str(0 if rest <= 1 else 11 - rest)


LABEL = 'マイナンバー: '


@dataclass
class Case:
    family: str
    name: str
    # Bytes; a function that makes the file at a path; or None where the function of the family made it already.
    data: object
    extension: str = 'txt'
    # 'scanned', 'partly:structure-broken', 'skipped:empty' …; alternatives with a bar between.
    expect: str = 'scanned'
    # How many values of a type must be found, at least, or exactly with `exactly`.
    found: dict = field(default_factory=dict)
    exactly: bool = False
    # The encoding that must be named; None for any.
    encoding: str = None
    # The path within the tree as bytes, where it is not family/name.extension.
    path: bytes = None

    @property
    def place(self):
        return self.path or f'{self.family}/{self.name}.{self.extension}'.rstrip('.').encode()


def numbers(count, first=0):
    return [my_number(first + index) for index in range(count)]


def line(serial=0):
    """A line that must be found wherever it stands."""
    return LABEL + my_number(serial) + '\n'


ONE = {'my-number': 1}
