"""Mail, pages, dumps, packed files, long lines, and text made to make patterns explode."""

import base64
import gzip
import io
import quopri
import zipfile

from case import LABEL, ONE, Case, line, my_number, numbers


def mail_cases():
    def mail(name, text, expect='scanned', found=ONE):
        return Case('mail', name, text if isinstance(text, bytes) else text.encode(), 'eml', expect, found)

    head = 'From: a@mihon.example\r\nTo: b@mihon.example\r\nSubject: test\r\nMIME-Version: 1.0\r\n'
    plain = head + 'Content-Type: text/plain; charset=utf-8\r\n'
    packed = base64.encodebytes(line(1).encode()).decode()
    yield mail('base64', plain + 'Content-Transfer-Encoding: base64\r\n\r\n' + packed)
    yield mail('base64-broken', plain + 'Content-Transfer-Encoding: base64\r\n\r\n' + packed + '!!!=\r\n' + line(2), found=ONE)
    yield mail('quoted-printable', plain.encode() + b'Content-Transfer-Encoding: quoted-printable\r\n\r\n' + quopri.encodestring(line(1).encode()))
    yield mail('quoted-printable-cut', plain + 'Content-Transfer-Encoding: quoted-printable\r\n\r\n' + line(1) + '=E3=8')
    yield mail('iso-2022-jp', head.encode() + b'Content-Type: text/plain; charset=iso-2022-jp\r\n\r\n' + line(1).encode('iso2022_jp'))
    yield mail('no-boundary', head + 'Content-Type: multipart/mixed\r\n\r\n' + line(1), 'scanned|partly:structure-broken')
    yield mail('boundary-never-comes', head + 'Content-Type: multipart/mixed; boundary="b"\r\n\r\n' + line(1))
    yield mail('parts-within-parts', head + ''.join(
        f'Content-Type: multipart/mixed; boundary="b{n}"\r\n\r\n--b{n}\r\n' for n in range(400)) + '\r\n' + line(1),
        'partly:unsupported-format')
    yield mail('many-parts', head + 'Content-Type: multipart/mixed; boundary="b"\r\n\r\n' + '--b\r\n\r\nx\r\n' * 5_000 + '--b\r\n\r\n' + line(1),
               'scanned|partly:size-limit|partly:structure-broken')
    yield mail('long-header', head + 'X-Long: ' + 'x' * 400_000 + '\r\n\r\n' + line(1))
    yield mail('encoded-words', head + 'X-Words: ' + '=?UTF-8?B?44GC?= ' * 10_000 + '\r\n\r\n' + line(1))


def page_cases():
    def page(name, text, extension, found=ONE, expect='scanned|partly:structure-broken'):
        return Case('pages', name, text.encode(), extension, expect, found)

    number = my_number(1)
    yield page('table', f'<html><table><tr><th>個人番号<tr><td>{number}</table>', 'html')
    yield page('comment-never-closed', f'<!doctype html><p>{line(1)}<!-- x\n{line(2)}', 'html', {'my-number': 2})
    yield page('script-never-closed', f'<!doctype html><p>{line(1)}</p><script>\n{line(2)}', 'html', {'my-number': 2})
    yield page('tags-never-closed', f'<!doctype html><p>{line(1)}' + '<div>' * 50_000 + line(2), 'html', {'my-number': 2})
    yield page('angle-brackets', f'<!doctype html><p>{line(1)}' + '<' * 200_000 + '\n' + line(2), 'html', {'my-number': 1})
    yield page('references', f'<!doctype html><p>{LABEL}' + ''.join(f'&#{ord(d)};' for d in number), 'html')
    yield page('dump', f"CREATE TABLE t (`個人番号` TEXT);\nINSERT INTO t VALUES ('{number}');\n", 'sql')
    yield page('dump-never-closed', f"CREATE TABLE t (`個人番号` TEXT);\nINSERT INTO t VALUES ('{number}'),('x\n{line(2)}", 'sql', ONE)
    yield page('yaml-bomb', 'a: &a [x,x]\n' + ''.join(f'{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)},*{chr(97 + n)}]\n' for n in range(20))
               + f'マイナンバー: "{number}"\n', 'yaml')
    yield page('ini', f'[a]\nマイナンバー = {number}\n', 'ini')
    yield page('card', f'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:見本\r\nNOTE:{LABEL}{number}\r\nEND:VCARD\r\n', 'vcf')
    yield page('markdown', f'# 見出し\n\n| 氏名 | 個人番号 |\n|---|---|\n| 見本 | {number} |\n', 'md')


def packed_cases():
    def packed(name, data, extension, expect='skipped:unsupported-format'):
        return Case('packed', name, data, extension, expect)

    store = io.BytesIO()
    with zipfile.ZipFile(store, 'w', zipfile.ZIP_DEFLATED) as archive:
        archive.writestr('bomb.txt', b'0' * 20_000_000)
    yield packed('bomb', store.getvalue(), 'zip')
    yield packed('zip-called-text', store.getvalue(), 'txt')
    yield packed('gzip-bomb', gzip.compress(b'0' * 20_000_000, mtime=0), 'gz')
    yield packed('pdf', b'%PDF-1.7\n%\xe2\xe3\xcf\xd3\n' + line(1).encode(), 'pdf')
    yield packed('png', b'\x89PNG\r\n\x1a\n' + bytes(200), 'png')
    yield packed('elf', b'\x7fELF\x02\x01\x01' + bytes(500), '')
    yield packed('ole', b'\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' + bytes(2_000), 'xls')
    yield packed('noise', bytes((n * n * 31 + n // 7 * 13) % 251 for n in range(50_000)), 'bin')


def explosive_cases():
    """Lines on which careless expressions and scanners take time in the square of the length."""
    for name, unit in {
        'digits': '0', 'digits-and-joints': '0-', 'digits-and-blanks': '0 ', 'letters': 'a', 'addresses': 'a@', 'dots': 'a.',
        'postal-marks': '〒', 'wide-digits': '０', 'kana': 'ア', 'names': '山田', 'brackets': '(', 'dates': '1/', 'colons': ':',
        'labels': 'マイナンバー', 'towns': '東京都', 'ports': '1:', 'wide-joints': '１－', 'marks': '@@', 'combining': 'か\u3099',
    }.items():
        yield Case('explosive', name, (unit * (400_000 // len(unit.encode())) + '\n' + line(1)).encode(), found=ONE)
    yield Case('explosive', 'thousands-of-values', ''.join(LABEL + n + '\n' for n in numbers(6_000)).encode(),
               found={'my-number': 6_000}, exactly=True)
    yield Case('explosive', 'one-line-of-values', ' '.join(LABEL + n for n in numbers(1_000)).encode(), found={'my-number': 1_000}, exactly=True)
    yield Case('explosive', 'long-line', b'x ' * 1_500_000 + line(1).encode(), found=ONE)
    yield Case('explosive', 'long-line-without-blanks', b'x' * 3_000_000 + b'\n' + line(1).encode(), found=ONE)
    yield Case('explosive', 'empty-lines', b'\n' * 2_000_000 + line(1).encode(), found=ONE)
