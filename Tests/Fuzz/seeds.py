#!/usr/bin/env python3
"""Writes the inputs that fuzzing starts from: seeds.py FOLDER. All values are synthetic.

The first byte of most inputs tells the target what to do with the rest; see the targets.
"""

import base64
import glob
import os
import struct
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
ENCODINGS = ['utf-8', 'cp932', 'euc_jp', 'iso2022_jp', 'utf-16-le', 'utf-16-be']
TEXT = '氏名,ｶﾅ,番号\r\n髙橋 花子,ﾀｶﾊｼ,03-1234-5678\r\n①﨑山,ｻｷﾔﾏ,"東京都千代田区"\nマイナンバー: １２３４－５６７８－９０１８\n'

TABLES = [
    'a,b,c\n1,2,3\n', '"a","b""c","d\ne"\r\n1,"2",3\r\n', 'a\tb\n"x\ty"\tz\n', 'sep=;\na;b\n"1;";2',
    'a|b\r1|"2\r3"\r', '="0123",\'0456\n"open,1\n2,3\n', ',,,\n\n\r\r\n""\n', 'x' * 70 + '"\n"' + 'y' * 70,
]
XML = [
    '<?xml version="1.0" encoding="Shift_JIS"?><a b="1" c=\'2\'><d>x&amp;&#x30a2;&#12354;</d><e/></a>',
    '<!DOCTYPE a [<!ENTITY e "x<b/>y"><!ENTITY f "&e;&e;"><!ATTLIST a z CDATA "1">]><a>&f;</a>',
    '<a><![CDATA[1]]2]]><!-- c --><?p q?></a>\n<b/>\n<c>\r\n</c>', '<n:a xmlns:n="u"><n:b n:c="d"/></n:a>',
    '<!DOCTYPE a SYSTEM "x" [<!ENTITY % p SYSTEM "y"> %p;<!ENTITY e SYSTEM "z">]><a>&e;</a>', '<a><b></a>', 'x<a>y</a>z',
]
OTHER = {
    0: [TEXT], 1: ['氏名,個人番号\n見本太郎,123456789018\n'], 2: XML[:2],
    3: ['{"a":[{"個人番号":"123456789018","x":1.5e3},{"\\u6c0f":null}],"b":true}'],
    4: ['{"a":1}\n{"a":"x@example.jp"}\n[1,2]\n'],
    5: ['From: a@example.jp\r\nSubject: =?ISO-2022-JP?B?GyRCTD4bKEI=?=\r\nMIME-Version: 1.0\r\n'
        'Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n'
        'Content-Transfer-Encoding: base64\r\n\r\nMTIzNDU2Nzg5MDE4\r\n--b\r\nContent-Transfer-Encoding: quoted-printable\r\n'
        '\r\n=E3=81=82=\r\n\r\n--b--\r\n'],
    6: ['<!doctype html><html><body><table><tr><th>氏名<td>見本</table><p>x&nbsp;&#65;<!-- c --></body>'],
    7: ["CREATE TABLE t (a INT, `個人番号` TEXT);\nINSERT INTO t (a,b) VALUES (1,'it''s'),(2,NULL);\n"],
    8: ['# 見出し\n\n| 氏名 | 番号 |\n|---|---|\n| 見本 | 1 |\n\n```\nx\n```\n'], 9: ['a: 1\nb:\n  - c: "d"\n  - e\n'],
    10: ['[a]\nb = c\n; d\n'], 11: ['dn: cn=a,dc=b\ncn: a\ntelephoneNumber: 03-1234-5678\n c\n\n'],
    12: ['BEGIN:VCARD\nVERSION:3.0\nFN:見本\nTEL;TYPE=WORK:03-1234-5678\nEND:VCARD\n'],
    13: ['2024-01-02 03:04:05 INFO user=1 mail=a@example.jp\n' * 4],
    14: ['氏名        番号\n' + '見本太郎    0001\n' * 6], 15: [TEXT, '1' + '0' * 119 + '\r\n' + '2' + '3' * 119 + '\r\n', '103' + '0' * 197 + '2' + '3' * 199],
}
# Records for authorities.
OTHER[1] += [
    '13,01,ｱｲｳ,001,20240501,22223\r\n[kanri]\r\n,001\r\n[data]\r\n2200700,13,01,ｱｲｳ,7,ｻﾄｳ ﾊﾅｺ,佐藤　花子,5,630701,2,1,123456789018,1234,567890\r\n',
    '315,,001,東京都新宿区9,見本株式会社,03-0000-0000,,,,0,06,東京都中野区9,0,佐藤花子,,給料,1,0,3,1,123456789018\r\n',
    'IR,1,13,1\r\nRE,1,1112,50605,見本　太郎,1,3550401,,\r\nHO,01130012,12345,67,1\r\nSY,8833421,5060401,1,,\r\n',
]


