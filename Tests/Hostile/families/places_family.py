"""What is no plain file, and names made to mislead."""

import os
import socket

from case import ONE, Case, line, my_number

NAMES = {
    'line-break': b'a\nb', 'carriage-return': b'a\rb', 'escape': b'\x1b[2J\x1b]0;x\x07', 'bell': b'\x07', 'backspace': b'abc\x08\x08',
    'delete': b'\x7f', 'c1': '\u009b31m'.encode(), 'c1-raw': b'\x9b31m', 'not-utf-8': b'\xff\xfe\xfd', 'cp932': '名簿'.encode('cp932'),
    'euc-jp': '名簿'.encode('euc_jp'), 'overlong': b'\xc0\xaf..\xc0\xaf', 'surrogate': b'\xed\xa0\x80', 'right-to-left': 'a\u202etxt.exe'.encode(),
    'isolate': 'a\u2067b\u2069'.encode(), 'zero-width': 'a\u200bb\ufeff'.encode(), 'line-separator': 'a\u2028b\u2029'.encode(),
    'composed': 'が'.encode(), 'decomposed': 'か\u3099'.encode(), 'emoji': '👨‍👩‍👧'.encode(), 'blank-first': b' a', 'blank-last': b'a ',
    'wide-blank': '　'.encode(), 'dash-first': b'-rf', 'option': b'--output=x', 'backslash': b'a\\b', 'backslash-escape': b'\\u{1b}',
    'backslash-x': b'\\xff', 'quotes': b'"\'`', 'shell': b'$(touch x);|&', 'markup': b'<script>alert(1)<', 'formula': b'=1+1',
    'percent': b'%s%n%00', 'tilde': b'~', 'glob': b'*?[a]', 'longest': b'x' * 251, 'longest-wide': '名'.encode() * 83, 'comma': b'a,b;c',
    'vertical-tab': b'a\x0bb\x0c', 'next-line': 'a\u0085b'.encode(), 'shift-out': b'a\x0eb\x0f', 'link-to-page': b'\x1b]8;;x:y\x07z',
    'soft-hyphen': 'a\u00adb'.encode(), 'right-to-left-mark': 'a\u200fb\u061c'.encode(), 'embedding': 'a\u202bb\u202c'.encode(),
    'word-joiner': 'a\u2060b\u2064'.encode(), 'variation': '葛\U000e0100城'.encode(), 'tag-characters': 'a\U000e0041\U000e0042'.encode(),
    'private-use': 'a\U0010fe41\U0010feffb'.encode(), 'private-use-and-not-utf-8': 'a\U0010fe41'.encode() + b'\xfe', 'no-character': 'a\uffff\ufdd0'.encode(),
    'cut-character': '名簿'.encode()[:-1], 'iso-2022-jp': '名簿'.encode('iso2022_jp'), 'backslash-in-cp932': '表ソ能'.encode('cp932') + b'u{41}',
    'half-width-kana-cp932': b'\xb1\xb2\xb3', 'escapes-behind-escapes': b'\\u{5c}u{1b}\\\\x41', 'entity': b'&lt;&#27;', 'object': b'{"path":"x"}',
    'line-of-a-record': b'x\n{"record":"end"}', 'drive': b'C:x', 'json-end': b'"}]}', 'dots': b'...', 'tab': b'a\tb', 'number': b'123456789018', 'wide-number': '１２３４５６７８９０１８'.encode(),
}


def name_cases():
    for name, raw in NAMES.items():
        yield Case('names', name, line(1).encode(), found=ONE, path=b'names/' + raw + (b'.txt' if len(raw) < 249 else b''))


