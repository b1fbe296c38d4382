"""Encodings: right, wrong, cut, mixed."""

from case import LABEL, ONE, Case, line, my_number

ENCODINGS = {
    'utf-8': ('UTF-8', b''), 'utf-8-bom': ('UTF-8 BOM', b'\xef\xbb\xbf'), 'cp932': ('CP932', b''),
    'euc-jp': ('EUC-JP', b''), 'iso-2022-jp': ('ISO-2022-JP', b''), 'utf-16-le': ('UTF-16LE', b''),
    'utf-16-be': ('UTF-16BE', b''), 'utf-16-le-bom': ('UTF-16LE BOM', b'\xff\xfe'), 'utf-16-be-bom': ('UTF-16BE BOM', b'\xfe\xff'),
}
CODECS = {'utf-8-bom': 'utf-8', 'utf-16-le-bom': 'utf-16-le', 'utf-16-be-bom': 'utf-16-be'}
PROSE = 'これは名簿ではなく、ただの文章です。いくつかの行があります。\n' * 6


def encoded(text, name):
    return ENCODINGS[name][1] + text.encode(CODECS.get(name, name.replace('-jp', '_jp').replace('iso-2022', 'iso2022')))


def cases():
    for serial, name in enumerate(ENCODINGS):
        label = ENCODINGS[name][0]
        text = PROSE + line(serial)
        table = '氏名,個人番号\n' + ''.join(f'見本太郎,{my_number(100 + 10 * serial + i)}\n' for i in range(5))
        document = f'<?xml version="1.0" encoding="Shift_JIS"?>\n<名簿><個人番号>{my_number(serial)}</個人番号></名簿>\n'
        yield Case('encodings', f'text-{name}', encoded(text, name), found=ONE, encoding=label)
        yield Case('encodings', f'table-{name}', encoded(table, name), 'csv', found={'my-number': 5}, exactly=True, encoding=label)
        yield Case('encodings', f'wrongly-declared-{name}', encoded(document, name), 'xml', found=ONE, encoding=label)
        for spot in ['front', 'middle']:
            data = encoded(text, name)
            cut = len(ENCODINGS[name][1]) if spot == 'front' else len(encoded(PROSE, name)) // 2 // 2 * 2
            bad = b'\xd8\x00' if name.startswith('utf-16-be') else b'\x00\xd8' if name.startswith('utf-16-le') else b'\xff'
            yield Case('encodings', f'bad-byte-{spot}-{name}', data[:cut] + bad + data[cut:], found=ONE)
        yield Case('encodings', f'cut-in-the-last-character-{name}', encoded(line(serial) + '終わり', name)[:-1], found=ONE)
    yield Case('encodings', 'mark-alone', b'\xef\xbb\xbf', expect='skipped:empty')
    yield Case('encodings', 'mark-alone-utf-16', b'\xff\xfe', expect='skipped:empty|skipped:unsupported-format')
    yield Case('encodings', 'zeros', bytes(100_000), expect='skipped:unsupported-format')
    yield Case('encodings', 'zero-in-text', line().encode() + b'a\x00b\n' + line(1).encode(), found={'my-number': 2})
    yield Case('encodings', 'late-japanese', b'x' * 63 + b'\n' + (b'ascii only\n' * 7_000) + line().encode('cp932'), found=ONE, encoding='CP932')
    yield Case('encodings', 'mixed-lines', (PROSE + line()).encode() + (PROSE + line(1)).encode('cp932') + line(2).encode('euc_jp') * 1,
               found={'my-number': 2})
    yield Case('encodings', 'overlong', b'\xc0\xb1\xc0\xb2 ' + line().encode(), found=ONE)
    yield Case('encodings', 'surrogates-in-utf-8', b'\xed\xa0\x80\xed\xb0\x80 ' + line().encode(), found=ONE)
    yield Case('encodings', 'lost-escape', PROSE.encode('iso2022_jp').replace(b'\x1b(B', b'', 1) + line().encode('iso2022_jp'), found=ONE)
    yield Case('encodings', 'half-an-escape', line().encode('iso2022_jp') + b'\x1b$', found=ONE)
    yield Case('encodings', 'half-width-kana', 'ﾏｲﾅﾝﾊﾞｰ: '.encode('cp932') + my_number(3).encode() + b'\n', found=ONE)
    yield Case('encodings', 'utf-32', ('\ufeff' + line()).encode('utf-32-le'), expect='skipped:unsupported-format')
    yield Case('encodings', 'odd-length-utf-16', encoded(line(), 'utf-16-le-bom') + b'x', found=ONE)
    yield Case('encodings', 'colours', b'\x1b[31m' + line().encode() + b'\x1b[0m', found=ONE)
    yield Case('encodings', 'full-width', (LABEL + my_number(5).translate({48 + i: 0xFF10 + i for i in range(10)})).encode(), found=ONE)
    for number, dash in enumerate('-‐‑–—―−－ー・ 　'):
        value = my_number(number)
        yield Case('encodings', f'separator-{ord(dash):04x}', (LABEL + dash.join([value[:4], value[4:8], value[8:]])).encode(),
                   found=ONE if dash != '・' else {})
    for name, end in {'cr': '\r', 'crlf': '\r\n', 'nel': '\u0085\n', 'line-separator': '\u2028\n', 'form-feed': '\f\n'}.items():
        yield Case('encodings', f'line-end-{name}', (PROSE + line()).replace('\n', end).encode(), found=ONE)