def check_digit(eleven):
    rest = sum(int(digit) * weight for digit, weight in zip(eleven, [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2])) % 11
    return eleven + str(0 if rest <= 1 else 11 - rest)


def person(number):
    """Cells of a made-up person: one of each kind that long columns settle to."""
    family, given = ['佐藤', '髙橋', '渡辺', '山田'][number % 4], ['花子', '一郎', '次郎'][number % 3]
    return [str(number), family + '　' + given, ['ﾀｶﾊｼ ﾊﾅｺ', 'サトウ　イチロウ'][number % 2],
            '%d-%02d-%02d' % (1950 + number * 7 % 60, 1 + number % 12, 1 + number * 5 % 28), check_digit('%011d' % (30174628501 + number * 7919)),
            '090-%04d-%04d' % (1234 + number * 37, number * 531 % 10000), '%03d-%04d' % (100 + number, number * 17),
            '東京都千代田区丸の内%d-%d' % (1 + number % 3, number), 'taro.%d@mihon-shoji.co.jp' % number, '備考なし' if number % 5 else '']


HEADING = '番号,氏名,カナ,生年月日,個人番号,電話番号,郵便番号,住所,メール,備考'
PEOPLE = [person(number) for number in range(1, 25)]
LINES = ['2024-01-02 03:04:05 INFO [worker-7] user=1 mail=a.b@mihon-shoji.co.jp seq=452107568263 took=6ms',
         'マイナンバー: １２３４－５６７８－９０１８', '担当者は山田様です。電話 03-1234-5678', '既往歴 高血圧、1980年4月1日生まれ',
         'staff no 123456 name: Yamada Taro sex: M', '口座番号 普通 1234568 │0│5│2│6│', '社員番号: ZQX-KJHGFD plmnbv@acme VTREWQAS',
         '本日の会議の資料を確認した。', '神戸市中央区三宮町1-2-3 〒650-0021', 'my_number=123456789018 4111-1111-1111-1111 203.0.113.9', '１２３４' * 30]


def whole(*values):
    """Whole numbers as the worker protocol writes them: seven bits a byte, the lowest first."""
    return b''.join(bytes([v & 127 | 128]) + whole(v >> 7) if v > 127 else bytes([v]) for v in values)


def text(value):
    data = value.encode()
    return whole(len(data)) + data


def mail(name, content):
    """A mail with a table attached."""
    word = '=?UTF-8?B?%s?=' % base64.b64encode(name.encode()).decode()
    return ('From: a@mihon-shoji.co.jp\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n'
            '--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nx\r\n--b\r\nContent-Type: text/csv; name="%s"\r\n'
            'Content-Disposition: attachment; filename="%s"\r\nContent-Transfer-Encoding: base64\r\n\r\n' % (word, word)
            ).encode() + base64.encodebytes(content).replace(b'\n', b'\r\n') + b'--b--\r\n'


# Tables in other dress: forms saved as tables, records that are columns, digits one a cell, other quotes and delimiters, scripts.
DRESSED = [
    (1, '申請書,,,\n,,,\n氏名,,見本 太郎,\n生年月日,,1980年4月1日,\n個人番号,' + ','.join('123456789018') + '\n電話,,03-1234-5678,\n'),
    (1, '項目,1人目,2人目,3人目\n' + ''.join('%s,%s\n' % (name, ','.join(p[column] for p in PEOPLE[:3]))
                                         for name, column in [('氏名', 1), ('個人番号', 4), ('電話番号', 5), ('住所', 7)])),
    (0, '\n'.join("'" + "','".join(p) + "'" for p in [HEADING.split(',')] + PEOPLE[:6])),
    (0, '\n'.join('“' + '”，“'.join(p) + '”' for p in [HEADING.split(',')] + PEOPLE[:6])),
    (0, '\n'.join('^'.join(p) for p in [HEADING.split(',')] + PEOPLE[:6])), (0, '\n'.join(' '.join([p[0], p[4], p[5]]) for p in PEOPLE)),
    (7, 'USE [x]\nGO\nINSERT [dbo].[t] ([氏名], [個人番号]) VALUES (N\'見本\', N\'123456789018\')\nGO\n' * 4),
    (2, '<plist><dict><key>個人番号</key><string>123456789018</string></dict></plist>'),
    (2, '<r><item><name>個人番号</name><value>123456789018</value></item></r>' ), (3, '[{"key":"個人番号","value":"123456789018"}]'),
    (1, '個人番号\n1234 5678 9018（本人）\n3017 4628 5017（配偶者）\n'), (6, '<label>個人番号</label><input value="123456789018">'),
]


def report(findings=b'', count=0):
    return b'\x00' + b'\x01\x00' + b'\x01' + text('UTF-8') \
        + whole(5, 0, 0) + b'\x00' + whole(0, 0, count) + findings


