"""Values across every boundary at which a reader might cut: of buffers of 7, 64 and 4,099 bytes, 64 KiB, 256 KiB and 1 MiB."""

from case import LABEL, ONE, Case, my_number

BOUNDARIES = {'7': 7, '64': 64, '4099': 4_099, '64k': 65_536, '256k': 262_144, '1m': 1_048_576}
# Which byte of the label and number lies on the boundary; digits in names would be masked together.
SHIFTS = [1, 14, 24]


def filler(size, encoding):
    """Text of exactly so many bytes that ends where a word may begin."""
    if encoding == 'utf-16-le':
        return (('filler text \n' * (size // 26 + 1))[:max(size // 2 - 1, 0)] + '\n' * (size >= 2)).encode(encoding)
    return (b'filler text \n' * (size // 13 + 1))[:max(size - 1, 0)] + b'\n' * (size >= 1)


def cases():
    for name, boundary in BOUNDARIES.items():
        for place, shift in zip('abc', SHIFTS):
            serial = boundary + shift
            for spelling, encoding in [('utf-8', 'utf-8'), ('sjis', 'cp932'), ('utf-16', 'utf-16-le')]:
                before = filler(max(0, boundary - shift), encoding)
                if encoding == 'utf-16-le':
                    before = b'\xff\xfe' + before[: len(before) // 2 * 2]
                value = (LABEL + my_number(serial)).encode(encoding)
                tail = '\n終わり\n'.encode(encoding)
                yield Case('seams', f'text-{spelling}-{name}-{place}', before + value + tail, found=ONE, exactly=True)
            cell = filler(max(0, boundary - shift - 16), 'utf-8').replace(b'\n', b'.').replace(b',', b'.')
            table = '氏名,個人番号\n'.encode() + b'"' + cell + b'",' + my_number(serial).encode() + b'\n' + b'x,' + my_number(1).encode() + b'\n'
            expect = 'scanned' if boundary < 1_048_576 else 'scanned|partly:long-line'
            yield Case('seams', f'table-{name}-{place}', table, 'csv', expect, {'my-number': 2}, True)
            body = filler(max(0, boundary - shift), 'utf-8')
            document = b'<a><b>' + body + '</b><個人番号>'.encode() + my_number(serial).encode() + '</個人番号></a>'.encode()
            yield Case('seams', f'xml-{name}-{place}', document, 'xml', found=ONE, exactly=True)
            tree = b'{"a":"' + body.replace(b'\n', b'\\n') + '","個人番号":"'.encode() + my_number(serial).encode() + b'"}'
            yield Case('seams', f'json-{name}-{place}', tree, 'json', found=ONE, exactly=True)