def deep(path):
    """A file in folders whose path is longer than a path may be (4,096 bytes)."""
    here = os.open(os.path.dirname(path), os.O_RDONLY)
    for _ in range(60):
        os.mkdir('d' * 100, dir_fd=here)
        below = os.open('d' * 100, os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = below
    file = os.open('deep.txt', os.O_WRONLY | os.O_CREAT, 0o644, dir_fd=here)
    os.write(file, line(1).encode())
    os.close(file)
    os.close(here)


def bound_socket(path):
    here = os.getcwd()
    os.chdir(os.path.dirname(path))
    server = socket.socket(socket.AF_UNIX)
    server.bind(os.path.basename(path))
    server.close()
    os.chdir(here)


def sparse(path):
    with open(path, 'wb') as file:
        file.write(line(1).encode())
        file.seek(2_000_000)
        file.write(line(2).encode())


def hole(path):
    with open(path, 'wb') as file:
        file.truncate(8 << 30)


def holes(size, *pieces):
    """A file of any size of which only a few bytes are stored."""
    def make(path):
        with open(path, 'wb') as file:
            file.truncate(size)
            for offset, text in pieces:
                file.seek(offset)
                file.write(text)
    return make


def link(target):
    return lambda path: os.symlink(target, path)


def hard_link(path):
    first = os.path.join(os.path.dirname(path), b'hard-link-first')
    with open(first, 'wb') as file:
        file.write(line(1).encode())
    os.link(first, path)


def place_cases(outside):
    def place(name, make, expect, found=None, path=None):
        return Case('places', name, make, '', expect, found or {}, path=path and path.encode())

    yield place('fifo', os.mkfifo, 'skipped:special-file')
    yield place('socket', bound_socket, 'skipped:special-file')
    yield place('link-outside', link(outside), 'skipped:link')
    yield place('link-to-folder-outside', link(os.path.dirname(outside)), 'skipped:link')
    yield place('link-to-itself', link('link-to-itself'), 'skipped:link')
    yield place('link-nowhere', link('nowhere'), 'skipped:link')
    yield place('link-up', link('..'), 'skipped:link')
    yield place('link-to-device', link('/dev/zero'), 'skipped:link')
    yield place('link-to-processes', link('/proc/self/fd/0'), 'skipped:link')
    yield place('hard-link', hard_link, 'scanned', ONE)
    yield place('hard-link-first', None, 'scanned', ONE)
    yield place('deep', deep, 'scanned', ONE, 'places/' + '/'.join(['d' * 100] * 60) + '/deep.txt')
    yield place('hole-within', sparse, 'skipped:unsupported-format')
    yield place('hole', hole, 'skipped:unsupported-format')
    prose = ('これは名簿ではなく、ただの文章です。\n' * 2_000).encode()
    size = 8 << 30
    yield place('hole-behind-text', holes(size, (0, prose + line(1).encode())), 'scanned', ONE)
    yield place('holes-with-text-in-between', holes(
        size, (0, prose + line(1).encode()), (size // 2 + 1_000, line(2).encode() * 2), (size - 100, b'\n' + line(3).encode())),
        'scanned', {'my-number': 4})
    yield place('hole-in-another-encoding', holes(size, (0, prose.decode().encode('cp932')), (size // 2, line(2).encode('cp932'))), 'scanned', ONE)
    yield place('hole-in-utf-16', holes(
        size, (0, b'\xff\xfe' + prose.decode().encode('utf-16-le')), (size // 2, line(2).encode('utf-16-le'))), 'scanned', ONE)
    rows = ''.join(f'見本太郎,{my_number(n)}\n' for n in range(2_000)).encode()
    yield Case('places', 'hole-behind-a-table', holes(size, (0, '氏名,個人番号\n'.encode() + rows)), 'csv',
               'scanned|partly:long-line', {'my-number': 2_000})
    yield place('empty', b'', 'skipped:empty')
    yield place('read-only', lambda path: (open(path, 'wb').write(line(1).encode()), os.chmod(path, 0o444)), 'scanned', ONE)
    if os.geteuid() == 0:
        yield place('device', lambda path: os.mknod(path, 0o600 | 0o020000, os.makedev(1, 5)), 'skipped:special-file')
    else:
        yield place('not-ours', lambda path: (open(path, 'wb').write(line(1).encode()), os.chmod(path, 0)), 'failed:permission')