def seeds():
    yield from (('decoders', bytes([i]) + TEXT.encode(e, 'ignore')) for i, e in enumerate(ENCODINGS))
    yield from (('decoders', b'\x06' + m + TEXT.encode(e, 'ignore'))
                for e, m in zip(ENCODINGS, [b'\xef\xbb\xbf', b'', b'', b'', b'\xff\xfe', b'\xfe\xff']))
    yield 'decoders', b'\x06' + TEXT.encode() + TEXT.encode('cp932', 'ignore') + b'\x80\xff\xa0\n'
    for number, table in enumerate(TABLES):
        for first in range(8):
            yield 'table', bytes([first]) + table.replace(',', ',\t;|'[first & 3]).encode()
    for document in XML:
        yield 'xml', document.encode()
    files = sorted(glob.glob(ROOT + '/Patterns/*.yaml'))
    for name in [ROOT + '/Samples/policy.yaml'] + files[::4]:
        with open(name, 'rb') as file:
            content = file.read()
        if len(content) < 16000:
            yield 'yaml', (b'\0' if 'policy' in name else b'\1') + content
            yield 'yaml', b'\2' + content[:1500]
    for tree in ['version: 1\ncategories:\n  - id: a\n    name: b\n', '[a, {b: "c", d: [e]}]', 'a: |\n  x\nb: >-\n  y\n', '&a b: *a\n']:
        yield from (('yaml', bytes([first]) + tree.encode()) for first in range(3))
    yield 'report', report()
    yield 'report', bytes(3) + whole(5, 0, 0) + bytes([0]) + whole(0, 2, 0, 1, 2, 1) + bytes(200)
    yield 'protocol', b'\0' + bytes(17) + struct.pack('<d', 0.25) + whole(1) + text('名簿') + text('customer') \
        + struct.pack('<d', 1) + whole(1) + text('a.yaml') + text('x') + whole(0)
    yield 'protocol', b'\1' + whole(1, 3) + b'\1' + whole(9) + text('csv') + whole(0) + b'\0'
    yield 'protocol', b'\2' + struct.pack('<IBBHI', 0x524F4E54, 1, 2, 0, 7)
    piece = whole(0, 0, 2) + b'ab' + whole(0, 1, 1) + b'c' + whole(1, 1, 0)
    yield 'protocol', b'\3' + bytes([len(piece), 3]) + piece + bytes([3, 1]) + whole(2, 1, 0)
    for first, contents in OTHER.items():
        for content in contents:
            for encoding in ['utf-8', 'cp932']:
                yield 'content', bytes([first]) + content.encode(encoding, 'ignore')
    for first, content in DRESSED:
        for encoding in ['utf-8', 'cp932', 'utf-16']:
            yield 'content', bytes([first]) + content.encode(encoding, 'ignore')
    yield 'content', b'\x05' + mail('名簿.csv', '\r\n'.join([HEADING] + [','.join(p) for p in PEOPLE[:6]]).encode('utf-16'))
    yield 'content', b'\x05' + mail('meibo.tsv', '\n'.join('\t'.join(p) for p in PEOPLE[:8]).encode('cp932', 'ignore'))
    for end in ['\n', '\r\n']:
        for encoding in ['utf-8', 'cp932']:
            for rows in [PEOPLE, PEOPLE[:3], [p[:3] + ['"%s"' % cell for cell in p[3:]] for p in PEOPLE[:12]]]:
                table = end.join([HEADING] + [','.join(p) for p in rows]) + end
                yield from (('long', bytes([first, budget]) + table.encode(encoding, 'ignore'))
                            for first in [3, 0x43] for budget in range(4))
    columns = [[], 1, 7, 8, 3, 5, 6, 4, 0, 1, 7]
    for kind, column in enumerate(columns):
        cells = [p[column] for p in PEOPLE] if column != [] else [''] * 40
        content = '\n'.join(cells).encode('cp932' if kind > 8 else 'utf-8', 'ignore') + bytes(160)
        yield from (('kernels', bytes([kind, stride, 15, 0x7F | long]) + content) for stride in [0, 1] for long in [0, 0x80])
    for table in ['\n'.join(','.join(p) for p in PEOPLE), '\r\n'.join(','.join('"%s"' % c for c in p) for p in PEOPLE)] + TABLES:
        yield 'kernels', bytes([11, 200, 60, 0x80]) + table.encode()
    for first in [0, 2, 0xFD, 0xFF]:
        yield from (('text', bytes([first]) + (line + '\n').encode()) for line in LINES)
        yield 'text', bytes([first]) + '\n'.join(LINES).encode()
        yield 'text', bytes([first]) + '\r\n'.join(LINES).encode('cp932', 'ignore')
    for name in sorted(glob.glob(ROOT + '/Tests/Fuzz/seeds/*/*')):
        with open(name, 'rb') as file:
            yield os.path.basename(os.path.dirname(name)), file.read()


for number, (target, data) in enumerate(seeds()):
    folder = os.path.join(sys.argv[1], target)
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, 'seed-%03d' % number), 'wb') as file:
        file.write(data)
